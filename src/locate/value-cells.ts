import { finding } from '../findings/finding.js';
import type { Block, Field, FieldId, StatisticsForm } from '../model/campaign.js';
import type { Cell } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import {
  cellsAcross,
  cellsIn,
  type Grid,
  isWritten,
  type LabelledCell,
  lastColumnOf,
  overlapsColumns,
  shownOf,
} from './grid.js';
import { fieldsUnder, type HeaderRow, hasGroup } from './header-rows.js';
import type { RowOfSlots } from './located-form.js';
import { labelOf } from './missing-labels.js';
import { placeOf } from './place.js';
import { isFigure, isUnitWord } from './side-text.js';
import { type Column, firstColumnOf, lastLabelRow, type Search, type ValueRows, valueRows } from './value-rows.js';

/** The values of one row of labels. */
export interface LocatedRow {
  /** The value's cell; null where nothing stands there. */
  readonly cells: ReadonlyMap<FieldId, Cell | null>;
  /** Fields whose labels stand here; those without a cell are in doubt, and a finding says why. */
  readonly labelled: readonly Field[];
  readonly findings: readonly Finding[];
  /** Where figures may come and go without a difference to any other field; null where that is not so. */
  readonly slots: RowOfSlots | null;
}

/**
 * The value below each leaf label. A label that stands twice, two filled rows, a value merged over several labels, or
 * several values under one are findings, not choices.
 */
export function locateRow(
  grid: Grid,
  header: HeaderRow,
  { bound, incomplete }: Pick<Search, 'bound' | 'incomplete'>,
  form: StatisticsForm,
): LocatedRow {
  const doubt = doubtsOf(header);
  const heads = headsOf(grid, header, doubt, form);
  const labelled = [...header.fields.keys()];
  const repeated = repeatedLabels(grid, header, doubt, form);
  const known = heads.filter((head) => head.field !== null);
  const columns = known.map(({ from, to, reach, margin }) => ({ from, to, reach: Math.max(reach, margin) }));
  const block = form.blocks[header.block] as Block;
  const counts = labelled.every((field) => field.kind === 'count');
  const found = valueRows(grid, { header, columns, bound, labels: block.labels, counts, incomplete });
  if (found.stranger !== null || found.rows.length > 1) {
    return { ...untold, labelled, findings: [...repeated, rowsInDoubt(grid, labelled, found, form)] };
  }
  const row = found.rows[0] ?? lastLabelRow(header) + 1;
  const written = cellsAcross(grid, row).filter((cell) => isWritten(cell) && !isUnitWord(cell));
  const cells = new Map<FieldId, Cell | null>();
  const findings: Finding[] = [];
  for (const head of heads) {
    if (head.field === null) continue;
    const values = valuesOf(written, head);
    const [value] = values;
    const stray = strayFor(grid, head, value, row);
    if (stray !== undefined) findings.push(mergedValue(grid, [head.field.label], stray));
    else if (values.length > 1) findings.push(severalValues(grid, head.field, values));
    else cells.set(head.field.id, value ?? blankOf(grid, head, row, lastLabelRow(header) + 1, found.last));
  }
  findings.push(...mergedValues(grid, heads, cells));
  return {
    cells,
    labelled,
    findings: [...repeated, ...findings],
    slots: slotsIn(grid, found.rows[0], heads, cells),
  };
}

/** Of a row of labels whose values cannot be told. */
export const untold: Pick<LocatedRow, 'cells' | 'slots'> = { cells: new Map(), slots: null };

function slotsIn(
  grid: Grid,
  row: number | undefined,
  heads: readonly Head[],
  values: LocatedRow['cells'],
): RowOfSlots | null {
  const own = new Set<Cell | null>(values.values());
  const valueBelow = ({ field }: Head) => (field === null ? null : (values.get(field.id) ?? null));
  if (row === undefined || cellsIn(grid, row).some((cell) => isWritten(cell) && !own.has(cell))) return null;
  if (!heads.every((head) => isNeat(grid, row, head, valueBelow(head)))) return null;
  const columns = heads.flatMap((head): (readonly [FieldId, number])[] => {
    const { field, from, to } = head;
    const column = valueBelow(head)?.column ?? (from === to ? from : null);
    return field === null || column === null ? [] : [[field.id, column]];
  });
  return { row, columns: new Map(columns) };
}

/** Nothing but the value stands below the label, and it reaches no further. */
function isNeat(grid: Grid, row: number, { from, to }: Head, value: Cell | null): boolean {
  const below = cellsAcross(grid, row).filter((cell) => overlapsColumns(cell, from, to));
  if (value === null) return below.length === 0;
  const isOwn = value.row === row && value.rowSpan === 1 && value.column >= from && lastColumnOf(value) <= to;
  return isOwn && below.length === 1 && below[0] === value;
}

type Doubt = (field: Field) => boolean;

/** A label in the row of leaves, ours or not, and the columns below it. */
interface Head extends Column {
  /** Null for a label that is none of ours, or stands there twice. */
  readonly field: Field | null;
  readonly label: string;
  /** No label is missing beside it. */
  readonly whole: boolean;
  /** Behind the last label of a group, or where labels are missing, nobody can tell whether a figure is its own. */
  readonly margin: number;
}

function headsOf(grid: Grid, header: HeaderRow, doubt: Doubt, form: StatisticsForm): readonly Head[] {
  const left = firstColumnOf(header);
  const cells = cellsAcross(grid, header.at).filter((cell) => isWritten(cell) && cell.column >= left);
  const owners = new Map<LabelledCell, Field>();
  for (const [field, labels] of header.fields) {
    if (labels[0] !== undefined && !doubt(field)) owners.set(labels[0], field);
  }
  const whole = isComplete(header, form);
  return cells.map((cell, n) => {
    const to = lastColumnOf(cell);
    const next = cells[n + 1];
    const gap = cell.column - (cells[n - 1]?.column ?? cell.column - 1);
    const end = Math.max(to, (next?.column ?? cell.column + gap) - 1);
    const group = groupOf(header, cell);
    const between = next !== undefined && groupOf(header, next) === group;
    return {
      field: owners.get(cell) ?? null,
      label: shownOf(cell),
      whole,
      from: cell.column,
      to,
      // What stands between two labels of a group can only be the first one's.
      reach: whole && between ? end : to,
      margin: whole && between ? to : Math.min(end, group?.to ?? to),
    };
  });
}

/** No label of a group that stands here is missing or there twice, so that what lies between two labels is the first's. */
function isComplete(header: HeaderRow, form: StatisticsForm): boolean {
  return fieldsUnder(form, header.block, header.row)
    .filter((field) => hasGroup(header, field.at.group))
    .every((field) => header.fields.get(field)?.length === 1);
}

type Span = HeaderRow['groups'][number];

function groupOf(header: HeaderRow, cell: Cell): Span | undefined {
  return header.groups.find((span) => cell.column >= span.from && cell.column <= span.to);
}

/**
 * Where any label of a group stands twice, the other labels of the group are no safer; where a group itself does, another
 * table stands beside this one.
 */
function doubtsOf(header: HeaderRow): Doubt {
  const isHere = ({ from, to }: Span) => header.leaves.some(({ cell }) => cell.column >= from && cell.column <= to);
  const spans = header.groups.filter((span) => span.index !== -1 && isHere(span)).map((span) => span.index);
  if (new Set(spans).size < spans.length) return () => true;
  const twice = new Set<number>();
  for (const [field, cells] of header.fields) if (cells.length > 1) twice.add(field.at.group);
  return (field) => twice.has(field.at.group);
}

function repeatedLabels(grid: Grid, header: HeaderRow, doubt: Doubt, form: StatisticsForm): Finding[] {
  const doubtful = [...header.fields.keys()].filter(doubt);
  if (doubtful.length === 0) return [];
  const again = doubtful.flatMap((field) => header.fields.get(field)?.slice(1) ?? []);
  const times = Math.max(2, ...doubtful.map((field) => header.fields.get(field)?.length ?? 0));
  return [finding('form/label-repeated', { label: labelOf(doubtful, form), times }, placeOf(grid.table, again[0]))];
}

function rowsInDoubt(grid: Grid, fields: readonly Field[], found: ValueRows, form: StatisticsForm): Finding {
  const label = labelOf(fields, form);
  const { stranger, rows } = found;
  if (stranger !== null) {
    return finding('form/label-missing', { label, suggestion: shownOf(stranger) }, placeOf(grid.table, stranger));
  }
  const second = cellsIn(grid, rows[1] ?? 0).find(isWritten);
  return finding('form/several-value-rows', { label, rows }, placeOf(grid.table, second));
}

/** What is written under a label; where nothing is, what stands between it and the next label. */
function valuesOf(written: readonly LabelledCell[], head: Head): readonly LabelledCell[] {
  const under = written.filter((cell) => overlapsColumns(cell, head.from, head.to));
  return under.length > 0 ? under : written.filter((cell) => overlapsColumns(cell, head.from, head.reach));
}

/** A figure that may be this field's or that of a label missing beside it. */
function strayFor(grid: Grid, head: Head, value: LabelledCell | undefined, row: number): LabelledCell | undefined {
  if (value !== undefined) {
    const isOver = value.column < head.from || lastColumnOf(value) > Math.max(head.to, head.reach);
    return isOver && !head.whole ? value : undefined;
  }
  const isValue = (cell: LabelledCell) => (head.field?.kind === 'count' ? isFigure(cell) : isWritten(cell));
  const isStray = (cell: LabelledCell) => cell.column > head.to && cell.column <= head.margin && isValue(cell);
  return cellsAcross(grid, row).find(isStray);
}

/** An empty cell with a picture counts before one with none, wherever the picture lies below the label. */
function blankOf(grid: Grid, head: Column, row: number, from: number, to: number): Cell | null {
  const isBelow = (cell: Cell) => overlapsColumns(cell, head.from, head.to) && !isWritten(cell);
  const pictured = grid.cells.find((cell) => cell.row >= from && cell.row <= to && cell.pictures > 0 && isBelow(cell));
  return pictured ?? cellsAcross(grid, row).find(isBelow) ?? null;
}

function severalValues(grid: Grid, field: Field, values: readonly LabelledCell[]): Finding {
  const texts = values.map(shownOf).join(' | ');
  return finding('count/unreadable', { label: field.label }, placeOf(grid.table, values[0]), texts);
}

/** One filled cell under several labels, ours or not: nobody can tell whose value it is. */
function mergedValues(grid: Grid, heads: readonly Head[], cells: Map<FieldId, Cell | null>): Finding[] {
  const owners = new Map<Cell, Field[]>();
  for (const { field } of heads) {
    const cell = field === null ? null : cells.get(field.id);
    if (field && cell && isWritten(cell)) owners.set(cell, [...(owners.get(cell) ?? []), field]);
  }
  return [...owners].flatMap(([cell, fields]) => {
    const under = heads.filter((head) => overlapsColumns(cell, head.from, head.to));
    const labels = [
      ...new Set([...fields.map((field) => field.label), ...under.filter(isForeign).map((head) => head.label)]),
    ];
    if (labels.length === 1) return [];
    for (const field of fields) cells.delete(field.id);
    return [mergedValue(grid, labels, cell)];
  });
}

function mergedValue(grid: Grid, labels: readonly string[], cell: Cell): Finding {
  return finding('count/merged-values', { labels }, placeOf(grid.table, cell), shownOf(cell));
}

function isForeign(head: Head): boolean {
  return head.field === null;
}
