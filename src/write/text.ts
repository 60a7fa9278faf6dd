import { harmless, printedColumnsOf } from '../findings/text.js';

const longest = 32_767;
// Excel reads _x000A_ in a text as the character it names.
const escapes = /_x(?=[0-9A-Fa-f]{4}_)/g;
/** What XML cannot hold even when escaped. */
const impossible = /[\uFFFE\uFFFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/** Text as a cell may hold it: harmless, without escapes, not too long. Line breaks stay. */
export function cellText(text: string): string {
  const held = harmless(text).replace(impossible, '');
  const clean = held.includes('_x') ? held.replace(escapes, '_x005F_x') : held;
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).replace(loneSurrogates, '')}…`;
}

/** How many lines a text takes in a column of that many half-width characters. */
export function linesIn(text: string, width: number): number {
  // No sign is wider than two columns.
  if (text.length * 2 <= width && !text.includes('\n')) return 1;
  if (!text.includes('\n')) return Math.max(1, Math.ceil(printedColumnsOf(text) / width));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(printedColumnsOf(line) / width)), 0);
}
