import { int, strictObject, string, union } from 'zod';
import type { Field, StatisticsForm } from '../model/campaign.js';
import { once } from '../model/memo.js';

/** The schema of a statistics record, built from the form's definition: a new form needs no code. */
export const recordSchema = once((form: StatisticsForm) =>
  strictObject(Object.fromEntries(form.fields.map((field) => [field.id, valueSchema(field).optional()]))),
);

const count = int().nonnegative();
const text = string().min(1).max(32_767);

function valueSchema(field: Field) {
  if (field.kind === 'count') return count;
  return field.kind === 'text' ? text : union([count, text]);
}
