import { type EventEmitter, once } from 'node:events';
import type { AddWorksheetOptions, Row, Worksheet } from 'exceljs';

/** One sheet of the workbook: what has to be known of it before its first row, and how it is drawn. */
export interface SheetPlan {
  readonly name: string;
  readonly layout: Partial<AddWorksheetOptions>;
  /** Rows are drawn from the top; whoever draws says of each that it is done. Widths come before the first. */
  readonly draw: (page: Page) => Promise<void>;
}

/** In bytes of XML: beyond it the drawing waits for the disk. */
const mostWaiting = 1024 * 1024;
/** Rows between two looks at what is waiting. */
const rowsAtOnce = 50;

const plain = {};

/** A sheet on its way to the file: rows that are done are written and forgotten. */
export class Page {
  readonly sheet: Worksheet;
  #rows = 0;
  /** Rejects where the file cannot be written; then nothing would ever be drained. */
  readonly #broken: Promise<never>;

  constructor(sheet: Worksheet, broken: Promise<never>) {
    this.sheet = sheet;
    centre(sheet as unknown as Streamed);
    this.#broken = broken;
  }

  /** This row and those above it will not be touched any more. */
  async done(row: Row): Promise<void> {
    // A style of its own for each row would be looked up each time.
    Object.assign(row, { style: plain });
    row.commit();
    this.#rows++;
    if (this.#rows % rowsAtOnce === 0) await this.#drained();
  }

  async #drained(): Promise<void> {
    const [pipe] = (this.sheet as unknown as Streamed).stream.pipes;
    if (pipe === undefined || pipe._writableState.length < mostWaiting) return;
    await Promise.race([once(pipe, 'drain'), this.#broken]);
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
    readonly pipes: readonly (EventEmitter & { readonly _writableState: { readonly length: number } })[];
  };
  readonly _write: (xml: string) => void;
  _writePageMargins: () => void;
}
