import type { Format } from '../model/rules.js';
import { uint32 } from './bytes.js';
import { isCompoundFile } from './compound-file.js';
import { sniffCompoundFile } from './sniff/compound-kind.js';
import { sniffMagic } from './sniff/magic.js';
import { sniffText } from './sniff/text-kind.js';
import { sniffZip } from './sniff/zip-kind.js';
import { endsAsZip } from './zip-directory.js';

/** The kind of a file by its content; the name only decides where content leaves two kinds open. */
export function sniff(bytes: Uint8Array, name: string): Format {
  if (bytes.length === 0) return 'unknown';
  if (isCompoundFile(bytes)) return sniffCompoundFile(bytes, name);
  if (ZIP_BEGINNINGS.has(uint32(bytes, 0))) return sniffZip(bytes, name);
  return sniffMagic(bytes) ?? sniffText(bytes, name) ?? sniffRest(bytes, name);
}

/** A zip may begin with something else: the last volume of several does, and so does what some archivers write. */
function sniffRest(bytes: Uint8Array, name: string): Format {
  if (isTableOfOld(bytes, name)) return 'dbf';
  return endsAsZip(bytes) ? sniffZip(bytes, name) : 'unknown';
}

/** dBASE has no magic word: its version, a date, and the name tell it. */
function isTableOfOld(bytes: Uint8Array, name: string): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  return /\.dbf$/i.test(name) && [3, 4, 0x30, 0x83, 0x8b, 0xf5].includes(version) && month <= 12 && day <= 31;
}

/** A first member, an empty archive, the first of several volumes. */
const ZIP_BEGINNINGS = new Set([0x04034b50, 0x06054b50, 0x08074b50]);
