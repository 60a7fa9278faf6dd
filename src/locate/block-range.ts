import type { Block } from '../model/campaign.js';
import { type Grid, type LabelledCell, lastColumnOf, lastRowOf } from './grid.js';
import { LabelSet } from './label-key.js';

/** The rows of one block, and where its label ends to the right. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
  /** The last column of the label; 0 where the label is missing and the rows follow from the neighbours. */
  readonly labelColumn: number;
  /** Rows at which the label stands again, the first included. */
  readonly repeats: readonly number[];
}

/**
 * The rows each block takes up: from its label to the next text in the label's column. A block without a label takes
 * the rows between its neighbours, where its leaves may still be found.
 */
export function findBlocks(grid: Grid, blocks: readonly Block[]): readonly (BlockRange | null)[] {
  const labels = blocks.map((block) => labelsOf(grid, block));
  return blocks.map((block, b) => {
    const [label] = labels[b] ?? [];
    if (label !== undefined) {
      const repeats = (labels[b] ?? []).map((cell) => cell.row);
      return { from: label.row, to: endOf(grid, label, block), labelColumn: lastColumnOf(label), repeats };
    }
    return between(labels, b, grid);
  });
}

/** Cells with the block's label that begin a row of labels: something else stands to their right in the same rows. */
function labelsOf(grid: Grid, block: Block): LabelledCell[] {
  const set = new LabelSet(block.labels);
  return grid.cells.filter(
    (cell) =>
      set.matches(cell.keys) &&
      grid.cells.some(
        (other) => other.row === cell.row && other.column > lastColumnOf(cell) && other.keys.length > 0,
      ) &&
      !grid.cells.some((other) => other.row === cell.row && other.column < cell.column && other.keys.length > 0),
  );
}

/** A label merged over the whole block says where it ends; else the next text below it does. */
function endOf(grid: Grid, label: LabelledCell, block: Block): number {
  if (label.rowSpan > 2 * block.rows.length) return lastRowOf(label);
  const below = grid.cells
    .filter(
      (cell) =>
        cell.keys.length + textLength(cell) > 0 && cell.row > lastRowOf(label) && cell.column <= lastColumnOf(label),
    )
    .map((cell) => cell.row);
  return Math.min(grid.lastRow, ...below.map((row) => row - 1));
}

function textLength(cell: LabelledCell): number {
  return cell.value.kind === 'text' ? cell.value.text.trim().length : cell.value.kind === 'empty' ? 0 : 1;
}

function between(labels: readonly (readonly LabelledCell[])[], b: number, grid: Grid): BlockRange | null {
  const before = labels.slice(0, b).flat().map(lastRowOf);
  const after = labels
    .slice(b + 1)
    .flat()
    .map((cell) => cell.row);
  const from = Math.max(0, ...before) + 1;
  const to = Math.min(grid.lastRow + 1, ...after) - 1;
  return from > to ? null : { from, to, labelColumn: 0, repeats: [] };
}
