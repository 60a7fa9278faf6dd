import type { Day } from '../../model/campaign.js';
import { isDay } from '../../model/day.js';
import type { Format } from '../../model/rules.js';
import { notesOf } from './jpeg.js';

/**
 * The day on which the camera says it took a photo; null where it says none. Only JPEG is asked: on a HEIC whose boxes
 * are empty the library never comes back. It is loaded for the first photo. Content never throws.
 */
export async function takenOn(bytes: Uint8Array, format: Format): Promise<Day | null> {
  const notes = format === 'jpg' ? notesOf(bytes) : null;
  if (notes === null) return null;
  const { parse } = await import('exifr/dist/lite.esm.mjs');
  try {
    const tags = await parse(notes, ONLY_THAT);
    return dayOf(tags?.DateTimeOriginal);
  } catch {
    return null;
  }
}

const POINTER_TO_EXIF = 0x8769;
/** One object for all photos, as the library keeps each that it is given. A `Date` would depend on the time zone. */
const ONLY_THAT = {
  ifd0: { pick: [POINTER_TO_EXIF] },
  exif: { pick: ['DateTimeOriginal'] },
  gps: false,
  reviveValues: false,
};

/** Clocks that nobody has set begin before this year, or say zeros. */
const FIRST_YEAR = '2005';

/** Of `2023:05:08 09:12:44`; some programs write other signs in between. */
function dayOf(stamp: unknown): Day | null {
  const match = /^\s*(\d{4})[:/.-](\d{2})[:/.-](\d{2})(?!\d)/.exec(String(stamp));
  if (match === null) return null;
  const [, year = '', month, day] = match;
  const written = `${year}-${month}-${day}`;
  return isDay(written) && year >= FIRST_YEAR ? written : null;
}
