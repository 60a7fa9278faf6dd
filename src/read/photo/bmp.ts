import { int32, uint16, uint32 } from '../bytes.js';
import type { ProbedPixels } from './pixels.js';

/** Its own word on the file's size is not to be trusted; that on the picture's is. */
export function probeBmp(bytes: Uint8Array): ProbedPixels {
  const old = uint32(bytes, 14) === 12;
  const width = old ? uint16(bytes, 18) : Math.abs(int32(bytes, 18));
  const height = old ? uint16(bytes, 20) : Math.abs(int32(bytes, 22));
  const line = 4 * Math.ceil((width * uint16(bytes, old ? 24 : 28)) / 32);
  const packed = !old && !UNPACKED.has(uint32(bytes, 30));
  const size = packed ? uint32(bytes, 34) : line * height;
  return { width, height, damaged: size === 0 || uint32(bytes, 10) + size > bytes.length };
}

/** Kinds of compression that are none. */
const UNPACKED = new Set([0, 3, 6]);
