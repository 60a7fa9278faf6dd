import { expect, it } from 'vitest';
import { joinBytes } from '../../src/model/join-bytes.js';
import { biff, compound, record } from '../hostile/makers/compound.js';
import { u16, u32 } from '../hostile/raw-zip.js';
import { problem, read, show } from './show.js';

const at = (row: number, column: number) => [u16(row), u16(column), u16(0)];
const doubled = (value: number) => new Uint8Array(new Float64Array([value]).buffer);
const seven = record(0x0203, ...at(0, 0), doubled(7));
const xls = (sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  compound({ Workbook: biff(sheet, globals) });
const cells = async (bytes: Uint8Array) => show((await read(bytes, 'xls')).tables[0]);

it('a cell whose record breaks off is damaged, and not 0', async () => {
  expect(await cells(xls([seven]))).toEqual(['A1 = 7']);
  for (const short of [
    record(0x0203, ...at(0, 0)),
    record(0x027e, ...at(0, 0)),
    record(0x00bd, u16(0), u16(0), u16(3)),
  ])
    expect(await problem(xls([short]), 'xls')).not.toBe('ok');
});

it('a formula’s text goes on in the records behind it', async () => {
  const formula = record(0x0006, ...at(0, 0), Uint8Array.of(0, 0, 0, 0, 0, 0, 0xff, 0xff), u16(0), u32(0));
  const letters = (count: number) => new Uint8Array(count).fill(97);
  const text = [
    record(0x0207, u16(9000), Uint8Array.of(0), letters(8000)),
    record(0x003c, Uint8Array.of(0), letters(1000)),
  ];
  expect(await cells(xls([formula, ...text]))).toEqual([`A1 = ${JSON.stringify('a'.repeat(9000))}`]);
});

it('of texts that break off those before are read, and one asked for behind them is damaged', async () => {
  const texts = record(0x00fc, u32(9), u32(9), u16(1), Uint8Array.of(0, 65), u16(50), Uint8Array.of(0, 66));
  const asks = (index: number) => record(0x00fd, ...at(0, 0), u32(index));
  expect(await cells(xls([asks(0)], [texts]))).toEqual(['A1 = "A"']);
  expect(await problem(xls([asks(1)], [texts]), 'xls')).not.toBe('ok');
});

it('a number format that states more letters than its record holds is as long as the record', async () => {
  const format = record(0x041e, u16(200), u16(9), Uint8Array.of(0), new TextEncoder().encode('yyyy'));
  const style = record(0x00e0, u16(0), u16(200), new Uint8Array(16));
  expect(await cells(xls([record(0x0203, ...at(0, 0), doubled(45075))], [format, style]))).toEqual([
    'A1 = day 2023-05-29',
  ]);
});

it('a merged area that ends before it begins is none', async () => {
  const merges = record(0x00e5, u16(1), joinBytes([u16(5), u16(2), u16(0), u16(3)]));
  expect(await cells(xls([seven, merges]))).toEqual(['A1 = 7']);
});

it('what is no number is an error', async () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY];
  const records = values.map((value, column) => record(0x0203, ...at(0, column), doubled(value)));
  expect(await cells(xls(records))).toEqual(['A1 = error #NUM!', 'B1 = error #NUM!']);
});

it('an empty text is a formula’s result only where some formula of the workbook has been calculated', async () => {
  const result = (column: number, ...value: number[]) =>
    record(0x0006, ...at(0, column), Uint8Array.from(value), u16(0), u32(0));
  const nothing = result(0, 3, 0, 0, 0, 0, 0, 0xff, 0xff);
  const zero = result(1, 0, 0, 0, 0, 0, 0, 0, 0);
  const six = result(1, 0, 0, 0, 0, 0, 0, 0x18, 0x40);
  const error = result(1, 2, 0, 7, 0, 0, 0, 0xff, 0xff);
  expect(await cells(xls([nothing]))).toEqual(['A1 = formula …']);
  expect(await cells(xls([nothing, zero]))).toEqual(['A1 = formula …', 'B1 = 0']);
  expect(await cells(xls([nothing, six]))).toEqual(['B1 = 6']);
  expect(await cells(xls([nothing, error]))).toEqual(['B1 = error #DIV/0!']);
});

it('formulas under the numbers of Excel 3 and 4 are read too', async () => {
  const six = [...at(0, 0), Uint8Array.of(0, 0, 0, 0, 0, 0, 0x18, 0x40), u16(0), u32(0)];
  for (const id of [0x0206, 0x0406]) expect(await cells(xls([record(id, ...six)]))).toEqual(['A1 = 6']);
});
