import * as z from 'zod';
import type { Level, Roster, Unit } from '../model/campaign.js';
import { readRows } from './csv-rows.js';
import { CampaignFileError } from './problem.js';

const yesNo = z
  .enum(['yes', 'no', ''], 'expected yes or no')
  .optional()
  .transform((word) => word !== 'no');
const list = z
  .string()
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(/[、,，;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const optionalText = z.string().default('');
/** What Excel saves for a number of more than eleven digits; the last digits are gone. */
const scientific = /^\d(?:\.\d+)?E\+\d+$/i;
const shortenedByExcel =
  'expected an id; Excel shortened a long number: set the column to text and enter it again（编号被 Excel 改成了科学计数，请把这一列设为“文本”再填）';

function rowSchema(levels: readonly string[]) {
  const expected = `expected one of ${levels.join(', ')}`;
  const level = z.string(expected).refine((name) => levels.includes(name), expected);
  return z.object({
    id: z
      .string('expected an id')
      .min(1, 'expected an id')
      .refine((id) => !scientific.test(id), shortenedByExcel),
    name: z.string('expected a name').min(1, 'expected a name'),
    level,
    aliases: list,
    contact: optionalText,
    phone: optionalText,
    email: optionalText,
    fills: list,
    required: yesNo,
    active: yesNo,
  });
}

/** The units of a roster.csv (UTF-8 with or without BOM, or GB18030). Throws `CampaignFileError` with line and column. */
export function parseRoster(bytes: Uint8Array, path: string, levels: readonly Level[]): Roster {
  const schema = rowSchema(levels.map((level) => level.id));
  const parsed = readRows(bytes, path).map(({ record, line }) => ({ line, result: schema.safeParse(record) }));
  const own = new Map(levels.map(({ id }) => [id, [id]]));
  const units = parsed.flatMap(({ result }) =>
    result.success && result.data.active ? [unitOf(result.data, own)] : [],
  );
  const problems = [
    ...parsed.flatMap(
      ({ line, result }) =>
        result.error?.issues.map((issue) => `${line} ${issue.path.join('.')}: ${issue.message}`) ?? [],
    ),
    ...repeatedIds(parsed.flatMap(({ line, result }) => (result.success ? [{ line, id: result.data.id }] : []))),
  ];
  if (units.length === 0 && problems.length === 0) problems.push('1 file: expected at least one unit');
  if (problems.length > 0) throw new CampaignFileError(path, problems);
  return units;
}

/** Written out in full, and with the lists of all alike, because a country has many units. */
function unitOf(row: z.infer<ReturnType<typeof rowSchema>>, own: ReadonlyMap<string, readonly string[]>): Unit {
  return {
    id: row.id,
    name: row.name,
    level: row.level,
    aliases: row.aliases.length > 0 ? row.aliases : noAliases,
    contact: row.contact,
    phone: row.phone,
    email: row.email,
    fills: row.fills.length > 0 ? row.fills : (own.get(row.level) ?? [row.level]),
    required: row.required,
  };
}

const noAliases: readonly string[] = [];

function repeatedIds(rows: readonly { line: number; id: string }[]): string[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, id }) => {
    if (first.has(id)) return [`${line} id: expected an id not used before (${id})`];
    first.set(id, line);
    return [];
  });
}
