import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area } from '../place-cells.js';

const DOLLAR = 36;

/** `B7` as numbers; null where it is no address of a sheet. */
export function parseAddress(text: string): { row: number; column: number } | null {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  let row = 0;
  const letters = at;
  for (let letter = letterAt(text, at); letter > 0 && at - letters < 3; letter = letterAt(text, ++at)) {
    column = column * 26 + letter;
  }
  if (at === letters) return null;
  if (text.charCodeAt(at) === DOLLAR) at++;
  const digits = at;
  for (let digit = digitAt(text, at); digit >= 0; digit = digitAt(text, ++at)) row = row * 10 + digit;
  const isWhole = at === text.length && at > digits && at - digits <= 7;
  return isWhole && row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS ? { row, column } : null;
}

/** A and a are 1; 0 for what is no letter. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at) & ~32;
  return code >= 65 && code <= 90 && text.charCodeAt(at) >= 65 ? code - 64 : 0;
}

function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 ? code - 48 : -1;
}

export function parseArea(text: string): Area | null {
  const colon = text.indexOf(':');
  const a = parseAddress(colon === -1 ? text : text.slice(0, colon));
  const b = colon === -1 ? a : parseAddress(secondOf(text, colon));
  if (a === null || b === null) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

function secondOf(text: string, colon: number): string {
  const end = text.indexOf(':', colon + 1);
  return text.slice(colon + 1, end === -1 ? undefined : end);
}
