import type { Campaign, Instant } from '../model/campaign.js';
import type { Correction, FieldChange } from '../model/report.js';
import type { StatisticsRecord, Submission } from '../model/submission.js';
import { inOrder, type UnitSettlement } from './settle-unit.js';

/** What changed from each version of the unit's statistics table to the next, refused versions included. */
export function correctionsOf(
  { settled }: UnitSettlement,
  campaign: Campaign,
  zoned: (instant: Instant) => Instant,
): readonly Correction[] {
  const versions = inOrder(settled.filter((one) => one.outcome !== 'duplicate').map((one) => one.submission)).filter(
    (one) => one.examination.statistics !== null,
  );
  return versions.slice(1).map((after, n) => {
    const before = versions[n] as Submission;
    const changes = changesBetween(before.examination.statistics ?? {}, after.examination.statistics ?? {}, campaign);
    return { from: before.path, to: after.path, receivedAt: zoned(after.receipt.at), changes };
  });
}

function changesBetween(before: StatisticsRecord, after: StatisticsRecord, campaign: Campaign): FieldChange[] {
  return campaign.forms.statistics.fields.flatMap(({ id, label }) => {
    const was = before[id]?.value ?? null;
    const is = after[id]?.value ?? null;
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}
