import { harmless, isPlain, printedColumnsOf } from '../findings/text.js';

const longest = 32_767;
// Excel reads _x000A_ in a text as the character it names.
const escapes = /_x(?=[0-9A-Fa-f]{4}_)/g;
/** What XML cannot hold even when escaped. */
const impossible = /[\uFFFE\uFFFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/** Text as a cell may hold it: harmless, without escapes, not too long. Line breaks stay. */
export function cellText(text: string): string {
  const possible = isPlain(text) ? text : harmless(text).replace(impossible, '');
  const clean = possible.includes('_x') ? possible.replace(escapes, '_x005F_x') : possible;
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).replace(loneSurrogates, '')}…`;
}

/** How many lines a text takes in a column of that many half-width characters. */
export function linesIn(text: string, width: number): number {
  // No sign is wider than two columns.
  const isOneLine = !text.includes('\n');
  if (isOneLine && text.length * 2 <= width) return 1;
  if (isOneLine) return Math.max(1, Math.ceil(printedColumnsOf(text) / width));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(printedColumnsOf(line) / width)), 0);
}
