import { quoted } from '../findings/quoted.js';
import { placeOf } from '../locate/place.js';
import { columnLetters } from '../model/addresses.js';
import type { Cell, Table } from '../model/document.js';
import type { Place } from '../model/finding.js';

/** The surroundings of a cell, cut out of its table so that its writer knows it again. */
export interface Excerpt {
  /** The letters above a sheet's columns; empty for Word, where nobody sees any. */
  readonly columns: readonly string[];
  readonly rows: readonly ExcerptRow[];
}

export interface ExcerptRow {
  readonly number: number;
  readonly cells: readonly ExcerptCell[];
}

export interface ExcerptCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell the excerpt is about. */
  readonly marked: boolean;
}

/** So many rows above the cell, which hold its labels, and below; so many cells beside it. */
const above = 2;
const below = 1;
const beside = 2;

/** Shows a place among the tables that were read; null where it is no cell, or is not found again. */
export function excerptAt(place: Place, tables: readonly Table[]): Excerpt | null {
  if (!isCell(place)) return null;
  const wanted = JSON.stringify(place);
  for (const table of tables.filter((one) => nameOf(place) === one.name)) {
    const cell = table.cells.find((one) => JSON.stringify(placeOf(table, one)) === wanted);
    if (cell !== undefined) return cutOut(table, cell);
  }
  return null;
}

export function isCell(place: Place): boolean {
  if (place.kind === 'sheet') return place.address !== undefined;
  return place.kind === 'word' && place.row !== undefined && place.column !== undefined;
}

function nameOf(place: Place): string {
  if (place.kind === 'file') return '';
  return place.kind === 'sheet' ? place.sheet : String(place.table);
}

interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function cutOut(table: Table, cell: Cell): Excerpt {
  const bounds = boundsAround(table, cell);
  const inside = table.cells.flatMap((one) => clipped(one, bounds, one === cell));
  // Columns in which no cell begins say nothing: the official form has two dozen of them for a handful of cells.
  const starts = [...new Set([bounds.left, ...inside.map(({ left }) => left)])].sort((a, b) => a - b);
  const rows = range(bounds.top, bounds.bottom).map((row) => rowAt(row, inside, starts));
  return { columns: table.source === 'sheet' ? starts.map(columnLetters) : [], rows };
}

function boundsAround(table: Table, cell: Cell): Bounds {
  const lastRow = table.cells.reduce((last, one) => Math.max(last, one.row + one.rowSpan - 1), 0);
  const lastColumn = table.cells.reduce((last, one) => Math.max(last, one.column + one.columnSpan - 1), 0);
  const inRow = table.cells.filter((one) => one.row <= cell.row && cell.row < one.row + one.rowSpan);
  const at = (column: number) => inRow.find((one) => one.column <= column && column < one.column + one.columnSpan);
  let left = cell.column;
  let right = cell.column + cell.columnSpan - 1;
  for (let n = 0; n < beside; n++) {
    if (left > 1) left = at(left - 1)?.column ?? left - 1;
    const next = at(right + 1);
    if (right < lastColumn) right = next === undefined ? right + 1 : next.column + next.columnSpan - 1;
  }
  return {
    top: Math.max(1, cell.row - above),
    bottom: Math.min(lastRow, cell.row + cell.rowSpan - 1 + below),
    left,
    right,
  };
}

interface Piece extends Bounds {
  readonly text: string;
  readonly marked: boolean;
}

/** The part of a cell that lies within the bounds. */
function clipped(cell: Cell, bounds: Bounds, marked: boolean): Piece[] {
  const top = Math.max(cell.row, bounds.top);
  const bottom = Math.min(cell.row + cell.rowSpan - 1, bounds.bottom);
  const left = Math.max(cell.column, bounds.left);
  const right = Math.min(cell.column + cell.columnSpan - 1, bounds.right);
  return top > bottom || left > right ? [] : [{ top, bottom, left, right, marked, text: quoted(cell.value) }];
}

function rowAt(row: number, pieces: readonly Piece[], starts: readonly number[]): ExcerptRow {
  const cells = starts.flatMap((column): ExcerptCell[] => {
    const piece = pieces.find(
      (one) => one.top <= row && row <= one.bottom && one.left <= column && column <= one.right,
    );
    if (piece === undefined) return [{ text: '', rowSpan: 1, columnSpan: 1, marked: false }];
    if (piece.top !== row || piece.left !== column) return [];
    const columnSpan = starts.filter((start) => piece.left <= start && start <= piece.right).length;
    return [{ text: piece.text, rowSpan: piece.bottom - piece.top + 1, columnSpan, marked: piece.marked }];
  });
  return { number: row, cells };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
