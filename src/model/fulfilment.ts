import type { Receipt } from './submission.js';

/** How far one unit has met one material of one deadline. */
export interface Fulfilment {
  readonly material: string;
  /** When enough of it that can be accepted was there; null where it is still owed. */
  readonly complete: Receipt | null;
  /** When the first of it came, accepted or not; null where nothing came. */
  readonly came: Receipt | null;
}
