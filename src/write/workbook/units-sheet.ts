import type { Worksheet } from 'exceljs';
import { statusNames } from '../../findings/terms.js';
import type { Campaign, Field } from '../../model/campaign.js';
import type { Finding } from '../../model/finding.js';
import type { FileReport, Report, UnitReport } from '../../model/report.js';
import type { FieldValue } from '../../model/submission.js';
import { filled, font, listStyles } from '../styles.js';
import { type Book, partName } from './book.js';
import { type Content, fillFormula, heightOf, linked } from './cells.js';
import { correctionsNote } from './corrections-note.js';
import { drawHeading, drawNone } from './list.js';
import type { Page, SheetPlan } from './page.js';
import { listLayout } from './pages.js';
import {
  columnRange,
  firstUnitRow,
  headerRows,
  leadingColumns,
  nobodyFills,
  rangesOf,
  trailingColumns,
  unitParts,
} from './unit-columns.js';
import { drawUnitHeader, widthsOf } from './units-header.js';
import { sheetNames } from './words.js';

/** The widest sheet needs all the paper there is. */
const narrowMargins = { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 };
/** In points: this sheet is printed small, and its rows are followed across many columns. */
const leastHeight = 26;
const estimateFill = 'FFFFF2CC';
const notCounted = { ...listStyles.centre, font: font(9, { italic: true, color: 'FF808080' }) };
const estimate = filled(listStyles.number, estimateFill);
const estimateNotCounted = filled(notCounted, estimateFill);
const total = { ...listStyles.number, font: font(10, { bold: true }) };

/** 分村明细: one row a unit, one column a field. The totals of 汇总表 add up these columns. */
export function unitsSheets(book: Book): SheetPlan[] {
  const layout = listLayout({ headerFrom: headerRows.from, headerTo: headerRows.to, frozen: 2 });
  const parts = unitParts(book);
  const room = parts[0]?.length ?? 0;
  // All sheets look alike.
  const widths = once(() => widthsOf(book.report, rowsOf(book.report.units, 0, book)));
  return parts.map((units, part) => ({
    name: partName(sheetNames.units, part),
    layout: { ...layout, pageSetup: { ...layout.pageSetup, printTitlesColumn: 'A:B', margins: narrowMargins } },
    draw: async (page) => {
      drawTop(page.sheet, book.report, widths());
      await drawRows(rowsOf(units, part * room, book), widths(), page);
      if (units.length === 0) drawNone(page.sheet, firstUnitRow, widths().length);
      if (part === parts.length - 1) drawTotals(page.sheet, book, firstUnitRow + Math.max(1, units.length));
    },
  }));
}

function drawTop(sheet: Worksheet, report: Report, widths: readonly number[]): void {
  drawHeading(
    sheet,
    `${report.campaign.title}分单位明细`,
    '空格为没有填报；灰色斜体“（不计）”为不该由该单位填报或不计入的数，合计不含；浅黄底为约数，批注里是原文；更正次数的批注里是每次改了什么。',
  );
  drawUnitHeader(sheet, report, widths);
}

function* rowsOf(units: readonly UnitReport[], from: number, book: Book): Iterable<Content[]> {
  for (const [index, unit] of units.entries()) yield rowOf(unit, from + index, book);
}

function rowOf(unitReport: UnitReport, index: number, book: Book): Content[] {
  const { report, linkTo } = book;
  const { unit, statistics } = unitReport;
  const files = book.filesOf(unit);
  return [
    index + 1,
    { value: unit.name, style: listStyles.text },
    shortLevel(unit.level, report),
    unit.contact,
    unit.phone,
    statisticsState(unitReport, files, report),
    ...figuresOf(report.campaign.forms.statistics.fields, unitReport),
    correctionsOf(unitReport, files, report.campaign),
    problemsOf(unitReport, files),
    statistics === null ? null : linked(statistics.path, () => linkTo(statistics.path)),
  ];
}

/** The shortest of the level's labels: the column is narrow. */
function shortLevel(level: string, { campaign }: Report): string {
  const labels = campaign.levels.find(({ id }) => id === level)?.labels ?? [level];
  return labels.reduce((shortest, label) => (label.length < shortest.length ? label : shortest));
}

/** Whether the unit's figures are in, and if not, why. */
function statisticsState({ unit, statistics, deadlines }: UnitReport, files: readonly FileReport[], report: Report) {
  if (statistics) return '已采用';
  const { materials } = report.campaign;
  const wanted = materials.filter(({ kind }) => kind === 'statistics').map(({ id }) => id);
  const rejected = files.some((file) => file.outcome === 'rejected' && wanted.includes(file.material ?? ''));
  if (rejected) return '退回';
  if (!unit.required) return '不要求';
  const ids = report.campaign.deadlines.filter((due) => due.materials.some((id) => wanted.includes(id)));
  const status = deadlines.find((deadline) => ids.some(({ id }) => id === deadline.id))?.status;
  return status === 'pending' || status === 'exempt' ? statusNames[status].zh : statusNames.missing.zh;
}

function figuresOf(fields: readonly Field[], { statistics, counted }: UnitReport): Content[] {
  if (statistics === null) return fields.map(() => null);
  const inTotals = new Set(counted);
  return fields.map((field) => figureOf(field, statistics.record[field.id], inTotals.has(field.id)));
}

function figureOf(field: Field, held: FieldValue | undefined, adds: boolean): Content {
  if (held === undefined) return null;
  if (field.kind !== 'count' || typeof held.value === 'string') return held.value;
  if (!held.estimate) return adds ? held.value : { value: `${held.value}\n（不计）`, style: notCounted };
  const note = estimateNote(held, adds);
  return adds
    ? { value: held.value, style: estimate, note }
    : { value: `${held.value}\n（不计）`, style: estimateNotCounted, note };
}

function estimateNote({ found, value }: FieldValue, adds: boolean): string {
  return `原填“${found}”，是约数，${adds ? `按 ${value} 计入合计` : '不计入合计'}。`;
}

function correctionsOf(unitReport: UnitReport, files: readonly FileReport[], campaign: Campaign): Content {
  const { corrections } = unitReport;
  if (corrections.length === 0) return null;
  return { value: corrections.length, style: listStyles.number, note: correctionsNote(unitReport, files, campaign) };
}

function problemsOf({ findings }: UnitReport, files: readonly FileReport[]): number {
  const asking = (list: readonly Finding[]) => list.filter(({ severity }) => severity !== 'info').length;
  const open = files.filter(({ replacedBy }) => replacedBy === null);
  return open.reduce((sum, file) => sum + asking(file.findings), asking(findings));
}

async function drawRows(rows: Iterable<readonly Content[]>, widths: readonly number[], page: Page): Promise<void> {
  const looks = widths.map((width) => ({ width, style: listStyles.centre, numbers: listStyles.number }));
  let at = firstUnitRow;
  const heightFor = (lines: number) => Math.max(leastHeight, heightOf(lines));
  for (const contents of rows) await page.row(at++, contents, looks, heightFor);
}

/** Below the units and outside what the formulas add up. */
function drawTotals(sheet: Worksheet, book: Book, at: number): void {
  const { report } = book;
  const ranges = rangesOf(book);
  const { fields } = report.campaign.forms.statistics;
  const before = leadingColumns.length;
  for (let column = 1; column <= before + fields.length + trailingColumns.length; column++) {
    sheet.getCell(at, column).style = total;
  }
  sheet.getCell(at, 2).value = '合计';
  fields.forEach((field, n) => {
    if (field.kind !== 'count' || nobodyFills(report, field)) return;
    // On the only sheet the cells above need no name of a sheet before them.
    const own = ranges.get(field.id) ?? [];
    const formula = `SUM(${own.length > 1 ? own.join(',') : columnRange(n, report.units.length)})`;
    fillFormula(sheet.getCell(at, before + 1 + n), { formula, value: report.totals[field.id] ?? 0 }, total);
  });
  sheet.getRow(at).height = heightOf(2);
}

function once<Value>(workOut: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= workOut();
    return value;
  };
}
