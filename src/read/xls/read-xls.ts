import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { CellValue, Document, Table } from '../../model/document.js';
import { dayOfSerial } from '../calendar-day.js';
import { openCompoundFile } from '../compound-file.js';
import { isDateCode } from '../date-format.js';
import { isPictureFormula } from '../picture-formula.js';
import { type Area, EMPTY, type Placed, placeCells } from '../place-cells.js';
import { damaged, ReadProblem } from '../problem.js';
import { readPictures } from './pictures.js';
import { startsEncrypted, versionOf } from './records.js';

/** Reads an Excel 97 workbook, which is also what WPS saves as `.et`. */
export async function readXls(bytes: Uint8Array): Promise<Document> {
  const file = openCompoundFile(bytes);
  const stream = file?.read('Workbook') ?? file?.read('Book') ?? null;
  if (stream === null) throw damaged('no workbook stream');
  if (startsEncrypted(stream)) throw new ReadProblem('encrypted', 'FilePass');
  // Older versions keep text in the writer's code page, which the library would garble without a word.
  if (versionOf(stream) !== 8) throw new ReadProblem('unsupported', 'older than Excel 97');
  const { read } = await import('@e965/xlsx');
  const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false });
  const drawn = readPictures(stream);
  const tables = book.SheetNames.flatMap((name, index) => readSheet(book, name, index, drawn[index]?.placed ?? []));
  const loose = drawn.reduce((sum, drawing) => sum + drawing.loose, 0);
  return {
    tables: [...tables.filter(({ hidden }) => !hidden), ...tables.filter(({ hidden }) => hidden)],
    paragraphs: [],
    pictures: tables.flatMap(({ cells }) => cells).reduce((sum, { pictures }) => sum + pictures, loose),
  };
}

function readSheet(book: WorkBook, name: string, index: number, pictures: readonly Placed[]): Table[] {
  const sheet = book.Sheets[name];
  if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return [
    {
      source: 'sheet',
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      heading: [],
      cells: placeCells([...placedCells(sheet, date1904), ...pictures], mergedAreas(sheet)),
    },
  ];
}

function placedCells(sheet: WorkSheet, date1904: boolean): Placed[] {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const placed: Placed[] = [];
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of (row ?? []).entries()) {
      if (cell !== undefined) placed.push({ row: r + 1, column: c + 1, ...content(cell, date1904) });
    }
  }
  return placed.filter(({ value, pictures }) => value.kind !== 'empty' || pictures > 0);
}

function content(cell: CellObject, date1904: boolean): { value: CellValue; pictures: number } {
  const written = cell.f ?? (typeof cell.v === 'string' ? cell.v : '');
  return isPictureFormula(written) ? { value: EMPTY, pictures: 1 } : { value: cellValue(cell, date1904), pictures: 0 };
}

function mergedAreas(sheet: WorkSheet): Area[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 }));
}

function cellValue(cell: CellObject, date1904: boolean): CellValue {
  if (cell.v === undefined) return cell.f === undefined ? EMPTY : { kind: 'formula', formula: cell.f };
  switch (cell.t) {
    case 'n': {
      const value = Number(cell.v);
      const day = isDateCode(String(cell.z ?? '')) ? dayOfSerial(value, date1904) : null;
      return day === null ? { kind: 'number', value } : { kind: 'date', day };
    }
    case 's':
      return cell.v === '' ? EMPTY : { kind: 'text', text: String(cell.v) };
    case 'b':
      return { kind: 'boolean', value: cell.v === true };
    case 'e':
      return { kind: 'error', code: ERRORS[Number(cell.v)] ?? '#N/A' };
    default:
      return EMPTY;
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
