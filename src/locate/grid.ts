import type { Cell, Table } from '../model/document.js';
import { labelKeys } from './label-key.js';

/** A table's cells with the keys of their texts, ready for looking up by row and column. */
export interface Grid {
  readonly table: Table;
  /** In row-major order. */
  readonly cells: readonly LabelledCell[];
  /** The cells that begin in a row, from left to right. */
  readonly rows: ReadonlyMap<number, readonly LabelledCell[]>;
  /** Cells over several rows, which stand in rows they do not begin in. */
  readonly tall: readonly LabelledCell[];
  /** What `cellsAcross` gave before. */
  readonly across: Map<number, readonly LabelledCell[]>;
  readonly lastRow: number;
}

export interface LabelledCell extends Cell {
  /** Keys of the text; none where the cell holds no short text. */
  readonly keys: readonly string[];
}

const longestLabel = 40;

export function gridOf(table: Table): Grid {
  const cells = table.cells.map(labelled);
  const rows = new Map<number, LabelledCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return {
    table,
    cells,
    rows,
    tall: cells.filter((cell) => cell.rowSpan > 1),
    across: new Map(),
    lastRow: cells.reduce((last, cell) => Math.max(last, lastRowOf(cell)), 0),
  };
}

/** One literal for all, so that the engine knows the shape of every cell. */
function labelled(cell: Cell): LabelledCell {
  const { row, column, rowSpan, columnSpan, value, pictures, ordinal } = cell;
  const keys = keysOf(cell);
  return ordinal === undefined
    ? { row, column, rowSpan, columnSpan, value, pictures, keys }
    : { row, column, rowSpan, columnSpan, value, pictures, ordinal, keys };
}

/** The cells that begin in the row, from left to right. */
export function cellsIn(grid: Grid, row: number): readonly LabelledCell[] {
  return grid.rows.get(row) ?? [];
}

/** The cells that begin in the row or reach into it from above, from left to right. */
export function cellsAcross(grid: Grid, row: number): readonly LabelledCell[] {
  const known = grid.across.get(row);
  if (known !== undefined) return known;
  const reaching = grid.tall.filter((cell) => cell.row < row && lastRowOf(cell) >= row);
  const own = cellsIn(grid, row);
  const across = reaching.length === 0 ? own : [...own, ...reaching].sort((a, b) => a.column - b.column);
  grid.across.set(row, across);
  return across;
}

export function lastRowOf(cell: Cell): number {
  return cell.row + cell.rowSpan - 1;
}

export function lastColumnOf(cell: Cell): number {
  return cell.column + cell.columnSpan - 1;
}

/** A value stands in the cell, a picture or not. */
export function isWritten(cell: Cell): boolean {
  return cell.value.kind !== 'empty' && (cell.value.kind !== 'text' || cell.value.text.trim() !== '');
}

export function textOf(cell: Cell): string {
  return cell.value.kind === 'text' ? cell.value.text : '';
}

/** A value as its reader sees it. */
export function shownOf(cell: Cell): string {
  const { value } = cell;
  if (value.kind === 'text') return value.text.trim();
  if (value.kind === 'number') return value.shown ?? String(value.value);
  return value.kind === 'date' ? value.day : '';
}

export function overlapsColumns(cell: Cell, from: number, to: number): boolean {
  return cell.column <= to && lastColumnOf(cell) >= from;
}

function keysOf(cell: Cell): readonly string[] {
  const text = textOf(cell);
  return text === '' || text.length > longestLabel ? [] : labelKeys(text);
}
