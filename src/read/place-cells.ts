import type { Cell, CellValue } from '../model/document.js';
import { EMPTY } from './cell-values.js';
import { MAX_CELLS, MAX_MERGED_AREAS } from './limits.js';
import { damaged } from './problem.js';

/** A rectangle of cells, both ends included, counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What stands at one address before merging. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly pictures: number;
}

/** Merged areas become one cell each, and empty cells outside them are left out. Row-major. */
export function placeCells(placed: readonly Placed[], merges: readonly Area[]): Cell[] {
  if (placed.length > MAX_CELLS || merges.length > MAX_MERGED_AREAS) throw damaged('table too large');
  const areas = apart(merges);
  const sorted = [...unique(placed)].sort((a, b) => a.row - b.row || a.column - b.column);
  const members = new Map<Area, Placed[]>(areas.map((area) => [area, []]));
  const cells: Cell[] = [];
  const areaAt = sweep(areas);
  for (const item of sorted) {
    const area = areaAt(item.row, item.column);
    if (area !== undefined) members.get(area)?.push(item);
    else if (item.value.kind !== 'empty' || item.pictures > 0) cells.push({ ...item, rowSpan: 1, columnSpan: 1 });
  }
  for (const [area, inside] of members) cells.push(mergedCell(area, inside));
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The first cell's value; hidden leftovers count only where there is just one and nothing stands before it. */
function mergedCell(area: Area, inside: readonly Placed[]): Cell {
  const master = inside.find((item) => item.row === area.top && item.column === area.left)?.value ?? EMPTY;
  const filled = inside.filter((item) => item.value.kind !== 'empty');
  const [only, another] = filled;
  return {
    row: area.top,
    column: area.left,
    rowSpan: area.bottom - area.top + 1,
    columnSpan: area.right - area.left + 1,
    value: master.kind === 'empty' && only !== undefined && another === undefined ? only.value : master,
    pictures: inside.reduce((sum, item) => sum + item.pictures, 0),
  };
}

/** One item an address: the last value that is not empty, and all pictures. */
function unique(placed: readonly Placed[]): Iterable<Placed> {
  const byAddress = new Map<number, Placed>();
  for (const item of placed) {
    const key = item.row * 65_536 + item.column;
    const other = byAddress.get(key);
    const value = item.value.kind === 'empty' ? (other?.value ?? item.value) : item.value;
    byAddress.set(key, other === undefined ? item : { ...item, value, pictures: item.pictures + other.pictures });
  }
  return byAddress.values();
}

/** Merged areas in row-major order; one that overlaps an earlier one is dropped, as spreadsheet programs do. */
function apart(merges: readonly Area[]): Area[] {
  const sorted = merges
    .filter((area) => area.bottom > area.top || area.right > area.left)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const kept: Area[] = [];
  let open: Area[] = [];
  for (const area of sorted) {
    open = open.filter((other) => other.bottom >= area.top);
    if (open.some((other) => other.left <= area.right && area.left <= other.right)) continue;
    kept.push(area);
    open.push(area);
  }
  return kept;
}

/** Finds the area an address lies in; addresses must be asked for in row-major order. */
function sweep(areas: readonly Area[]): (row: number, column: number) => Area | undefined {
  let open: Area[] = [];
  let next = 0;
  let current = 0;
  return (row, column) => {
    if (row !== current) {
      current = row;
      open = open.filter((area) => area.bottom >= row);
      for (let area = areas[next]; area !== undefined && area.top <= row; area = areas[++next]) {
        if (area.bottom >= row) open.push(area);
      }
    }
    return open.find((area) => area.left <= column && column <= area.right);
  };
}
