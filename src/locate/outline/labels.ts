import { cellsIn, type Grid, isWritten, type LabelledCell, lastColumnOf, lastRowOf, textOf } from '../grid.js';
import { labelKeys } from '../label-key.js';
import { isNote, isNumbering, isUnitWord } from '../side-text.js';

/** What stands in a blank form where labels may stand, before anything is known of the form. */

const typed = /^(?:约|近)?\d[\d.,]*\S{0,2}$|^(?:无|没有|暂无|\/|\p{Pd}+)$/u;

/** A label, and neither a figure, a note nor a numbering. */
export function isLabel(cell: LabelledCell): boolean {
  return cell.keys.length > 0 && !isNote(cell) && !isNumbering(cell) && !isTyped(cell);
}

/** A label that asks for a figure or a name by itself, as 宣传人数 does and 宣传活动 does not. */
export function asksForValue(label: string): boolean {
  return /(?:[数次量额元篇件份户场]|稿件|名称|[网站微]址|官网|公众号|微博|视频号|抖音号?)(?:[（(][^）)]*[）)])?$/u.test(
    label,
  );
}

/** What somebody typed where values go. */
export function isTyped(cell: LabelledCell): boolean {
  if (cell.value.kind !== 'text') return isWritten(cell);
  return typed.test(textOf(cell).normalize('NFKC').trim());
}

/** The labels that begin in a row to the right of a column, up to another. */
export function labelsIn(grid: Grid, row: number, after = 0): readonly LabelledCell[] {
  return cellsIn(grid, row).filter((cell) => cell.column > after && isLabel(cell));
}

/** Rows of labels one right below the other. */
export interface Run {
  readonly lines: readonly (readonly LabelledCell[])[];
  readonly last: number;
}

export function runsIn(grid: Grid, from: number, to: number, after: number): readonly Run[] {
  const runs: { lines: (readonly LabelledCell[])[]; last: number }[] = [];
  for (let row = from; row <= to; row++) {
    const labels = labelsIn(grid, row, after);
    const run = runs.at(-1);
    if (labels.length === 0 || isRowOfUnits(labels, run?.lines.at(-1) ?? [])) continue;
    const last = labels.reduce((most, cell) => Math.max(most, lastRowOf(cell)), row);
    if (run !== undefined && row <= run.last + 1) {
      run.lines.push(labels);
      run.last = Math.max(run.last, last);
    } else runs.push({ lines: [labels], last });
  }
  return runs;
}

/** 场 and （人） below labels of their own say in what those are counted; 场次 and 人次 are labels themselves. */
function isRowOfUnits(cells: readonly LabelledCell[], above: readonly LabelledCell[]): boolean {
  const isUnit = (cell: LabelledCell) => isUnitWord(cell) && !/^\s*(?:场次|人次)\s*$/u.test(textOf(cell));
  return cells.every((cell) => isUnit(cell) && above.some(({ column }) => column === cell.column));
}

export interface Span {
  readonly cell: LabelledCell;
  readonly from: number;
  readonly to: number;
}

/** Each label reaches to where the next one stands, merged or not. */
export function spansOf(cells: readonly LabelledCell[]): readonly Span[] {
  return cells.map((cell, n) => ({
    cell,
    from: n === 0 ? 1 : cell.column,
    to: Math.max(lastColumnOf(cell), (cells[n + 1]?.column ?? Number.POSITIVE_INFINITY) - 1),
  }));
}

/** A label on one line; between Chinese signs a line break or a gap means nothing. */
export function cleanLabel(text: string): string {
  return text
    .replace(/\p{Cf}+/gu, '')
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

export function isSameLabel(a: string, b: string): boolean {
  return labelKeys(a)[0] === labelKeys(b)[0];
}

/** The same but for a bracket. */
export function isAlike(a: string, b: string): boolean {
  const keys = labelKeys(b);
  return labelKeys(a).some((key) => keys.includes(key));
}
