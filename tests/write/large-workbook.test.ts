import type { FileHandle } from 'node:fs/promises';
import exceljs from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/aggregate/figures.js';
import type { FileReport, Report, UnitReport } from '../../src/model/report.js';
import { writeWorkbook } from '../../src/write/workbook.js';
import { sampleReport } from './sample-report.js';
import { workbookBytes } from './workbook-bytes.js';

const options = { inbox: '/办公/收件箱', out: '/办公/reports/汇总.xlsx' };

/** The sample report so many times over, as of neighbouring townships. */
function manyTimes(times: number): Report {
  const report = sampleReport();
  const of = (n: number) => (text: string) => (n === 0 ? text : `${n}镇${text}`);
  const numbers = Array.from({ length: times }, (_, n) => n);
  const units = numbers.flatMap((n) => report.units.map((unit) => unitElsewhere(unit, of(n))));
  const files = numbers.flatMap((n) => report.files.map((file) => fileElsewhere(file, of(n))));
  return { ...report, units, files, ...figuresOf(report.campaign, report.asOf, units, files) };
}

function unitElsewhere(one: UnitReport, named: (text: string) => string): UnitReport {
  const { unit, statistics } = one;
  return {
    ...one,
    unit: { ...unit, id: named(unit.id), name: named(unit.name) },
    statistics: statistics && { ...statistics, path: named(statistics.path) },
  };
}

function fileElsewhere(one: FileReport, named: (text: string) => string): FileReport {
  const { unit, path } = one;
  return { ...one, path: named(path), unit: unit && { ...unit, id: named(unit.id), name: named(unit.name) } };
}

async function read(bytes: ArrayBuffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes);
  return book;
}

describe('what is longer than a sheet may be', () => {
  const report = manyTimes(2);
  let book: exceljs.Workbook;
  let names: string[];

  beforeAll(async () => {
    book = await read(await workbookBytes(report, { ...options, limits: { rows: 30, links: 5, notes: 2 } }));
    names = book.worksheets.map(({ name }) => name);
  });

  test('goes on on the next, and nothing is left out', () => {
    const parts = (name: string) => names.filter((one) => one.replace(/\(\d+\)$/, '') === name);
    expect(parts('分村明细').slice(0, 2)).toEqual(['分村明细', '分村明细(2)']);
    expect(names.indexOf('报送情况')).toBe(names.indexOf('分村明细') + parts('分村明细').length);
    const paths = parts('来件清单').flatMap((name) => {
      const sheet = book.getWorksheet(name);
      return (sheet?.getRows(4, sheet.rowCount - 3) ?? []).map((row) => row.getCell(1).text);
    });
    expect(paths.sort()).toEqual(report.files.map(({ path }) => path).sort());
    const units = parts('分村明细').flatMap((name) => {
      const sheet = book.getWorksheet(name);
      return (sheet?.getRows(6, sheet.rowCount - 5) ?? []).map((row) => row.getCell(2).text);
    });
    expect(units).toEqual([...report.units.map(({ unit }) => unit.name), '合计']);
    for (const { rowCount } of book.worksheets.slice(1, -1)) expect(rowCount).toBeLessThanOrEqual(30);
  });

  test('is still added up: the formulas go over all sheets', () => {
    const field = report.campaign.forms.statistics.fields.find(({ id }) => id === 'publicity.village.people');
    const cells = (book.getWorksheet('汇总表')?.getRows(1, 16) ?? []).flatMap((row) =>
      Array.from({ length: row.cellCount }, (_, n) => row.getCell(n + 1)),
    );
    const sums = cells.filter(({ formula }) => formula?.startsWith('SUM('));
    const total = report.totals[field?.id ?? ''];
    const ranges = sums
      .filter(({ result }) => result === total)
      .map(({ formula }) => [...formula.matchAll(/'([^']+)'!([A-Z]+)(\d+):[A-Z]+(\d+)/g)]);
    const added = ranges.map((those) =>
      those.reduce((sum, [, name = '', column = '', from, to]) => {
        const rows = book.getWorksheet(name)?.getRows(Number(from), Number(to) - Number(from) + 1) ?? [];
        return rows.reduce((all, row) => all + (Number(row.getCell(column).value) || 0), sum);
      }, 0),
    );
    expect(ranges[0]?.length).toBeGreaterThan(1);
    expect(added).toContain(total);
  });

  test('has no more links and notes than there is room for; the words stay', () => {
    for (const sheet of book.worksheets) {
      const cells = (sheet.getRows(1, sheet.rowCount) ?? []).flatMap((row) =>
        Array.from({ length: row.cellCount }, (_, n) => row.getCell(n + 1)),
      );
      expect(cells.filter(({ hyperlink }) => hyperlink).length).toBeLessThanOrEqual(5);
      expect(cells.filter(({ note }) => note).length).toBeLessThanOrEqual(2);
    }
  });
});

test('a workbook too large for a list of its texts says the same as a small one', async () => {
  const report = manyTimes(3);
  const small = await workbookBytes(report, options);
  const large = await workbookBytes(report, { ...options, limits: { held: 10 } });
  const holdsList = (bytes: ArrayBuffer) => Buffer.from(bytes).includes('xl/sharedStrings.xml');
  expect([holdsList(small), holdsList(large)]).toEqual([true, false]);
  const cellsOf = async (bytes: ArrayBuffer) =>
    (await read(bytes)).worksheets.map((sheet) =>
      (sheet.getRows(1, sheet.rowCount) ?? []).map(({ values, height }) => ({ values, height })),
    );
  expect(await cellsOf(large)).toEqual(await cellsOf(small));
});

test('where the disk is full the writing ends, and says why', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  let written = 0;
  const file = {
    writeFile: async (bytes: Uint8Array) => {
      written += bytes.length;
      if (written > 50_000) throw full;
    },
  } as unknown as FileHandle;
  await expect(writeWorkbook(manyTimes(40), options, file)).rejects.toBe(full);
});
