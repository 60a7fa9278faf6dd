import { bigEndian32 } from '../bytes.js';
import { crc32 } from '../crc32.js';
import type { ProbedPixels } from './pixels.js';

export function probePng(bytes: Uint8Array): ProbedPixels {
  const width = bigEndian32(bytes, 16);
  const height = bigEndian32(bytes, 20);
  const starts = bigEndian32(bytes, 12) === HEADER;
  return { width, height, damaged: !starts || width === 0 || height === 0 || !isWhole(bytes) };
}

/** Names of chunks as numbers: IHDR, IDAT, IEND. */
const HEADER = 0x49484452;
const DATA = 0x49444154;
const END = 0x49454e44;

/** Follows the chunks to the last one. */
function isWhole(bytes: Uint8Array): boolean {
  let data = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bigEndian32(bytes, at)) {
    const name = bigEndian32(bytes, at + 4);
    if (isCritical(name) && !isSound(bytes, at)) return false;
    if (name === DATA) data = true;
    if (name === END) return data;
  }
  return false;
}

/** Written with a capital letter: programs show no picture without it, and let pass what else is wrong. */
function isCritical(name: number): boolean {
  return ((name >>> 29) & 1) === 0;
}

function isSound(bytes: Uint8Array, at: number): boolean {
  const end = at + 8 + bigEndian32(bytes, at);
  return end + 4 <= bytes.length && crc32(bytes.subarray(at + 4, end)) === bigEndian32(bytes, end);
}
