import { standsAt } from '../xml-bytes.js';

const QUOTE = 34;

/**
 * Finds cells that have a format and nothing in them, of which merged areas are full, written as programs write them:
 * `<c r="B3" s="2"/>` or `<c r="B3" s="2" t="n"></c>`.
 */
export class EmptyCells {
  /** Row and column of the last one found. */
  row = 0;
  column = 0;

  /** Where a run of them that begins here ends; `at` where none does. */
  end(bytes: Uint8Array, at: number): number {
    let end = at;
    for (let next = this.#endOfOne(bytes, end); next !== -1; next = this.#endOfOne(bytes, end)) end = next;
    return end;
  }

  #endOfOne(bytes: Uint8Array, at: number): number {
    if (!standsAt(bytes, at, '<c r="')) return -1;
    const digits = endOfLetters(bytes, at + 6);
    let next = digits === -1 ? -1 : endOfDigits(bytes, digits);
    if (next === -1) return -1;
    const address = next - 1;
    if (standsAt(bytes, next, ' s="')) next = endOfDigits(bytes, next + 4);
    if (next === -1) return -1;
    if (standsAt(bytes, next, ' t="n"')) next += 6;
    const end = standsAt(bytes, next, '/>') ? next + 2 : standsAt(bytes, next, '></c>') ? next + 5 : -1;
    if (end !== -1) this.#note(bytes, at + 6, digits, address);
    return end;
  }

  #note(bytes: Uint8Array, letters: number, digits: number, end: number): void {
    let column = 0;
    for (let at = letters; at < digits; at++) column = column * 26 + (bytes[at] ?? 0) - 64;
    let row = 0;
    for (let at = digits; at < end; at++) row = row * 10 + (bytes[at] ?? 0) - 48;
    this.column = column;
    this.row = row;
  }
}

/** Behind one to three capital letters, −1 where there are none. */
function endOfLetters(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 65 && byte <= 90; ) byte = bytes[++at];
  return at > from && at - from <= 3 ? at : -1;
}

/** Behind the quote after one to seven digits, −1 where it is not so. */
function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 48 && byte <= 57; ) byte = bytes[++at];
  return at > from && at - from <= 7 && bytes[at] === QUOTE ? at + 1 : -1;
}
