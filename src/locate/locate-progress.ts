import type { ProgressForm } from '../model/campaign.js';
import type { Cell, Table } from '../model/document.js';
import { cellsIn, type Grid, gridOf, isWritten, type LabelledCell, lastColumnOf, lastRowOf, shownOf } from './grid.js';
import { LabelSet, labelSet } from './label-key.js';
import { isRemark } from './side-text.js';

/** The rows of a 写实表. */
export interface LocatedProgress {
  readonly table: Table;
  readonly entries: readonly ProgressEntry[];
  /** What stands in the unit column, row by row, blanks left out. */
  readonly unitTexts: readonly string[];
  readonly above: readonly Cell[];
  /** The columns, for a table that goes on without labels of its own. */
  readonly columns: ProgressColumns;
}

export interface ProgressEntry {
  readonly content: Cell;
  readonly text: string;
  /** The entry's share of the pictures in its rows. */
  readonly pictures: number;
}

export interface ProgressColumns {
  readonly unit: Cell | null;
  readonly content: Cell;
  readonly photos: Cell | null;
  /** 时间, 地点 and the like in columns of their own. */
  readonly details: readonly Cell[];
}

const detailLabels = new LabelSet(
  [
    '时间',
    '日期',
    '地点',
    '地址',
    '参加人员',
    '参与人员',
    '参加人数',
    '参与人数',
    '人数',
    '参加对象',
    '对象',
    '主题',
    '名称',
    '形式',
  ].flatMap((label) => [label, `活动${label}`]),
);

/**
 * The activities of a table whose header has the columns of a 写实表; null where it has not. A timetable of a plan has
 * time, place and content too, so without units and photos only its title makes a table one.
 */
export function locateProgress(table: Table, form: ProgressForm, titled = false): LocatedProgress | null {
  const grid = gridOf(table);
  const columns = columnsOf(grid, form, titled);
  return columns === null ? null : read(grid, columns, lastRowOf(columns.content), form);
}

/** A table right below, broken off at the end of a page, that has no labels but the same columns. */
export function continueProgress(table: Table, before: LocatedProgress, form: ProgressForm): LocatedProgress | null {
  const width = ({ cells }: Table) => cells.reduce((last, cell) => Math.max(last, lastColumnOf(cell)), 0);
  const goesOn = table.source === 'word' && table.heading.length === 0 && width(table) === width(before.table);
  return goesOn ? read(gridOf(table), before.columns, 0, form) : null;
}

/** A row with the content's label and at least one of the others. */
function columnsOf(grid: Grid, form: ProgressForm, titled: boolean): ProgressColumns | null {
  const contents = labelSet(form.columns.content);
  const units = labelSet(form.columns.unit);
  const photos = labelSet(form.columns.photos);
  for (const content of grid.cells.filter((cell) => contents.matches(cell.keys))) {
    const row = cellsIn(grid, content.row).filter((cell) => cell !== content);
    const unit = row.find((cell) => units.matches(cell.keys)) ?? null;
    const photo = row.find((cell) => photos.matches(cell.keys)) ?? null;
    const details = row.filter((cell) => detailLabels.matches(cell.keys));
    if (unit !== null || photo !== null || (titled && details.length > 0))
      return { unit, content, photos: photo, details };
  }
  return null;
}

function read(grid: Grid, columns: ProgressColumns, header: number, form: ProgressForm): LocatedProgress {
  const labels = labelSet(form.columns.content);
  const lines = linesOf(grid, header).filter(({ own }) => !own.some((cell) => labels.matches(cell.keys)));
  const entries = lines.flatMap((line) => entryOf(line, columns));
  const shares = sharesOf(lines, entries);
  const units = labelSet(form.columns.unit);
  const isUnit = (cell: LabelledCell) => isWithin(cell, columns.unit) && isWritten(cell) && !units.matches(cell.keys);
  return {
    table: grid.table,
    entries: entries.map(({ content, text }, n) => ({ content, text, pictures: shares[n] ?? 0 })),
    unitTexts: lines.flatMap(({ own }) => own.filter((cell) => isUnit(cell) && !isRemark(cell)).map(shownOf)),
    above: grid.cells.filter((cell) => cell.row < columns.content.row && header > 0),
    columns,
  };
}

/** A row: the cells that begin in it, and those that reach into it from above. */
interface Line {
  readonly row: number;
  readonly own: readonly LabelledCell[];
  readonly reaching: readonly LabelledCell[];
}

function linesOf(grid: Grid, header: number): readonly Line[] {
  const rows = [...grid.rows.keys()].filter((row) => row > header).sort((a, b) => a - b);
  let open: readonly LabelledCell[] = [];
  return rows.map((row) => {
    const reaching = open.filter((cell) => lastRowOf(cell) >= row);
    const own = cellsIn(grid, row);
    open = [...reaching, ...own.filter((cell) => cell.rowSpan > 1)];
    return { row, own, reaching };
  });
}

interface Entry {
  readonly content: LabelledCell;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** One entry a row in which a content cell begins, told together with its time, place and people. */
function entryOf({ row, own, reaching }: Line, columns: ProgressColumns): Entry[] {
  const isTold = (cell: LabelledCell) =>
    isWritten(cell) && (isWithin(cell, columns.content) || columns.details.some((head) => isWithin(cell, head)));
  const told = own.filter(isTold);
  const content = told.find((cell) => isWithin(cell, columns.content)) ?? told[0];
  if (content === undefined || own.some(isRemark)) return [];
  const texts = [...told, ...reaching.filter((cell) => isTold(cell) && !isWithin(cell, columns.content))]
    .sort((a, b) => a.column - b.column)
    .map(shownOf)
    .filter((text) => !/^[.…]+$/u.test(text));
  return texts.length === 0 ? [] : [{ content, text: texts.join('，'), from: row, to: lastRowOf(content) }];
}

/** The pictures of each cell go to the entries of its rows, to each as many; below or beside none, to the one above. */
function sharesOf(lines: readonly Line[], entries: readonly Entry[]): readonly number[] {
  const shares = entries.map(() => 0);
  let before = 0;
  for (const cell of lines.flatMap(({ own }) => own).filter(({ pictures }) => pictures > 0)) {
    while (before + 1 < entries.length && (entries[before + 1]?.from ?? 0) <= cell.row) before++;
    const owners = [before];
    for (let n = before + 1; n < entries.length && (entries[n]?.from ?? 0) <= lastRowOf(cell); n++) owners.push(n);
    owners.forEach((owner, n) => {
      const over = n < cell.pictures % owners.length ? 1 : 0;
      shares[owner] = (shares[owner] ?? 0) + Math.floor(cell.pictures / owners.length) + over;
    });
  }
  return shares;
}

function isWithin(cell: Cell, head: Cell | null): boolean {
  return head !== null && cell.column >= head.column && cell.column <= lastColumnOf(head);
}
