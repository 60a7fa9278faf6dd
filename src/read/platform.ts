import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.js';
import { strictUtf8 } from './decode-text.js';
import { damaged } from './problem.js';

/** What a machine may do faster than plain JavaScript. Each gives the very same as the portable one, or throws. */
export interface Platform {
  /** Raw deflate data of at most `size` bytes; throws on anything else, and before much more is inflated. */
  readonly inflateRaw: (packed: Uint8Array, size: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** Whether these very bytes stand at a position of others. */
  readonly standsAt: (wanted: Uint8Array, bytes: Uint8Array, at: number) => boolean;
  /** How many bytes from `from` on, and before `to`, are those that stand in others from `start` on. */
  readonly sameFor: (known: Uint8Array, from: number, to: number, bytes: Uint8Array, start: number) => number;
}

const portable: Platform = { inflateRaw: inflatePortably, crc32, isUtf8, standsAt, sameFor };

/** In use now: the portable one until a faster one is set, as a browser has none. */
export let platform: Platform = portable;

export function usePlatform(native: Partial<Platform>): void {
  platform = { ...portable, ...native };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function standsAt(wanted: Uint8Array, bytes: Uint8Array, at: number): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let n = 0; n < wanted.length; n++) if (wanted[n] !== bytes[at + n]) return false;
  return true;
}

export function sameFor(known: Uint8Array, from: number, to: number, bytes: Uint8Array, start: number): number {
  let next = from;
  for (let at = start; next < to && known[next] === bytes[at]; at++) next++;
  return next - from;
}

const CHUNK = 64 * 1024;

function inflatePortably(packed: Uint8Array, size: number): Uint8Array {
  const data = new Uint8Array(size);
  if (packed.length <= CHUNK) return inflateSync(packed, { out: data });
  return data.subarray(0, inflateSlowly(packed, data));
}

/** In chunks, so that a part that lies about its size is dropped as soon as it outgrows it. */
function inflateSlowly(packed: Uint8Array, data: Uint8Array): number {
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > data.length) throw damaged('part outgrows its size');
    data.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += CHUNK) {
    stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  }
  return filled;
}
