import { Inflate, inflateSync } from 'fflate';
import { uint16, uint32 } from './bytes.js';
import { crc32 } from './crc32.js';
import { decodeXml } from './decode-text.js';
import { MAX_PACKAGE_BYTES, MAX_PART_BYTES } from './limits.js';
import { damaged, ReadProblem } from './problem.js';
import { listZip, partKey, type ZipEntry } from './zip-directory.js';

/** A zip whose parts are found by name, whatever their case and slashes. */
export interface ZipPackage {
  has(name: string): boolean;
  /** The part's bytes, verified; null where there is no such part. Throws ReadProblem. */
  bytes(name: string): Uint8Array | null;
  text(name: string): string | null;
}

export function openPackage(file: Uint8Array): ZipPackage {
  const entries = listZip(file);
  if (entries === null) throw damaged('no zip directory');
  const byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  let spent = 0;

  const bytes = (name: string): Uint8Array | null => {
    const entry = byKey.get(partKey(name)) ?? byKey.get(partKey(unescaped(name)));
    if (entry === undefined) return null;
    spent += entry.size;
    if (spent > MAX_PACKAGE_BYTES) throw damaged('package inflates too far');
    return readEntry(file, entry);
  };
  return {
    has: (name) => byKey.has(partKey(name)) || byKey.has(partKey(unescaped(name))),
    bytes,
    text: (name) => {
      const part = bytes(name);
      return part === null ? null : decodeXml(part);
    },
  };
}

/** The bytes of one entry, inflated and verified. Throws ReadProblem. */
export function readEntry(file: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new ReadProblem('encrypted', entry.name);
  if (entry.size > MAX_PART_BYTES) throw damaged('part inflates too far');
  const start = entry.offset + 30 + uint16(file, entry.offset + 26) + uint16(file, entry.offset + 28);
  const packed = file.subarray(start, start + entry.packedSize);
  if (uint32(file, entry.offset) !== 0x04034b50 || packed.length !== entry.packedSize) throw damaged('zip breaks off');
  const data = entry.method === 0 ? packed : inflate(packed, entry);
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw damaged('zip checksum');
  return data;
}

const CHUNK = 64 * 1024;

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw new ReadProblem('unsupported', `zip method ${entry.method}`);
  const data = new Uint8Array(entry.size);
  const filled = packed.length <= CHUNK ? inflateSync(packed, { out: data }).length : inflateSlowly(packed, data);
  if (filled !== entry.size) throw damaged('part shorter than its size');
  return data;
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

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
