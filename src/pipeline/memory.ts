import type { Instant } from '../model/campaign.js';
import type { KnownReceipt, SeenItem, StoredEntry } from '../model/snapshot.js';

/** What earlier runs left behind, as collecting needs it. The ledger gives it; without one nothing is remembered. */
export interface Memory {
  /** The as-of of the run before this one; null where there was none. */
  readonly since: Instant | null;
  /** What lay in the inbox then, by path. */
  readonly seen: ReadonlyMap<string, SeenItem>;
  /** What had counted, and was gone from the inbox even then. */
  readonly gone: readonly SeenItem[];
  /** When content was first received. */
  readonly receipt: (sha256: string) => KnownReceipt | null;
  readonly examination: (key: string) => readonly StoredEntry[] | null;
  readonly keep: (key: string, sha256: string, entries: readonly StoredEntry[]) => void;
}

export const noMemory: Memory = {
  since: null,
  seen: new Map(),
  gone: [],
  receipt: () => null,
  examination: () => null,
  keep: () => undefined,
};
