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
  let loose = 0;
  const sheets = book.sheets.map(({ name, hidden, start }) => {
    const { cells, merges } = readSheet(stream, start, book, allowance);
    const pictures = readPictures(stream, start);
    loose += pictures.loose;
    return { name, hidden, cells: [...cells, ...pictures.placed], merges };
  });
  return assembleWorkbook(sheets, loose, allowance);
}
