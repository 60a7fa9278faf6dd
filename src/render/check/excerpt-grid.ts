import { quoted } from '../../findings/quoted.js';
import type { Cell, Table } from '../../model/document.js';
import { clean } from '../words.js';

/** What a table shows at one row and a run of columns. */
export interface Piece {
  /** The cell there; null for the blank sheet. */
  readonly cell: Cell | null;
  readonly text: string;
}

/** A run of columns that no cell of the rows shown divides. */
export interface Track {
  readonly from: number;
  readonly to: number;
}

/** The cell at an address, or the blank one there. Word counts the cells of a row, a sheet its columns. */
export function cellAt(table: Table, row: number, column: number): Cell {
  const found = table.cells.find((cell) =>
    table.source === 'word'
      ? cell.row === row && (cell.ordinal ?? cell.column) === column
      : covers(cell, row) && cell.column <= column && column <= lastColumn(cell),
  );
  return found ?? { row, column, rowSpan: 1, columnSpan: 1, value: { kind: 'empty' }, pictures: 0 };
}

/** The marked rows, what stands between them, and the nearest rows above that say something over the marked columns. */
export function rowsAround(table: Table, marked: readonly Cell[], above: number): readonly number[] {
  const first = Math.min(...marked.map(({ row }) => row));
  const last = Math.max(...marked.map(({ row }) => row));
  const isOver = (cell: Cell) => marked.some((one) => cell.column <= lastColumn(one) && one.column <= lastColumn(cell));
  const written = table.cells.filter((cell) => shown(cell) !== '');
  const before = written.filter((cell) => cell.row < first && isOver(cell)).map(({ row }) => row);
  const between = written.filter((cell) => cell.row >= first && cell.row <= last).map(({ row }) => row);
  const nearest = inOrder(before).slice(-above);
  return inOrder([...nearest, ...between, ...marked.map(({ row }) => row)]);
}

/** The columns of the rows a table is reduced to, divided wherever a cell begins or ends. */
export function tracksOf(table: Table, marked: readonly Cell[]): readonly Track[] {
  const cells = [...table.cells, ...marked];
  const starts = inOrder(cells.flatMap((cell) => [cell.column, lastColumn(cell) + 1]));
  return starts.slice(0, -1).map((from, n) => ({ from, to: (starts[n + 1] ?? from + 1) - 1 }));
}

/** What is drawn where the row meets the track. A cell over several rows says its text in the first that is shown. */
export function pieceAt(table: Table, rows: readonly number[], row: number, track: Track): Piece {
  const cell = table.cells.find((one) => covers(one, row) && one.column <= track.from && track.to <= lastColumn(one));
  if (cell === undefined) return { cell: null, text: '' };
  const isFirst = rows.find((one) => covers(cell, one)) === row;
  return { cell, text: isFirst ? shown(cell) : '' };
}

export function covers(cell: Cell, row: number): boolean {
  return cell.row <= row && row < cell.row + cell.rowSpan;
}

export function lastColumn(cell: Cell): number {
  return cell.column + cell.columnSpan - 1;
}

/** On one line. */
function shown({ value, pictures }: Cell): string {
  const text = clean(quoted(value));
  return text === '' && pictures > 0 ? '[图]' : text;
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
