import type { Place } from './finding.js';

/** The one cell, or row, that explains findings at one stroke. Told to people; nothing is ever changed by it. */
export type Likely =
  /** With this cell alone put right, all of the findings would be gone. */
  | { readonly kind: 'cell'; readonly place: Place }
  /** The figure there is the very one that is missing in the cell beside it. */
  | { readonly kind: 'moved'; readonly place: Place; readonly value: number; readonly to: Place }
  /** Of several rows of values this one, which begins there, is the sum of the others. */
  | { readonly kind: 'sum'; readonly place: Place; readonly of: readonly number[] };
