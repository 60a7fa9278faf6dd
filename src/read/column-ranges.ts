/** A height for each column, raised and asked for over ranges of columns, both ends included. */
export interface Heights {
  /** The highest of these columns; those beyond the last are at 0. */
  highest(left: number, right: number): number;
  at(column: number): number;
  /** Raises all of these columns to at least `height`. */
  raise(left: number, right: number, height: number): void;
}

/** Forms have few columns, and to go through them is soonest done; sheets may have 16 384. */
const narrow = 128;

/** For the columns 1 to `columns`, all at 0. */
export function heightsOf(columns: number): Heights {
  return columns <= narrow ? new NarrowColumns(columns) : new ColumnRanges(columns);
}

class NarrowColumns implements Heights {
  readonly #heights: Int32Array;

  constructor(columns: number) {
    this.#heights = new Int32Array(columns + 1);
  }

  highest(left: number, right: number): number {
    let highest = 0;
    for (let column = left; column <= right; column++) highest = Math.max(highest, this.at(column));
    return highest;
  }

  at(column: number): number {
    return this.#heights[column] ?? 0;
  }

  raise(left: number, right: number, height: number): void {
    for (let column = left; column <= right; column++) this.#heights[column] = Math.max(this.at(column), height);
  }
}

/**
 * A height for each column, raised and asked for over ranges of columns in a number of steps that grows only with the
 * logarithm of the columns: a table may have 200 000 merged areas, each as wide or as tall as the sheet.
 */
export class ColumnRanges implements Heights {
  /** How many nodes were looked at: what the work is counted by. */
  steps = 0;
  readonly #size: number;
  /** A binary tree over the columns: the highest anywhere below a node, and what holds for all below it. */
  readonly #highest: Int32Array;
  readonly #whole: Int32Array;

  /** For the columns 1 to `columns`, all at 0. */
  constructor(columns: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, columns + 1)));
    this.#highest = new Int32Array(2 * this.#size);
    this.#whole = new Int32Array(2 * this.#size);
  }

  /** The highest of these columns, both ends included; those beyond the last are at 0. */
  highest(left: number, right: number): number {
    return left >= this.#size ? 0 : this.#ask(1, 0, this.#size - 1, left, right);
  }

  /** The height of one column. */
  at(column: number): number {
    if (column >= this.#size) return 0;
    let highest = 0;
    for (let node = this.#size + column; node > 0; node >>= 1) {
      const whole = this.#whole[node] ?? 0;
      if (whole > highest) highest = whole;
    }
    return highest;
  }

  /** Raises all of these columns to at least `height`. */
  raise(left: number, right: number, height: number): void {
    this.#lift(1, 0, this.#size - 1, left, right, height);
  }

  #ask(node: number, from: number, to: number, left: number, right: number): number {
    this.steps++;
    if (right < from || to < left) return 0;
    if (left <= from && to <= right) return this.#highest[node] ?? 0;
    const middle = (from + to) >> 1;
    const below = Math.max(
      this.#ask(2 * node, from, middle, left, right),
      this.#ask(2 * node + 1, middle + 1, to, left, right),
    );
    return Math.max(below, this.#whole[node] ?? 0);
  }

  #lift(node: number, from: number, to: number, left: number, right: number, height: number): void {
    this.steps++;
    if (right < from || to < left) return;
    this.#highest[node] = Math.max(this.#highest[node] ?? 0, height);
    if (left <= from && to <= right) {
      this.#whole[node] = Math.max(this.#whole[node] ?? 0, height);
      return;
    }
    const middle = (from + to) >> 1;
    this.#lift(2 * node, from, middle, left, right, height);
    this.#lift(2 * node + 1, middle + 1, to, left, right, height);
  }
}
