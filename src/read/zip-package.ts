import type { Allowance } from './allowance.js';
import { uint16 } from './bytes.js';
import { recall } from './parts-seen.js';
import { platform } from './platform.js';
import { damaged, locked } from './problem.js';
import { listZip, partKey, type ZipEntry } from './zip-directory.js';
import { zipFlaw } from './zip-flaws.js';

/** A zip whose parts are found by name, whatever their case and slashes. */
export interface ZipPackage {
  has(name: string): boolean;
  /** The part's bytes, verified; null where there is no such part. Throws ReadProblem. */
  bytes(name: string): Uint8Array | null;
  /** What a parser makes of the part; parts seen lately are not parsed again. Null where there is no such part. */
  parsed<T>(name: string, parse: PartParser<T>): T | null;
}

export type PartParser<T> = (part: Uint8Array, allowance: Allowance) => T;

export function openPackage(file: Uint8Array, allowance: Allowance): ZipPackage {
  const entries = entriesOf(file, allowance);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  if (byKey.size < entries.length) throw damaged('two parts of one name', 'part-twice');

  const find = (name: string) => byKey.get(name) ?? byKey.get(partKey(name)) ?? byKey.get(partKey(unescaped(name)));
  const bytes = (name: string): Uint8Array | null => {
    const entry = find(name);
    return entry === undefined ? null : readEntry(file, entry, allowance);
  };
  return {
    has: (name) => find(name) !== undefined,
    bytes,
    parsed: (name, parse) => {
      const entry = find(name);
      if (entry === undefined) return null;
      const packed = packedBytes(file, entry);
      return recall(packed, entry, parse, () => parse(readEntry(file, entry, allowance), allowance));
    },
  };
}

/** The entries of a zip that is built as it should be, and holds no more than allowed. Throws ReadProblem. */
export function entriesOf(file: Uint8Array, allowance: Allowance): readonly ZipEntry[] {
  const zip = listZip(file);
  if (zip === null) throw damaged('no zip directory', 'cut-off');
  allowance.keepTo('members', zip.count);
  const flaw = zipFlaw(file, zip);
  if (flaw !== null) throw damaged('zip structure', flaw);
  return zip.entries;
}

/** The bytes of one entry, inflated and verified. Throws ReadProblem. */
export function readEntry(file: Uint8Array, entry: ZipEntry, allowance: Allowance): Uint8Array {
  const packed = packedBytes(file, entry);
  allowance.inflate(entry.size);
  const data = entry.method === 0 ? packed : inflate(packed, entry);
  if (data.length !== entry.size) throw damaged('part is not of its size', 'part-size');
  if (platform.crc32(data) !== entry.crc) throw damaged('zip checksum', 'damaged-part');
  return data;
}

/** The method that stands for being locked, and hides the real one. */
const AES = 99;

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted || entry.method === AES) throw locked('member');
  const start = entry.offset + 30 + uint16(file, entry.offset + 26) + uint16(file, entry.offset + 28);
  return file.subarray(start, start + entry.packedSize);
}

/** Never beyond the size it states. */
function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw damaged(`zip method ${entry.method}`, 'compression');
  try {
    return platform.inflateRaw(packed, entry.size);
  } catch (error) {
    throw damaged(String(error), isTooLong(error) ? 'part-size' : 'damaged-part');
  }
}

/** Node says by a code, and our own by its reason, that more came out than was stated. */
function isTooLong(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' || error instanceof RangeError;
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
