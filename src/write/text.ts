const longest = 32_767;
// Excel reads _x000A_ in a text as the character it names.
const escapes = /_x(?=[0-9A-Fa-f]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a cell.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const wide =
  /[\u1100-\u115F\u2010-\u2027\u2030-\u205E\u2460-\u24FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/** Text as a cell may hold it: no control characters, no escapes, not too long. Line breaks stay. */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(forbidden, '')
    .replace(loneSurrogates, '\uFFFD')
    .replace(escapes, '_x005F_x');
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).replace(loneSurrogates, '')}…`;
}

/** How many half-width characters wide a line stands. */
export function displayWidth(line: string): number {
  return [...line].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** How many lines a text takes in a column of that many half-width characters. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
}
