import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area } from '../place-cells.js';
import { type Run, standsAt } from '../xml-bytes.js';
import { readPlainText } from './plain-text.js';

const QUOTE = 34;
const COLON = 58;

/**
 * Reads a cell as programs write most of them: nothing but a format, of which merged areas are full, a whole number, the
 * index of a shared text, or a text of its own: `<c r="B3" s="2"/>`, `<c r="B3" s="2" t="n"><v>35</v></c>`,
 * `<c r="B3" t="s"><v>4</v></c>`, `<c r="B3" t="inlineStr"><is><t>无</t></is></c>`.
 * What it says of the last one read stands in its fields; one object serves a whole sheet.
 */
export class PlainCell {
  row = 0;
  column = 0;
  style = 0;
  filled = false;
  /** Whether the number is the index of a shared text. */
  shared = false;
  number = 0;
  /** Null where there is no text of its own. */
  inline: string | null = null;
  readonly #run: Run = { end: 0, entities: false };

  /** The position behind the cell that begins here; −1 where none such begins. */
  read(bytes: Uint8Array, at: number): number {
    if (!standsAt(bytes, at, '<c r="')) return -1;
    let next = this.#readAddress(bytes, at + 6);
    if (next === -1) return -1;
    this.style = 0;
    if (standsAt(bytes, next, ' s="')) {
      const from = next + 4;
      next = endOfDigits(bytes, from, QUOTE);
      if (next === -1) return -1;
      this.style = numberAt(bytes, from, next - 1);
    }
    this.inline = null;
    this.shared = standsAt(bytes, next, ' t="s"');
    if (standsAt(bytes, next, ' t="inlineStr"')) return this.#readInline(bytes, next + 14);
    if (this.shared || standsAt(bytes, next, ' t="n"')) next += 6;
    return this.#readContent(bytes, next);
  }

  /** `B3"`, and not outside of any sheet. */
  #readAddress(bytes: Uint8Array, at: number): number {
    const digits = endOfLetters(bytes, at);
    const end = digits === -1 ? -1 : endOfDigits(bytes, digits, QUOTE);
    if (end === -1) return -1;
    this.column = columnAt(bytes, at, digits);
    this.row = numberAt(bytes, digits, end - 1);
    return this.row >= 1 && this.row <= MAX_ROWS && this.column <= MAX_COLUMNS ? end : -1;
  }

  #readContent(bytes: Uint8Array, at: number): number {
    this.filled = standsAt(bytes, at, '><v>');
    if (!this.filled) return standsAt(bytes, at, '/>') ? at + 2 : standsAt(bytes, at, '></c>') ? at + 5 : -1;
    const from = at + 4;
    const end = endOfDigits(bytes, from, LESS);
    if (end === -1 || !standsAt(bytes, end - 1, '</v></c>')) return -1;
    this.number = numberAt(bytes, from, end - 1);
    return end + 7;
  }

  #readInline(bytes: Uint8Array, at: number): number {
    if (!standsAt(bytes, at, '><is>')) return -1;
    this.inline = readPlainText(bytes, at + 5, this.#run);
    this.filled = true;
    const { end } = this.#run;
    return this.inline === null || !standsAt(bytes, end, '</is></c>') ? -1 : end + 9;
  }
}

const LESS = 60;

/** Reads `<mergeCell ref="A1:B3"/>`. */
export class PlainMerge {
  area: Area = { top: 0, left: 0, bottom: 0, right: 0 };

  /** The position behind the one that begins here; −1 where none such begins, or not from corner to corner. */
  read(bytes: Uint8Array, at: number): number {
    if (!standsAt(bytes, at, '<mergeCell ref="')) return -1;
    const letters = at + 16;
    const digits = endOfLetters(bytes, letters);
    const colon = digits === -1 ? -1 : endOfDigits(bytes, digits, COLON);
    const lower = colon === -1 ? -1 : endOfLetters(bytes, colon);
    const end = lower === -1 ? -1 : endOfDigits(bytes, lower, QUOTE);
    if (end === -1 || !standsAt(bytes, end, '/>')) return -1;
    const top = numberAt(bytes, digits, colon - 1);
    const left = columnAt(bytes, letters, digits);
    const bottom = numberAt(bytes, lower, end - 1);
    const right = columnAt(bytes, colon, lower);
    if (top < 1 || bottom < top || right < left || bottom > MAX_ROWS || right > MAX_COLUMNS) return -1;
    this.area = { top, left, bottom, right };
    return end + 2;
  }
}

/** Behind one to three capital letters, −1 where there are none. */
function endOfLetters(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 65 && byte <= 90; ) byte = bytes[++at];
  return at > from && at - from <= 3 ? at : -1;
}

/** Behind the sign that ends one to seven digits, −1 where it is not so. */
export function endOfDigits(bytes: Uint8Array, from: number, sign: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 48 && byte <= 57; ) byte = bytes[++at];
  return at > from && at - from <= 7 && bytes[at] === sign ? at + 1 : -1;
}

function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + (bytes[at] ?? 0) - 48;
  return number;
}

function columnAt(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) column = column * 26 + (bytes[at] ?? 0) - 64;
  return column;
}
