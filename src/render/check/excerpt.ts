import { columnsOf } from '../../findings/text.js';
import { columnLetters } from '../../model/addresses.js';
import type { Table } from '../../model/document.js';
import type { Severity } from '../../model/finding.js';
import { gap, isSame, type Mark, type Plan, planExcerpt, type Run, runsOf, widthOf } from './excerpt-plan.js';

/** How the parts of a drawing are painted. */
export interface ExcerptPaint {
  readonly frame: (text: string) => string;
  readonly fault: (severity: Severity, text: string) => string;
}

/** The part of a table around the cells at fault, as lines. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** The marks whose note found no room. */
  readonly unsaid: readonly Mark[];
}

/** Of plain ASCII, because consoles disagree on how wide the signs for drawing are. */
const bar = '|';

/** Drawn as largely as the width allows; null where even the smallest drawing does not fit. */
export function excerpt(table: Table, marks: readonly Mark[], width: number, paint: ExcerptPaint): Excerpt | null {
  const plan = planExcerpt(table, marks, width);
  if (plan === null) return null;
  const rows = plan.rows.map((row) => drawRow(row, plan, width, paint));
  const lines = [lettersAbove(plan, paint), ...rows.flatMap((row) => row.lines)].filter((line) => line !== '');
  return { lines, unsaid: rows.flatMap((row) => row.unsaid) };
}

interface MarkedRun {
  readonly run: Run;
  readonly mark: Mark | undefined;
}

function drawRow(row: number, plan: Plan, width: number, paint: ExcerptPaint): Excerpt {
  const runs = runsOf(plan.table, plan.rows, row, plan.columns).map((run) => ({ run, mark: markOn(run, row, plan) }));
  const drawn = runs.map(({ run, mark }) => {
    const text = textOf(run, plan);
    const padding = ' '.repeat(spaceOf(run, plan) - columnsOf(text));
    return `${mark === undefined ? text : paint.fault(mark.severity, text)}${padding}`;
  });
  const number = String(row).padStart(plan.margin);
  const line = `${paint.frame(`${number} ${bar}`)} ${drawn.join(` ${paint.frame(bar)} `)} ${paint.frame(bar)}`;
  const marked = runs.filter(({ mark }) => mark !== undefined);
  if (marked.length === 0) return { lines: [line], unsaid: [] };
  const { lines, unsaid } = underline(marked, plan, width, paint);
  return { lines: [line, ...lines], unsaid };
}

/** The mark of the cell that is drawn here, in the first of its rows that is shown. */
function markOn(run: Run, row: number, { marks, rows, columns }: Plan): Mark | undefined {
  const column = columns[run.from];
  return marks.find(({ cell }) => {
    if (rows.find((one) => one >= cell.row && one < cell.row + cell.rowSpan) !== row) return false;
    const isBlankThere = run.cell === null && cell.value.kind === 'empty' && cell.column === column?.from;
    return isBlankThere || isSame(run.cell, cell);
  });
}

/** `^^^^` under each cell at fault; behind it what is wanted there, if it is the only one. */
function underline(marked: readonly MarkedRun[], plan: Plan, width: number, paint: ExcerptPaint): Excerpt {
  let line = '';
  let at = 0;
  const unsaid: Mark[] = [];
  for (const { run, mark } of marked) {
    if (mark === undefined) continue;
    const start = plan.columns.slice(0, run.from).reduce((sum, column) => sum + column.width + 3, plan.margin + 3);
    const length = Math.max(2, columnsOf(textOf(run, plan)));
    const fits = marked.length === 1 && start + length + 1 + columnsOf(mark.note) <= width;
    if (!fits) unsaid.push(mark);
    const text = `${'^'.repeat(length)}${fits && mark.note !== '' ? ` ${mark.note}` : ''}`;
    line += `${' '.repeat(start - at)}${paint.fault(mark.severity, text)}`;
    at = start + columnsOf(text);
  }
  return { lines: [line], unsaid };
}

/** The letters by which a sheet calls the columns of the cells at fault and of their neighbours. */
function lettersAbove(plan: Plan, paint: ExcerptPaint): string {
  const { table, marks, rows, columns, margin } = plan;
  const [mark] = marks;
  if (table.source === 'word' || mark === undefined) return '';
  const cells = runsOf(table, rows, mark.cell.row, columns).map((run) => {
    const column = columns[run.from];
    return (column === undefined || column.isGap ? '' : columnLetters(column.from)).padEnd(spaceOf(run, plan));
  });
  return paint.frame(`${' '.repeat(margin + 3)}${cells.join('   ')}`.trimEnd());
}

function spaceOf({ from, to }: Run, { columns }: Plan): number {
  return widthOf(
    columns.map(({ width }) => width),
    from,
    to,
  );
}

/** Cut to the space there is, with .. where something is left out. */
function textOf(run: Run, plan: Plan): string {
  const space = spaceOf(run, plan);
  if (columnsOf(run.text) <= space) return run.text;
  const signs = [...run.text];
  while (signs.length > 0 && columnsOf(signs.join('')) > space - columnsOf(gap)) signs.pop();
  return `${signs.join('')}${gap}`;
}
