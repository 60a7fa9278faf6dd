import { textOfBytes } from './text-table.js';
import { endOfName, isNameStart, type Run, readValue, skipSpace, standsAt } from './xml-bytes.js';
import { decodeEntities } from './xml-entities.js';
import type { Attributes } from './xml-events.js';
import type { AttributeRecord } from './xml-scope.js';

const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const COLON = 58;

/** More than this on one element is not plain. */
const most = 24;

/** The attributes of the element just opened, made text only when asked for. One object serves a whole scan. */
export class PlainAttributes implements Attributes {
  /** Whether any binds a namespace or belongs to one. */
  qualified = false;
  readonly #bytes: Uint8Array;
  readonly #run: Run = { end: 0, entities: false };
  #count = 0;
  /** Begin and end of each name, begin and end of each value. */
  readonly #bounds = new Int32Array(4 * most);
  /** Values that are not as they stand in the bytes. */
  readonly #decoded: (string | undefined)[] = [];
  #record: AttributeRecord | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get(name: string): string | undefined {
    if (this.#record !== null) return this.#record[name];
    for (let n = 0; n < this.#count; n++) if (this.#isNamed(n, name)) return this.#value(n);
    return undefined;
  }

  record(): AttributeRecord {
    if (this.#record !== null) return this.#record;
    const record: Record<string, string> = {};
    for (let n = 0; n < this.#count; n++) {
      record[textOfBytes(this.#bytes, this.#bounds[4 * n] ?? 0, this.#bounds[4 * n + 1] ?? 0)] = this.#value(n);
    }
    return record;
  }

  /** Says what they mean once namespaces are known. */
  replace(record: AttributeRecord): void {
    this.#record = record;
  }

  /** Reads what follows an element's name: the position of the `>` or `/>` that ends it, −1 where it is not plain. */
  read(from: number): number {
    const bytes = this.#bytes;
    this.#count = 0;
    this.#record = null;
    this.qualified = false;
    let at = from;
    for (;;) {
      const next = skipSpace(bytes, at);
      const byte = bytes[next];
      if (byte === GREATER || (byte === SLASH && bytes[next + 1] === GREATER)) return next;
      if (next === at || !isNameStart(byte) || this.#count === most) return -1;
      at = this.#readOne(next);
      if (at === -1) return -1;
    }
  }

  /** One `name="value"`: the position behind it, −1 where it is not plain or there twice. */
  #readOne(from: number): number {
    const bytes = this.#bytes;
    const nameEnd = endOfName(bytes, from);
    if (bytes[nameEnd] !== EQUALS || bytes[nameEnd + 1] !== QUOTE) return -1;
    const begin = nameEnd + 2;
    readValue(bytes, begin, QUOTE, this.#run);
    const { end, entities } = this.#run;
    if (end === -1 || this.#isTwice(from, nameEnd)) return -1;
    const value = entities ? decodeEntities(textOfBytes(bytes, begin, end)) : undefined;
    if (value === null) return -1;
    const base = 4 * this.#count;
    this.#bounds[base] = from;
    this.#bounds[base + 1] = nameEnd;
    this.#bounds[base + 2] = begin;
    this.#bounds[base + 3] = end;
    this.#decoded[this.#count] = value;
    this.#count++;
    return end + 1;
  }

  #isTwice(from: number, to: number): boolean {
    const bytes = this.#bytes;
    const length = to - from;
    if (length > 1 && isQualified(bytes, from, to)) this.qualified = true;
    for (let n = 0; n < this.#count; n++) {
      const begin = this.#bounds[4 * n] ?? 0;
      if ((this.#bounds[4 * n + 1] ?? 0) - begin === length && isSame(bytes, begin, from, length)) return true;
    }
    return false;
  }

  #isNamed(n: number, name: string): boolean {
    const begin = this.#bounds[4 * n] ?? 0;
    return (this.#bounds[4 * n + 1] ?? 0) - begin === name.length && standsAt(this.#bytes, begin, name);
  }

  #value(n: number): string {
    return this.#decoded[n] ?? textOfBytes(this.#bytes, this.#bounds[4 * n + 2] ?? 0, this.#bounds[4 * n + 3] ?? 0);
  }
}

function isQualified(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (bytes[at] === COLON) return true;
  return to - from === 5 && standsAt(bytes, from, 'xmlns');
}

function isSame(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let n = 0; n < length; n++) if (bytes[one + n] !== bytes[other + n]) return false;
  return true;
}
