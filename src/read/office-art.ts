import { uint16, uint32 } from './bytes.js';

/** A record of a drawing: containers hold further records. */
export interface ArtRecord {
  readonly type: number;
  /** The twelve bits before the type, whose meaning depends on it. */
  readonly instance: number;
  readonly data: Uint8Array;
}

export const SHAPE_CONTAINER = 0xf004;
export const SHAPE = 0xf00a;
export const CLIENT_ANCHOR = 0xf010;
const OPTIONS = new Set([0xf00b, 0xf121, 0xf122]);
const PICTURE = 0x0104;
const DEEPEST = 20;

/** Every record below these bytes, containers before what they hold (MS-ODRAW 2.2.1). */
export function* artRecords(bytes: Uint8Array, depth = 0): Generator<ArtRecord> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const head = uint16(bytes, at);
    const length = uint32(bytes, at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    yield { type: uint16(bytes, at + 2), instance: head >> 4, data };
    if ((head & 15) === 15 && depth < DEEPEST) yield* artRecords(data, depth + 1);
    at += 8 + length;
  }
}

/** Whether a shape shows a picture, by its options. */
export function showsPicture(shape: Uint8Array): boolean {
  for (const { type, instance, data } of artRecords(shape)) {
    if (!OPTIONS.has(type)) continue;
    for (let i = 0; i < instance && i * 6 + 6 <= data.length; i++) {
      if ((uint16(data, i * 6) & 0x3fff) === PICTURE && uint32(data, i * 6 + 2) !== 0) return true;
    }
  }
  return false;
}
