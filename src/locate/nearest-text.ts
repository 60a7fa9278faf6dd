import { distance } from 'fastest-levenshtein';
import type { LabelledCell } from './grid.js';
import { labelSet } from './label-key.js';

/** Texts that differ from a label in more than this part of their characters do not look like it. */
const farthest = 0.5;

/** The cell whose text looks most like one of the labels; null where none looks like any. */
export function nearestText(cells: readonly LabelledCell[], labels: readonly string[]): LabelledCell | null {
  const wanted = [...labelSet(labels).keys];
  const byDistance = cells
    .map((cell) => ({ cell, far: Math.min(...cell.keys.flatMap((key) => wanted.map((one) => difference(key, one)))) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far);
  return byDistance[0]?.cell ?? null;
}

/** 0 for the same text, 1 for nothing in common. */
function difference(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length);
}
