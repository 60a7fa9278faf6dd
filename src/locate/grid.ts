import type { Cell, Table } from '../model/document.js';
import { labelKeys } from './label-key.js';

/** A table's cells with the keys of their texts, ready for looking up by row and column. */
export interface Grid {
  readonly table: Table;
  readonly cells: readonly LabelledCell[];
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface LabelledCell extends Cell {
  /** Keys of the text; none where the cell holds no short text. */
  readonly keys: readonly string[];
}

const longestLabel = 40;

export function gridOf(table: Table, cells: readonly Cell[] = table.cells): Grid {
  const labelled = cells.map((cell) => ({ ...cell, keys: keysOf(cell) }));
  return {
    table,
    cells: labelled,
    lastRow: cells.reduce((last, cell) => Math.max(last, lastRowOf(cell)), 0),
    lastColumn: cells.reduce((last, cell) => Math.max(last, lastColumnOf(cell)), 0),
  };
}

export function lastRowOf(cell: Cell): number {
  return cell.row + cell.rowSpan - 1;
}

export function lastColumnOf(cell: Cell): number {
  return cell.column + cell.columnSpan - 1;
}

/** Nothing stands in the cell: no value, and no picture. */
export function isBlank(cell: Cell): boolean {
  if (cell.pictures > 0) return false;
  return cell.value.kind === 'empty' || (cell.value.kind === 'text' && cell.value.text.trim() === '');
}

export function textOf(cell: Cell): string {
  return cell.value.kind === 'text' ? cell.value.text : '';
}

export function overlapsColumns(cell: Cell, from: number, to: number): boolean {
  return cell.column <= to && lastColumnOf(cell) >= from;
}

function keysOf(cell: Cell): readonly string[] {
  const text = textOf(cell);
  return text === '' || text.length > longestLabel ? [] : labelKeys(text);
}
