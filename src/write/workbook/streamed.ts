import type { EventEmitter } from 'node:events';
import type { CellStyle } from '../styles.js';

/** What exceljs is given bit by bit, and copies at once. */
export interface PartStream {
  readonly write: (xml: string | Buffer) => unknown;
}

/**
 * What the types of exceljs do not tell of a streamed sheet. It takes as many rows as it is given and keeps them until
 * they are packed; what waits is known only to the pipe between it and the zip, which is of an old make of streams.
 */
export interface Streamed {
  readonly stream: PartStream & {
    readonly pipes: readonly (EventEmitter & { readonly _writableState: { readonly length: number } })[];
  };
  readonly workbook: { readonly styles: { readonly addStyleModel: (style: CellStyle) => number } };
  readonly lastRow: { readonly commit: () => void } | undefined;
  readonly _sheetRelsWriter: Relations;
  readonly _sheetCommentsWriter: Comments;
  hasComments: boolean;
  readonly _write: (xml: string) => void;
  _writePageMargins: () => void;
  _writeHyperlinks: () => void;
  /** The first row that may still be drawn. */
  _rowZero: number;
}

interface Relations {
  readonly stream: PartStream;
  count: number;
  readonly _hyperlinks: { readonly rId: string; readonly address: string }[];
  readonly _writeOpen: () => void;
}

interface Comments {
  readonly commentsStream: PartStream;
  readonly vmlStream: PartStream;
  count: number;
  readonly addComments: (comments: readonly { readonly ref: string; readonly note: object }[]) => void;
}

/** exceljs leaves out of a streamed sheet what comes before its margins: that it is centred on the page. */
export function centre(sheet: Streamed): void {
  const margins = sheet._writePageMargins;
  sheet._writePageMargins = () => {
    sheet._write('<printOptions horizontalCentered="1"/>');
    margins.call(sheet);
  };
}
