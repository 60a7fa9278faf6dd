/**
 * A text as it goes on into a workbook, a letter or a name: without the control, direction and invisible signs by which it
 * could deceive a reader or rewrite a terminal, and without halves of characters. Line breaks stay, a tab becomes a space.
 */
export function harmless(text: string): string {
  if (plain.test(text)) return text;
  return evenly(text)
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(disguises, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Whether there is nothing in it that would be taken out or named. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/**
 * A text as it is shown to somebody who should know what is in it: the same signs are named where they stand, such as ␛ or
 * ⟨U+202E⟩, and so are bytes of a file name that are no text.
 */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return evenly(text)
    .replace(disguises, nameOfSign)
    .replace(/\p{Surrogate}/gu, nameOfHalf);
}

/** What is about to leave the program line by line: anything raw that was not made visible before is made so now. */
export function printable(text: string): string {
  return plain.test(text) ? text : text.replace(unprintable, nameOfSign);
}

/** The same for JSON that is written already: each such sign by its number, so that a reader gets the very text. */
export function escapedJson(json: string): string {
  return plain.test(json) ? json : json.replace(unprintable, escapesOf);
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
  let columns = 0;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code >= 0xd800 && code <= 0xdfff) return columns + columnsOf(text.slice(n)) + wideInPrintIn(text.slice(n));
    columns += printed[code] || printedColumnsOfSign(code);
  }
  return columns;
}

/** Of each sign that was asked for, 0 before; few are of none, and are asked for each time. */
const printed = new Uint8Array(0x10000);

function printedColumnsOfSign(code: number): number {
  const sign = String.fromCharCode(code);
  const columns = columnsOfSign(sign) + wideInPrintIn(sign);
  printed[code] = columns;
  return columns;
}

function wideInPrintIn(text: string): number {
  return wideInPrint.test(text) ? (text.match(allWideInPrint)?.length ?? 0) : 0;
}

function evenly(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replaceAll('\t', ' ');
}

function nameOfSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Bytes of names on the disk are kept as U+DC80 to U+DCFF; any other half of a character is just that. */
function nameOfHalf(half: string): string {
  const code = half.charCodeAt(0);
  return code >= 0xdc80 && code <= 0xdcff ? `⟨x${(code - 0xdc00).toString(16).toUpperCase()}⟩` : '\ufffd';
}

function escapesOf(sign: string): string {
  return Array.from({ length: sign.length }, (_, n) => `\\u${sign.charCodeAt(n).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

const firstCombining = 0x0300;
/** A text of these alone has nothing to be taken out. */
const plain =
  /^[\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u26ff\u3000-\u33ff\u4e00-\u9fff\uff00-\uffef]*$/;
const disguises = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;
const unprintable = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
const combining = /\p{Mn}|\u200b|\u200d/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const wideInPrint = /[\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2460-\u24ff\u2500-\u26ff]/;
const allWideInPrint = new RegExp(wideInPrint, 'gu');
