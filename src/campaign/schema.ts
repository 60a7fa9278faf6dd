import * as z from 'zod';
import { bounds as allBounds, type BoundId } from '../model/bounds.js';
import type { Format, RuleId } from '../model/rules.js';

/** The shape of campaign.yaml. What follows from it (fields, layout) is built in `build-campaign.ts`. */

const text = z.string().min(1);
const labels = z.array(text).min(1);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected small letters, digits and hyphens');
const day = z.iso.date();
const count = z.int().nonnegative();
const timeZone = text.refine(isTimeZone, 'expected an IANA time zone such as Asia/Shanghai');

const formats = [
  ...['xlsx', 'xls', 'et', 'ods', 'csv', 'docx', 'doc', 'html', 'text', 'pdf'],
  ...['jpg', 'png', 'gif', 'bmp', 'webp', 'heic', 'tiff'],
  ...['mp4', 'mov', 'avi', 'wmv', 'mkv', 'flv', 'mpeg', '3gp'],
] as [Format, ...Format[]];

const level = z.strictObject({ id, labels, optional: z.boolean().default(false) });

const material = z.strictObject({
  id,
  name: text,
  kind: z.enum(['statistics', 'progress', 'text', 'photos', 'video']),
  words: labels,
  formats: z.array(z.enum(formats)).min(1),
  least: count.default(1),
  most: count.default(1),
});

const cutoff = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "17:30"');
const rollover = z.enum(['none', 'next-workday', 'next-day']);
const deadline = z.strictObject({
  id,
  name: text,
  due: day,
  materials: z.array(text).min(1),
  cutoff: cutoff.optional(),
  rollover: rollover.optional(),
});
const calendar = z.strictObject({ holidays: z.array(day).default([]), workdays: z.array(day).default([]) });

const leaf = z.strictObject({
  id,
  labels,
  kind: z.enum(['count', 'text', 'count-or-text']).default('count'),
  /** For people: the leaf of the same row that counts the sessions they attended. */
  of: text.optional(),
  askAbove: count.optional(),
  askAbovePerSession: count.optional(),
});

const group = z.strictObject({
  id: z.string(),
  labels,
  /** The ids of the leaves below it, where not all of a row stand there. */
  leaves: z.array(text).min(1).optional(),
  optional: z.boolean().default(false),
  askAbove: count.optional(),
});

const block = z.strictObject({
  labels,
  /** `none`: no labels stand between the block's and those of its leaves. */
  groups: z.union([z.literal('levels'), z.literal('none'), z.array(group).min(1)]),
  rows: z.array(z.strictObject({ id, leaves: z.array(leaf).min(1) })).min(1),
});

const unitLine = z.strictObject({ labels, blank: z.string(), inTable: z.boolean() });

const statistics = z.strictObject({
  title: text,
  attachment: text,
  unit: unitLine,
  header: z.array(z.strictObject({ id: text, labels })).default([]),
  blocks: z.array(block).min(1),
  notes: z.array(text).default([]),
});

const progress = z.strictObject({
  title: text,
  attachment: text,
  unit: unitLine,
  columns: z.strictObject({ unit: labels, content: labels, photos: labels }),
  photos: z.strictObject({ least: count, most: count }),
  notes: z.array(text).default([]),
});

/** Each may be set by itself, up to what the readers are made for. */
const bounds = z.strictObject(
  Object.fromEntries(allBounds.map(({ id, most }) => [id, z.int().positive().max(most).optional()])) as Record<
    BoundId,
    z.ZodOptional<z.ZodInt>
  >,
);

/** The shape of a campaign file. The ids of rules are those of the catalogue. */
export function campaignShape(rules: readonly RuleId[]) {
  const rule = z.enum(rules as [RuleId, ...RuleId[]]);
  return z.strictObject({
    id,
    title: text,
    year: z.int().min(1999).max(2999),
    /** For the 会员活动日 only: 第N个. */
    ordinal: z.int().positive().nullable().default(null),
    office: text,
    locale: z.enum(['zh', 'en']).default('zh'),
    timeZone,
    cutoff: cutoff.nullable().default(null),
    rollover: rollover.default('none'),
    calendar: calendar.default({ holidays: [], workdays: [] }),
    period: z.strictObject({ from: day, to: day }),
    levels: z.array(level).min(1),
    reportingLevel: text,
    materials: z.array(material).min(1),
    deadlines: z.array(deadline).min(1),
    forms: z.strictObject({ statistics, progress: progress.optional() }),
    rules: z.partialRecord(rule, z.enum(['error', 'warning', 'info'])).default({}),
    estimates: z.enum(['include', 'exclude']).default('include'),
    bounds: bounds.default({}),
  });
}

export type CampaignFile = z.infer<ReturnType<typeof campaignShape>>;

function isTimeZone(name: string): boolean {
  // Where it is listed, asking for its format would take ten times as long.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
