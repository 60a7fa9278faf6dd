import type { Document, Table } from '../../model/document.js';
import type { FormOutline, OutlineBlock } from '../../model/form-draft.js';
import { gridOf, isWritten, shownOf, textOf } from '../grid.js';
import { LabelSet } from '../label-key.js';
import { readBody } from './body.js';
import { cleanLabel, isTyped } from './labels.js';
import { readSides } from './lines.js';
import { sideTexts } from './side-texts.js';

/** Words by which lines around a form are told, such as 单位 and 联系人. */
export interface LineWords {
  readonly unit: readonly string[];
  readonly others: readonly string[];
  /** Heads of the first column of lists with one unit a row. */
  readonly lists: readonly string[];
}

/** The form in one table, and what of the table's text found no place in it. */
export interface ReadOutline {
  readonly table: Table;
  readonly outline: FormOutline;
  readonly unused: readonly string[];
  /** How many figures stand where figures go: the form is not blank. */
  readonly figures: number;
}

/** Reads the form that stands in a table, whatever its labels say; null where nothing in it is built like one. */
export function readOutline(document: Document, table: Table, words: LineWords): ReadOutline | null {
  const grid = gridOf(table);
  const unitWords = new LabelSet(words.unit);
  const lineWords = new LabelSet([...words.unit, ...words.others]);
  const body = readBody(grid, lineWords, new LabelSet(words.lists));
  if (body === null) return null;
  const sides = readSides(sideTexts(document, grid, body), unitWords, lineWords);
  const inside = grid.cells.filter((cell) => cell.row >= body.first && cell.row <= body.last && isWritten(cell));
  const unused = inside.filter((cell) => !body.used.has(cell) && !isTyped(cell) && textOf(cell) !== '');
  const { rest, ...matter } = sides;
  return {
    table,
    outline: { ...matter, blocks: body.blocks },
    figures: inside.filter((cell) => isTyped(cell) && /\d/u.test(shownOf(cell))).length,
    unused: [...rest, ...unused.map((cell) => cleanLabel(textOf(cell)))],
  };
}

/** How many figures the form asks for. */
export function sizeOf(blocks: readonly OutlineBlock[]): number {
  return blocks.flatMap((block) => block.rows.flatMap((row) => row.cells)).length;
}
