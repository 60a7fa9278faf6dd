import type { Document } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { openCompoundFile } from '../compound-file.js';
import { damaged, otherKind } from '../problem.js';
import { assembleWorkbook } from '../workbook-document.js';
import { readPictures } from './pictures.js';
import { versionOf } from './records.js';
import { readSheet } from './sheet.js';
import { readWorkbook } from './workbook.js';

/** Reads an Excel 97 workbook, which is also what WPS saves as `.et`. */
export function readXls(bytes: Uint8Array, allowance: Allowance): Document {
  const file = openCompoundFile(bytes);
  const stream = file?.read('Workbook') ?? file?.read('Book') ?? null;
  if (stream === null) throw damaged('no workbook stream', 'part-missing');
  // Older versions keep text in the writer's code page and know no merged cells.
  if (versionOf(stream) !== 8) throw otherKind('excel-95');
  const book = readWorkbook(stream);
  if (book.sheets.length === 0) throw damaged('no sheets', 'no-sheet');
  const read = book.sheets.map((sheet) => ({ ...sheet, ...readSheet(stream, sheet.start, book, allowance) }));
  // Where any formula has been calculated all have, and an empty text is what the formula gave.
  const calculated = read.some((sheet) => sheet.calculated);
  let loose = 0;
  const sheets = read.map(({ name, hidden, start, cells, merges }) => {
    const pictures = readPictures(stream, start);
    loose += pictures.loose;
    const filled = calculated ? cells.filter(({ value }) => value.kind !== 'formula') : cells;
    return { name, hidden, cells: [...filled, ...pictures.placed], merges };
  });
  return assembleWorkbook(sheets, loose, allowance);
}
