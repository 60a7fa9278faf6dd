import type { Doubt, OutlineCell, OutlineRow } from '../../model/form-draft.js';
import { type LabelledCell, textOf } from '../grid.js';
import { isTotal } from '../side-text.js';
import { cleanLabel, isAlike, isSameLabel, spansOf } from './labels.js';

/** A row of leaf labels and the groups above it. */
export interface LabelLine {
  readonly groups: readonly LabelledCell[];
  readonly leaves: readonly LabelledCell[];
  /** The first row in which their values may stand. */
  readonly valueRow: number;
  readonly doubts: readonly Doubt[];
}

/** One row of leaf labels: which leaves there are, the same under each group, and where their values go. */
export function readRow(line: LabelLine, groups: readonly LabelledCell[]): OutlineRow {
  const spans = spansOf(line.groups);
  const placed = line.leaves.flatMap((cell) => {
    const above = spans.find(({ from, to }) => cell.column >= from && cell.column <= to)?.cell;
    const group = above === undefined ? 0 : groups.indexOf(above);
    return group === -1 || isTotal(cell) ? [] : [{ cell, group, label: cleanLabel(textOf(cell)) }];
  });
  const leaves: string[] = [];
  const cells: OutlineCell[] = [];
  const twice = new Set<string>();
  for (const { cell, group, label } of placed) {
    const isTaken = (leaf: number) => cells.some((other) => other.group === group && other.leaf === leaf);
    const same = leaves.findIndex((one) => isSameLabel(one, label));
    // 活动场次 below one group and 活动场次（次） below the next are one leaf.
    const alike = leaves.findIndex((one, n) => isAlike(one, label) && !isTaken(n));
    if (same !== -1 && isTaken(same)) {
      twice.add(label);
      continue;
    }
    const known = same === -1 ? alike : same;
    if (known === -1) leaves.push(label);
    cells.push({ group, leaf: known === -1 ? leaves.length - 1 : known, row: line.valueRow, column: cell.column });
  }
  const totals = line.leaves.filter(isTotal).filter((cell) => !line.groups.includes(cell));
  const doubts: Doubt[] = [
    ...line.doubts,
    ...[...twice].map((label) => ({ kind: 'label-twice', label }) as const),
    ...unique(totals.map((cell) => cleanLabel(textOf(cell)))).map(
      (label) => ({ kind: 'total-left-out', label }) as const,
    ),
    ...uneven(groups, leaves, cells),
  ];
  return { leaves, cells, doubts };
}

/** The leaves below each group must be the same ones. */
function uneven(groups: readonly LabelledCell[], leaves: readonly string[], cells: readonly OutlineCell[]): Doubt[] {
  return groups.flatMap((group, g) => {
    const labels = leaves.filter((_, l) => !cells.some((cell) => cell.group === g && cell.leaf === l));
    return labels.length === 0 ? [] : [{ kind: 'uneven-leaves', group: cleanLabel(textOf(group)), labels } as const];
  });
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
