import type { Campaign, Unit } from '../../src/model/campaign.js';
import type { Activity, Examination, StatisticsRecord, Submission } from '../../src/model/submission.js';

const place = { kind: 'sheet', sheet: 'Sheet1', address: 'R5' } as const;

/** A record of these values, as if typed so. */
export function recordOf(values: Readonly<Record<string, number | string>>): StatisticsRecord {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, estimate: false, place, found: `${value}` }]),
  );
}

/** Every count field of the form, at the village's level or of none, with this value. */
export function fullRecord(campaign: Campaign, figure: (n: number) => number): StatisticsRecord {
  const own = campaign.forms.statistics.fields.filter(
    (field) => field.kind === 'count' && (field.level === null || field.level === 'village'),
  );
  return recordOf(Object.fromEntries(own.map((field, n) => [field.id, figure(n)])));
}

export function unitOf(id: string, fills: readonly string[] = ['village']): Unit {
  const none = { aliases: [], contact: '', phone: '', email: '' };
  return { id, name: `${id}村`, level: 'village', ...none, fills, required: true, active: true } as Unit;
}

export function submissionOf(parts: {
  statistics?: StatisticsRecord;
  activities?: readonly Activity[];
  unit?: Unit;
  path?: string;
}): Submission {
  const examination = {
    statistics: parts.statistics ?? null,
    progress: parts.activities ? { activities: parts.activities } : null,
  } as unknown as Examination;
  return { path: parts.path ?? '甲.xlsx', unit: parts.unit ?? unitOf('甲'), examination } as unknown as Submission;
}
