import type { Cell, Document, Table } from '../model/document.js';
import { textValue } from './cell-values.js';

/** What follows one another in Word: paragraphs and tables, which nest. Both `.docx` and `.doc` are read into these. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly WordRow[] };

export type WordRow = readonly WordCell[];

export interface WordCell {
  /** The first column of the table's grid that it covers, from 1. */
  readonly column: number;
  readonly columnSpan: number;
  /** Continues the cell above it. */
  readonly continues: boolean;
  /** Which cell of its row this is as a person counts, from 1. */
  readonly ordinal: number;
  readonly blocks: readonly Block[];
  readonly pictures: number;
}

/** Tables in the order they begin, a nested one after the one around it. */
export function assembleDocument(blocks: readonly Block[], pictures: number): Document {
  const tables: Table[] = [];
  const paragraphs = collect(blocks, tables);
  return { tables, paragraphs: paragraphs.filter(isFilled), pictures };
}

/** Adds the tables among these blocks and gives back the paragraphs. */
function collect(blocks: readonly Block[], tables: Table[]): string[] {
  const paragraphs: string[] = [];
  let since = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      paragraphs.push(block.text);
      continue;
    }
    addTable(block.rows, paragraphs.slice(since).filter(isFilled), tables);
    since = paragraphs.length;
  }
  return paragraphs;
}

function addTable(rows: readonly WordRow[], heading: readonly string[], tables: Table[]): void {
  const at = tables.length;
  const cells: Cell[] = [];
  tables.push({ source: 'word', name: String(at + 1), hidden: false, heading, cells });
  // The cells of the row above by their column, each the topmost of its vertical run.
  let above = new Map<number, OpenCell>();
  const open: OpenCell[] = [];
  compactGrid(rows).forEach((row, index) => {
    const current = new Map<number, OpenCell>();
    for (const cell of row) {
      const upper = above.get(cell.column);
      const joined = cell.continues && upper?.first.columnSpan === cell.columnSpan;
      const member = joined ? upper : { first: cell, row: index + 1, rowSpan: 0 };
      if (!joined) open.push(member);
      member.rowSpan++;
      current.set(cell.column, member);
    }
    above = current;
  });
  for (const cell of open) cells.push(closeCell(cell, tables));
}

/** Leaves out the columns of the grid at whose edge no cell ends, which a person cannot see. */
function compactGrid(rows: readonly WordRow[]): WordRow[] {
  const used = new Set(rows.flat().flatMap(({ column, columnSpan }) => [column, column + columnSpan]));
  const rank = new Map([...used].sort((a, b) => a - b).map((edge, i) => [edge, i + 1]));
  const place = (edge: number) => rank.get(edge) ?? edge;
  return rows.map((row) =>
    row.map((cell) => {
      const column = place(cell.column);
      return { ...cell, column, columnSpan: place(cell.column + cell.columnSpan) - column };
    }),
  );
}

/** A cell that may still grow downwards. */
interface OpenCell {
  readonly first: WordCell;
  readonly row: number;
  rowSpan: number;
}

function closeCell({ first, row, rowSpan }: OpenCell, tables: Table[]): Cell {
  // Word hides whatever text its programs leave in the lower parts of a merged cell.
  const text = collect(unframed(first.blocks), tables)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  return {
    row,
    column: first.column,
    rowSpan,
    columnSpan: first.columnSpan,
    value: textValue(text),
    pictures: first.pictures,
    ordinal: first.ordinal,
  };
}

/** A table of a single cell within a cell is only a frame around what that cell says. */
function unframed(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    const [[only, ...beside] = [], ...below] = block.kind === 'table' ? block.rows : [];
    return only === undefined || beside.length + below.length > 0 ? [block] : unframed(only.blocks);
  });
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
