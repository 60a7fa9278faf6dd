import type { Format } from '../../model/rules.js';
import { notesOf } from './jpeg.js';

/** Whether a photo is stored as it is to be seen; if not, the camera noted how to turn it. Content never throws. */
export async function isUpright(bytes: Uint8Array, format: Format): Promise<boolean> {
  const notes = format === 'jpg' ? notesOf(bytes) : null;
  if (notes === null) return true;
  const { parse } = await import('exifr/dist/lite.esm.mjs');
  try {
    const tags = await parse(notes, ONLY_THAT);
    return (tags?.Orientation ?? 1) === 1;
  } catch {
    return true;
  }
}

/** One object for all photos, as the library keeps each that it is given. */
const ONLY_THAT = { ifd0: { pick: ['Orientation'] }, exif: false, gps: false, translateValues: false };
