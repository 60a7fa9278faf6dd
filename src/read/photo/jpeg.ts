import { joinBytes } from '../../model/join-bytes.js';
import { bigEndian16, uint8 } from '../bytes.js';
import { isLargelyZero } from '../zero-part.js';
import type { ProbedPixels } from './pixels.js';

/**
 * Walks every marker from start to end of image, so that a photo cut off in the middle is noticed. What a phone puts
 * behind the end, such as a second picture or a film, is of no account.
 */
export function probeJpeg(bytes: Uint8Array): ProbedPixels {
  let width = 0;
  let height = 0;
  let scans = 0;
  for (let at = bytes.indexOf(0xff, 2); at !== -1; at = bytes.indexOf(0xff, afterMarker(bytes, at))) {
    const marker = uint8(bytes, at + 1);
    if (marker === END)
      return { width, height, damaged: width === 0 || scans === 0 || isLargelyZero(bytes.subarray(0, at)) };
    if (marker === SCAN) scans++;
    if (isFrame(marker)) {
      height = bigEndian16(bytes, at + 5);
      width = bigEndian16(bytes, at + 7);
    }
  }
  return { width, height, damaged: true };
}

/**
 * What the camera noted, as a JPEG without a picture, for the library that reads it; null where it noted nothing. Given
 * the whole file the library would gather millions of empty segments.
 */
export function notesOf(bytes: Uint8Array): Uint8Array | null {
  for (let at = bytes.indexOf(0xff, 2); at !== -1; at = bytes.indexOf(0xff, afterMarker(bytes, at))) {
    const marker = uint8(bytes, at + 1);
    if (marker === END || marker === SCAN) return null;
    if (marker !== NOTES || !EXIF.every((byte, n) => uint8(bytes, at + 4 + n) === byte)) continue;
    const segment = bytes.subarray(at, afterMarker(bytes, at));
    return joinBytes([bytes.subarray(0, 2), segment, Uint8Array.of(0xff, END)]);
  }
  return null;
}

const END = 0xd9;
const SCAN = 0xda;
const NOTES = 0xe1;
/** What stands first in the camera's notes: Exif and two zeros. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** Where to look for the marker after this one. */
function afterMarker(bytes: Uint8Array, at: number): number {
  const marker = uint8(bytes, at + 1);
  if (marker === 0xff) return lastOfRun(bytes, at + 1);
  if (marker === 0) return at + 1;
  if (isBare(marker)) return at + 2;
  const end = at + 2 + bigEndian16(bytes, at + 2);
  return marker === SCAN ? endOfScan(bytes, end) : end;
}

/** Any number of 0xFF may stand before a marker: asked for one by one, millions of them would take seconds. */
function lastOfRun(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at + 1] === 0xff) at++;
  return at;
}

/** Markers without a length: restarts, a repeated start, and one kept for arithmetic coding. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The next marker after compressed data, in which 0xFF is followed by a zero or a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = uint8(bytes, at + 1);
    const inside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!inside) return at;
  }
  return bytes.length;
}
