import type { Campaign, Instant } from '../model/campaign.js';
import type { RunRecord, SeenItem } from '../model/snapshot.js';
import type { Entry } from '../model/submission.js';
import { recall } from './collect.js';
import type { Memory } from './memory.js';

type Remembered = Pick<Memory, 'examination' | 'receipt'>;

/** The runs around a past moment: the last one not after it, and the first one after it. */
export interface RunsAround {
  readonly before: { readonly run: RunRecord; readonly items: readonly SeenItem[] } | null;
  readonly after: { readonly items: readonly SeenItem[] } | null;
}

/**
 * What lay in the inbox at a past moment, as it was known: what the last run not after it saw, and what the next run
 * found that had come between that run and the moment.
 */
export function replay(around: RunsAround, asOf: Instant, memory: Remembered, campaign: Campaign): readonly Entry[] {
  const seen = around.before?.items ?? [];
  const known = new Set(seen.map((item) => `${item.sha256} ${item.key}`));
  const since = around.before?.run.asOf ?? null;
  const came = (around.after?.items ?? []).filter((item) => !known.has(`${item.sha256} ${item.key}`) && !item.gone);
  return [
    ...seen.flatMap((item) => recall(item, memory, campaign, item.gone)),
    ...came
      .flatMap((item) => recall(item, memory, campaign, false))
      .filter(({ receipt }) => isAfter(receipt.at, since) && !isAfter(receipt.at, asOf)),
  ];
}

function isAfter(instant: Instant, other: Instant | null): boolean {
  return other === null || new Date(instant).getTime() > new Date(other).getTime();
}
