import type { StatisticsForm } from '../model/campaign.js';
import { once } from '../model/memo.js';
import { cellsIn, type Grid, type LabelledCell, textOf } from './grid.js';
import { type HeaderRow, isSameRow, isUnderOneHeading } from './header-rows.js';
import { LabelSet, labelKeys } from './label-key.js';
import { looksLikeTitle } from './year.js';

/** The form once: a sheet may hold last year's table below this year's. */
export interface Copy {
  readonly headers: readonly HeaderRow[];
  /** Rows of labels that stand there a second time, without the rest of the form. */
  readonly repeats: readonly HeaderRow[];
  /** The first and the last row, title and notes included. */
  readonly from: number;
  readonly to: number;
}

/** Parts the rows of labels of a table into copies of the form; none where there are no labels at all. */
export function copiesOf(grid: Grid, headers: readonly HeaderRow[], form: StatisticsForm): readonly Copy[] {
  const isAgain = (row: HeaderRow, other: HeaderRow) => isSameRow(row, other) && isUnderOneHeading(row, other);
  const firsts = headers.filter((row, n) => !headers.slice(0, n).some((other) => isAgain(row, other)));
  const runs = hasRepeats(firsts) ? joined(grid, ascending(grid, firsts)) : [firsts];
  const wanted = form.blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const whole = runs.filter((run) => run.length * 2 >= wanted);
  const bodies = whole.length > 0 ? whole : runs.filter((run) => run.length > 0).slice(0, 1);
  const tops = bodies.map((body, n) => (n === 0 ? 1 : topOf(grid, body, bodies[n - 1] ?? [], form)));
  return bodies.map((body, n) => {
    const from = tops[n] ?? 1;
    const to = (tops[n + 1] ?? grid.lastRow + 1) - 1;
    const others = headers.filter((row) => !body.includes(row) && row.at >= from && row.at <= to);
    return { headers: body, repeats: others, from, to };
  });
}

type Run = readonly HeaderRow[];

function hasRepeats(headers: Run): boolean {
  return new Set(headers.map((row) => `${row.block} ${row.row}`)).size < headers.length;
}

/** Runs in the order of the form, without a title in between: where one ends, another copy may begin. */
function ascending(grid: Grid, headers: Run): readonly Run[] {
  const starts = headers.flatMap((row, n) => {
    const last = headers[n - 1];
    const follows = last !== undefined && (row.block - last.block || row.row - last.row) > 0;
    return follows && !hasTitleBetween(grid, [last], [row]) ? [] : [n];
  });
  return starts.map((start, n) => headers.slice(start, starts[n + 1]));
}

/** Runs that have nothing in common are one copy with its blocks in another order, unless a title stands between them. */
function joined(grid: Grid, runs: readonly Run[]): readonly Run[] {
  const copies: HeaderRow[][] = [];
  for (const run of runs) {
    const copy = copies.at(-1);
    const again = run.some((row) => copy?.some((other) => isSameRow(row, other)));
    if (copy === undefined || again || hasTitleBetween(grid, copy, run)) copies.push([...run]);
    else copy.push(...run);
  }
  return copies;
}

function hasTitleBetween(grid: Grid, before: Run, after: Run): boolean {
  for (let row = lastRowOf(before) + 1; row < firstRowOf(after); row++) {
    if (cellsIn(grid, row).some((cell) => looksLikeTitle(textOf(cell)))) return true;
  }
  return false;
}

const headWords = once(
  (form: StatisticsForm) =>
    new LabelSet([...form.unit.labels, form.attachment, ...form.header.flatMap(({ labels }) => labels)]),
);

/** Where a copy begins: at the title and the unit line above its labels, never in the values of the copy before. */
function topOf(grid: Grid, body: Run, before: Run, form: StatisticsForm): number {
  const words = headWords(form);
  const floor = lastRowOf(before) + 1;
  let top = firstRowOf(body);
  for (let row = top - 1; row > floor; row--) {
    const cells = cellsIn(grid, row).filter((cell) => cell.value.kind !== 'empty');
    const isHead = cells.some((cell) => isHeadMatter(cell, words));
    if (cells.length > 0 && !isHead) break;
    if (isHead) top = row;
  }
  return top;
}

function lastRowOf(run: Run): number {
  return run.reduce((last, header) => Math.max(last, header.at), 0);
}

/** The first row with labels of any kind. */
export function firstRowOf(body: Run): number {
  return body.reduce(
    (first, { at, groupRow, heading }) => Math.min(first, at, groupRow ?? at, heading?.row ?? at),
    Number.POSITIVE_INFINITY,
  );
}

function isHeadMatter(cell: LabelledCell, words: LabelSet): boolean {
  const [before = ''] = textOf(cell).normalize('NFKC').trim().split(':');
  return looksLikeTitle(textOf(cell)) || words.matches(labelKeys(before));
}
