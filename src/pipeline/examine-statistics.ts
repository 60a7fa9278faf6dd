import { checkRecord } from '../check/check-record.js';
import { finding } from '../findings/finding.js';
import { quoted } from '../findings/quoted.js';
import { namesNothing } from '../identify/fold-name.js';
import { ofKind } from '../identify/identify-material.js';
import { type LabelledLines, readLabelledLines } from '../locate/labelled-line.js';
import { locateStatistics } from '../locate/locate-statistics.js';
import type { LocatedForm } from '../locate/located-form.js';
import { placeOf } from '../locate/place.js';
import type { Campaign, Field, FieldId, StatisticsForm } from '../model/campaign.js';
import type { Cell, Document, Table } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { once } from '../model/memo.js';
import type { FieldReading } from '../model/reading.js';
import type { Examination } from '../model/submission.js';
import { parseCount } from '../parse/parse-count.js';
import { parseOnline } from '../parse/parse-online.js';
import { otherYear, otherYearOfTable } from './other-year.js';

/** Fewer fields than this part of the form, and the table is not taken for the form at all. */
const leastPart = 0.4;

export type StatisticsPart = Pick<
  Examination,
  'material' | 'unitText' | 'blank' | 'statistics' | 'unfilled' | 'header' | 'findings'
> & { readonly heading?: string };

/** Reads the statistics table of a document; null where no table of it is one. */
export function examineStatistics(document: Document, campaign: Campaign): StatisticsPart | null {
  const form = campaign.forms.statistics;
  const copies = document.tables
    .flatMap((table) => formsIn(table, form))
    .map((located) => readCopy(located, document, campaign));
  const chosen = chooseCopy(copies, campaign);
  if (chosen === null) return null;
  const { located, readings, unitText, lines } = chosen.copy;
  const { record, unfilled, findings } = checkRecord(readings, form);
  const problems = [...located.findings, ...findings];
  const counted = form.fields.some((field) => field.kind === 'count' && unfilled[field.id] === 'none');
  const empty = Object.keys(record).length === 0 && problems.length === 0 && !counted;
  const emptied = empty && unitText !== null ? [finding('file/empty', { what: 'form' }, placeOf(located.table))] : [];
  return {
    material: ofKind(campaign, 'statistics')?.id ?? null,
    unitText,
    blank: empty && unitText === null,
    statistics: record,
    unfilled: empty ? {} : unfilled,
    header: lines.header,
    ...(unitText === null && located.table.source === 'sheet' ? { heading: titleOf(located) } : {}),
    findings: [...chosen.findings, ...problems, ...emptied],
  };
}

/** What stands above the labels in a sheet: “楚庄村2023年统计表” tells whose it is where nothing else does. */
function titleOf({ above }: LocatedForm): string {
  return above
    .flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []))
    .join('\n')
    .slice(0, 500);
}

/** The copies of the form in a table. */
export function formsIn(table: Table, form: StatisticsForm): readonly LocatedForm[] {
  const least = form.fields.filter((field) => !field.optional).length * leastPart;
  return locateStatistics(table, form).filter(({ found }) => found >= least);
}

/** One copy of the form, read. */
interface Copy {
  readonly located: LocatedForm;
  readonly readings: ReadonlyMap<FieldId, FieldReading>;
  readonly lines: LabelledLines;
  /** Null where the unit's line is missing, or names no unit. */
  readonly unitText: string | null;
  /** As its title says; null where it is this year's, or does not say. */
  readonly otherYear: string | null;
}

function readCopy(located: LocatedForm, document: Document, campaign: Campaign): Copy {
  const form = campaign.forms.statistics;
  const lines = linesAround(located, document, form);
  return {
    located,
    readings: readFields(located, form.fields),
    lines,
    unitText: lines.unit === null || namesNothing(lines.unit) ? null : lines.unit,
    otherYear: otherYearOfTable(located, [], campaign),
  };
}

/** In Word the paragraphs above the table come before the rest of the document's. */
function linesAround({ table, above, below }: LocatedForm, document: Document, form: StatisticsForm): LabelledLines {
  const paragraphs = [...table.heading, ...document.paragraphs];
  return readLabelledLines({ paragraphs }, [...above, ...below], form.unit.labels, form.header);
}

interface Choice {
  readonly copy: Copy;
  readonly findings: readonly Finding[];
}

/**
 * Of several copies the one in view, of this year, filled in, and free of doubt. What is also filled in is told; where
 * two are as good as each other and differ, nobody can tell which is meant.
 */
function chooseCopy(copies: readonly Copy[], campaign: Campaign): Choice | null {
  const [best, ...rest] = [...copies].sort((a, b) => rank(a) - rank(b));
  if (best === undefined) return null;
  const extra = rest
    .filter((copy) => !copy.located.table.hidden && !isList(copy) && isFilled(copy))
    .filter((copy) => contentOf(copy) !== contentOf(best))
    .map((copy) => {
      const told = extraSheet(copy, best);
      return rank(copy) === rank(best) ? { ...told, severity: 'error' as const } : told;
    });
  return { copy: best, findings: [...otherYear(best.otherYear, placeOf(best.located.table), campaign), ...extra] };
}

function rank(copy: Copy): number {
  const faults = [
    copy.located.findings.length > 0,
    !isFilled(copy),
    copy.otherYear !== null,
    copy.located.table.hidden,
  ];
  return faults.reduce((sum, fault, n) => sum + (fault ? 2 ** n : 0), 0);
}

/** The labels once and many rows below, as in the list of units that a summary comes with. */
function isList({ located }: Copy): boolean {
  return located.cells.size * 2 < located.found;
}

/** Something is written where values stand, whether or not it can be told whose it is. */
function isFilled({ located, readings }: Copy): boolean {
  // Blank forms may come with 无 in the online row.
  const isBlank = ({ reading }: FieldReading) =>
    reading.kind === 'blank' || (reading.kind === 'none' && (!('blank' in reading) || reading.blank));
  return located.findings.some((one) => !one.rule.startsWith('form/label-')) || ![...readings.values()].every(isBlank);
}

/** What a copy says: whose it is, and its figures as typed. */
function contentOf({ unitText, readings }: Copy): string {
  return JSON.stringify([unitText, [...readings].map(([id, { found }]) => [id, found.normalize('NFKC').trim()])]);
}

function extraSheet(extra: Copy, used: Copy): Finding {
  const apart = extra.located.table === used.located.table;
  const name = ({ table, from }: LocatedForm) =>
    `${table.source === 'word' ? `表${table.name}` : table.name}${apart ? `!${from}` : ''}`;
  const unit = extra.unitText === used.unitText ? null : extra.unitText;
  const args = { sheet: name(extra.located), used: name(used.located), ...(unit === null ? {} : { unit }) };
  return finding('form/extra-sheet', args, placeOf(extra.located.table, extra.located.above[0]));
}

function readFields(located: LocatedForm, fields: readonly Field[]): ReadonlyMap<FieldId, FieldReading> {
  const readings = new Map<FieldId, FieldReading>();
  for (const field of fields) {
    const cell = located.cells.get(field.id);
    if (cell !== undefined) readings.set(field.id, readField(field, cell, located));
  }
  return readings;
}

/** 慰问金（元） of 走访慰问 / 村级 / 慰问金（元）. */
const leafOf = once(({ label }: Field) => label.slice(label.lastIndexOf('/') + 1));

function readField(field: Field, cell: Cell | null, located: LocatedForm): FieldReading {
  const reading =
    field.kind === 'count'
      ? parseCount(cell?.value ?? { kind: 'empty' }, leafOf(field))
      : parseOnline(cell, field.kind === 'count-or-text');
  return { reading, place: placeOf(located.table, cell ?? undefined), found: cell === null ? '' : quoted(cell.value) };
}
