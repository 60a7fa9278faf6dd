import { finding } from '../findings/finding.js';
import type { Campaign } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { Activity, StatisticsRecord, Submission } from '../model/submission.js';
import { missingFrom } from './match-activities.js';
import { isOwnField } from './rules-of-unit.js';

/** A figure fallen below this part of the earlier version's is asked about. */
const droppedTo = 0.5;

/** The unit's own figures that fell by half or more, or to nothing, against the accepted version before. */
export function droppedFigures(before: Submission, after: Submission, campaign: Campaign): readonly Finding[] {
  const earlier = before.examination.statistics;
  const later = after.examination.statistics;
  if (earlier === null || later === null) return [];
  const fills = after.unit?.fills ?? [campaign.reportingLevel];
  const own = campaign.forms.statistics.fields.filter((field) => isOwnField(field, fills));
  return own.flatMap((field) => {
    const was = numberIn(earlier, field.id);
    const is = numberIn(later, field.id);
    if (was === null || was < 2 || (is ?? 0) > was * droppedTo) return [];
    const args = { label: field.label, value: is ?? 0, before: was, earlier: before.path };
    const value = later[field.id];
    return [finding('series/dropped', args, value?.place ?? { kind: 'file' }, value?.found)];
  });
}

function numberIn(record: StatisticsRecord, id: string): number | null {
  const value = record[id]?.value;
  return typeof value === 'number' ? value : null;
}

/** Reports are cumulative: activities of an earlier one that a later one no longer has. Rewording does not matter. */
export function lostActivities(before: Submission, after: Submission): readonly Finding[] {
  const earlier = before.examination.progress?.activities ?? [];
  const later = after.examination.progress?.activities ?? [];
  const missing = missingFrom(earlier, later).length;
  return missing === 0 ? [] : [finding('progress/not-cumulative', { missing, earlier: before.path }, { kind: 'file' })];
}

/** More activities told than sessions counted: one of the two is wrong. */
export function reportsDisagree(
  activities: readonly Activity[],
  record: StatisticsRecord,
  fills: readonly string[],
  campaign: Campaign,
): readonly Finding[] {
  const sessions = campaign.forms.statistics.fields
    .filter((field) => campaign.forms.statistics.fields.some((other) => other.sessionsField === field.id))
    .filter((field) => isOwnField(field, fills))
    .reduce((sum, field) => sum + (numberIn(record, field.id) ?? 0), 0);
  if (activities.length <= sessions) return [];
  return [finding('series/reports-disagree', { activities: activities.length, sessions }, { kind: 'file' })];
}
