import { joinBytes } from '../../model/join-bytes.js';
import { uint8, uint16 } from '../bytes.js';
import { damaged } from '../problem.js';

/** Kinds of records (MS-XLS 2.3). */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dateSystem: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  richText: 0x00d6,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  drawing: 0x00ec,
  sharedStrings: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const;

export interface BiffRecord {
  readonly id: number;
  readonly data: Uint8Array;
  /** The records that a formula's text goes on in. */
  readonly more: readonly Uint8Array[];
}

const NONE: readonly Uint8Array[] = [];

/** The records of one part of the workbook, up to its own end; charts embedded in it are left out. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  if (uint16(stream, start) !== RECORD.begin) throw damaged('a part does not begin');
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; at += 4 + uint16(stream, at + 2)) {
    const id = current(uint16(stream, at));
    if (id === RECORD.begin) depth++;
    if (depth <= 1)
      yield { id, data: dataAt(stream, at), more: id === RECORD.formulaText ? continued(stream, at) : NONE };
    if (id === RECORD.end && --depth <= 0) return;
  }
  throw damaged('a part does not end');
}

/** Some programs write formulas under the numbers that Excel 3 and 4 gave them; where the result lies is the same. */
function current(id: number): number {
  return id === 0x0206 || id === 0x0406 ? RECORD.formula : id;
}

function dataAt(stream: Uint8Array, at: number): Uint8Array {
  return stream.subarray(at + 4, at + 4 + uint16(stream, at + 2));
}

function continued(stream: Uint8Array, at: number): readonly Uint8Array[] {
  const next = at + 4 + uint16(stream, at + 2);
  return uint16(stream, next) === RECORD.continued ? [dataAt(stream, next), ...continued(stream, next)] : NONE;
}

/** 8 since Excel 97, 5 before; 0 where the stream is no workbook. */
export function versionOf(stream: Uint8Array): number {
  if (uint16(stream, 0) !== RECORD.begin) return 0;
  return uint16(stream, 4) === 0x0600 ? 8 : 5;
}

/** Reads data that may be split over several records. */
export class SplitData {
  readonly #parts: readonly Uint8Array[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
  }

  uint8(): number {
    const [part] = this.#here();
    return uint8(part, this.#at++);
  }

  uint16(): number {
    return this.uint8() | (this.uint8() << 8);
  }

  uint32(): number {
    return (this.uint16() | (this.uint16() << 16)) >>> 0;
  }

  skip(length: number): void {
    for (let left = length; left > 0; ) {
      const [, room] = this.#here();
      const step = Math.min(room, left);
      this.#at += step;
      left -= step;
    }
  }

  /** Where a text goes on in the next record, that record says anew whether its characters are wide. */
  characters(count: number, wide: boolean): string {
    let text = '';
    let width = wide ? 2 : 1;
    for (let left = count; left > 0; ) {
      if (this.#at >= (this.#parts[this.#part]?.length ?? 0)) width = this.uint8() & 1 ? 2 : 1;
      const [part, room] = this.#here();
      const step = Math.min(left, Math.max(1, Math.floor(room / width)));
      text += decode(part.subarray(this.#at, this.#at + step * width), width);
      this.#at += step * width;
      left -= step;
    }
    return text;
  }

  /** The part being read and how much is left of it. */
  #here(): readonly [Uint8Array, number] {
    while (this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part++;
      this.#at = 0;
      if (this.#part >= this.#parts.length) throw damaged('a record breaks off');
    }
    const part = this.#parts[this.#part] ?? new Uint8Array();
    return [part, part.length - this.#at];
  }
}

function decode(bytes: Uint8Array, width: number): string {
  if (width === 2) return new TextDecoder('utf-16le').decode(bytes);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A text with its length in two bytes before it, or in one. */
export function textAt(data: Uint8Array, at: number, lengthBytes: 1 | 2, more = NONE): string {
  const reader = new SplitData([data.subarray(at), ...more]);
  const count = lengthBytes === 1 ? reader.uint8() : reader.uint16();
  if (count === 0) return '';
  const wide = (reader.uint8() & 1) === 1;
  return reader.characters(count, wide);
}

/** The drawing that lies over a sheet, split over many records each of which may continue in the next. */
export function drawingOf(stream: Uint8Array, start: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let continues = false;
  for (const { id, data } of recordsFrom(stream, start)) {
    continues = id === RECORD.drawing || (continues && id === RECORD.continued);
    if (continues) parts.push(data);
  }
  return joinBytes(parts);
}
