import { finding } from '../findings/finding.js';
import type { Campaign } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { Activity, StatisticsRecord, Submission } from '../model/submission.js';

/** A figure fallen below this part of the earlier version's is asked about. */
const droppedTo = 0.5;
/** Texts that share this part of their pairs of characters tell of the same activity. */
const alike = 0.5;

/** Figures of a later version that fell by half or more, or to nothing, against the accepted one before it. */
export function droppedFigures(before: Submission, after: Submission, campaign: Campaign): readonly Finding[] {
  const earlier = before.examination.statistics;
  const later = after.examination.statistics;
  if (earlier === null || later === null) return [];
  return campaign.forms.statistics.fields.flatMap((field) => {
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
  const missing = earlier.filter((activity) => !later.some((other) => sameActivity(activity, other)));
  if (missing.length === 0) return [];
  return [finding('progress/not-cumulative', { missing: missing.length, earlier: before.path }, { kind: 'file' })];
}

function sameActivity(a: Activity, b: Activity): boolean {
  // Villages tell different days in the same words, so two known days decide.
  if (a.day !== null && b.day !== null) return a.day === b.day;
  return similarity(a.text, b.text) >= alike;
}

/** Dice's coefficient over pairs of neighbouring characters (L. R. Dice, Ecology 26, 1945): 0 to 1. */
function similarity(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common++;
  return (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
  return new Set(signs.slice(1).map((sign, n) => `${signs[n]}${sign}`));
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
    .filter((field) => field.level === null || fills.includes(field.level))
    .reduce((sum, field) => sum + (numberIn(record, field.id) ?? 0), 0);
  if (activities.length <= sessions) return [];
  return [finding('series/reports-disagree', { activities: activities.length, sessions }, { kind: 'file' })];
}
