import { int, strictObject, string, union } from 'zod';
import type { Field, FieldId, StatisticsForm } from '../model/campaign.js';
import { once } from '../model/memo.js';
import type { StatisticsRecord } from '../model/submission.js';

/** The schema of a statistics record, built from the form's definition: a new form needs no code. */
export const recordSchema = once((form: StatisticsForm) =>
  strictObject(Object.fromEntries(form.fields.map((field) => [field.id, valueSchema(field).optional()]))),
);

/**
 * The fields whose values the schema refuses. It asks the same of a count in every field, and nothing of one field for the
 * sake of another, so that counts it took lately are not asked again: the same small figures stand in most forms.
 */
export function refusedFields(record: StatisticsRecord, form: StatisticsForm): ReadonlySet<FieldId> {
  const accepted = acceptedCounts(form);
  const values: Record<FieldId, number | string> = {};
  for (const { id, kind } of form.fields) {
    const value = record[id]?.value;
    if (value !== undefined && (kind === 'text' || !accepted.has(value))) values[id] = value;
  }
  const open = Object.values(values);
  if (open.length === 0) return none;
  const parsed = recordSchema(form).safeParse(values);
  if (!parsed.success) return new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  if (accepted.size > mostAccepted) accepted.clear();
  for (const value of open) if (typeof value === 'number') accepted.add(value);
  return none;
}

const none: ReadonlySet<FieldId> = new Set();
/** More are not kept. */
const mostAccepted = 20_000;
const acceptedCounts = once((_: StatisticsForm) => new Set<number | string>());

const count = int().nonnegative();
const text = string().min(1).max(32_767);

function valueSchema(field: Field) {
  if (field.kind === 'count') return count;
  return field.kind === 'text' ? text : union([count, text]);
}
