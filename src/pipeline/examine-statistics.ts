import { checkRecord } from '../check/check-record.js';
import { finding } from '../findings/finding.js';
import { namesNothing } from '../identify/fold-name.js';
import { ofKind } from '../identify/identify-material.js';
import { readLabelledLines } from '../locate/labelled-line.js';
import { type LocatedForm, locateStatistics } from '../locate/locate-statistics.js';
import { placeOf } from '../locate/place.js';
import { yearOfTitles } from '../locate/year.js';
import type { Campaign, Field, FieldId } from '../model/campaign.js';
import type { Cell, CellValue, Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { FieldReading } from '../model/reading.js';
import type { Examination } from '../model/submission.js';
import { parseCount } from '../parse/parse-count.js';
import { parseOnline } from '../parse/parse-online.js';

/** Fewer fields than this part of the form, and the table is not taken for the form at all. */
const leastPart = 0.4;

type StatisticsPart = Pick<
  Examination,
  'material' | 'unitText' | 'blank' | 'statistics' | 'unfilled' | 'header' | 'findings'
>;

/** Reads the statistics table of a document; null where no table of it is one. */
export function examineStatistics(document: Document, campaign: Campaign): StatisticsPart | null {
  const form = campaign.forms.statistics;
  const least = form.fields.filter((field) => !field.optional).length * leastPart;
  const copies = document.tables
    .flatMap((table) => locateStatistics(table, form))
    .filter((copy) => copy.found >= least);
  const chosen = chooseCopy(copies, campaign);
  if (chosen === null) return null;
  const { copy, findings: choice } = chosen;
  const readings = readFields(copy, form.fields);
  const checked = checkRecord(readings, form);
  const lines = readLabelledLines(document, copy.above, form.unit.labels, form.header);
  const empty = Object.keys(checked.record).length === 0 && checked.findings.length === 0 && copy.findings.length === 0;
  const unitText = lines.unit === null || namesNothing(lines.unit) ? null : lines.unit;
  const unfilled = empty && unitText !== null ? [finding('file/empty', { what: 'form' }, placeOf(copy.table))] : [];
  return {
    material: ofKind(campaign, 'statistics')?.id ?? null,
    unitText,
    blank: empty && unitText === null,
    statistics: checked.record,
    unfilled: empty ? {} : checked.unfilled,
    header: lines.header,
    findings: [...choice, ...copy.findings, ...checked.findings, ...unfilled],
  };
}

interface Choice {
  readonly copy: LocatedForm;
  readonly findings: readonly Finding[];
}

/**
 * Of several copies the one of this year, in view, and filled in. Two that are alike in all that and differ in their
 * figures are an error: nobody can tell which is meant.
 */
function chooseCopy(copies: readonly LocatedForm[], campaign: Campaign): Choice | null {
  const ranked = copies
    .map((copy) => ({ copy, other: yearOf(copy, campaign), filled: filledCells(copy) }))
    .sort((a, b) => rank(a) - rank(b));
  const [best, ...rest] = ranked;
  if (best === undefined) return null;
  const findings: Finding[] = [];
  if (best.other !== null) {
    const wanted = `${campaign.year}年（第${campaign.ordinal}个）`;
    findings.push(finding('form/other-year', { found: best.other, wanted }, placeOf(best.copy.table), best.other));
  }
  const rivals = rest.filter((one) => rank(one) === rank(best) && one.filled > 0);
  for (const { copy } of rivals) {
    const args = { sheet: copy.table.name, used: best.copy.table.name };
    const extra = finding('form/extra-sheet', args, placeOf(copy.table));
    const differs = figures(copy) !== figures(best.copy);
    findings.push(differs ? { ...extra, severity: 'error' } : extra);
  }
  return { copy: best.copy, findings };
}

function rank(one: { copy: LocatedForm; other: string | null; filled: number }): number {
  return (one.copy.table.hidden ? 4 : 0) + (one.other !== null ? 2 : 0) + (one.filled === 0 ? 1 : 0);
}

function yearOf(copy: LocatedForm, campaign: Campaign): string | null {
  const texts = copy.above.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : []));
  return yearOfTitles([...copy.table.heading, ...texts, copy.table.source === 'sheet' ? copy.table.name : ''], campaign)
    .other;
}

function filledCells(copy: LocatedForm): number {
  return [...copy.cells.values()].filter((cell) => cell !== null && cell.value.kind !== 'empty').length;
}

function figures(copy: LocatedForm): string {
  return JSON.stringify([...copy.cells].map(([id, cell]) => [id, cell?.value ?? null]));
}

function readFields(copy: LocatedForm, fields: readonly Field[]): ReadonlyMap<FieldId, FieldReading> {
  const readings = new Map<FieldId, FieldReading>();
  for (const field of fields) {
    const cell = copy.cells.get(field.id);
    if (cell !== undefined) readings.set(field.id, readField(field, cell, copy));
  }
  return readings;
}

function readField(field: Field, cell: Cell | null, copy: LocatedForm): FieldReading {
  const reading =
    field.kind === 'count'
      ? parseCount(cell?.value ?? { kind: 'empty' })
      : parseOnline(cell, field.kind === 'count-or-text');
  return { reading, place: placeOf(copy.table, cell ?? undefined), found: cell === null ? '' : shown(cell.value) };
}

function shown(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return value.day;
    case 'formula':
      return `=${value.formula}`;
    case 'error':
      return value.code;
  }
}
