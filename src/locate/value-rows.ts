import {
  cellsAcross,
  cellsIn,
  type Grid,
  isWritten,
  type LabelledCell,
  lastColumnOf,
  lastRowOf,
  overlapsColumns,
} from './grid.js';
import type { HeaderRow } from './header-rows.js';
import { labelSet } from './label-key.js';
import { isFigure, isNote, isNumbering, isTotal, isUnitWord, namesBody } from './side-text.js';

/** The columns of one label, and how far to the right its value may stand. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly reach: number;
}

export interface ValueRows {
  /** Rows that hold values; more than one where nobody can tell which is meant. */
  readonly rows: readonly number[];
  /** The last row in which anything of this header may stand. */
  readonly last: number;
  /** A text that heads the only row with values, and is not the block's label. */
  readonly stranger: LabelledCell | null;
}

/** What is looked for below a row of labels. */
export interface Search {
  readonly header: HeaderRow;
  readonly columns: readonly Column[];
  /** The last row before the next labels. */
  readonly bound: number;
  /** Labels of the block, which may stand beside the values too. */
  readonly labels: readonly string[];
  /** Whether words alone cannot be values. */
  readonly counts: boolean;
  /** Whether labels of the block are missing, and may be the next words below. */
  readonly incomplete: boolean;
}

/** The rows with values below a row of labels, however many empty rows stand around them: up to what ends the block. */
export function valueRows(grid: Grid, search: Search): ValueRows {
  const left = leftEdge(grid, search.header);
  const blockEnd = endOfBlock(grid, search.header, left);
  const own = [...labelSet(search.labels).keys];
  const besides = columnsBeside(grid, search.header, left);
  const isStranger = (cell: LabelledCell) =>
    cell.column < left && !isOwn(cell, own) && (isTotal(cell) || !besides.has(cell.column));
  const rows: number[] = [];
  for (let row = lastLabelRow(search.header) + 1; row <= search.bound; row++) {
    const cells = cellsIn(grid, row).filter(isWritten);
    const stranger = cells.find(isStranger) ?? null;
    const line: Line = { cells, values: valuesAmong(cells, search.columns), stranger, outside: row > blockEnd };
    if (isEnd(line, rows.length > 0, search)) {
      return { rows, last: row - 1, stranger: rows.length === 0 && isHeaded(line, left) ? stranger : null };
    }
    if (looksLikeValues(line, search.columns)) rows.push(row);
  }
  return { rows, last: search.bound, stranger: null };
}

/** One row below the labels. */
interface Line {
  readonly cells: readonly LabelledCell[];
  /** Those that stand below a label. */
  readonly values: readonly LabelledCell[];
  /** What stands at the left and is not the block's label. */
  readonly stranger: LabelledCell | null;
  /** Below the last row of the block. */
  readonly outside: boolean;
}

/** Another heading, a note, or words where figures should be once those have begun: labels nobody told us of, a signature. */
function isEnd(line: Line, begun: boolean, { counts, incomplete, columns }: Search): boolean {
  const { cells, values, outside } = line;
  if (line.stranger !== null || cells.slice(0, 1).some(isNote)) return true;
  const isWord = (cell: LabelledCell) => !isFigure(cell) || isNote(cell) || (outside && cell.value.kind === 'date');
  const isAside = (cell: LabelledCell) => isWord(cell) && (counts || !isInLine(cell, columns));
  const mayEnd = (begun && (outside || counts)) || (counts && incomplete);
  return mayEnd && values.length > 0 && values.every(isAside);
}

/** Figures in a row that another text heads, and no total. */
function isHeaded({ stranger, values, outside }: Line, left: number): boolean {
  if (stranger === null || outside || isNote(stranger) || isTotal(stranger)) return false;
  return lastColumnOf(stranger) < left && values.some(isFigure);
}

/** Left of it stand the labels of blocks, right of it values. */
function leftEdge(grid: Grid, { heading, at, leaves }: HeaderRow): number {
  if (heading !== null) return lastColumnOf(heading) + 1;
  return cellsIn(grid, at).find(isWritten)?.column ?? leaves[0]?.cell.column ?? 1;
}

/** Columns at the left with a label of their own, such as 单位 in a list of units: what stands below is theirs. */
function columnsBeside(grid: Grid, header: HeaderRow, left: number): ReadonlySet<number> {
  const labels = cellsAcross(grid, header.at).filter(
    (cell) =>
      cell !== header.heading && cell.column < left && isWritten(cell) && lastRowOf(cell) === lastLabelRow(header),
  );
  return new Set(labels.map((cell) => cell.column));
}

/** Where the cell at the left says that the block ends; nowhere where its cells are not merged over any values. */
function endOfBlock(grid: Grid, header: HeaderRow, left: number): number {
  const block = cellsAcross(grid, header.at).find((cell) => lastColumnOf(cell) < left && isWritten(cell));
  return block === undefined || lastRowOf(block) <= lastLabelRow(header) ? Number.POSITIVE_INFINITY : lastRowOf(block);
}

function valuesAmong(cells: readonly LabelledCell[], columns: readonly Column[]): readonly LabelledCell[] {
  return cells.filter(
    (cell) => !isUnitWord(cell) && columns.some(({ from, reach }) => overlapsColumns(cell, from, reach)),
  );
}

/** Part of the block's own label, or a number beside it. */
function isOwn(cell: LabelledCell, own: readonly string[]): boolean {
  return isNumbering(cell) || isUnitWord(cell) || cell.keys.some((key) => own.some((label) => label.includes(key)));
}

/** Below the block's own rows only figures, or words set out as the labels are, are taken for values. */
function looksLikeValues({ values, outside }: Line, columns: readonly Column[]): boolean {
  if (values.length === 0) return false;
  return !outside || values.some(isFigure) || values.every((cell) => isInLine(cell, columns));
}

function isInLine(cell: LabelledCell, columns: readonly Column[]): boolean {
  return columns.some(({ from }) => from === cell.column) && !namesBody(cell);
}

export function firstColumnOf(header: HeaderRow): number {
  return header.leaves.reduce((first, { cell }) => Math.min(first, cell.column), Number.POSITIVE_INFINITY);
}

export function lastLabelRow(header: HeaderRow): number {
  return header.leaves.reduce((last, { cell }) => Math.max(last, lastRowOf(cell)), header.at);
}
