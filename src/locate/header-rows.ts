import type { Block, Field, StatisticsForm } from '../model/campaign.js';
import { once } from '../model/memo.js';
import { cellsIn, type Grid, type LabelledCell, lastColumnOf } from './grid.js';
import { labelSet } from './label-key.js';
import { findLeafRows, type LeafRow } from './leaf-rows.js';

/** A row of leaf labels with the labels of groups above it: all that says whose the values below are. */
export interface HeaderRow extends LeafRow {
  /** The row with the labels of groups; null where there is none. */
  readonly groupRow: number | null;
  readonly groups: readonly GroupSpan[];
  /** The form's fields that have a label here; more than one cell where a label is repeated. */
  readonly fields: ReadonlyMap<Field, readonly LabelledCell[]>;
}

interface GroupSpan {
  /** Index into the block's groups; −1 for a label that is none of ours, such as 合计. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The rows of labels of a table, from the top. */
export function findHeaderRows(grid: Grid, form: StatisticsForm): readonly HeaderRow[] {
  const rows = findLeafRows(grid, form.blocks);
  const headers = rows.map((row) => {
    const block = form.blocks[row.block] as Block;
    const { at, groups } = groupsAbove(grid, block, row, floorOf(rows, row));
    return { ...row, groupRow: at, groups, fields: fieldsOf(row, groups, form) };
  });
  return headers.filter(
    (row) => row.fields.size > 0 || !headers.some((other) => other.fields.size > 0 && isSameRow(row, other)),
  );
}

/** Whether both hold the leaves of the same row of the form. */
export function isSameRow(one: LeafRow, other: LeafRow): boolean {
  return one.block === other.block && one.row === other.row;
}

/** Whether both stand beside the very same cell with their block's label. */
export function isUnderOneHeading(one: LeafRow, other: LeafRow): boolean {
  return one.heading !== null && one.heading === other.heading;
}

/** Whether the group's label stands above this row. */
export function hasGroup(header: HeaderRow, group: number): boolean {
  return header.groups.some((span) => span.index === group);
}

/** Groups are looked for below the leaves of the block before; the second row of a block shares those of the first. */
function floorOf(rows: readonly LeafRow[], row: LeafRow): number {
  const shares = (other: LeafRow) =>
    isUnderOneHeading(row, other) || (other.block === row.block && other.row < row.row);
  return rows
    .filter((other) => other.at < row.at && !shares(other))
    .reduce((last, other) => Math.max(last, other.at), 0);
}

/** The nearest row above with labels of groups. A block with one group needs no label for it. */
function groupsAbove(grid: Grid, block: Block, row: LeafRow, floor: number) {
  const sets = groupSets(block);
  const left = row.leaves.reduce((first, { cell }) => Math.min(first, cell.column), Number.POSITIVE_INFINITY);
  const alone = sets.length === 1;
  const isLabel = (cell: LabelledCell) => cell.keys.length > 0 && lastColumnOf(cell) >= left;
  const isGroup = (cell: LabelledCell) => isLabel(cell) && sets.some((set) => set.matches(cell.keys));
  for (let at = row.at - 1; at > floor; at--) {
    const row = cellsIn(grid, at);
    if (!row.some(isGroup)) continue;
    const labels = row
      .filter(isLabel)
      .map((cell) => ({ cell, index: sets.findIndex((set) => set.matches(cell.keys)) }));
    const first = labels.findIndex(({ index }) => index !== -1);
    if (first !== -1) return { at, groups: alone ? spansOf(labels.slice(first), 1) : spansOf(labels) };
  }
  return { at: null, groups: alone ? [everything] : [] };
}

const groupSets = once((block: Block) => block.groups.map((group) => labelSet(group.labels)));

const everything: GroupSpan = { index: 0, from: 1, to: Number.POSITIVE_INFINITY };

/**
 * A group reaches to where the next text stands, so that headers whose cells were never merged are read too; a label
 * written into every cell of its group is one label.
 */
function spansOf(labels: readonly { cell: LabelledCell; index: number }[], start?: number): GroupSpan[] {
  const firsts = labels.filter(({ index }, n) => index === -1 || index !== labels[n - 1]?.index);
  return firsts.map(({ cell, index }, n) => ({
    index,
    from: n === 0 ? (start ?? cell.column) : cell.column,
    to: Math.max(lastColumnOf(cell), (firsts[n + 1]?.cell.column ?? Number.POSITIVE_INFINITY) - 1),
  }));
}

/** The form's fields whose leaves are those of one row of a block. */
export function fieldsUnder(form: StatisticsForm, block: number, row: number): readonly Field[] {
  return fieldsByRow(form)[block]?.[row] ?? [];
}

const fieldsByRow = once((form: StatisticsForm) =>
  form.blocks.map((block, b) =>
    block.rows.map((_, r) => form.fields.filter((field) => field.at.block === b && field.at.row === r)),
  ),
);

function fieldsOf(row: LeafRow, groups: readonly GroupSpan[], form: StatisticsForm) {
  const fields = new Map<Field, readonly LabelledCell[]>();
  for (const field of fieldsUnder(form, row.block, row.row)) {
    const cells = row.leaves
      .filter((leaf) => leaf.index === field.at.leaf && groupOf(leaf.cell, groups) === field.at.group)
      .map((leaf) => leaf.cell);
    if (cells.length > 0) fields.set(field, cells);
  }
  return fields;
}

function groupOf(cell: LabelledCell, groups: readonly GroupSpan[]): number | undefined {
  return groups.find((span) => cell.column >= span.from && cell.column <= span.to)?.index;
}
