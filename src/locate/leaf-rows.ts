import type { Block } from '../model/campaign.js';
import { lately, once } from '../model/memo.js';
import { type Grid, type LabelledCell, lastRowOf } from './grid.js';
import { LabelSet, labelSet } from './label-key.js';

/** A row of the table in which the leaf labels of one row of a block stand. */
export interface LeafRow {
  /** Indices into the form's blocks and the block's rows. */
  readonly block: number;
  readonly row: number;
  /** The row of the table. */
  readonly at: number;
  readonly leaves: readonly LeafCell[];
  /** The cell with the block's label; null where the block is known by its leaves alone. */
  readonly heading: LabelledCell | null;
}

interface LeafCell {
  /** Index into the leaves of the block's row. */
  readonly index: number;
  readonly cell: LabelledCell;
  /** In the form's own wording, not that of clerks. */
  readonly official: boolean;
}

/** A table with more rows that look like labels is a list of some kind, and not our form many times over. */
const mostRows = 2_000;

/**
 * Every row of leaf labels, from the top. Below its block's label any wording of a leaf counts; elsewhere a row is known
 * only where all leaves stand in the official wording, so that 场次 and 人数 of some other table are not taken for ours.
 */
export function findLeafRows(grid: Grid, blocks: readonly Block[]): readonly LeafRow[] {
  const candidates = candidatesOf(grid, blocks);
  const headings = candidateHeadings(grid, blocks);
  if (headings.length + candidates.reduce((sum, one) => sum + one.rows.length, 0) > mostRows) return [];
  const under = soundHeadings(headings, candidates).flatMap((heading) =>
    candidates.filter((one) => one.block === heading.block).map((one) => rowsUnder(heading, one)),
  );
  const headed = under.flatMap(soundRows);
  const taken = new Set(under.flat().flatMap((row) => row.leaves.map((leaf) => leaf.cell)));
  const rest = candidates.flatMap((one) => one.rows.filter((row) => isUnmistakable(row, one.wanted, taken)));
  const unheaded = rest.filter((row) => !rest.some((other) => other !== row && sharesCell(row, other)));
  return [...headed, ...unheaded].sort((a, b) => a.at - b.at || a.block - b.block || a.row - b.row);
}

/** The rows of the table that hold any leaf of one row of a block. */
interface Candidates {
  readonly block: number;
  readonly row: number;
  /** How many leaves the row has. */
  readonly wanted: number;
  readonly rows: readonly LeafRow[];
}

function candidatesOf(grid: Grid, blocks: readonly Block[]): readonly Candidates[] {
  const lookUp = leavesOf(blocks);
  const found = lookUp.all.map(() => new Map<number, LeafCell[]>());
  for (const cell of grid.cells) {
    if (cell.keys.length === 0) continue;
    for (const { candidate, index, official } of lookUp.matching(cell.keys)) {
      const rows = found[candidate];
      const leaf = { index, cell, official };
      const others = rows?.get(cell.row);
      if (others === undefined) rows?.set(cell.row, [leaf]);
      else others.push(leaf);
    }
  }
  return lookUp.all.map(({ block, row, wanted }, n) => ({
    block,
    row,
    wanted,
    rows: [...reachingDown(found[n] ?? new Map())].map(([at, leaves]) => ({ block, row, at, leaves, heading: null })),
  }));
}

/** A label drawn down beside groups stands among the leaves of the row it reaches: 备注. */
function reachingDown(rows: ReadonlyMap<number, readonly LeafCell[]>): ReadonlyMap<number, readonly LeafCell[]> {
  const tall = [...rows].flatMap(([at, leaves]) =>
    leaves.filter(({ cell }) => cell.rowSpan > 1 && rows.has(lastRowOf(cell))).map((leaf) => ({ at, leaf })),
  );
  if (tall.length === 0) return rows;
  const moved = new Map(rows);
  for (const { at, leaf } of tall) {
    const last = lastRowOf(leaf.cell);
    moved.set(
      last,
      [...(moved.get(last) ?? []), leaf].sort((a, b) => a.cell.column - b.cell.column),
    );
    const left = (moved.get(at) ?? []).filter((other) => other !== leaf);
    if (left.length > 0) moved.set(at, left);
    else moved.delete(at);
  }
  return moved;
}

/** Which rows of the form a text may be a leaf of: at most one leaf of each. */
const leavesOf = once((blocks: readonly Block[]) => {
  const all = blocks.flatMap((block, b) =>
    block.rows.map((row, r) => ({
      block: b,
      row: r,
      wanted: row.leaves.length,
      any: row.leaves.map(({ labels }) => labelSet(labels)),
      official: row.leaves.map(({ labels }) => new LabelSet(labels.slice(0, 1))),
    })),
  );
  const matching = lately((keys: readonly string[]) =>
    all.flatMap(({ any, official }, candidate) => {
      const index = any.findIndex((set) => set.matches(keys));
      return index === -1 ? [] : [{ candidate, index, official: official[index]?.matches(keys) ?? false }];
    }),
  );
  return { all, matching };
});

/** The cell with a block's label, and the last row before the next one. */
interface Heading {
  readonly block: number;
  readonly cell: LabelledCell;
  readonly to: number;
}

/** The first cell of each row with a block's label. */
function candidateHeadings(grid: Grid, blocks: readonly Block[]): readonly Heading[] {
  const sets = blocks.map((block) => labelSet(block.labels));
  const firsts: Pick<Heading, 'block' | 'cell'>[] = [];
  for (const cell of grid.cells) {
    if (cell.keys.length === 0 || firsts.at(-1)?.cell.row === cell.row) continue;
    const block = sets.findIndex((set) => set.matches(cell.keys));
    if (block !== -1) firsts.push({ block, cell });
  }
  return reaching(firsts);
}

/** Those with leaves of the block to their right; the same word in a note or a title has none. */
function soundHeadings(headings: readonly Heading[], candidates: readonly Candidates[]): readonly Heading[] {
  const sound = headings.filter((heading) =>
    candidates.some((one) => one.block === heading.block && one.rows.some((row) => isUnder(row, heading))),
  );
  return reaching(sound);
}

function reaching(headings: readonly Pick<Heading, 'block' | 'cell'>[]): Heading[] {
  return headings.map(({ block, cell }, n) => ({
    block,
    cell,
    to: (headings[n + 1]?.cell.row ?? Number.POSITIVE_INFINITY) - 1,
  }));
}

function isUnder(row: LeafRow, { cell, to }: Heading): boolean {
  return row.at >= cell.row && row.at <= to && row.leaves.some((leaf) => leaf.cell.column > cell.column);
}

function rowsUnder(heading: Heading, { rows }: Candidates): readonly LeafRow[] {
  return rows.filter((row) => isUnder(row, heading)).map((row) => ({ ...row, heading: heading.cell }));
}

/** The row with most leaves, and others like it. Leaves one below the other are another form, of which nothing is taken. */
function soundRows(rows: readonly LeafRow[]): readonly LeafRow[] {
  const most = rows.reduce((best, row) => Math.max(best, row.leaves.length), 0);
  const best = rows.find((row) => row.leaves.length === most);
  const known = new Set(best?.leaves.map((leaf) => leaf.index));
  if (rows.some((row) => row.leaves.some((leaf) => !known.has(leaf.index)))) return [];
  return rows.filter((row) => row.leaves.length === most || row.leaves.length > 1);
}

function isUnmistakable(row: LeafRow, wanted: number, taken: ReadonlySet<LabelledCell>): boolean {
  const official = row.leaves.filter((leaf) => leaf.official);
  return new Set(official.map((leaf) => leaf.index)).size === wanted && !row.leaves.some(({ cell }) => taken.has(cell));
}

function sharesCell(row: LeafRow, other: LeafRow): boolean {
  return row.leaves.some(({ cell }) => other.leaves.some((leaf) => leaf.cell === cell));
}
