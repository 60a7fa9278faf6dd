import { uint8, uint16, uint32 } from '../bytes.js';
import { artRecords } from '../office-art.js';

/** A picture's frame names a file of its own before its content. */
const NAMES_A_FILE = 0x66;
const STORE_ENTRY = 0xf007;
const STORE_ENTRY_BYTES = 36;
/** Pictures of pixels, stored as the files they were: JPEG and PNG. */
const FILES = new Set([0xf01d, 0xf01e, 0xf02a]);

/** The file of a picture at its place in the data stream (MS-DOC 2.9.190); null where it is no JPEG or PNG. */
export function storedBlip(data: Uint8Array, location: number): Uint8Array | null {
  const length = uint32(data, location);
  const header = uint16(data, location + 4);
  if (header < 8 || length <= header || location + length > data.length) return null;
  const named = uint16(data, location + 6) === NAMES_A_FILE ? 1 + uint8(data, location + header) : 0;
  return firstFile(data.subarray(location + header + named, location + length));
}

function firstFile(drawing: Uint8Array): Uint8Array | null {
  for (const { type, instance, data } of artRecords(drawing)) {
    if (FILES.has(type)) return data.subarray(contentStart(instance));
    if (type !== STORE_ENTRY) continue;
    const inside = firstFile(data.subarray(STORE_ENTRY_BYTES + uint8(data, 33)));
    if (inside !== null) return inside;
  }
  return null;
}

/** Behind one or two digests and a byte; an odd instance says two. */
function contentStart(instance: number): number {
  return instance % 2 === 1 ? 33 : 17;
}
