import { type EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { AddWorksheetOptions, Worksheet } from 'exceljs';
import { columnLetters } from '../../model/addresses.js';
import type { CellStyle } from '../styles.js';
import type { BookLimits } from './book.js';
import { type Content, type Filled, fillWith, heightOf, linesOf, Pen } from './cells.js';
import { rowText } from './row-text.js';

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
/** As exceljs makes it of a text. */
const usualNote = {
  margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
  protection: { locked: 'True', lockText: 'True' },
  editAs: 'absolute',
} as const;

/** A sheet on its way to the file: rows that are done are written and forgotten. */
export class Page {
  readonly sheet: Worksheet;
  readonly #streamed: Streamed;
  readonly #options: PageOptions;
  readonly #pen: Pen;
  #rows = 0;
  /** Rows as text that exceljs has not been given yet. */
  #text = '';

  constructor(sheet: Worksheet, options: PageOptions) {
    this.sheet = sheet;
    this.#streamed = sheet as unknown as Streamed;
    this.#options = options;
    this.#pen = new Pen(options.limits);
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
    // exceljs takes some twenty times as long for a cell, which is nothing for a township and much for a country.
    if (this.#options.isLarge) this.#write(at, cells, heightFor(lines));
    else this.#draw(at, cells, heightFor(lines));
    this.#rows++;
    if (this.#rows % rowsAtOnce === 0) await this.#drained();
  }

  /** Nothing more will be drawn. */
  commit(): void {
    this.#flush();
    this.sheet.commit();
  }

  #draw(at: number, cells: readonly Filled[], height: number): void {
    this.#flush();
    const row = this.sheet.getRow(at);
    cells.forEach((cell, n) => {
      fillWith(row.getCell(n + 1), cell);
    });
    row.height = height;
    // A style of its own for each row would be looked up each time.
    Object.assign(row, { style: plain });
    row.commit();
  }

  #write(at: number, cells: readonly Filled[], height: number): void {
    this.sheet.lastRow?.commit();
    const { workbook, _sheetRelsWriter: relations, _sheetCommentsWriter: comments } = this.#streamed;
    this.#text += rowText(at, cells, height, (style) => workbook.styles.addStyleModel(style));
    const address = (column: number) => `${columnLetters(column + 1)}${at}`;
    cells.forEach(({ link }, n) => {
      if (link !== null) relations.addHyperlink({ address: address(n), target: link });
    });
    cells.forEach(({ note }, n) => {
      if (note === null) return;
      this.#streamed.hasComments = true;
      comments.addComments([{ ref: address(n), note: { ...usualNote, texts: [{ text: note }] } }]);
    });
    this.#streamed._rowZero = at + 1;
  }

  #flush(): void {
    if (this.#text !== '') this.#streamed.stream.write(this.#text);
    this.#text = '';
  }

  /** Lets go for a moment, so that what is written is packed meanwhile; longer where too much is waiting. */
  async #drained(): Promise<void> {
    this.#flush();
    const { stream } = this.#streamed;
    const { broken } = this.#options;
    await setImmediate();
    while (stream.pipes.length === 0) await Promise.race([setImmediate(), broken]);
    const [pipe] = stream.pipes;
    if (pipe === undefined || pipe._writableState.length < mostWaiting) return;
    await Promise.race([once(pipe, 'drain'), broken]);
  }
}

/** exceljs leaves out of a streamed sheet what comes before its margins: that it is centred on the page. */
function centre(sheet: Streamed): void {
  const margins = sheet._writePageMargins;
  sheet._writePageMargins = () => {
    sheet._write('<printOptions horizontalCentered="1"/>');
    margins.call(sheet);
  };
}

/**
 * What the types of exceljs do not tell of a streamed sheet. It takes as many rows as it is given and keeps them until
 * they are packed; what waits is known only to the pipe between it and the zip, which is of an old make of streams.
 */
interface Streamed {
  readonly stream: {
    readonly write: (xml: string) => unknown;
    readonly pipes: readonly (EventEmitter & { readonly _writableState: { readonly length: number } })[];
  };
  readonly workbook: { readonly styles: { readonly addStyleModel: (style: CellStyle) => number } };
  readonly _sheetRelsWriter: {
    readonly addHyperlink: (link: { readonly address: string; readonly target: string }) => void;
  };
  readonly _sheetCommentsWriter: {
    readonly addComments: (comments: readonly { readonly ref: string; readonly note: object }[]) => void;
  };
  hasComments: boolean;
  readonly _write: (xml: string) => void;
  _writePageMargins: () => void;
  /** The first row that may still be drawn. */
  _rowZero: number;
}
