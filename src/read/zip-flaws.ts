import type { UnreadableReason } from '../model/rules.js';
import { uint16, uint32 } from './bytes.js';
import type { ZipEntry, ZipList } from './zip-directory.js';

/**
 * What is wrong with how a zip is built; null where nothing is. Programs disagree on what such a file holds, so that what
 * one person sees is not what another reads.
 */
export function zipFlaw(file: Uint8Array, zip: ZipList): UnreadableReason | null {
  if (zip.disk !== 0) return 'split-archive';
  if (!isWhole(zip)) return 'damaged-archive';
  let end = 0;
  for (const entry of inFileOrder(zip.entries)) {
    const begin = entry.offset;
    if (begin + 30 > zip.directory) return 'damaged-archive';
    if (uint32(file, begin) !== LOCAL) return 'headers-disagree';
    const data = begin + 30 + uint16(file, begin + 26) + uint16(file, begin + 28);
    if (begin < end || data + entry.packedSize > zip.directory) return 'parts-overlap';
    end = data + entry.packedSize;
    if (!agrees(file, entry)) return 'headers-disagree';
  }
  return null;
}

/** Nothing listed and yet something there: another program finds it. */
function isWhole({ count, stated, directory }: ZipList): boolean {
  return count === stated && (count > 0 || directory === 0);
}

const LOCAL = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;
const SIZES_FOLLOW = 8;

/** As they lie in the file, which is how the directory lists them but for odd programs. */
function inFileOrder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  for (let n = 1; n < entries.length; n++) {
    if ((entries[n - 1]?.offset ?? 0) > (entries[n]?.offset ?? 0))
      return [...entries].sort((a, b) => a.offset - b.offset);
  }
  return entries;
}

/** Whether the record before the data says the same as the directory. */
function agrees(file: Uint8Array, { offset, rawName, method, crc, packedSize, size }: ZipEntry): boolean {
  const flags = uint16(file, offset + 6);
  if (uint16(file, offset + 8) !== method || uint16(file, offset + 26) !== rawName.length) return false;
  for (let n = 0; n < rawName.length; n++) if (file[offset + 30 + n] !== rawName[n]) return false;
  const follow = (flags & SIZES_FOLLOW) !== 0;
  const states = (at: number, value: number): boolean => {
    const stated = uint32(file, offset + at);
    return stated === value || (follow && stated === 0) || (stated === UNKNOWN_32 && at !== 14);
  };
  return states(14, crc) && states(18, packedSize) && states(22, size);
}
