import { columnsOf } from '../../findings/text.js';
import type { Cell, Table } from '../../model/document.js';
import type { Severity } from '../../model/finding.js';
import { covers, lastColumn, pieceAt, rowsAround, type Track, tracksOf } from './excerpt-grid.js';

/** A cell at fault; `note` stands beside its mark where there is room. */
export interface Mark {
  readonly cell: Cell;
  readonly severity: Severity;
  readonly note: string;
}

/** How a part of a table is to be drawn. */
export interface Plan {
  readonly table: Table;
  readonly marks: readonly Mark[];
  readonly rows: readonly number[];
  readonly columns: readonly Shown[];
  /** The columns of the terminal that the rows' numbers take. */
  readonly margin: number;
  readonly width: number;
}

/** A track, or the gap where tracks are left out. */
export interface Shown extends Track {
  readonly isGap: boolean;
  readonly width: number;
}

/** A piece of a row over the columns it fills, both ends included. */
export interface Run {
  readonly cell: Cell | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Rows of labels above, tracks at either side, the widest label, whether the first column is shown too. */
const manners = [
  { above: 2, beside: 2, widest: 16, first: true },
  { above: 2, beside: 1, widest: 16, first: true },
  { above: 2, beside: 1, widest: 10, first: true },
  { above: 2, beside: 0, widest: 16, first: true },
  { above: 2, beside: 0, widest: 10, first: true },
  { above: 2, beside: 0, widest: 10, first: false },
  { above: 1, beside: 0, widest: 10, first: false },
  { above: 1, beside: 0, widest: 6, first: false },
] as const;
type Manner = (typeof manners)[number];

const widestFault = 24;
const indent = 2;
/** Where columns, or the rest of a text, are left out. */
export const gap = '..';

/** As large as the width allows; null where even the smallest does not fit. */
export function planExcerpt(table: Table, marks: readonly Mark[], width: number): Plan | null {
  for (const manner of manners) {
    const plan = planOf(table, marks, manner);
    if (plan.width <= width) return plan;
  }
  return null;
}

function planOf(whole: Table, marks: readonly Mark[], manner: Manner): Plan {
  const cells = marks.map(({ cell }) => cell);
  const rows = rowsAround(whole, cells, manner.above);
  // Of a large table only what is drawn need be looked through again and again.
  const table = { ...whole, cells: whole.cells.filter((cell) => rows.some((row) => covers(cell, row))) };
  const tracks = tracksOf(table, cells);
  const chosen = tracks.filter((_, n) => isChosen(n, tracks, cells, manner));
  const columns = withGaps(chosen, tracks).map((track) => ({ ...track, width: gap.length }));
  const fitted = widened(table, rows, columns, marks, manner);
  const margin = indent + Math.max(3, ...rows.map((row) => String(row).length));
  const width = fitted.reduce((sum, one) => sum + one.width + 3, margin + 2);
  return { table, marks, rows, columns: fitted, margin, width };
}

function isChosen(n: number, tracks: readonly Track[], cells: readonly Cell[], { beside, first }: Manner): boolean {
  if (n === 0 && first) return true;
  return tracks
    .slice(Math.max(0, n - beside), n + beside + 1)
    .some(({ from, to }) => cells.some((cell) => cell.column <= to && from <= lastColumn(cell)));
}

/** A single track left out is shown after all: it takes no more room than the gap would. */
function withGaps(chosen: readonly Track[], all: readonly Track[]): readonly Omit<Shown, 'width'>[] {
  return chosen.flatMap((track, n) => {
    const before = chosen[n - 1];
    const shown = { ...track, isGap: false };
    const left = before === undefined ? [] : all.slice(all.indexOf(before) + 1, all.indexOf(track));
    const [first, ...more] = left;
    if (first === undefined) return [shown];
    if (more.length === 0) return [{ ...first, isGap: false }, shown];
    return [{ from: first.from, to: track.from - 1, isGap: true }, shown];
  });
}

/** Each column as wide as what must be read in it; what lies over several widens the last. */
function widened(
  table: Table,
  rows: readonly number[],
  columns: readonly Shown[],
  marks: readonly Mark[],
  { widest }: Manner,
): readonly Shown[] {
  const widths = columns.map(({ width }) => width);
  const runs = rows.flatMap((row) => runsOf(table, rows, row, columns)).sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const { cell, text, from, to } of runs) {
    const limit = marks.some((mark) => isSame(cell, mark.cell)) ? widestFault : widest;
    const space = widthOf(widths, from, to);
    const wanted = Math.min(columnsOf(text), Math.max(limit, space));
    if (wanted > space) widths[to] = (widths[to] ?? 0) + wanted - space;
  }
  return columns.map((column, n) => ({ ...column, width: widths[n] ?? column.width }));
}

/** The row in pieces, each over as many of the columns as its cell fills. */
export function runsOf(table: Table, rows: readonly number[], row: number, columns: readonly Shown[]): readonly Run[] {
  const runs: Run[] = [];
  columns.forEach((column, n) => {
    const { cell, text } = pieceAt(table, rows, row, column);
    const last = runs.at(-1);
    if (last !== undefined && cell !== null && last.cell === cell) runs[runs.length - 1] = { ...last, to: n };
    else runs.push({ cell, text: column.isGap && cell === null ? gap : text, from: n, to: n });
  });
  return runs;
}

/** What a run has, the borders within it included. */
export function widthOf(widths: readonly number[], from: number, to: number): number {
  return widths.slice(from, to + 1).reduce((sum, width) => sum + width, 3 * (to - from));
}

export function isSame(one: Cell | null, other: Cell): boolean {
  return one !== null && one.row === other.row && one.column === other.column;
}
