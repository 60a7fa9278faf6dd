import type { Block, BlockRow } from '../model/campaign.js';
import type { Cell } from '../model/document.js';
import type { BlockRange } from './block-range.js';
import { type Grid, type LabelledCell, lastColumnOf, lastRowOf } from './grid.js';
import { LabelSet } from './label-key.js';

/** The row of leaf labels of one row of a block, with the groups above it. */
export interface HeaderRow {
  readonly row: number;
  /** The last row that the leaf labels take up. */
  readonly lastRow: number;
  /** The last row in which this row's values may stand. */
  readonly lastValueRow: number;
  readonly leaves: readonly { readonly index: number; readonly cell: Cell }[];
  readonly groups: readonly GroupSpan[];
}

interface GroupSpan {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The row of the block in which most of the wanted leaves stand; null where there is none. */
export function leafRowOf(grid: Grid, range: BlockRange, row: BlockRow, block: Block): HeaderRow | null {
  const rows = rowsOfLeaves(grid, range, row);
  const best = [...rows].sort((a, b) => b.leaves.length - a.leaves.length || a.row - b.row)[0];
  if (best === undefined) return null;
  const next = block.rows
    .filter((other) => other !== row)
    .flatMap((other) => rowsOfLeaves(grid, range, other))
    .map((other) => other.row)
    .filter((at) => at > best.row);
  return {
    row: best.row,
    lastRow: Math.max(...best.leaves.map((leaf) => lastRowOf(leaf.cell))),
    lastValueRow: Math.min(range.to, ...next.map((at) => at - 1)),
    leaves: best.leaves,
    groups: groupsAbove(grid, range, block, best.row),
  };
}

/** The index of the group above the cell; null where no group stands there. */
export function groupOfColumn(header: HeaderRow, cell: Cell): number | null {
  const span = header.groups.find((group) => cell.column >= group.from && cell.column <= group.to);
  return span?.index ?? null;
}

function rowsOfLeaves(grid: Grid, range: BlockRange, row: BlockRow) {
  const sets = row.leaves.map((leaf) => new LabelSet(leaf.labels));
  const byRow = new Map<number, { index: number; cell: LabelledCell }[]>();
  for (const cell of grid.cells) {
    if (cell.row < range.from || cell.row > range.to || cell.column <= range.labelColumn) continue;
    const index = sets.findIndex((set) => set.matches(cell.keys));
    if (index !== -1) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), { index, cell }]);
  }
  return [...byRow].map(([at, leaves]) => ({ row: at, leaves }));
}

/**
 * The nearest row above with labels of groups. A group reaches to where the next one starts, so that headers whose
 * cells were never merged are read too. A block whose only group is unnamed spans everything.
 */
function groupsAbove(grid: Grid, range: BlockRange, block: Block, leafRow: number): readonly GroupSpan[] {
  if (block.groups.length === 1) return [{ index: 0, from: 1, to: grid.lastColumn }];
  const sets = block.groups.map((group) => new LabelSet(group.labels));
  for (let row = leafRow - 1; row >= range.from; row--) {
    const found = grid.cells
      .filter((cell) => cell.row === row && cell.column > range.labelColumn && cell.keys.length > 0)
      .map((cell) => ({ cell, index: sets.findIndex((set) => set.matches(cell.keys)) }));
    if (found.some(({ index }) => index !== -1)) {
      return found.map(({ cell, index }, n) => ({
        index,
        from: cell.column,
        to: cell.columnSpan > 1 ? lastColumnOf(cell) : (found[n + 1]?.cell.column ?? grid.lastColumn + 1) - 1,
      }));
    }
  }
  return [];
}
