import type { Scope } from '../xml-scope.js';
import type { RawCell } from './cell-value.js';
import { PlainCell } from './plain-cells.js';

/** A cell as it stands in the rows of a sheet: one that is plain, or another with all that it says. */
export interface RowCell {
  readonly row: number;
  readonly column: number;
  readonly content: PlainContent | RawCell;
}

/** What a plain cell holds. */
export type PlainContent = Pick<PlainCell, 'filled' | 'style' | 'shared' | 'number' | 'inline'>;

export function isPlain(content: PlainContent | RawCell): content is PlainContent {
  return 'filled' in content;
}

/** What rows say, and how a reader of them is left behind. */
export interface Rows {
  readonly cells: readonly RowCell[];
  readonly row: number;
  readonly column: number;
  readonly formulas: ReadonlyMap<string, string>;
}

interface Seen extends Rows {
  readonly scope: Scope;
  readonly bytes: Uint8Array;
  /** Where each cell begins and ends in the bytes; where it is not plain, both are the end of the one before. */
  readonly bounds: Int32Array;
}

/** Rows above this many bytes are not kept, and no more than so many sheets. */
const largest = 256 * 1024;
const most = 8;

/**
 * The rows of sheets read lately, byte for byte. Forms filled in from one blank form have the very same rows but for what
 * plain cells say, so that only those have to be read: all else was found well-formed before, and means the same.
 */
export class RowsSeen {
  #sheets: readonly Seen[] = [];
  readonly #cell = new PlainCell();

  /** The rows that begin here and the position behind them, where such rows stood in the same scope before; else null. */
  read(bytes: Uint8Array, at: number, scope: Scope): { readonly rows: Rows; readonly end: number } | null {
    for (const seen of this.#sheets) {
      const found = seen.scope === scope ? this.#readLike(seen, bytes, at) : null;
      if (found === null) continue;
      if (seen !== this.#sheets[0]) this.#sheets = [seen, ...this.#sheets.filter((other) => other !== seen)];
      return found;
    }
    return null;
  }

  keep(seen: Seen): void {
    this.#sheets = [seen, ...this.#sheets].slice(0, most);
  }

  #readLike(seen: Seen, bytes: Uint8Array, start: number): { readonly rows: Rows; readonly end: number } | null {
    const { bytes: known, bounds } = seen;
    let cells: RowCell[] | null = null;
    let cell = 0;
    let next = sameFor(known, 0, bytes, start);
    let at = start + next;
    while (next < known.length) {
      while ((bounds[2 * cell + 1] ?? known.length) <= next) cell++;
      const from = bounds[2 * cell] ?? known.length;
      // What differs is not in a plain cell, or in one that stands elsewhere.
      if (from >= next) return null;
      at = this.#cell.read(bytes, at - (next - from));
      if (at === -1 || !isAt(this.#cell, seen.cells[cell])) return null;
      cells ??= [...seen.cells];
      cells[cell] = rowCell(this.#cell);
      const to = bounds[2 * cell + 1] ?? known.length;
      const same = sameFor(known, to, bytes, at);
      next = to + same;
      at += same;
    }
    return { rows: cells === null ? seen : { ...seen, cells }, end: at };
  }
}

/** How many bytes are the same from here on. */
function sameFor(one: Uint8Array, from: number, other: Uint8Array, start: number): number {
  let at = from;
  for (let there = start; at < one.length && one[at] === other[there]; there++) at++;
  return at - from;
}

function isAt({ row, column }: PlainCell, known: RowCell | undefined): boolean {
  return row === known?.row && column === known.column;
}

function rowCell({ row, column, filled, style, shared, number, inline }: PlainCell): RowCell {
  return { row, column, content: { filled, style, shared, number, inline } };
}

/** Notes where the cells of rows stand while they are read for the first time. */
export class RowsRecord {
  readonly #bytes: Uint8Array;
  readonly #scope: Scope;
  readonly #from: number;
  readonly #cells: RowCell[] = [];
  readonly #bounds: number[] = [];
  /** Where the last of the rows ends, as far as is known. */
  end: number;

  constructor(bytes: Uint8Array, from: number, scope: Scope) {
    this.#bytes = bytes;
    this.#from = from;
    this.end = from;
    this.#scope = scope;
  }

  addPlain(cell: PlainCell, from: number, to: number): void {
    this.#cells.push(rowCell(cell));
    this.#bounds.push(from - this.#from, to - this.#from);
  }

  add(row: number, column: number, content: RawCell): void {
    const last = this.#bounds[this.#bounds.length - 1] ?? 0;
    this.#cells.push({ row, column, content });
    this.#bounds.push(last, last);
  }

  /** Null where they are too large to be kept. */
  seen(row: number, column: number, formulas: ReadonlyMap<string, string>): Seen | null {
    if (this.end - this.#from > largest) return null;
    return {
      ...{ scope: this.#scope, bytes: this.#bytes.slice(this.#from, this.end) },
      ...{ cells: this.#cells, bounds: Int32Array.from(this.#bounds), row, column, formulas: new Map(formulas) },
    };
  }
}
