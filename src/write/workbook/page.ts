import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { AddWorksheetOptions, Worksheet } from 'exceljs';
import type { CellStyle } from '../styles.js';
import type { BookLimits } from './book.js';
import { type Content, type Filled, fillWith, heightOf, linesOf, Pen } from './cells.js';
import { LargeSheet } from './large-sheet.js';
import { centre, type Streamed } from './streamed.js';

/** One sheet of the workbook: what has to be known of it before its first row, and how it is drawn. */
export interface SheetPlan {
  readonly name: string;
  readonly layout: Partial<AddWorksheetOptions>;
  /** Rows are drawn from the top. Widths come before the first. */
  readonly draw: (page: Page) => Promise<void>;
}

/** How the cells of a column look that say nothing of it themselves. */
export interface ColumnLook {
  /** In half-width characters. */
  readonly width: number;
  readonly style: CellStyle;
  /** Where numbers look otherwise. */
  readonly numbers?: CellStyle;
}

export interface PageOptions {
  readonly limits: BookLimits;
  /** The texts stand in the cells themselves. */
  readonly isLarge: boolean;
  /** Rejects where the file cannot be written; then nothing would ever be drained. */
  readonly broken: Promise<never>;
}

/** In bytes of XML: beyond it the drawing waits for the disk. */
const mostWaiting = 1024 * 1024;
/** Rows between two looks at what is waiting. */
const rowsAtOnce = 50;

const plain = {};

/** A sheet on its way to the file: rows that are done are written and forgotten. */
export class Page {
  readonly sheet: Worksheet;
  readonly #streamed: Streamed;
  readonly #options: PageOptions;
  readonly #pen: Pen;
  /** Null where exceljs may draw the rows. */
  readonly #large: LargeSheet | null;
  #rows = 0;

  constructor(sheet: Worksheet, options: PageOptions) {
    this.sheet = sheet;
    this.#streamed = sheet as unknown as Streamed;
    this.#options = options;
    this.#pen = new Pen(options.limits);
    this.#large = options.isLarge ? new LargeSheet(this.#streamed) : null;
    centre(this.#streamed);
  }

  /** Draws a row below all others, as high as the lines of its longest text ask for. */
  async row(
    at: number,
    contents: readonly Content[],
    columns: readonly ColumnLook[],
    heightFor: (lines: number) => number = heightOf,
  ): Promise<void> {
    let lines = 1;
    const cells = contents.map((content, n) => {
      const { width, style, numbers = style } = columns[n] as ColumnLook;
      lines = Math.max(lines, linesOf(content, width - 1));
      return this.#pen.filled(content, typeof content === 'number' ? numbers : style);
    });
    if (this.#large === null) this.#draw(at, cells, heightFor(lines));
    else this.#large.row(at, cells, heightFor(lines));
    this.#rows++;
    if (this.#rows % rowsAtOnce === 0) await this.#drained();
  }

  /** Nothing more will be drawn. */
  commit(): void {
    this.#large?.finish();
    this.sheet.commit();
  }

  #draw(at: number, cells: readonly Filled[], height: number): void {
    const row = this.sheet.getRow(at);
    cells.forEach((cell, n) => {
      fillWith(row.getCell(n + 1), cell);
    });
    row.height = height;
    // A style of its own for each row would be looked up each time.
    Object.assign(row, { style: plain });
    row.commit();
  }

  /** Lets go for a moment, so that what is written is packed meanwhile; longer where too much is waiting. */
  async #drained(): Promise<void> {
    this.#large?.flush();
    const { stream } = this.#streamed;
    const { broken } = this.#options;
    await setImmediate();
    while (stream.pipes.length === 0) await Promise.race([setImmediate(), broken]);
    const [pipe] = stream.pipes;
    if (pipe === undefined || pipe._writableState.length < mostWaiting) return;
    await Promise.race([once(pipe, 'drain'), broken]);
  }
}
