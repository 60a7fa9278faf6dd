import type { Doubt, OutlineBlock, OutlineRow } from '../../model/form-draft.js';
import { cellsAcross, type Grid, isWritten, type LabelledCell, lastRowOf, overlapsColumns, textOf } from '../grid.js';
import { isTotal, isUnitWord } from '../side-text.js';
import { cleanLabel, isSameLabel, type Run, runsIn, type Span, spansOf } from './labels.js';
import type { Region } from './region.js';
import { type LabelLine, readRow } from './row.js';

/** A block as read, and where it ends. */
export interface ReadBlock {
  readonly block: OutlineBlock;
  /** The last row of it, that of its values included. */
  readonly last: number;
  readonly used: readonly LabelledCell[];
}

/** Reads what stands beside one label; two where the groups change on the way. Nothing where no label stands there. */
export function readBlock(grid: Grid, region: Region): readonly ReadBlock[] {
  const lines = linesOf(grid, region);
  const parts: LabelLine[][] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    if (part?.[0] !== undefined && isSameGroups(part[0].groups, line.groups)) part.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => blockOf(part, region, parts.length > 1));
}

function blockOf(lines: readonly LabelLine[], { heading, parent }: Region, isPart: boolean): ReadBlock {
  const groups = lines[0]?.groups.filter((cell) => !isTotal(cell)) ?? [];
  const totals = lines[0]?.groups.filter(isTotal) ?? [];
  const rows: readonly OutlineRow[] = lines.map((line) => readRow(line, groups));
  const last = lines.reduce((most, line) => Math.max(most, line.valueRow), 0);
  const doubts: Doubt[] = [
    ...(heading === null ? [{ kind: 'no-block-label' } as const] : []),
    ...(parent === null ? [] : [{ kind: 'part-of', label: cleanLabel(textOf(parent)) } as const]),
    ...(isPart ? [{ kind: 'groups-differ' } as const] : []),
    ...totals.map((cell) => ({ kind: 'total-left-out', label: cleanLabel(textOf(cell)) }) as const),
  ];
  const labels = lines.flatMap((line) => [...line.groups, ...line.leaves]);
  return {
    block: {
      label: heading && cleanLabel(textOf(heading)),
      parent: parent && cleanLabel(textOf(parent)),
      groups: groups.map((cell) => cleanLabel(textOf(cell))),
      rows,
      doubts,
    },
    last,
    used: [...labels, ...(heading ? [heading] : []), ...(parent ? [parent] : [])],
  };
}

function isSameGroups(a: readonly LabelledCell[], b: readonly LabelledCell[]): boolean {
  return a.length === b.length && a.every((cell, n) => isSameLabel(textOf(cell), textOf(b[n] ?? cell)));
}

/** Parts the labels beside a block into rows of groups and rows of leaves. */
function linesOf(grid: Grid, region: Region): readonly LabelLine[] {
  const runs = runsIn(grid, region.from, region.to, region.after);
  const lines: LabelLine[] = [];
  let groups: readonly LabelledCell[] = [];
  for (const [n, run] of runs.entries()) {
    const { labels, filled } = withoutValues(run, region, groups.length > 0);
    const leaves = labels.at(-1) ?? [];
    if (labels.length === 1 && isAbove(leaves, runs[n + 1]?.lines[0])) {
      groups = leaves;
      continue;
    }
    groups = labels.at(-2) ?? groups;
    const deep = labels.slice(0, -2).flat();
    lines.push({
      groups,
      leaves: [...leaves, ...reaching(labels.at(-2) ?? [], leaves)],
      valueRow: filled?.[0]?.row ?? valueRowBelow(grid, run, leaves),
      doubts: [
        ...(deep.length > 0 ? [{ kind: 'deep-labels', labels: textsOf(deep) } as const] : []),
        ...(filled ? [{ kind: 'filled-in', texts: textsOf(filled) } as const] : []),
      ],
    });
  }
  return lines;
}

/** Where a block has no row left for values, its last texts stand where the values go. */
function withoutValues({ lines, last }: Run, { end }: Region, hasGroups: boolean) {
  const least = hasGroups ? 1 : 2;
  const filled = end !== null && last >= end && lines.length > least ? lines.at(-1) : undefined;
  return { labels: filled === undefined ? lines : lines.slice(0, -1), filled };
}

/** A row parted by empty rows from the labels below it: each of its labels stands over two or more. */
function isAbove(upper: readonly LabelledCell[], lower: readonly LabelledCell[] | undefined): boolean {
  if (lower === undefined) return false;
  const below = ({ from, to }: Span) => lower.filter((cell) => overlapsColumns(cell, from, to)).length;
  return spansOf(upper).every((span) => below(span) > 1);
}

/** A group's label merged down over the row of leaves is a leaf too, such as 合计. */
function reaching(groups: readonly LabelledCell[], leaves: readonly LabelledCell[]): readonly LabelledCell[] {
  const row = leaves[0]?.row ?? 0;
  return groups.filter((cell) => lastRowOf(cell) >= row);
}

/** The row below the labels, or below a row of units. */
function valueRowBelow(grid: Grid, run: Run, leaves: readonly LabelledCell[]): number {
  const row = run.last + 1;
  const isBelow = (cell: LabelledCell) => leaves.some((leaf) => overlapsColumns(cell, leaf.column, leaf.column));
  const below = cellsAcross(grid, row).filter((cell) => isWritten(cell) && isBelow(cell));
  return below.length > 0 && below.every(isUnitWord) ? row + 1 : row;
}

function textsOf(cells: readonly LabelledCell[]): readonly string[] {
  return cells.map((cell) => cleanLabel(textOf(cell)));
}
