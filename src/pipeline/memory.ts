import type { Instant } from '../model/campaign.js';
import type { SeenItem } from '../model/snapshot.js';
import type { Receipt } from '../model/submission.js';

/** What earlier runs left behind, as collecting needs it. The ledger gives it; without one nothing is remembered. */
export interface Memory {
  /** The as-of of the run before this one; null where there was none. */
  readonly since: Instant | null;
  /** What lay in the inbox then, by path. */
  readonly seen: ReadonlyMap<string, SeenItem>;
  /** What had counted, and was gone from the inbox even then. */
  readonly gone: readonly SeenItem[];
  /** When content was first received. */
  readonly receipt: (sha256: string) => Receipt | null;
  /** What a file turned out to be, packed. */
  readonly examination: (key: string) => string | null;
  readonly isKept: (key: string) => boolean;
  readonly keep: (key: string, body: string) => void;
}

export const noMemory: Memory = {
  since: null,
  seen: new Map(),
  gone: [],
  receipt: () => null,
  examination: () => null,
  isKept: () => false,
  keep: () => undefined,
};
