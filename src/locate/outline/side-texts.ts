import type { Document, Table } from '../../model/document.js';
import { cellsIn, type Grid, isWritten, lastColumnOf, textOf } from '../grid.js';
import { looksLikeTitle } from '../year.js';
import type { SideText } from './lines.js';

/** The rows of a table that are the form itself. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Cells above and below the form; in Word also the paragraphs on both sides of the table. */
export function sideTexts(document: Document, grid: Grid, { first, last }: Rows): readonly SideText[] {
  const width = grid.cells.reduce((most, cell) => Math.max(most, lastColumnOf(cell)), 0);
  const outside = grid.cells.filter((cell) => (cell.row < first || cell.row > last) && textOf(cell).trim() !== '');
  const cells = outside.map((cell) => ({
    text: textOf(cell),
    isRow: lastColumnOf(cell) === width && cellsIn(grid, cell.row).filter(isWritten).length === 1,
    isBelow: cell.row > last,
  }));
  const paragraph = (isBelow: boolean) => (text: string) => ({ text, isRow: false, isBelow });
  return [
    ...headingOf(grid.table).map(paragraph(false)),
    ...cells,
    ...paragraphsBelow(document, grid.table).map(paragraph(true)),
  ];
}

/** What stands above a table from its own attachment or title on: the rest belongs to a letter, or to the table before. */
function headingOf({ heading }: Table): readonly string[] {
  const own = heading.findLastIndex((text) => /^附\s*[件表]/u.test(text.trim()));
  const title = heading.findIndex(looksLikeTitle);
  return heading.slice(Math.max(own === -1 ? title : own, 0));
}

/** What follows a table up to the next one's attachment or title, which are its own. */
function paragraphsBelow(document: Document, table: Table): readonly string[] {
  if (table.source !== 'word') return [];
  const at = document.tables.indexOf(table);
  const next = document.tables[at + 1];
  if (next === undefined) {
    const before = document.tables.slice(0, at + 1).reduce((sum, one) => sum + one.heading.length, 0);
    return document.paragraphs.slice(before);
  }
  const end = next.heading.findIndex((text) => /^附\s*[件表]|表$/u.test(text.trim()));
  return next.heading.slice(0, end === -1 ? 0 : end);
}
