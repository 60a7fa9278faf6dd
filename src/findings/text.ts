/**
 * Without the control and direction signs by which a file's name or text could rewrite a terminal or deceive a reader,
 * and without halves of characters. Line breaks stay, a tab becomes a space.
 */
export function harmless(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(disguises, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** So many characters of a text at most, and … where more were left out. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}

/** How many columns of a terminal a text takes: Chinese signs take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += columnsOfSign(sign);
  return columns;
}

/** Nearly all signs of nearly all texts are known without asking the tables of Unicode. */
function columnsOfSign(sign: string): number {
  const code = sign.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (code < firstCombining) return 1;
  if (combining.test(sign)) return 0;
  return wide.test(sign) ? 2 : 1;
}

/** The same in a Chinese typeface, which draws “ ” … → and ① as wide as a Chinese sign. */
export function printedColumnsOf(text: string): number {
  return columnsOf(text) + (wideInPrint.test(text) ? (text.match(allWideInPrint)?.length ?? 0) : 0);
}

const firstCombining = 0x0300;
/** A text of these alone has nothing to be taken out. */
const plain = /^[\n -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u26ff\u3000-\u33ff\u4e00-\u9fff\uff00-\uffef]*$/;
const disguises = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const combining = /\p{Mn}|\u200b|\u200d/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const wideInPrint = /[\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2460-\u24ff\u2500-\u26ff]/;
const allWideInPrint = new RegExp(wideInPrint, 'gu');
