/** The neutral form every reader produces. Rows and columns count from 1, as people count them. */

/** What one cell holds, closed: no reader's own shapes pass this door. */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `shown` is what its format makes of it, where that is not the number. */
  | { readonly kind: 'number'; readonly value: number; readonly shown?: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `day` is `YYYY-MM-DD`, free of any time zone. */
  | { readonly kind: 'date'; readonly day: string }
  /** A formula that no program has calculated yet: its value is unknown, not 0. */
  | { readonly kind: 'formula'; readonly formula: string }
  /** An error value such as `#REF!`. */
  | { readonly kind: 'error'; readonly code: string };

/** A cell; a merged area is one cell that spans rows and columns. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly value: CellValue;
  /** Pictures lying in or over the cell, such as a QR code. */
  readonly pictures: number;
  /** In Word only: which cell of its row this is as a person counts, from 1. */
  readonly ordinal?: number;
}

/** One sheet of a workbook, or one table of a Word document. */
export interface Table {
  readonly source: 'sheet' | 'word';
  /** The sheet's name; for Word the table's number, from "1". */
  readonly name: string;
  readonly hidden: boolean;
  /** Word: the paragraphs between the table before this one (or the start) and this table. */
  readonly heading: readonly string[];
  /** In row-major order; empty cells are listed only where they are merged or belong to Word. */
  readonly cells: readonly Cell[];
}

/** What a file says, whatever its format. */
export interface Document {
  readonly tables: readonly Table[];
  /** Text outside tables, in order, blank paragraphs left out. */
  readonly paragraphs: readonly string[];
  readonly pictures: number;
}
