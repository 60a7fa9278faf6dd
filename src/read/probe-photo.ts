import type { Format } from '../model/rules.js';
import { probeBmp } from './photo/bmp.js';
import { probeGif } from './photo/gif.js';
import { probeJpeg } from './photo/jpeg.js';
import type { ProbedPixels } from './photo/pixels.js';
import { probePng } from './photo/png.js';
import { probeWebp } from './photo/webp.js';
import { breaksOff } from './video/boxes.js';

/** Formats whose headers are not read here give a size of 0 and no damage. Content never throws. */
export function probePhoto(bytes: Uint8Array, format: Format): ProbedPixels {
  return probes[format]?.(bytes) ?? unread;
}

const unread: ProbedPixels = { width: 0, height: 0, damaged: false };

const probes: Partial<Record<Format, (bytes: Uint8Array) => ProbedPixels>> = {
  jpg: probeJpeg,
  png: probePng,
  gif: probeGif,
  bmp: probeBmp,
  webp: probeWebp,
  heic: (bytes) => ({ ...unread, damaged: breaksOff(bytes) }),
};
