import { Buffer, isUtf8 } from 'node:buffer';
import * as zlib from 'node:zlib';
import { usePlatform } from '../read/platform.js';

/** Lets the readers use what Node does faster than JavaScript can. Node 20 has no `crc32` before 20.15. */
export function useNode(): void {
  const native: { crc32?: (bytes: Uint8Array) => number } = zlib;
  usePlatform({
    isUtf8,
    standsAt: (wanted, bytes, at) =>
      at + wanted.length <= bytes.length && Buffer.compare(wanted, bytes.subarray(at, at + wanted.length)) === 0,
    inflateRaw: (packed, size) =>
      zlib.inflateRawSync(packed, {
        maxOutputLength: Math.max(size, 1),
        chunkSize: Math.min(Math.max(size, 64), 1 << 20),
      }),
    ...(native.crc32 === undefined ? {} : { crc32: native.crc32 }),
  });
}
