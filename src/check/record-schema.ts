import { int, strictObject, string, union } from 'zod';
import type { Field, StatisticsForm } from '../model/campaign.js';
import { once } from '../model/memo.js';

/** The schema of a statistics record, built from the form's definition: a new form needs no code. */
export const recordSchema = once((form: StatisticsForm) =>
  strictObject(Object.fromEntries(form.fields.map((field) => [field.id, valueSchema(field).optional()]))),
);

/**
 * Counts that the schema took lately. It asks the same of a count in every field, and nothing of one field for the sake of
 * another, so that those need not be asked again: the same small figures stand in most forms.
 */
export const acceptedCounts = once((_: StatisticsForm) => new Set<number>());

const count = int().nonnegative();
const text = string().min(1).max(32_767);

function valueSchema(field: Field) {
  if (field.kind === 'count') return count;
  return field.kind === 'text' ? text : union([count, text]);
}
