import type { FieldId, StatisticsForm } from '../model/campaign.js';
import type { Cell, CellValue, Table } from '../model/document.js';
import { once } from '../model/memo.js';
import { isWritten } from './grid.js';
import { labelKeys } from './label-key.js';
import type { LocatedForm } from './located-form.js';
import { allLabels } from './missing-labels.js';
import { isFigure, isNote, isTotal, isUnitWord, namesBody } from './side-text.js';
import { looksLikeTitle } from './year.js';

/**
 * Where the fields of a table stand that has the very same cells as one located before, but for what is written where
 * values stand, and for the lines above the labels. Forms filled in from one blank form are alike in that way, and what
 * those cells say makes no difference to where the fields are, as long as it is of the same class. Null where no such
 * table is known.
 */
export function recallLayout(table: Table, form: StatisticsForm): LocatedForm | null {
  const known = layoutsOf(form).get(outlineOf(table.cells)) ?? [];
  for (const layout of known) if (isLike(table.cells, layout, form)) return locatedBy(layout, table);
  return null;
}

/** Keeps where the fields of a table were found. Only what is beyond doubt is kept: one copy, no findings. */
export function keepLayout(located: readonly LocatedForm[], table: Table, form: StatisticsForm): void {
  const [only] = located;
  if (only === undefined || located.length > 1 || only.findings.length > 0 || only.reachesLeft) return;
  if (table.cells.length > largest) return;
  const layouts = layoutsOf(form);
  if (layouts.size >= most) layouts.clear();
  const outline = outlineOf(table.cells);
  const others = layouts.get(outline) ?? [];
  layouts.set(outline, [layoutOf(only, table, form), ...others].slice(0, mostAlike));
}

/** Outlines, and tables of one outline, that are kept; and how many cells such a table may have. */
const most = 128;
const mostAlike = 4;
const largest = 1_000;
const layoutsOf = once((_: StatisticsForm) => new Map<number, readonly Layout[]>());

/** All that the search asks of a value. */
type Class = 'blank' | 'figure' | 'word' | 'body';

/**
 * What must be true of a cell for the layout to hold: the very same value; of a value, that it is of this class; of a line
 * above the labels, that it is any text that is no label and no title.
 */
type Need = 'same' | 'line' | Class;

interface Layout {
  readonly cells: readonly Cell[];
  readonly needs: readonly Need[];
  /** By index into the table's cells; −1 where nothing stands. */
  readonly fields: readonly (readonly [FieldId, number])[];
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly found: number;
  readonly from: number;
}

function layoutOf(located: LocatedForm, { cells }: Table, form: StatisticsForm): Layout {
  const at = new Map(cells.map((cell, n) => [addressOf(cell), n]));
  const indexOf = (cell: Cell | null) => (cell === null ? -1 : (at.get(addressOf(cell)) ?? -1));
  const fields = [...located.cells].map(([id, cell]) => [id, indexOf(cell)] as const);
  const above = located.above.map(indexOf);
  const values = new Set(fields.map(([, n]) => n));
  const lines = new Set(above);
  const needOf = (cell: Cell, n: number): Need => {
    if (values.has(n)) return classOf(cell, form) ?? 'same';
    return lines.has(n) && isLine(cell, form) ? 'line' : 'same';
  };
  return {
    cells,
    needs: cells.map(needOf),
    fields,
    above,
    below: located.below.map(indexOf),
    found: located.found,
    from: located.from,
  };
}

function locatedBy(layout: Layout, table: Table): LocatedForm {
  const cellAt = (n: number) => table.cells[n] ?? null;
  const cellsAt = (indices: readonly number[]) => indices.flatMap((n) => table.cells[n] ?? []);
  return {
    table,
    cells: new Map(layout.fields.map(([id, n]) => [id, cellAt(n)])),
    findings: [],
    found: layout.found,
    from: layout.from,
    above: cellsAt(layout.above),
    below: cellsAt(layout.below),
    reachesLeft: false,
  };
}

/** A number for where cells stand and which hold anything. Tables that differ may share it. */
function outlineOf(cells: readonly Cell[]): number {
  let sum = cells.length;
  for (const cell of cells) {
    sum = Math.imul(sum ^ cell.row, 0x01000193);
    sum = Math.imul(sum ^ cell.column, 0x01000193);
    sum = Math.imul(sum ^ (cell.rowSpan * 64 + cell.columnSpan), 0x01000193);
    sum = Math.imul(sum ^ (isWritten(cell) ? 1 : 0), 0x01000193);
  }
  return sum;
}

function isLike(cells: readonly Cell[], layout: Layout, form: StatisticsForm): boolean {
  if (cells.length !== layout.cells.length) return false;
  for (let n = 0; n < cells.length; n++) {
    const known = layout.cells[n] as Cell;
    const cell = cells[n] as Cell;
    if (!isPlacedAs(cell, known)) return false;
    if (!isSame(cell.value, known.value) && !isAsNeeded(cell, layout.needs[n] ?? 'same', form)) return false;
  }
  return true;
}

function isPlacedAs(cell: Cell, known: Cell): boolean {
  return (
    cell.row === known.row &&
    cell.column === known.column &&
    cell.rowSpan === known.rowSpan &&
    cell.columnSpan === known.columnSpan &&
    cell.pictures === known.pictures
  );
}

function isAsNeeded(cell: Cell, need: Need, form: StatisticsForm): boolean {
  if (need === 'same') return false;
  return need === 'line' ? isLine(cell, form) : classOf(cell, form) === need;
}

function isSame(one: CellValue, other: CellValue): boolean {
  if (one === other) return true;
  if (one.kind === 'text') return other.kind === 'text' && one.text === other.text;
  if (one.kind === 'number') return other.kind === 'number' && one.value === other.value;
  return one.kind === 'empty' && other.kind === 'empty';
}

/** Null for what more is asked of, or may be a label, a note, a title. */
function classOf(cell: Cell, form: StatisticsForm): Class | null {
  if (cell.value.kind === 'number') return 'figure';
  if (!isWritten(cell)) return 'blank';
  if (cell.value.kind !== 'text') return null;
  if (isNote(cell) || isUnitWord(cell) || isTotal(cell) || mayBeLabel(cell.value.text, form)) return null;
  if (isFigure(cell)) return 'figure';
  return namesBody(cell) ? 'body' : 'word';
}

function isLine(cell: Cell, form: StatisticsForm): boolean {
  return cell.value.kind === 'text' && isWritten(cell) && !mayBeLabel(cell.value.text, form);
}

function mayBeLabel(text: string, form: StatisticsForm): boolean {
  return looksLikeTitle(text) || allLabels(form).matches(labelKeys(text));
}

function addressOf({ row, column }: Cell): number {
  return row * 65_536 + column;
}
