import { uint16, uint32 } from './bytes.js';
import { MAX_PACKAGE_BYTES, MAX_PART_BYTES } from './limits.js';
import { recall } from './parts-seen.js';
import { platform } from './platform.js';
import { damaged, ReadProblem } from './problem.js';
import { listZip, partKey, type ZipEntry } from './zip-directory.js';

/** A zip whose parts are found by name, whatever their case and slashes. */
export interface ZipPackage {
  has(name: string): boolean;
  /** The part's bytes, verified; null where there is no such part. Throws ReadProblem. */
  bytes(name: string): Uint8Array | null;
  /** What a parser makes of the part; parts seen lately are not parsed again. Null where there is no such part. */
  parsed<T>(name: string, parse: (part: Uint8Array) => T): T | null;
}

export function openPackage(file: Uint8Array): ZipPackage {
  const entries = listZip(file);
  if (entries === null) throw damaged('no zip directory');
  const byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  let spent = 0;

  const find = (name: string) => byKey.get(name) ?? byKey.get(partKey(name)) ?? byKey.get(partKey(unescaped(name)));
  const read = (entry: ZipEntry): Uint8Array => {
    spent += entry.size;
    if (spent > MAX_PACKAGE_BYTES) throw damaged('package inflates too far');
    return readEntry(file, entry);
  };
  const bytes = (name: string): Uint8Array | null => {
    const entry = find(name);
    return entry === undefined ? null : read(entry);
  };
  return {
    has: (name) => find(name) !== undefined,
    bytes,
    parsed: (name, parse) => {
      const entry = find(name);
      if (entry === undefined) return null;
      const packed = packedBytes(file, entry);
      return recall(packed, entry, parse, () => parse(read(entry)));
    },
  };
}

/** The bytes of one entry, inflated and verified. Throws ReadProblem. */
export function readEntry(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(file, entry);
  const data = entry.method === 0 ? packed : inflate(packed, entry);
  if (data.length !== entry.size || platform.crc32(data) !== entry.crc) throw damaged('zip checksum');
  return data;
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new ReadProblem('encrypted', entry.name);
  if (entry.size > MAX_PART_BYTES) throw damaged('part inflates too far');
  const start = entry.offset + 30 + uint16(file, entry.offset + 26) + uint16(file, entry.offset + 28);
  const packed = file.subarray(start, start + entry.packedSize);
  if (uint32(file, entry.offset) !== 0x04034b50 || packed.length !== entry.packedSize) throw damaged('zip breaks off');
  return packed;
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw new ReadProblem('unsupported', `zip method ${entry.method}`);
  const data = platform.inflateRaw(packed, entry.size);
  if (data.length !== entry.size) throw damaged('part shorter than its size');
  return data;
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
