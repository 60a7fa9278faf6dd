import type { Document, Table } from '../model/document.js';
import type { Allowance } from './allowance.js';
import { type Area, type Placed, placeCells } from './place-cells.js';

export interface SheetContent {
  readonly cells: readonly Placed[];
  readonly merges: readonly Area[];
}

export interface NamedSheet extends SheetContent {
  readonly name: string;
  readonly hidden: boolean;
}

/** Hidden sheets come last. `loose` counts the pictures tied to no cell. */
export function assembleWorkbook(sheets: readonly NamedSheet[], loose: number, allowance: Allowance): Document {
  const tables = sheets.map(
    ({ name, hidden, cells, merges }): Table => ({
      source: 'sheet',
      name,
      hidden,
      heading: [],
      cells: placeCells(cells, merges, allowance),
    }),
  );
  let inCells = 0;
  for (const { cells } of tables) for (const { pictures } of cells) inCells += pictures;
  return {
    tables: [...tables.filter(({ hidden }) => !hidden), ...tables.filter(({ hidden }) => hidden)],
    paragraphs: [],
    pictures: inCells + loose,
  };
}
