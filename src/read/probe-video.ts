import type { Format } from '../model/rules.js';
import { breaksOff } from './video/boxes.js';
import { secondsOfAvi, secondsOfMovie } from './video/duration.js';

export interface ProbedVideo {
  /** Null where the file does not say, or says it in a way not read here. */
  readonly seconds: number | null;
  /** Certainly cut off. A file of which that cannot be told is taken for whole. */
  readonly damaged: boolean;
}

/** Only headers are read, so a long film costs no more than a short one. Content never throws. */
export function probeVideo(bytes: Uint8Array, format: Format): ProbedVideo {
  if (format === 'avi') return { seconds: secondsOfAvi(bytes), damaged: false };
  const boxed = format === 'mp4' || format === 'mov' || format === '3gp';
  return boxed ? { seconds: secondsOfMovie(bytes), damaged: breaksOff(bytes) } : { seconds: null, damaged: false };
}
