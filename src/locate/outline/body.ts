import type { OutlineBlock } from '../../model/form-draft.js';
import { type Grid, type LabelledCell, textOf } from '../grid.js';
import type { LabelSet } from '../label-key.js';
import { looksLikeTitle } from '../year.js';
import { readBlock } from './block.js';
import { labelsIn } from './labels.js';
import { regionsOf } from './region.js';

/** The part of a table that is the form itself. */
export interface Body {
  readonly first: number;
  readonly last: number;
  readonly blocks: readonly OutlineBlock[];
  /** The cells whose texts became part of it. */
  readonly used: ReadonlySet<LabelledCell>;
}

/**
 * Reads the blocks of a form nobody has described: labels at the left, groups across, leaves below them. A list with one
 * unit a row, which offices make for themselves, is none.
 */
export function readBody(grid: Grid, lineWords: LabelSet, listWords: LabelSet): Body | null {
  const first = firstRow(grid, lineWords);
  const corner = first === null ? undefined : labelsIn(grid, first)[0];
  if (first === null || corner === undefined || listWords.matches(corner.keys)) return null;
  const read = regionsOf(grid, first).flatMap((region) => readBlock(grid, region));
  if (read.length === 0) return null;
  return {
    first,
    last: read.reduce((most, one) => Math.max(most, one.last), first),
    blocks: read.map(({ block }) => block),
    used: new Set(read.flatMap(({ used }) => used)),
  };
}

/** The first row with two labels that are neither titles nor lines to fill in. */
function firstRow(grid: Grid, lineWords: LabelSet): number | null {
  for (let row = 1; row <= grid.lastRow; row++) {
    const labels = labelsIn(grid, row);
    const isHead = labels.some((cell) => looksLikeTitle(textOf(cell)));
    const isLines = labels.every((cell) => hasColon(cell) || lineWords.matches(cell.keys)) || labels.some(isLine);
    if (labels.length > 1 && !isHead && !isLines) return row;
  }
  return null;
}

function hasColon(cell: LabelledCell): boolean {
  return /[:：]/u.test(textOf(cell));
}

/** 单位：　　　村委会: something is to be written behind a colon, in the same cell. */
function isLine(cell: LabelledCell): boolean {
  return /^[^:：]{1,12}[:：](?=.)/su.test(textOf(cell).trim());
}
