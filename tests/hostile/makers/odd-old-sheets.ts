import { joinBytes } from '../../../src/model/join-bytes.js';
import { type FormCell, formCells } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';
import {
  cellAt,
  cellFormat,
  doubled,
  numberFormat,
  numberRecord,
  oldRecords,
  oldSheet,
  oldStream,
  sharedTexts,
  wide,
} from '../old-sheet.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';
import { biff, compound, record } from './compound.js';

const decoy = 9;
const figure = (write: (cell: FormCell) => readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  oldSheet({ figure: write, globals });
const value = ({ text }: FormCell) => Number(text);
/** A whole number in thirty bits, perhaps a hundred times what is meant. */
const short = (n: number, hundredth = false) => u32(((n * (hundredth ? 100 : 1)) << 2) | 2 | (hundredth ? 1 : 0));
const formula = (cell: FormCell, result: Uint8Array, style = 0) =>
  record(0x0006, cellAt(cell, style), result, u16(0), u32(0), u16(3), Uint8Array.of(0x1e, 9, 0));
const special = (kind: number, code = 0) => Uint8Array.of(kind, 0, code, 0, 0, 0, 0xff, 0xff);
const result = (text: string) => record(0x0207, wide(text));
const blank = (cell: FormCell) => record(0x0201, cellAt(cell));
const blanks = (cell: FormCell, count: number) =>
  record(
    0x00be,
    cellAt(cell).subarray(0, 4),
    ...Array.from({ length: count }, () => u16(0)),
    u16(cell.column - 2 + count),
  );

function* numbers(): Generator<OddForm> {
  yield { name: '双精', bytes: oldSheet(), same: true };
  yield { name: '短数', bytes: figure((cell) => [record(0x027e, cellAt(cell), short(value(cell)))]), same: true };
  yield {
    name: '短百分',
    bytes: figure((cell) => [record(0x027e, cellAt(cell), short(value(cell), true))]),
    same: true,
  };
  yield {
    name: '短浮',
    bytes: figure((cell) => [record(0x027e, cellAt(cell), doubled(value(cell)).subarray(4))]),
    same: false,
  };
  yield {
    name: '多短数',
    bytes: figure((cell) => [
      record(0x00bd, cellAt(cell).subarray(0, 4), u16(0), short(value(cell)), u16(cell.column - 1)),
    ]),
    same: true,
  };
  yield { name: '文字', bytes: figure((cell) => [record(0x0204, cellAt(cell), wide(cell.text))]), same: true };
  yield {
    name: '格式文字',
    bytes: figure((cell) => [record(0x00d6, cellAt(cell), wide(cell.text), u16(1), u16(0), u16(0))]),
    same: true,
  };
  const texts = formCells()
    .filter(({ isFigure }) => isFigure)
    .map(({ text }) => text);
  let n = 0;
  yield {
    name: '共用文字',
    bytes: figure((cell) => [record(0x00fd, cellAt(cell), u32(n++))], [sharedTexts(texts)]),
    same: true,
  };
  n = 0;
  yield {
    name: '两份共用',
    bytes: figure(
      (cell) => [record(0x00fd, cellAt(cell), u32(n++))],
      [sharedTexts(texts), record(0x0042, u16(1200)), sharedTexts(texts.map(() => '9'))],
    ),
    same: false,
  };
  n = 0;
  const split = joinBytes([u32(texts.length), u32(texts.length), ...texts.map(wide)]);
  yield {
    name: '共用断开',
    bytes: figure(
      (cell) => [record(0x00fd, cellAt(cell), u32(n++))],
      [record(0x00fc, split.subarray(0, 8)), record(0x003c, split.subarray(8))],
    ),
    same: true,
  };
  yield {
    name: '真假',
    bytes: figure((cell) => [record(0x0205, cellAt(cell), Uint8Array.of(1, 0))]),
    same: false,
    other: true,
  };
  yield {
    name: '错',
    bytes: figure((cell) => [record(0x0205, cellAt(cell), Uint8Array.of(42, 1))]),
    same: false,
    other: true,
  };
  yield { name: '非数', bytes: figure((cell) => [numberRecord(cell, Number.NaN)]), same: false };
  yield { name: '无穷', bytes: figure((cell) => [numberRecord(cell, Number.POSITIVE_INFINITY)]), same: false };
  yield {
    name: '日式',
    bytes: figure((cell) => [numberRecord(cell, value(cell), 1)], [cellFormat(0), cellFormat(14)]),
    same: false,
  };
  yield {
    name: '无此式',
    bytes: figure((cell) => [numberRecord(cell, value(cell), 999)], [cellFormat(0)]),
    same: true,
  };
}

function* formulas(): Generator<OddForm> {
  yield { name: '果数', bytes: figure((cell) => [formula(cell, doubled(value(cell)))]), same: true };
  yield { name: '果文', bytes: figure((cell) => [formula(cell, special(0)), result(cell.text)]), same: true };
  yield { name: '果文没有', bytes: figure((cell) => [formula(cell, special(0))]), same: false, other: true };
  yield {
    name: '果文在后',
    bytes: figure((cell) => [formula(cell, special(0)), numberRecord({ ...cell, column: 60 }, 1), result(cell.text)]),
    same: false,
  };
  yield { name: '果数又文', bytes: figure((cell) => [formula(cell, doubled(value(cell))), result('9')]), same: false };
  yield { name: '果文无主', bytes: figure((cell) => [result('9'), numberRecord(cell)]), same: false };
  yield { name: '果空文', bytes: figure((cell) => [formula(cell, special(3))]), same: false, other: true };
  yield { name: '果错', bytes: figure((cell) => [formula(cell, special(2, 42))]), same: false, other: true };
  yield { name: '果怪', bytes: figure((cell) => [formula(cell, special(77))]), same: false };
  yield {
    name: '共用式',
    bytes: figure((cell) => [
      formula(cell, special(0)),
      record(0x04bc, u16(0), u16(0), u16(0), u32(0)),
      result(cell.text),
    ]),
    same: true,
  };
}

function* contradictions(): Generator<OddForm> {
  yield { name: '两数', bytes: figure((cell) => [numberRecord(cell), numberRecord(cell, decoy)]), same: false };
  yield { name: '后又空', bytes: figure((cell) => [numberRecord(cell), blank(cell)]), same: false };
  yield { name: '先又空', bytes: figure((cell) => [blank(cell), numberRecord(cell)]), same: false };
  yield { name: '后多空', bytes: figure((cell) => [numberRecord(cell), blanks(cell, 3)]), same: false };
  yield { name: '两同', bytes: figure((cell) => [numberRecord(cell), numberRecord(cell)]), same: true };
  yield { name: '倒序', bytes: compound({ Workbook: biff([...oldRecords({})].reverse()) }), same: true };
  yield {
    name: '行藏',
    bytes: oldSheet({
      after: Array.from({ length: 20 }, (_, n) => record(0x0208, u16(n), u16(0), u16(25), u16(300), u32(0), u32(0x20))),
    }),
    same: true,
  };
  const cover = { row: 6, column: 3, rowSpan: 1, columnSpan: 1, text: '9', isFigure: true };
  yield { name: '盖住', bytes: oldSheet({ after: [numberRecord(cover)] }), same: true };
  yield { name: '断', bytes: compound({ Workbook: oldStream().slice(0, -300) }), same: false };
  yield { name: '尾后', bytes: compound({ Workbook: joinBytes([oldStream(), numberRecord(cover)]) }), same: true };
  const other = oldStream({ figure: (cell) => [numberRecord(cell, decoy)] });
  yield { name: '两流', bytes: compound({ Book: other, Workbook: oldStream() }), same: true };
  yield { name: '流在夹里', bytes: compound({ Workbook: oldStream(), '夹/Workbook': other }), same: true };
  yield { name: '同名流', bytes: twice(compound({ Workbook: oldStream(), Workbooz: other })), same: false };
  yield {
    name: '两表',
    bytes: compound({ Workbook: two(oldRecords({}), oldRecords({ figure: (cell) => [numberRecord(cell, decoy)] })) }),
    same: false,
  };
  yield { name: '一表两名', bytes: compound({ Workbook: two(oldRecords({}), null) }), same: true };
  yield { name: '又加密', bytes: oldSheet({ globals: [record(0x002f, u16(0), new Uint8Array(4))] }), same: false };
  yield { name: '表里加密', bytes: oldSheet({ after: [record(0x002f, u16(0), new Uint8Array(4))] }), same: false };
  yield { name: '码页', bytes: oldSheet({ globals: [record(0x0042, u16(936))] }), same: true };
}

/** Renames the stream Workbooz. */
function twice(file: Uint8Array): Uint8Array {
  const copy = Buffer.from(file);
  const name = Buffer.from('Workbooz', 'utf16le');
  Buffer.from('Workbook', 'utf16le').copy(copy, copy.indexOf(name));
  return new Uint8Array(copy);
}

const begin = (kind: number) => record(0x0809, u16(0x0600), u16(kind), u32(0), u32(0), u32(0));
const end = record(0x000a);

/** A workbook of two sheets; without records for it, the second is the first once more. */
function two(first: readonly Uint8Array[], second: readonly Uint8Array[] | null): Uint8Array {
  const named = (name: string, start: number) => record(0x0085, u32(start), u16(0), Uint8Array.of(1, 0), bytesOf(name));
  const start = begin(5).length + 2 * named('A', 0).length + end.length;
  const sheet = joinBytes([begin(0x10), ...first, end]);
  const other = second === null ? start : start + sheet.length;
  const last = second === null ? [] : [begin(0x10), ...second, end];
  return joinBytes([begin(5), named('A', start), named('B', other), end, sheet, ...last]);
}

/** Formats that show another figure than the one stored, or none. */
function* formats(): Generator<OddForm> {
  const shown = (code: string) =>
    figure((cell) => [numberRecord(cell, value(cell), 1)], [numberFormat(200, code), cellFormat(0), cellFormat(200)]);
  for (const [name, code] of [
    ['整', '0'],
    ['千分', '#,##0'],
    ['带字', '0"人"'],
    ['负红', '0;[Red]-0'],
    ['零藏', '0;-0;;@'],
    ['通用', 'General'],
  ] as const)
    yield { name, bytes: shown(code), same: true };
  for (const [name, code] of [
    ['百分', '0%'],
    ['写死', '"9"'],
    ['补零', '0"0"'],
    ['全藏', ';;;'],
    ['千位', '0,'],
    ['转义', '0\\9'],
  ] as const)
    yield { name, bytes: shown(code), same: false, other: true };
}

const kinds = { 数: numbers, 式: formulas, 矛: contradictions, 样: formats } as const;

/** The honest form as a workbook of Excel 97, those that are not read as they stand among them. */
export function* oddOldSheets(): Generator<OddForm> {
  for (const [kind, make] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.xls`, ...one };
}

export const oddOld = [maker('xls: as other programs write it', oddOldSheets)];
