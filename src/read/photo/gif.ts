import { uint8, uint16 } from '../bytes.js';
import type { ProbedPixels } from './pixels.js';

export function probeGif(bytes: Uint8Array): ProbedPixels {
  const width = uint16(bytes, 6);
  const height = uint16(bytes, 8);
  return { width, height, damaged: width === 0 || height === 0 || !isWhole(bytes) };
}

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Whether every picture is there to its end. What follows the last one is of no account: some programs leave zeros. */
function isWhole(bytes: Uint8Array): boolean {
  let images = 0;
  let at = 13 + coloursSize(bytes, 10);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block !== IMAGE && block !== EXTENSION) return images > 0;
    if (block === IMAGE) images++;
    at = afterData(bytes, block === IMAGE ? at + 11 + coloursSize(bytes, at + 9) : at + 2);
  }
  return images > 0 && at === bytes.length;
}

/** Bytes of the table of colours that the flags at this place announce. */
function coloursSize(bytes: Uint8Array, at: number): number {
  const flags = uint8(bytes, at);
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Data comes in pieces of up to 255 bytes; an empty one is the last. Infinity where it breaks off. */
function afterData(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const size = uint8(bytes, at);
    at += size + 1;
    if (size === 0) return at;
  }
  return Number.POSITIVE_INFINITY;
}
