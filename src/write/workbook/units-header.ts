import type { Worksheet } from 'exceljs';
import type { Report } from '../../model/report.js';
import { listStyles } from '../styles.js';
import { type Content, heightOf, linesOf, widthOf } from './cells.js';
import { headerRows, leadingColumns, trailingColumns } from './unit-columns.js';

/** Block, group and leaf labels, each merged over the fields below it. */
export function drawUnitHeader(sheet: Worksheet, report: Report, widths: readonly number[]): void {
  const { blocks, fields } = report.campaign.forms.statistics;
  const { from, to } = headerRows;
  const before = leadingColumns.length;
  widths.forEach((width, n) => {
    sheet.getColumn(n + 1).width = width;
  });
  const headers = (columns: readonly { header: string }[]) => columns.map(({ header }) => header);
  const single = [...headers(leadingColumns), ...fields.map(() => null), ...headers(trailingColumns)];
  single.forEach((label, n) => {
    for (let row = from; row <= to; row++) sheet.getCell(row, n + 1).style = listStyles.header;
    if (label === null) return;
    sheet.getCell(from, n + 1).value = label;
    sheet.mergeCells(from, n + 1, to, n + 1);
  });
  const labels = fields.map(({ at }) => {
    const block = blocks[at.block];
    const leaf = block?.rows[at.row]?.leaves[at.leaf];
    return [block?.labels[0] ?? '', block?.groups[at.group]?.labels[0] ?? '', leaf?.labels[0] ?? ''];
  });
  const blockOf = fields.map(({ at }) => `${at.block}`);
  const groupOf = fields.map(({ at }) => `${at.block} ${at.row} ${at.group}`);
  for (const [level, keys] of [blockOf, groupOf, fields.map(({ id }) => id)].entries()) {
    for (const { start, length } of runsOf(keys)) {
      sheet.getCell(from + level, before + 1 + start).value = labels[start]?.[level] ?? '';
      if (length > 1) sheet.mergeCells(from + level, before + 1 + start, from + level, before + start + length);
    }
  }
  const leafLines = fields.map((_, n) => linesOf(labels[n]?.[2] ?? '', Math.floor((widths[before + n] ?? 8) / 2) * 2));
  sheet.getRow(from).height = heightOf(1);
  sheet.getRow(from + 1).height = heightOf(3);
  sheet.getRow(to).height = heightOf(Math.max(1, ...leafLines));
}

/** Stretches of equal neighbours. */
function runsOf(keys: readonly string[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  keys.forEach((key, n) => {
    const run = runs.at(-1);
    if (run && key === keys[n - 1]) run.length++;
    else runs.push({ start: n, length: 1 });
  });
  return runs;
}

/** As narrow as the contents allow, since paper is what this sheet lacks; a number must fit, or #### stands in its place. */
export function widthsOf(report: Report, rows: Iterable<readonly Content[]>): number[] {
  const { fields } = report.campaign.forms.statistics;
  const before = leadingColumns.length;
  const limits = [...leadingColumns, ...fields.map(({ kind }) => fieldLimits[kind]), ...trailingColumns];
  const widest = limits.map(() => 0);
  const widestNumber = limits.map((_, n) => widthOf(report.totals[fields[n - before]?.id ?? ''] ?? 0));
  for (const row of rows) {
    row.forEach((content, n) => {
      const isNumber = typeof content === 'number';
      // What is as wide as the column may be need not be measured again.
      if (!isNumber && (widest[n] ?? 0) >= (limits[n]?.most ?? 0)) return;
      const width = widthOf(content);
      widest[n] = Math.max(widest[n] ?? 0, width);
      if (isNumber) widestNumber[n] = Math.max(widestNumber[n] ?? 0, width);
    });
  }
  return limits.map(({ least, most }, n) => {
    const longest = Math.min(most, (widest[n] ?? 0) + 1.5);
    return Math.max(least, longest, 2.3 + (widestNumber[n] ?? 0));
  });
}

const fieldLimits = {
  count: { least: 3.3, most: 7.6 },
  text: { least: 6.5, most: 16 },
  'count-or-text': { least: 6.5, most: 16 },
} as const;
