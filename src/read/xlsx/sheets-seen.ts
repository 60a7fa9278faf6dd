import type { Area } from '../place-cells.js';
import { platform } from '../platform.js';
import type { Scope } from '../xml-scope.js';
import type { RawCell } from './cell-value.js';
import { PlainCell } from './plain-cells.js';

/** A cell as it stands in a sheet: one that is plain, or another with all that it says. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly content: PlainContent | RawCell;
}

/** What a plain cell holds. */
export type PlainContent = Pick<PlainCell, 'filled' | 'style' | 'shared' | 'number' | 'inline'>;

export function isPlain(content: PlainContent | RawCell): content is PlainContent {
  return 'filled' in content;
}

/** All that a sheet said, with its bytes. */
export interface SeenSheet {
  readonly bytes: Uint8Array;
  /** In the order in which they stand there. */
  readonly cells: readonly SheetCell[];
  /** Where each cell begins and ends in the bytes; where it is not plain, both are the end of the one before. */
  readonly bounds: Int32Array;
  readonly merges: readonly Area[];
  readonly drawings: readonly string[];
  /** Null where something else stands between its rows, or before them, that others depend on. */
  readonly rows: SeenRows | null;
}

/** Where its rows stand, and how a reader of them is left behind. */
export interface SeenRows {
  readonly from: number;
  readonly to: number;
  readonly scope: Scope;
  /** How many cells had been read behind them: all there are, or else some stand elsewhere. */
  readonly cells: number;
  readonly row: number;
  readonly column: number;
  readonly formulas: ReadonlyMap<string, string>;
}

/** A sheet like one seen before, and the position behind what was found alike. */
export interface Likeness {
  readonly seen: SeenSheet;
  readonly cells: readonly SheetCell[];
  readonly end: number;
}

/** Sheets above this many bytes are not kept, and no more than so many. */
export const largestSeen = 256 * 1024;
const most = 8;

/**
 * Sheets read lately, byte for byte. Forms filled in from one blank form have the very same sheet but for what plain cells
 * say, so that only those have to be read: all else was found well-formed before, and means the same.
 */
export class SheetsSeen {
  #sheets: readonly SeenSheet[] = [];
  readonly #cell = new PlainCell();

  /** One like this from its first byte to its last; null where none is. The bytes must be UTF-8. */
  whole(bytes: Uint8Array): Likeness | null {
    for (const seen of this.#sheets) {
      const found = this.#alike(seen, 0, seen.bytes.length, bytes, 0);
      if (found !== null && found.end === bytes.length) return this.#again(found);
    }
    return null;
  }

  /** One whose rows stand here, where they mean the same; what comes before and behind them may differ. */
  rows(bytes: Uint8Array, at: number, scope: Scope): (Likeness & { readonly rows: SeenRows }) | null {
    for (const seen of this.#sheets) {
      const { rows } = seen;
      const found = rows?.scope === scope ? this.#alike(seen, rows.from, rows.to, bytes, at) : null;
      if (rows !== null && found !== null) return { ...this.#again(found), rows };
    }
    return null;
  }

  keep(seen: SeenSheet): void {
    this.#sheets = [seen, ...this.#sheets].slice(0, most);
  }

  #again(found: Likeness): Likeness {
    const { seen } = found;
    if (seen !== this.#sheets[0]) this.#sheets = [seen, ...this.#sheets.filter((other) => other !== seen)];
    return found;
  }

  /** Whether from `start` on there stands what stood in the sheet between `from` and `to`, plain cells aside. */
  #alike(seen: SeenSheet, from: number, to: number, bytes: Uint8Array, start: number): Likeness | null {
    const { bounds } = seen;
    let cells: SheetCell[] | null = null;
    let cell = 0;
    let known = from;
    let at = start;
    for (;;) {
      const same = platform.sameFor(seen.bytes, known, to, bytes, at);
      known += same;
      at += same;
      if (known === to) return { seen, cells: cells ?? seen.cells, end: at };
      cell = firstBehind(bounds, cell, known);
      const begin = bounds[2 * cell] ?? to;
      // What differs is not in a plain cell.
      if (begin >= known) return null;
      at = this.#readAt(seen.cells[cell], bytes, at - (known - begin));
      if (at === -1) return null;
      cells ??= [...seen.cells];
      cells[cell] = sheetCell(this.#cell);
      known = bounds[2 * cell + 1] ?? to;
    }
  }

  /** The position behind a plain cell at the same place in the sheet; −1 where none begins here. */
  #readAt(known: SheetCell | undefined, bytes: Uint8Array, at: number): number {
    const end = this.#cell.read(bytes, at);
    return this.#cell.row === known?.row && this.#cell.column === known.column ? end : -1;
  }
}

/** The first cell from this one on that does not end before a position. */
function firstBehind(bounds: Int32Array, from: number, position: number): number {
  let cell = from;
  while ((bounds[2 * cell + 1] ?? Number.POSITIVE_INFINITY) <= position) cell++;
  return cell;
}

function sheetCell({ row, column, filled, style, shared, number, inline }: PlainCell): SheetCell {
  return { row, column, content: { filled, style, shared, number, inline } };
}

/** Notes where the cells of a sheet stand while it is read for the first time. */
export class CellsRecord {
  readonly cells: SheetCell[] = [];
  readonly #bounds: number[] = [];

  addPlain(cell: PlainCell, from: number, to: number): void {
    this.cells.push(sheetCell(cell));
    this.#bounds.push(from, to);
  }

  add(row: number, column: number, content: RawCell): void {
    const last = this.#bounds[this.#bounds.length - 1] ?? 0;
    this.cells.push({ row, column, content });
    this.#bounds.push(last, last);
  }

  get bounds(): Int32Array {
    return Int32Array.from(this.#bounds);
  }
}
