import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area } from '../place-cells.js';

/** `B7` as numbers; null where it is no address of a sheet. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match?.[1] === undefined) return null;
  const row = Number(match[2]);
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS ? { row, column } : null;
}

export function parseArea(text: string): Area | null {
  const [first = '', second = first] = text.split(':');
  const a = parseAddress(first);
  const b = parseAddress(second);
  if (a === null || b === null) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
