import type { Cell, CellValue } from '../model/document.js';
import { once } from '../model/memo.js';
import type { Allowance } from './allowance.js';
import { EMPTY } from './cell-values.js';
import { type Heights, heightsOf } from './column-ranges.js';
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
export function placeCells(placed: readonly Placed[], merges: readonly Area[], allowance: Allowance): Cell[] {
  allowance.keepTo('merges', merges.length);
  allowance.keepTo('cellCharacters', longestText(placed));
  const sorted = isAscending(placed) ? placed : [...unique(placed)].sort(byAddress);
  const merged = apart(merges).map((area) => new MergedCell(area));
  const areas = new Sweep(merged);
  const singles: Cell[] = [];
  for (const item of sorted) {
    const area = areas.at(item.row, item.column);
    if (area !== null) area.take(item);
    else if (item.value.kind !== 'empty' || item.pictures > 0) singles.push(cellAt(item, 1, 1));
  }
  return interleaved(
    singles,
    merged.map((one) => one.cell()),
  );
}

function longestText(placed: readonly Placed[]): number {
  let longest = 0;
  for (const { value } of placed) if (value.kind === 'text' && value.text.length > longest) longest = value.text.length;
  return longest;
}

function byAddress(a: Pick<Placed, 'row' | 'column'>, b: Pick<Placed, 'row' | 'column'>): number {
  return a.row - b.row || a.column - b.column;
}

/** In row-major order with no address twice, as programs write them. */
function isAscending(placed: readonly Placed[]): boolean {
  for (let n = 1; n < placed.length; n++) {
    if (byAddress(placed[n - 1] as Placed, placed[n] as Placed) >= 0) return false;
  }
  return true;
}

/** Two lists in row-major order as one. */
function interleaved(one: readonly Cell[], other: readonly Cell[]): Cell[] {
  const cells: Cell[] = [];
  let next = 0;
  for (const cell of one) {
    for (let before = other[next]; before !== undefined && byAddress(before, cell) < 0; before = other[++next]) {
      cells.push(before);
    }
    cells.push(cell);
  }
  for (; next < other.length; next++) cells.push(other[next] as Cell);
  return cells;
}

/** One literal for all, so that the engine knows the shape of every cell. */
function cellAt({ row, column, value, pictures }: Placed, rowSpan: number, columnSpan: number): Cell {
  return { row, column, rowSpan, columnSpan, value, pictures };
}

/** A merged area: the first cell's value; hidden leftovers count only where there is just one and nothing stands before it. */
class MergedCell {
  readonly area: Area;
  #master: CellValue = EMPTY;
  #only: CellValue = EMPTY;
  #filled = 0;
  #pictures = 0;

  constructor(area: Area) {
    this.area = area;
  }

  take({ row, column, value, pictures }: Placed): void {
    if (row === this.area.top && column === this.area.left) this.#master = value;
    this.#pictures += pictures;
    if (value.kind === 'empty') return;
    this.#only = value;
    this.#filled++;
  }

  cell(): Cell {
    const { top, left, bottom, right } = this.area;
    const value = this.#master.kind === 'empty' && this.#filled === 1 ? this.#only : this.#master;
    return cellAt({ row: top, column: left, value, pictures: this.#pictures }, bottom - top + 1, right - left + 1);
  }
}

/** One item an address: the value that is not empty, and all pictures. Two that differ damage the file. */
function unique(placed: readonly Placed[]): Iterable<Placed> {
  const byAddress = new Map<number, Placed>();
  for (const item of placed) {
    const key = item.row * 65_536 + item.column;
    const other = byAddress.get(key);
    if (other !== undefined && isOther(item.value, other.value))
      throw damaged(`two values at ${item.row},${item.column}`);
    const value = item.value.kind === 'empty' ? (other?.value ?? item.value) : item.value;
    byAddress.set(key, other === undefined ? item : { ...item, value, pictures: item.pictures + other.pictures });
  }
  return byAddress.values();
}

/** Nobody can tell which of two is meant. */
function isOther(one: CellValue, other: CellValue): boolean {
  return one.kind !== 'empty' && other.kind !== 'empty' && JSON.stringify(one) !== JSON.stringify(other);
}

/**
 * Merged areas in row-major order; one that overlaps an earlier one is dropped, as spreadsheet programs do. Of sheets known
 * by heart the list is the very same.
 */
const apart = once((merges: readonly Area[]): readonly Area[] => {
  const sorted = merges.filter(isMany).sort((a, b) => a.top - b.top || a.left - b.left);
  const reach = heightsOf(widest(sorted));
  return sorted.filter(({ top, left, bottom, right }) => {
    if (reach.highest(left, right) >= top) return false;
    reach.raise(left, right, bottom);
    return true;
  });
});

/** More than one cell, and no area that ends before it begins. */
function isMany({ top, left, bottom, right }: Area): boolean {
  return bottom >= top && right >= left && (bottom > top || right > left);
}

function widest(areas: readonly Area[]): number {
  let right = 0;
  for (const area of areas) if (area.right > right) right = area.right;
  return right;
}

/** Finds the merged area an address lies in; addresses must be asked for in row-major order. */
class Sweep {
  readonly #areas: readonly MergedCell[];
  /** For each column which area, counted from 1, is the last to have begun there. */
  readonly #latest: Heights;
  #next = 0;

  constructor(areas: readonly MergedCell[]) {
    this.#areas = areas;
    this.#latest = heightsOf(widest(areas.map(({ area }) => area)));
  }

  at(row: number, column: number): MergedCell | null {
    for (let one = this.#areas[this.#next]; one !== undefined && one.area.top <= row; one = this.#areas[this.#next]) {
      this.#latest.raise(one.area.left, one.area.right, ++this.#next);
    }
    const found = this.#areas[this.#latest.at(column) - 1];
    return found !== undefined && found.area.bottom >= row ? found : null;
  }
}
