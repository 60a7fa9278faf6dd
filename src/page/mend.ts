import type { Finding } from '../model/finding.js';

/** A copy of a file in which what could be mended without asking is mended. */
export interface Mended {
  readonly bytes: Uint8Array;
}

/** Null where there is nothing to mend. */
export type Mend = (bytes: Uint8Array, findings: readonly Finding[]) => Mended | null;

/** Nothing is mended yet, so that the page offers no copy. */
export const mendCounts: Mend = () => null;
