import { Buffer, isUtf8 } from 'node:buffer';
import * as zlib from 'node:zlib';
import { sameFor, usePlatform } from '../read/platform.js';

/** Lets the readers use what Node does faster than JavaScript can. Node 20 has no `crc32` before 20.15. */
export function useNode(): void {
  const native: { crc32?: (bytes: Uint8Array) => number } = zlib;
  usePlatform({
    isUtf8,
    standsAt: (wanted, bytes, at) =>
      at + wanted.length <= bytes.length && Buffer.compare(wanted, bytes.subarray(at, at + wanted.length)) === 0,
    sameFor: (known, from, to, bytes, start) => {
      const whole = sameBlocks(known, from, to, bytes, start);
      return whole + sameFor(known, from + whole, to, bytes, start + whole);
    },
    inflateRaw: (packed, size) =>
      zlib.inflateRawSync(packed, {
        maxOutputLength: Math.max(size, 1),
        chunkSize: Math.min(Math.max(size, 64), 1 << 20),
      }),
    ...(native.crc32 === undefined ? {} : { crc32: native.crc32 }),
  });
}

/** In bytes: shorter ones are compared sooner one by one. */
const block = 256;

/** How many bytes are the same, counted in whole blocks. */
function sameBlocks(known: Uint8Array, from: number, to: number, bytes: Uint8Array, start: number): number {
  const most = Math.min(to - from, bytes.length - start) - block;
  let same = 0;
  while (same <= most && isSameBlock(known, from + same, bytes, start + same)) same += block;
  return same;
}

function isSameBlock(known: Uint8Array, from: number, bytes: Uint8Array, start: number): boolean {
  return Buffer.prototype.compare.call(known as Buffer, bytes, start, start + block, from, from + block) === 0;
}
