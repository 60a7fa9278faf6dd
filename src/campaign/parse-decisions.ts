import * as z from 'zod';
import type { Campaign, Roster } from '../model/campaign.js';
import type { Decision, FileTarget } from '../model/decision.js';
import { readRows } from './csv-rows.js';
import { editedDay } from './edited-day.js';
import { CampaignFileError } from './problem.js';

/** Column names and actions may be written in either language. */
const columns: Readonly<Record<string, string>> = {
  ...{ 处理: 'action', 文件: 'file', 单位: 'unit', 材料: 'material', 时限: 'deadline', 内容: 'value' },
  ...{ 理由: 'reason', 经办人: 'who', 日期: 'date' },
};
const actions = {
  归属: 'assign',
  采用: 'accept',
  撤回: 'withdraw',
  收到时间: 'received',
  延期: 'extend',
  免报: 'exempt',
} as const;
export const decisionActions = ['assign', 'accept', 'withdraw', 'received', 'extend', 'exempt'] as const;

/** A column's own name, where it may stand in Chinese. */
export function columnOf(header: string): string {
  return columns[header] ?? header;
}

/** An action's own name, where it may be given in Chinese. */
export function actionOf(word: string): string {
  return actions[word as keyof typeof actions] ?? word;
}

export const decisionColumns = [
  'action',
  'file',
  'sha256',
  'unit',
  'material',
  'deadline',
  'value',
  'reason',
  'who',
  'date',
];

/** Of every decision. */
const required = ['action', 'reason', 'who', 'date'];

const action = z.preprocess((word) => actionOf(String(word ?? '')), z.enum(decisionActions));
const blank = z.string().default('');
const row = z.object({
  action,
  file: blank,
  sha256: z
    .union([
      z.literal(''),
      z
        .string()
        .regex(/^[0-9a-f]{8,64}$/i, 'expected at least eight hexadecimal digits')
        .toLowerCase(),
    ])
    .default(''),
  unit: blank,
  material: blank,
  deadline: blank,
  value: blank.transform(editedDay),
  reason: z.string('expected a reason').min(1, 'expected a reason'),
  who: z.string('expected who decided').min(1, 'expected who decided'),
  date: z.string().default('').transform(editedDay).pipe(z.iso.date('expected a day such as 2023-05-20')),
});
type Row = z.infer<typeof row>;

export type ParseInstant = (text: string, timeZone: string) => string | null;

/** The decisions of a decisions.csv. Throws `CampaignFileError` with line, column and what was expected. */
export function parseDecisions(
  bytes: Uint8Array,
  path: string,
  campaign: Campaign,
  roster: Roster,
  parseInstant: ParseInstant,
): readonly Decision[] {
  const problems: string[] = [];
  const decisions: Decision[] = [];
  const rows = readRows(bytes, path, columns);
  const lacking = required.filter((column) => rows[0] !== undefined && !(column in rows[0].record));
  if (lacking.length > 0) throw new CampaignFileError(path, [`1 file: expected a column ${lacking.join(', ')}`]);
  for (const { record, line } of rows) {
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => `${line} ${issue.path.join('.')}: ${issue.message}`));
      continue;
    }
    const decision = decide(parsed.data, line, { campaign, roster, parseInstant });
    if (typeof decision === 'string') problems.push(`${line} ${decision}`);
    else decisions.push(decision);
  }
  if (problems.length > 0) throw new CampaignFileError(path, problems);
  return decisions;
}

interface Known {
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly parseInstant: ParseInstant;
}

/** The decision a row means, or what is wrong with it. */
function decide(data: Row, line: number, known: Known): Decision | string {
  const base = { line, reason: data.reason, who: data.who, date: data.date };
  const { action: verb } = data;
  if (verb === 'extend' || verb === 'exempt') return decideOnUnit(data, verb, base, known);
  const file = targetOf(data);
  if (file === null) return 'file: expected a path or a sha256';
  if (verb === 'accept' || verb === 'withdraw') return { ...base, action: verb, file };
  if (verb === 'received') {
    const at = known.parseInstant(data.value, known.campaign.timeZone);
    return at === null ? 'value: expected a time such as 2023-05-09T16:30' : { ...base, action: verb, file, at };
  }
  return assign(data, base, file, known);
}

type Base = Pick<Decision, 'line' | 'reason' | 'who' | 'date'>;

function decideOnUnit(
  data: Row,
  verb: 'extend' | 'exempt',
  base: Base,
  { campaign, roster }: Known,
): Decision | string {
  const unit = unitId(data.unit, roster);
  const deadlines = campaign.deadlines.map((one) => one.id);
  const deadline = campaign.deadlines.find((one) => one.id === data.deadline || one.name === data.deadline)?.id;
  if (unit === null) return `unit: expected an id or name of the roster (${data.unit})`;
  if (deadline === undefined && (verb === 'extend' || data.deadline !== ''))
    return `deadline: expected one of ${deadlines.join(', ')}`;
  if (verb === 'exempt') return { ...base, action: verb, unit, deadline: deadline ?? null };
  const due = z.iso.date().safeParse(data.value);
  if (!due.success || deadline === undefined) return 'value: expected a day such as 2023-05-22';
  return { ...base, action: verb, unit, deadline, due: due.data };
}

function assign(data: Row, base: Base, file: FileTarget, { campaign, roster }: Known): Decision | string {
  const unit = data.unit === '' ? null : unitId(data.unit, roster);
  const material = campaign.materials.find((one) => one.id === data.material || one.name === data.material)?.id ?? null;
  if (data.unit !== '' && unit === null) return `unit: expected an id or name of the roster (${data.unit})`;
  if (data.material !== '' && material === null)
    return `material: expected one of ${campaign.materials.map((one) => one.id).join(', ')}`;
  if (unit === null && material === null) return 'unit: expected a unit, a material or both';
  return { ...base, action: 'assign', file, unit, material };
}

function targetOf({ file, sha256 }: Row): FileTarget | null {
  return file === '' && sha256 === ''
    ? null
    : { path: file === '' ? null : file.replaceAll('\\', '/'), sha256: sha256 === '' ? null : sha256 };
}

function unitId(name: string, roster: Roster): string | null {
  return roster.find((unit) => unit.id === name || unit.name === name || unit.aliases.includes(name))?.id ?? null;
}
