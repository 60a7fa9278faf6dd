import type { FieldId, StatisticsForm } from '../model/campaign.js';
import type { Cell, CellValue, Table } from '../model/document.js';
import { once } from '../model/memo.js';
import { isWritten } from './grid.js';
import { labelKeys } from './label-key.js';
import type { LocatedForm, RowOfSlots } from './located-form.js';
import { allLabels } from './missing-labels.js';
import { isFigure, isNote, isTotal, isUnitWord, namesBody } from './side-text.js';
import { looksLikeTitle } from './year.js';

/**
 * Where the fields of a table stand that has the very same cells as one located before, but for what is written where
 * values stand, and for the lines above the labels. Forms filled in from one blank form are alike in that way, and what
 * those cells say makes no difference to where the fields are, as long as it is of the same class; where values stand
 * neatly below their labels, nor does it which of them are blank. Null where no such table is known.
 */
export function recallLayout(table: Table, form: StatisticsForm): LocatedForm | null {
  for (const layout of layoutsOf(form).get(outlineOf(table.cells)) ?? []) {
    const cells = alignedTo(layout, table.cells, form);
    if (cells !== null) return locatedBy(layout, cells, table);
  }
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
const mostAlike = 8;
const largest = 1_000;
const layoutsOf = once((_: StatisticsForm) => new Map<number, readonly Layout[]>());

/** All that the search asks of a value. */
type Class = 'blank' | 'figure' | 'word' | 'body';

/**
 * What must be true of a cell for the layout to hold: the very same value; of a value, that it is of this class; of one in a
 * row of slots, that it is a figure or blank; of a line above the labels, that it is any text that is no label and no title.
 */
type Need = 'same' | 'line' | 'slot' | Class;

/** A cell, or the place of one that need not be there. */
interface Spot {
  readonly cell: Cell;
  readonly need: Need;
  /** Index of the row of slots; −1 in none. */
  readonly slots: number;
}

interface Layout {
  /** In row-major order. */
  readonly spots: readonly Spot[];
  /** How many rows of slots there are: in each a figure must stand. */
  readonly rows: number;
  /** By index into the spots; −1 where nothing stands. */
  readonly fields: readonly (readonly [FieldId, number])[];
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly found: number;
  readonly from: number;
}

function layoutOf(located: LocatedForm, { cells }: Table, form: StatisticsForm): Layout {
  const rows = sureSlots(located, cells, form);
  const places = rows.flatMap(({ row, columns }, slots) =>
    [...columns].map(([id, column]) => ({ id, row, column, slots })),
  );
  const known = new Set(cells.map(addressOf));
  const missing = places.filter((place) => !known.has(addressOf(place))).map(emptyCell);
  const all = [...cells, ...missing].sort((a, b) => a.row - b.row || a.column - b.column);
  const at = new Map(all.map((cell, n) => [addressOf(cell), n]));
  const indexOf = (place: Address | null | undefined) => (place ? (at.get(addressOf(place)) ?? -1) : -1);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const fields = [...located.cells].map(([id, cell]) => [id, indexOf(placeOf.get(id) ?? cell)] as const);
  const slots = new Map(places.map((place) => [addressOf(place), place.slots]));
  const values = new Set(fields.map(([, n]) => n));
  const lines = new Set(located.above.map(indexOf));
  const needOf = (cell: Cell, n: number): Need => {
    if (slots.has(addressOf(cell))) return 'slot';
    if (values.has(n)) return classOf(cell, form) ?? 'same';
    return lines.has(n) && isLine(cell, form) ? 'line' : 'same';
  };
  const rowsBelow = new Set(located.below.map(({ row }) => row));
  return {
    spots: all.map((cell, n) => ({ cell, need: needOf(cell, n), slots: slots.get(addressOf(cell)) ?? -1 })),
    rows: rows.length,
    fields,
    above: [...lines],
    below: all.flatMap(({ row }, n) => (rowsBelow.has(row) ? [n] : [])),
    found: located.found,
    from: located.from,
  };
}

/** Rows of slots that hold figures and nothing else. A picture may stand for the value of a blank cell anywhere above it. */
function sureSlots(located: LocatedForm, cells: readonly Cell[], form: StatisticsForm): readonly RowOfSlots[] {
  if (cells.some(({ pictures }) => pictures > 0)) return [];
  return located.slots.filter(({ columns }) => {
    const values = [...columns.keys()].flatMap((id) => located.cells.get(id) ?? []);
    const classes = values.map((cell) => classOf(cell, form));
    return classes.includes('figure') && classes.every(isFigureOrBlank);
  });
}

function emptyCell({ row, column }: Address): Cell {
  return { row, column, rowSpan: 1, columnSpan: 1, value: { kind: 'empty' }, pictures: 0 };
}

type Aligned = readonly (Cell | null)[];

function locatedBy(layout: Layout, aligned: Aligned, table: Table): LocatedForm {
  const cellAt = (n: number) => aligned[n] ?? null;
  const cellsAt = (indices: readonly number[]) => indices.flatMap((n) => aligned[n] ?? []);
  return {
    table,
    cells: new Map(layout.fields.map(([id, n]) => [id, cellAt(n)])),
    findings: [],
    found: layout.found,
    from: layout.from,
    above: cellsAt(layout.above),
    below: cellsAt(layout.below),
    reachesLeft: false,
    slots: [],
  };
}

/** A number for where merged areas stand, which are there whether or not anything is written in them. */
function outlineOf(cells: readonly Cell[]): number {
  let sum = 0;
  for (const { row, column, rowSpan, columnSpan } of cells) {
    if (rowSpan === 1 && columnSpan === 1) continue;
    sum = Math.imul(sum ^ row, 0x01000193);
    sum = Math.imul(sum ^ column, 0x01000193);
    sum = Math.imul(sum ^ (rowSpan * 64 + columnSpan), 0x01000193);
  }
  return sum;
}

/** The cells in the order of the layout's spots; null where they are not as it needs them. */
function alignedTo(layout: Layout, cells: readonly Cell[], form: StatisticsForm): Aligned | null {
  const aligned: (Cell | null)[] = [];
  let next = 0;
  for (const spot of layout.spots) {
    const cell = placedAs(spot.cell, cells[next]);
    if (cell === null ? !mayBeMissing(spot) : !fits(cell, spot, form)) return null;
    aligned.push(cell);
    if (cell !== null) next++;
  }
  return next === cells.length && hasFigures(aligned, layout) ? aligned : null;
}

/** In each row of slots. */
function hasFigures(aligned: Aligned, { spots, rows }: Layout): boolean {
  let missing = rows;
  let last = -1;
  for (let n = 0; n < spots.length; n++) {
    const slots = spots[n]?.slots ?? -1;
    const cell = aligned[n];
    if (slots === -1 || slots === last || !cell || !isWritten(cell)) continue;
    last = slots;
    missing--;
  }
  return missing === 0;
}

/** Blank cells are listed only where they are merged. */
function mayBeMissing({ need, cell }: Spot): boolean {
  return need === 'slot' && cell.rowSpan === 1 && cell.columnSpan === 1;
}

function fits(cell: Cell, { cell: known, need }: Spot, form: StatisticsForm): boolean {
  switch (need) {
    case 'slot':
      return isFigureOrBlank(classOf(cell, form));
    case 'same':
      return isSame(cell.value, known.value);
    case 'line':
      return isSame(cell.value, known.value) || isLine(cell, form);
    default:
      return isSame(cell.value, known.value) || classOf(cell, form) === need;
  }
}

function isFigureOrBlank(one: Class | null): boolean {
  return one === 'figure' || one === 'blank';
}

function placedAs(known: Cell, cell: Cell | undefined): Cell | null {
  const isSo =
    cell !== undefined &&
    cell.row === known.row &&
    cell.column === known.column &&
    cell.rowSpan === known.rowSpan &&
    cell.columnSpan === known.columnSpan &&
    cell.pictures === known.pictures;
  return isSo ? cell : null;
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

type Address = Pick<Cell, 'row' | 'column'>;

function addressOf({ row, column }: Address): number {
  return row * 65_536 + column;
}
