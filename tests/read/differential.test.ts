import { readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Document } from '../../src/model/document.js';
import { workbook } from './build-package.js';
import { read } from './show.js';

/** Per sheet: merged areas, and what each address holds. Days and numbers are both compared as serials. */
type Sheets = Record<string, { merges: string[]; cells: Record<string, string | number | boolean> }>;

const DAY = 86_400_000;
const serial = (day: string | Date) => Math.floor((new Date(day).getTime() - Date.UTC(1899, 11, 30)) / DAY);
const address = (row: number, column: number) => sheetjs.utils.encode_cell({ r: row - 1, c: column - 1 });

function plain(value: CellValue): string | number | boolean | null {
  switch (value.kind) {
    case 'empty':
    case 'formula':
      return null;
    case 'text':
      return value.text;
    case 'date':
      return serial(value.day);
    case 'error':
      return value.code;
    default:
      return value.value;
  }
}

function ours(document: Document): { sheets: Sheets; days: Set<string> } {
  const sheets: Sheets = {};
  const days = new Set<string>();
  for (const table of document.tables) {
    const merges: string[] = [];
    const cells: Sheets[string]['cells'] = {};
    for (const { row, column, rowSpan, columnSpan, value } of table.cells) {
      const at = address(row, column);
      if (rowSpan * columnSpan > 1) merges.push(`${at}:${address(row + rowSpan - 1, column + columnSpan - 1)}`);
      const content = plain(value);
      if (content !== null) cells[at] = content;
      if (value.kind === 'date') days.add(`${table.name}!${at}`);
    }
    sheets[table.name] = { merges: merges.sort(), cells };
  }
  return { sheets, days };
}

function excelValue(value: exceljs.CellValue): string | number | boolean | null {
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / DAY;
  if (value === null || typeof value !== 'object') return value ?? null;
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value || 'formula' in value) return excelValue((value.result as exceljs.CellValue) ?? null);
  return JSON.stringify(value);
}

async function byExceljs(bytes: Uint8Array, days: Set<string>): Promise<Sheets> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const sheets: Sheets = {};
  for (const sheet of book.worksheets) {
    const cells: Sheets[string]['cells'] = {};
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master !== cell) return;
        const value = excelValue(cell.value);
        const isDay = days.has(`${sheet.name}!${cell.address}`);
        if (value !== null && value !== '') cells[cell.address] = isDay ? Math.floor(Number(value)) : value;
      }),
    );
    sheets[sheet.name] = { merges: [...sheet.model.merges].sort(), cells };
  }
  return sheets;
}

function bySheetjs(bytes: Uint8Array, days: Set<string>): Sheets {
  const book = sheetjs.read(bytes, { type: 'array' });
  const sheets: Sheets = {};
  for (const [name, sheet] of Object.entries(book.Sheets)) {
    const merges = (sheet['!merges'] ?? []).map((range) => sheetjs.utils.encode_range(range)).sort();
    const slaves = new Set(
      (sheet['!merges'] ?? []).flatMap(({ s, e }) => {
        const inside: string[] = [];
        for (let r = s.r; r <= e.r; r++)
          for (let c = s.c; c <= e.c; c++) inside.push(sheetjs.utils.encode_cell({ r, c }));
        return inside.slice(1);
      }),
    );
    const cells: Sheets[string]['cells'] = {};
    for (const [at, cell] of Object.entries(sheet) as [string, sheetjs.CellObject][]) {
      if (at.startsWith('!') || slaves.has(at) || cell.t === 'z' || cell.v === undefined || cell.v === '') continue;
      const value = cell.t === 'e' ? String(cell.w) : (cell.v as string | number | boolean);
      cells[at] = days.has(`${name}!${at}`) ? Math.floor(Number(value)) : value;
    }
    sheets[name] = { merges, cells };
  }
  return sheets;
}

async function agree(bytes: Uint8Array): Promise<void> {
  const { sheets, days } = ours(await read(bytes, 'xlsx'));
  expect(sheets).toEqual(bySheetjs(bytes, days));
  expect(sheets).toEqual(await byExceljs(bytes, days));
}

describe('three readers of .xlsx agree', () => {
  it('on a file by LibreOffice', async () => {
    await agree(new Uint8Array(readFileSync(new URL('files/book.xlsx', import.meta.url))));
  });

  const content = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'活动场次 人数,<&>"0a\n'), minLength: 1, maxLength: 12 }),
    fc.integer(),
    fc.integer().map((thousandths) => thousandths / 1000),
    fc.boolean(),
    fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
  );
  const cell = fc.record({ row: fc.integer({ min: 1, max: 30 }), column: fc.integer({ min: 1, max: 40 }), content });

  it('on files by exceljs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), fc.nat(5), async (cells, merged) => {
        const book = new exceljs.Workbook();
        const sheet = book.addWorksheet('统计');
        book.addWorksheet('空', { state: 'hidden' });
        for (const { row, column, content: value } of cells) {
          const target = sheet.getCell(row, column);
          target.value = value;
          if (value instanceof Date) target.numFmt = 'yyyy"年"m"月"d"日"';
        }
        for (let i = 0; i < merged; i++) sheet.mergeCells(40 + i * 3, 1 + i, 41 + i * 3, 3 + i * 2);
        sheet.getCell('A40').value = '合并';
        await agree(new Uint8Array(await book.xlsx.writeBuffer()));
      }),
      { numRuns: 30, seed: 529 },
    );
  });

  it('on files by SheetJS, which the .xls reader reads alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
        const grid: unknown[][] = [];
        for (const { row, column, content: value } of cells) {
          grid[row] ??= [];
          (grid[row] as unknown[])[column] = value instanceof Date ? value.toISOString() : value;
        }
        const sheet = sheetjs.utils.aoa_to_sheet(grid);
        sheet['!merges'] = [sheetjs.utils.decode_range('B60:C61')];
        const book = sheetjs.utils.book_new(sheet, '统计');
        const [xlsx, xls] = (['xlsx', 'biff8'] as const).map(
          (bookType) => new Uint8Array(sheetjs.write(book, { type: 'array', bookType, bookSST: true })),
        );
        await agree(xlsx as Uint8Array);
        expect(await read(xls as Uint8Array, 'xls')).toEqual(await read(xlsx as Uint8Array, 'xlsx'));
      }),
      { numRuns: 30, seed: 529 },
    );
  });

  it('on one written by hand', async () => {
    const row =
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>45075</v></c><c r="D2" t="b"><v>0</v></c></row>';
    await agree(
      workbook({
        sheets: [`<sheetData>${row}</sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells>`],
        strings: ['<si><r><t>宣</t></r><r><t xml:space="preserve">传 </t></r></si>'],
        formats: ['yyyy/m/d;@'],
      }),
    );
  });
});
