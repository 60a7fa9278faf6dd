import type { Worksheet } from 'exceljs';
import { printedColumnsOf } from '../../findings/text.js';
import type { Campaign, Field } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { listStyles } from '../styles.js';
import { type Content, heightOf, linesOf, widthOf } from './cells.js';
import { labelPieces } from './label-pieces.js';
import { headerRows, leadingColumns, trailingColumns } from './unit-columns.js';

/** Block, group and leaf labels, each merged over the fields below it. */
export function drawUnitHeader(sheet: Worksheet, report: Report, widths: readonly number[]): void {
  const { fields } = report.campaign.forms.statistics;
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
  const labels = labelsOf(report.campaign);
  const blockOf = fields.map(({ at }) => `${at.block}`);
  const groupOf = fields.map(({ at }) => `${at.block} ${at.row} ${at.group}`);
  for (const [level, keys] of [blockOf, groupOf, fields.map(({ id }) => id)].entries()) {
    for (const { start, length } of runsOf(keys)) {
      const room = sum(widths.slice(before + start, before + start + length));
      sheet.getCell(from + level, before + 1 + start).value = inLines(labels[start]?.[level] ?? [], room);
      if (length > 1) sheet.mergeCells(from + level, before + 1 + start, from + level, before + start + length);
    }
  }
  const leafLines = fields.map((_, n) => {
    const room = widths[before + n] ?? 8;
    return linesOf(inLines(labels[n]?.[2] ?? [], room), roomFor(room));
  });
  sheet.getRow(from).height = heightOf(1);
  sheet.getRow(from + 1).height = heightOf(3);
  sheet.getRow(to).height = heightOf(Math.max(1, ...leafLines));
}

/** Of each field the labels of its block, its group and itself, in the pieces they may be divided into. */
function labelsOf({ forms }: Campaign): readonly (readonly (readonly string[])[])[] {
  const { blocks, fields } = forms.statistics;
  return fields.map(({ at }) => {
    const block = blocks[at.block];
    const groups = (block?.groups ?? []).map(({ labels }) => labels[0] ?? '');
    const leaves = (block?.rows[at.row]?.leaves ?? []).map(({ labels }) => labels[0] ?? '');
    // A label that stands by itself among groups is said once.
    const above = groups[at.group] === leaves[at.leaf] ? [] : pieces(groups, at.group);
    return [[block?.labels[0] ?? ''], above, pieces(leaves, at.leaf)];
  });
}

function pieces(labels: readonly string[], n: number): readonly string[] {
  return labelPieces(labels[n] ?? '', labels);
}

/** On one line if there is room for it. */
function inLines(pieces: readonly string[], room: number): string {
  const whole = pieces.join('');
  if (printedColumnsOf(whole) <= roomFor(room)) return whole;
  return pieces.flatMap((piece) => inPairs(piece, roomFor(room) / 2)).join('\n');
}

/** Most words have two signs: 慰问人数 is broken after the second even where there is room for three. */
function inPairs(piece: string, room: number): readonly string[] {
  const signs = [...piece];
  if (signs.length <= room || signs.length % 2 === 1) return [piece];
  const length = Math.max(2, Math.floor(room / 2) * 2);
  return Array.from({ length: Math.ceil(signs.length / length) }, (_, n) =>
    signs.slice(n * length, (n + 1) * length).join(''),
  );
}

/** Half-width characters of bold 10-point text that a column or several of them hold: whole Chinese signs. */
function roomFor(width: number): number {
  return Math.floor(width / widthOfSign / 2 + 0.3) * 2;
}

/** Of a half-width character, in units of columns. */
const widthOfSign = 0.95;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
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
  const labels = labelsOf(report.campaign);
  const ofFields = fields.map(({ kind }, n) => limitsOf(kind, labels[n]?.[2] ?? []));
  const limits = [...leadingColumns, ...ofFields, ...trailingColumns];
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

/** A count's column is as narrow as the pieces of its label, a text's as wide as the whole of it. */
function limitsOf(kind: Field['kind'], label: readonly string[]): { readonly least: number; readonly most: number } {
  const longest = Math.max(0, ...label.map(printedColumnsOf));
  if (kind !== 'count') return { least: Math.min(12, Math.max(6.5, widthOfSign * longest + 0.5)), most: 16 };
  return { least: label.length === 1 ? 3.3 : Math.max(3.3, widthOfSign * longest), most: 7.6 };
}
