import { cellsIn, type Grid, isWritten, type LabelledCell, lastColumnOf, lastRowOf, textOf } from '../grid.js';
import { asksForValue, cleanLabel, isLabel, labelsIn, runsIn } from './labels.js';

/** Where one block stands: the rows beside its label. */
export interface Region {
  readonly heading: LabelledCell | null;
  readonly parent: LabelledCell | null;
  readonly from: number;
  readonly to: number;
  /** Labels stand to the right of this column. */
  readonly after: number;
  /** The block's label is merged down to this row; null where nothing says where the block ends. */
  readonly end: number | null;
}

/** Parts the rows from the first on by the labels at the left. */
export function regionsOf(grid: Grid, first: number): readonly Region[] {
  const [corner] = labelsIn(grid, first);
  if (corner === undefined) return [];
  if (!isHeading(grid, corner)) {
    return [{ heading: null, parent: null, from: first, to: grid.lastRow, after: 0, end: null }];
  }
  const edge = lastColumnOf(corner);
  const headings = grid.cells.filter((cell) => cell.row >= first && isLabel(cell) && lastColumnOf(cell) <= edge);
  return headings.flatMap((heading, n) => partsOf(grid, heading, (headings[n + 1]?.row ?? grid.lastRow + 1) - 1));
}

/** Beside a block's label stand its rows; below a group's label stand its leaves. */
function isHeading(grid: Grid, corner: LabelledCell): boolean {
  const [own = '', ...others] = labelsIn(grid, corner.row).map((cell) => cleanLabel(textOf(cell)));
  if (corner.rowSpan > 1 && !isLeafOfAll(grid, corner, own)) return true;
  if (corner.rowSpan > 1) return false;
  if (!asksForValue(own) && others.every(asksForValue)) return true;
  for (let row = corner.row + 1; row <= grid.lastRow; row++) {
    const labels = labelsIn(grid, row);
    if (labels.length > 0) return labels.every((cell) => cell.column > lastColumnOf(corner));
  }
  return false;
}

/** A label that asks for a figure itself and ends where the others end has its value below it, as they have. */
function isLeafOfAll(grid: Grid, corner: LabelledCell, own: string): boolean {
  const [run] = runsIn(grid, corner.row, grid.lastRow, lastColumnOf(corner));
  return asksForValue(own) && run !== undefined && run.last === lastRowOf(corner);
}

/** A second column of labels beside the first parts a block into several. */
function partsOf(grid: Grid, heading: LabelledCell, to: number): readonly Region[] {
  const after = lastColumnOf(heading);
  const whole: Region = {
    ...{ heading, parent: null, from: heading.row, to, after },
    end: heading.rowSpan > 1 ? lastRowOf(heading) : null,
  };
  const parts = grid.cells.filter(
    (cell) =>
      cell.row >= heading.row && cell.row <= to && cell.column === after + 1 && cell.rowSpan >= 3 && isLabel(cell),
  );
  if (parts.length === 0) return [bounded(grid, whole)];
  return parts.map((part, n) =>
    bounded(grid, {
      ...{ heading: part, parent: heading, from: part.row, to: (parts[n + 1]?.row ?? to + 1) - 1 },
      ...{ after: lastColumnOf(part), end: lastRowOf(part) },
    }),
  );
}

/** A label merged beside values ends its block; one merged beside labels only says nothing of the values below. */
function bounded(grid: Grid, region: Region): Region {
  const [run] = runsIn(grid, region.from, region.to, region.after);
  const { end, to } = region;
  if (end === null || run === undefined) return region;
  return end > run.last || !hasEmptyRow(grid, end + 1, to)
    ? { ...region, to: Math.min(to, end) }
    : { ...region, end: null };
}

function hasEmptyRow(grid: Grid, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (!cellsIn(grid, row).some(isWritten)) return true;
  return false;
}
