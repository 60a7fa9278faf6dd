import { ofText } from '../model/memo.js';
import { uint16, uint32, uint64 } from './bytes.js';
import { platform } from './platform.js';
import { textOfBytes } from './text-table.js';

export interface ZipEntry {
  readonly name: string;
  /** The name as it is compared; see `partKey`. */
  readonly key: string;
  /** The name's bytes as they stand; which writing they are in is not said. */
  readonly rawName: Uint8Array;
  /** Bit 11: the name is UTF-8. */
  readonly utf8: boolean;
  /** The name of the Info-ZIP extra field 0x7075; null where there is none that was written for this name. */
  readonly unicodeName: string | null;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const LARGE_END = 0x06064b50;
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;

/** The central directory as it was found, and what the record at its end says of it. */
export interface ZipList {
  readonly entries: readonly ZipEntry[];
  /** How many there are; of more than any bound allows only the first are in `entries`. */
  readonly count: number;
  readonly stated: number;
  /** Where the directory begins. */
  readonly directory: number;
  /** Which volume of several this is; 0 for a whole archive. */
  readonly disk: number;
}

/** More than any campaign may allow. */
const mostListed = 100_000;

/** A file is asked what it is, and right after that for its parts. */
let latest: { readonly file: Uint8Array; readonly zip: ZipList | null } | null = null;

/** A zip by its central directory; null where it has none. Asked again of the same bytes, it is not read again. */
export function listZip(file: Uint8Array): ZipList | null {
  if (latest?.file !== file) latest = { file, zip: readDirectory(file) };
  return latest.zip;
}

function readDirectory(file: Uint8Array): ZipList | null {
  const end = findEnd(file);
  if (end === -1) return null;
  const { directory, stated, disk } = directoryAt(file, end);
  const entries: ZipEntry[] = [];
  let count = 0;
  for (let at = directory; uint32(file, at) === CENTRAL; at += entryLength(file, at)) {
    if (count++ < mostListed) entries.push(readEntry(file, at));
  }
  return { entries, count, stated, directory, disk };
}

/** Names in the local headers near the beginning, for telling what a broken zip was meant to be. */
export function localNames(file: Uint8Array): readonly string[] {
  const names: string[] = [];
  const limit = Math.min(file.length, 1 << 20);
  for (let at = file.indexOf(0x50); at !== -1 && at < limit; at = file.indexOf(0x50, at + 1)) {
    if (uint32(file, at) === LOCAL) names.push(nameAt(file, at + 30, Math.min(uint16(file, at + 26), 400)));
  }
  return names;
}

/** Names as they are compared: no leading slash, forward slashes, lower case. */
export const partKey: (name: string) => string = ofText((name) =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(),
);

/** Whether the file ends with what ends a zip; containers of other kinds that hold a zip go on behind it. */
export function endsAsZip(file: Uint8Array): boolean {
  const end = findEnd(file);
  return end !== -1 && end + 22 + uint16(file, end + 20) === file.length;
}

function findEnd(file: Uint8Array): number {
  const lowest = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file[at] === 0x50 && uint32(file, at) === END) return at;
  }
  return -1;
}

/** Right before the end record, or where that record says, should something lie between them. */
function directoryAt(file: Uint8Array, end: number): Pick<ZipList, 'directory' | 'stated' | 'disk'> {
  const locator = end - 20;
  const wide = uint32(file, locator) === 0x07064b50 ? uint64(file, locator + 8) : null;
  const stated = uint16(file, end + 10);
  const count = stated === UNKNOWN_16 && wide !== null ? wideCount(file, wide) : stated;
  const volume = uint16(file, end + 4);
  const disk = volume === UNKNOWN_16 && wide !== null ? uint32(file, wide + 16) : volume;
  const at = uint32(file, end + 16);
  if (at !== UNKNOWN_32 && uint32(file, at) === CENTRAL) return { directory: at, stated: count, disk };
  if (wide !== null) return { directory: uint64(file, wide + 48), stated: count, disk };
  return { directory: end - uint32(file, end + 12), stated: count, disk };
}

/** −1, which no count is, where no record of large numbers lies. */
function wideCount(file: Uint8Array, at: number): number {
  return uint32(file, at) === LARGE_END ? uint64(file, at + 32) : -1;
}

function entryLength(file: Uint8Array, at: number): number {
  return 46 + uint16(file, at + 28) + uint16(file, at + 30) + uint16(file, at + 32);
}

function readEntry(file: Uint8Array, at: number): ZipEntry {
  const nameLength = uint16(file, at + 28);
  const wide = wideSizes(file, at + 46 + nameLength, uint16(file, at + 30));
  const sized = (field: number): number => {
    const value = uint32(file, at + field);
    return value === UNKNOWN_32 ? (wide.shift() ?? value) : value;
  };
  const size = sized(24);
  const packedSize = sized(20);
  const name = nameAt(file, at + 46, nameLength);
  const rawName = file.subarray(at + 46, at + 46 + nameLength);
  return {
    name,
    key: partKey(name),
    rawName,
    utf8: (uint16(file, at + 8) & 0x800) !== 0,
    unicodeName: unicodeName(file, rawName, at + 46 + nameLength, uint16(file, at + 30)),
    method: uint16(file, at + 10),
    crc: uint32(file, at + 16),
    size,
    packedSize,
    offset: sized(42),
    encrypted: (uint16(file, at + 8) & 1) === 1,
  };
}

/** The 64-bit values of the extra field, in the order of the fields they stand in for. */
function wideSizes(file: Uint8Array, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + uint16(file, at + 2)) {
    if (uint16(file, at) !== 1) continue;
    const count = Math.min(3, Math.floor(uint16(file, at + 2) / 8));
    return Array.from({ length: count }, (_, i) => uint64(file, at + 4 + i * 8));
  }
  return [];
}

/** APPNOTE 4.6.9: version, CRC-32 of the raw name, name in UTF-8. One written for another name says nothing of this one. */
function unicodeName(file: Uint8Array, rawName: Uint8Array, start: number, length: number): string | null {
  for (let at = start; at + 4 <= start + length; at += 4 + uint16(file, at + 2)) {
    const size = uint16(file, at + 2);
    if (uint16(file, at) !== 0x7075 || size <= 5 || at + 4 + size > start + length) continue;
    if (file[at + 4] === 1 && uint32(file, at + 5) === platform.crc32(rawName)) return nameAt(file, at + 9, size - 5);
  }
  return null;
}

const utf8 = new TextDecoder();

/** The parts of a package are called alike in all of them. */
function nameAt(file: Uint8Array, from: number, length: number): string {
  const to = from + length;
  for (let at = from; at < to; at++) if ((file[at] ?? 0xff) >= 0x80) return utf8.decode(file.subarray(from, to));
  return textOfBytes(file, from, to);
}
