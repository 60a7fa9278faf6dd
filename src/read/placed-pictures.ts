import type { Format } from '../model/rules.js';
import type { PlacedPictures } from './picture-marks.js';

/** The pictures of a document with their cells; null where its format gives none out. Content never throws. */
export async function placedPictures(bytes: Uint8Array, format: Format): Promise<PlacedPictures | null> {
  try {
    if (format === 'docx') return (await import('./docx/placed-pictures.js')).picturesInDocx(bytes);
    if (format === 'xlsx') return (await import('./xlsx/placed-pictures.js')).picturesInXlsx(bytes);
    return format === 'doc' ? (await import('./doc/placed-pictures.js')).picturesInDoc(bytes) : null;
  } catch {
    return null;
  }
}
