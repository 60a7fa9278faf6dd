import { bigEndian32, latin } from '../bytes.js';

/** A piece of an MP4, MOV, 3GP or HEIC file. Its content ends where it claims to, be that beyond the file. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Boxes side by side from one place to another, as far as the bytes look like boxes. */
export function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  let at = from;
  for (let n = 0; n < MOST_BOXES && at + 8 <= to; n++) {
    const box = boxAt(bytes, at, to);
    if (box === null) return;
    yield box;
    at = box.end;
  }
}

/** A film in fragments has a few for every second. */
const MOST_BOXES = 100_000;

/** Whether the film or its table of contents claims more bytes than there are: the file was cut. */
export function breaksOff(bytes: Uint8Array): boolean {
  let hasFilm = false;
  for (const box of boxesIn(bytes, 0, bytes.length)) {
    if (box.end > bytes.length) return VITAL.has(box.type);
    // Zeros behind a film do no harm; instead of one they are what a broken download left.
    if (box.type === '\0\0\0\0') return !hasFilm;
    hasFilm ||= box.type === 'mdat' || box.type === 'moov' || box.type === 'moof';
  }
  return false;
}

/** Of these we are certain. What else stands there may be no box at all, or one that nobody misses. */
const VITAL = new Set(['ftyp', 'moov', 'mdat', 'moof', 'meta']);

/** A size of 1 says that the true one follows in eight bytes, and 0 that the box is the last. */
function boxAt(bytes: Uint8Array, at: number, to: number): Box | null {
  const size = bigEndian32(bytes, at);
  const type = latin(bytes, at + 4, 4);
  if (size === 0) return { type, start: at + 8, end: to };
  if (size >= 8) return { type, start: at + 8, end: at + size };
  if (size !== 1 || at + 16 > to) return null;
  const large = bigEndian64(bytes, at + 8);
  return large < 16 ? null : { type, start: at + 16, end: at + large };
}

export function bigEndian64(bytes: Uint8Array, at: number): number {
  return bigEndian32(bytes, at) * 2 ** 32 + bigEndian32(bytes, at + 4);
}
