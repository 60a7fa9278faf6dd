import { bigEndian32, latin, uint8, uint32 } from '../bytes.js';
import { type Box, bigEndian64, boxesIn } from './boxes.js';

/** By the movie's header, wherever the table of contents stands; null where there is none. */
export function secondsOfMovie(bytes: Uint8Array): number | null {
  const contents = childOf(bytes, { type: '', start: 0, end: bytes.length }, 'moov');
  const header = contents && childOf(bytes, contents, 'mvhd');
  if (!header || header.end > bytes.length) return null;
  const long = uint8(bytes, header.start) === 1;
  const scale = bigEndian32(bytes, header.start + (long ? 20 : 12));
  const units = long ? bigEndian64(bytes, header.start + 24) : bigEndian32(bytes, header.start + 16);
  const unknown = units === 0 || units === (long ? 2 ** 64 : 2 ** 32 - 1) || scale === 0;
  return unknown ? null : units / scale;
}

function childOf(bytes: Uint8Array, parent: Box, type: string): Box | null {
  for (const box of boxesIn(bytes, parent.start, Math.min(parent.end, bytes.length))) if (box.type === type) return box;
  return null;
}

/** By the main header, which stands first: microseconds a frame, times the number of frames. */
export function secondsOfAvi(bytes: Uint8Array): number | null {
  if (latin(bytes, 24, 4) !== 'avih') return null;
  const seconds = (uint32(bytes, 32) * uint32(bytes, 48)) / 1_000_000;
  return seconds === 0 ? null : seconds;
}
