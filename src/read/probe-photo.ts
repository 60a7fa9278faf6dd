import type { Format } from '../model/rules.js';
import type { Photo } from '../model/submission.js';
import { probeJpeg } from './photo/jpeg.js';
import { probeBmp, probeGif, probePng, probeWebp } from './photo/other-photos.js';

/** Size in pixels, and whether the picture breaks off or is no picture. */
export type ProbedPhoto = Photo & { readonly damaged: boolean };

/** Formats whose headers are not read here give a size of 0 and no damage. Content never throws. */
export function probePhoto(bytes: Uint8Array, format: Format): ProbedPhoto {
  return probes[format]?.(bytes) ?? { width: 0, height: 0, damaged: false };
}

const probes: Partial<Record<Format, (bytes: Uint8Array) => ProbedPhoto>> = {
  jpg: probeJpeg,
  png: probePng,
  gif: probeGif,
  bmp: probeBmp,
  webp: probeWebp,
};
