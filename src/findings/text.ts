/**
 * Without the control and direction signs by which a file's name or text could rewrite a terminal or deceive a reader,
 * and without halves of characters. Line breaks stay, a tab becomes a space.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(disguises, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** So many characters of a text at most, and … where more were left out. */
export function shortened(text: string, longest: number): string {
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}

/** How many columns of a terminal a text takes: Chinese signs take two. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (combining.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0);
}

/** The same in a Chinese typeface, which draws “ ” … → and ① as wide as a Chinese sign. */
export function printedColumnsOf(text: string): number {
  return columnsOf(text) + (text.match(wideInPrint)?.length ?? 0);
}

const disguises = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const combining = /\p{Mn}|\u200b|\u200d/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const wideInPrint = /[\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2460-\u24ff\u2500-\u26ff]/gu;
