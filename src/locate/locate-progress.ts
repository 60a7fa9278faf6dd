import type { ProgressForm } from '../model/campaign.js';
import type { Cell, Table } from '../model/document.js';
import { type Grid, gridOf, isBlank, type LabelledCell, lastColumnOf, lastRowOf, textOf } from './grid.js';
import { LabelSet } from './label-key.js';

/** The rows of a 写实表. */
export interface LocatedProgress {
  readonly table: Table;
  readonly entries: readonly ProgressEntry[];
  /** What stands in the unit column, row by row, blanks left out. */
  readonly unitTexts: readonly string[];
  readonly above: readonly Cell[];
}

export interface ProgressEntry {
  readonly content: Cell;
  readonly text: string;
  /** Pictures in the photo column and in the row itself. */
  readonly pictures: number;
}

/** The activities of a table whose header has the columns of a 写实表; null where it has not. */
export function locateProgress(table: Table, form: ProgressForm): LocatedProgress | null {
  const grid = gridOf(table);
  const header = headerOf(grid, form);
  if (header === null) return null;
  const below = grid.cells.filter((cell) => cell.row > lastRowOf(header.content));
  const rows = [...new Set(below.map((cell) => cell.row))];
  const entries = rows.flatMap((row) =>
    entryOf(
      below.filter((cell) => cell.row === row),
      header,
    ),
  );
  return {
    table,
    entries,
    unitTexts:
      header.unit === null
        ? []
        : below
            .filter((cell) => within(cell, header.unit))
            .map(textOf)
            .filter((text) => text.trim() !== ''),
    above: grid.cells.filter((cell) => cell.row < header.content.row),
  };
}

interface Header {
  readonly unit: LabelledCell | null;
  readonly content: LabelledCell;
  readonly photos: LabelledCell | null;
}

/** A row with the content's label and at least one of the others. */
function headerOf(grid: Grid, form: ProgressForm): Header | null {
  const find = (labels: readonly string[], row: number) => {
    const set = new LabelSet(labels);
    return grid.cells.find((cell) => cell.row === row && set.matches(cell.keys)) ?? null;
  };
  const contents = new LabelSet(form.columns.content);
  for (const content of grid.cells.filter((cell) => contents.matches(cell.keys))) {
    const unit = find(form.columns.unit, content.row);
    const photos = find(form.columns.photos, content.row);
    if (unit !== null || photos !== null) return { unit, content, photos };
  }
  return null;
}

function entryOf(row: readonly LabelledCell[], header: Header): ProgressEntry[] {
  const content = row.find((cell) => within(cell, header.content));
  const pictures = row.reduce((sum, cell) => sum + cell.pictures, 0);
  if (content === undefined || (isBlank(content) && pictures === 0)) return [];
  const text = textOf(content).trim();
  if (/^(?:注|说明|备注)[:：]/u.test(text) || /^[.…]+$/u.test(text)) return [];
  return [{ content, text, pictures }];
}

function within(cell: Cell, head: Cell | null): boolean {
  return head !== null && cell.column >= head.column && cell.column <= lastColumnOf(head);
}
