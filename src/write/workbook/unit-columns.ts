import { columnLetters } from '../../model/addresses.js';
import type { Field, FieldId } from '../../model/campaign.js';
import { once } from '../../model/memo.js';
import type { Report, UnitReport } from '../../model/report.js';
import { type Book, inParts, partName } from './book.js';
import { sheetNames } from './words.js';

/** Columns of 分村明细 before its fields, with their widths in half-width characters. */
export const leadingColumns = [
  { header: '序号', least: 4.5, most: 5 },
  { header: '单位', least: 12, most: 20 },
  { header: '级别', least: 5, most: 9 },
  { header: '联系人', least: 6.5, most: 9 },
  { header: '电话', least: 4.5, most: 14 },
  { header: '统计表状态', least: 7.5, most: 8 },
] as const;
/** And those behind them. */
export const trailingColumns = [
  { header: '更正次数', least: 4.5, most: 6 },
  { header: '问题数', least: 6.5, most: 6.5 },
  { header: '来源文件', least: 12, most: 30 },
] as const;
/** And the rows of its header. */
export const headerRows = { from: 3, to: 5 } as const;
export const firstUnitRow = headerRows.to + 1;

/** The units of each sheet 分村明细: one sheet, as long as the roster of a country is not longer. */
export function unitParts({ report, limits }: Book): readonly (readonly UnitReport[])[] {
  // Below the last unit comes a row of totals.
  return inParts(report.units, limits.rows - firstUnitRow);
}

/** Where the sheets 分村明细 hold a field, for the formulas of 汇总表: `'分村明细'!G6:G27`. */
export function rangesOf(book: Book): ReadonlyMap<FieldId, readonly string[]> {
  const fields = book.report.campaign.forms.statistics.fields;
  const parts = unitParts(book);
  return new Map(
    fields.map((field, n) => [
      field.id,
      parts.map((units, part) => `'${partName(sheetNames.units, part)}'!${columnRange(n, units.length)}`),
    ]),
  );
}

/** The cells of one field, without the sheet. */
export function columnRange(index: number, units: number): string {
  const letter = columnLetters(leadingColumns.length + 1 + index);
  return `${letter}${firstUnitRow}:${letter}${firstUnitRow + Math.max(1, units) - 1}`;
}

/** Levels that no unit of the roster fills: their totals are no zeros, nobody was asked. */
export function nobodyFills(report: Report, field: Field): boolean {
  return field.level !== null && !levelsFilled(report).has(field.level);
}

const levelsFilled = once((report: Report) => {
  const levels = new Set<string>();
  for (const { unit } of report.units) for (const level of unit.fills) levels.add(level);
  return levels;
});
