import type { Format } from '../model/rules.js';
import { breaksOff } from './video/boxes.js';
import { secondsOfAvi, secondsOfMovie } from './video/duration.js';
import { isLargelyZero } from './zero-part.js';

export interface ProbedVideo {
  /** Null where the file does not say, or says it in a way not read here. */
  readonly seconds: number | null;
  /** Certainly cut off. A file of which that cannot be told is taken for whole. */
  readonly damaged: boolean;
}

/** Cameras leave room in a film for what they note at its end, which may be much of a short one. */
const zeroShare = 3;

/** Only headers are read, so a long film costs no more than a short one. Content never throws. */
export function probeVideo(bytes: Uint8Array, format: Format): ProbedVideo {
  const damaged = isLargelyZero(bytes, zeroShare);
  if (format === 'avi') return { seconds: secondsOfAvi(bytes), damaged };
  const boxed = format === 'mp4' || format === 'mov' || format === '3gp';
  return boxed ? { seconds: secondsOfMovie(bytes), damaged: damaged || breaksOff(bytes) } : { seconds: null, damaged };
}
