import { joinBytes } from '../../model/join-bytes.js';
/**
 * Without what a camera or a program wrote beside the picture itself: place, time, device, names, previews. Null where
 * the file is not built as it should be, so that nothing slips through.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === scan) return joinBytes([...kept, throughEnd(bytes, at)]);
    const end = afterSegment(bytes, at);
    if (!isRemark(bytes, at, marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const scan = 0xda;
const endOfImage = 0xd9;

/** A second 0xFF only fills up; all else before the first scan says how long it is. */
function afterSegment(bytes: Uint8Array, at: number): number {
  return bytes[at + 1] === 0xff ? at + 1 : at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
}

/** Every APP segment but those that say how the colours are meant, and comments. */
function isRemark(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const name = String.fromCharCode(...bytes.subarray(at + 4, at + 16));
  const isColour = name.startsWith('JFIF\0') || name.startsWith('Adobe') || name.startsWith('ICC_PROFILE\0');
  return !isColour;
}

/** From the first scan to the end of the image. What a phone puts behind it, such as a second picture, stays away. */
function throughEnd(bytes: Uint8Array, start: number): Uint8Array {
  for (let at = bytes.indexOf(0xff, start + 2); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === endOfImage) return bytes.subarray(start, at + 2);
    // Tables between two scans may hold the same two bytes by chance.
    if (tables.has(marker)) at = afterSegment(bytes, at) - 1;
  }
  return bytes.subarray(start);
}

const tables = new Set([0xc4, 0xdb, 0xdd, scan]);

const remarks = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** The same for a PNG, whose chunks bear names. */
export function barePng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!remarks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joinBytes(kept);
    at = end;
  }
  return joinBytes(kept);
}
