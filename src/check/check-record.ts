import { finding } from '../findings/finding.js';
import type { Field, FieldId, StatisticsForm } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { CountReading, FieldReading, OnlineReading } from '../model/reading.js';
import type { FieldValue, StatisticsRecord, UnfilledFields } from '../model/submission.js';
import { refusedFields } from './record-schema.js';

export interface CheckedRecord {
  readonly record: StatisticsRecord;
  readonly unfilled: UnfilledFields;
  readonly findings: readonly Finding[];
}

/**
 * The valid record of what was read: the schema built from the form decides what a count may be, and what was changed
 * on the way is said. A field that cannot be trusted is left out, never 0.
 */
export function checkRecord(readings: ReadonlyMap<FieldId, FieldReading>, form: StatisticsForm): CheckedRecord {
  const candidates: Record<FieldId, FieldValue> = {};
  const unfilled: Record<FieldId, 'blank' | 'none'> = {};
  const findings: Finding[] = [];
  for (const field of form.fields) {
    const read = readings.get(field.id);
    if (read === undefined) continue;
    if (isPlainCount(read.reading)) {
      candidates[field.id] = { value: read.reading.value, estimate: false, place: read.place, found: read.found };
      continue;
    }
    const { value, unfilled: how, said } = judgeReading(field, read);
    findings.push(...said);
    if (how !== null) unfilled[field.id] = how;
    if (value !== null) candidates[field.id] = value;
  }
  const { record, refused } = applySchema(candidates, form);
  const kept = findings.filter((one) => !refused.some((other) => sameCell(one, other)));
  return { record, unfilled, findings: [...kept, ...refused] };
}

/** A number typed as one, of which there is nothing to say. */
function isPlainCount(reading: CountReading | OnlineReading): reading is CountReading & { kind: 'count' } {
  return (
    reading.kind === 'count' && 'changed' in reading && !(reading.changed || reading.estimate || reading.households)
  );
}

interface Judged {
  readonly value: FieldValue | null;
  readonly unfilled: 'blank' | 'none' | null;
  readonly said: readonly Finding[];
}

function judgeReading(field: Field, read: FieldReading): Judged {
  const { reading, place, found } = read;
  const value = (one: number | string, estimate = false): FieldValue => ({ value: one, estimate, place, found });
  switch (reading.kind) {
    case 'blank':
      return { value: null, unfilled: 'blank', said: [] };
    case 'none':
      return { value: null, unfilled: 'blank' in reading && reading.blank ? 'blank' : 'none', said: [] };
    case 'picture':
      return { value: value('（图片）'), unfilled: null, said: [] };
    case 'text':
      return { value: value(reading.text), unfilled: null, said: emptyAnswer(field, reading, read) };
    case 'count': {
      const estimate = 'estimate' in reading && reading.estimate;
      return { value: value(reading.value, estimate), unfilled: null, said: remarks(field, reading, read) };
    }
    default:
      return { value: null, unfilled: null, said: [trouble(field, reading, read)] };
  }
}

function emptyAnswer(field: Field, reading: OnlineReading & { kind: 'text' }, read: FieldReading): Finding[] {
  return reading.empty ? [finding('online/not-a-link', { label: field.label }, read.place, read.found)] : [];
}

/** What was done to a number before it was taken: one finding for each cell, the weightiest. */
function remarks(field: Field, reading: { kind: 'count'; value: number }, read: FieldReading): Finding[] {
  const { place, found } = read;
  const { value } = reading;
  const label = field.label;
  if (!('changed' in reading)) return [];
  const manner = reading as CountReading & { kind: 'count' };
  if (manner.estimate) return [finding('count/estimate', { label, value, counted: true }, place, found)];
  if (manner.households && field.sessionsField !== undefined)
    return [finding('count/households', { label, value }, place, found)];
  return manner.changed ? [finding('count/normalised', { label, value }, place, found)] : [];
}

type Trouble = Extract<CountReading, { kind: 'formula-error' | 'formula-without-value' | 'unreadable' }>;

function trouble(field: Field, reading: Trouble, read: FieldReading): Finding {
  const { place, found } = read;
  const label = field.label;
  switch (reading.kind) {
    case 'formula-error':
      return finding('count/formula-error', { label, code: reading.code }, place, found);
    case 'formula-without-value':
      return finding('count/formula-without-value', { label, formula: reading.formula }, place, found);
    case 'unreadable': {
      const { suggestion } = reading;
      return finding('count/unreadable', { label, ...(suggestion === undefined ? {} : { suggestion }) }, place, found);
    }
  }
}

/** Runs the schema; each field it refuses is a finding and leaves the record. */
function applySchema(candidates: Record<FieldId, FieldValue>, form: StatisticsForm) {
  const refusedIds = refusedFields(candidates, form);
  if (refusedIds.size === 0) return { record: candidates, refused: [] };
  const record = Object.fromEntries(Object.entries(candidates).filter(([id]) => !refusedIds.has(id)));
  const refused = form.fields.flatMap((field) => {
    const value = candidates[field.id];
    return value !== undefined && refusedIds.has(field.id) ? [refusal(field, value)] : [];
  });
  return { record, refused };
}

function refusal(field: Field, { value, place, found }: FieldValue): Finding {
  const label = field.label;
  if (typeof value !== 'number') return finding('count/unreadable', { label }, place, found);
  return Number.isInteger(value)
    ? finding('count/negative', { label, value }, place, found)
    : finding('count/fraction', { label, value }, place, found);
}

function sameCell(one: Finding, other: Finding): boolean {
  return JSON.stringify(one.place) === JSON.stringify(other.place);
}
