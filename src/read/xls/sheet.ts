import type { CellValue } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { float64, int32, uint8, uint16, uint32 } from '../bytes.js';
import { asSeen } from '../cell-look.js';
import { EMPTY, formattedNumber, textValue } from '../cell-values.js';
import { isPictureFormula } from '../picture-formula.js';
import type { Area, Placed } from '../place-cells.js';
import { damaged } from '../problem.js';
import type { SheetContent } from '../workbook-document.js';
import { type BiffRecord, RECORD, recordsFrom, textAt } from './records.js';
import type { Workbook } from './workbook.js';

interface CalculatedSheet extends SheetContent {
  /** Whether any formula has a result that only calculating gives. */
  readonly calculated: boolean;
}

/** Reads the records of one worksheet. */
export function readSheet(stream: Uint8Array, start: number, book: Workbook, allowance: Allowance): CalculatedSheet {
  const cells: Placed[] = [];
  const merges: Area[] = [];
  let counted = 0;
  let calculated = false;
  const formulas = new Formulas();
  for (const record of recordsFrom(stream, start)) {
    cells.push(...formulas.pass(record));
    if (record.id === RECORD.merges) merges.push(...mergedAreas(record.data));
    else cells.push(...cellsOf(record, formulas.last, book));
    if (record.id === RECORD.formula || record.id === RECORD.formulaText)
      calculated ||= cells.slice(counted).some(({ value }) => isResult(value));
    allowance.addCells(cells.length - counted);
    counted = cells.length;
  }
  return { cells, merges, calculated };
}

/** The text that a formula gave follows it in a record of its own. */
class Formulas {
  /** The formula that a text which comes now belongs to. */
  last: Address | null = null;
  #awaited = false;

  /** Goes by a record; the formula before it where its text has not come. */
  pass(record: BiffRecord): readonly Placed[] {
    if (record.id === RECORD.formulaText) this.#awaited = false;
    if (!(record.id in SHORTEST) && record.id !== RECORD.end) return [];
    const lost = this.#awaited && this.last !== null ? [place(this.last, LOST)] : [];
    this.last = record.id === RECORD.formula ? address(record.data) : null;
    this.#awaited = givesText(record);
    return lost;
  }
}

/** A text that a formula gave is not where it must stand. */
const LOST: CellValue = { kind: 'error', code: '#N/A' };

function givesText({ id, data }: BiffRecord): boolean {
  return id === RECORD.formula && uint16(data, 12) === 0xffff && uint8(data, 6) === 0;
}

/** Programs that write formulas without calculating them leave 0 or an empty text. */
function isResult(value: CellValue): boolean {
  return value.kind === 'number' ? value.value !== 0 : value.kind !== 'formula' && value.kind !== 'empty';
}

function cellsOf(record: BiffRecord, formula: Address | null, book: Workbook): Placed[] {
  const { id, data, more } = record;
  if (data.length < (SHORTEST[id] ?? 0)) throw damaged('a cell breaks off');
  if (id === RECORD.manyNumbers) return manyNumbers(data, book);
  if (id === RECORD.formulaText) return formula === null ? [] : [place(formula, textValue(textAt(data, 0, 2, more)))];
  const value = cellValue(record, book);
  return value === null ? [] : [place(address(data), asSeen(value, book.looks[uint16(data, 4)]))];
}

/** Bytes without which such a record tells no cell: what lies beyond a record's end would read as 0. */
const SHORTEST: Readonly<Record<number, number>> = {
  [RECORD.sharedText]: 10,
  [RECORD.number]: 14,
  [RECORD.shortNumber]: 10,
  [RECORD.manyNumbers]: 12,
  [RECORD.text]: 8,
  [RECORD.richText]: 8,
  [RECORD.booleanOrError]: 8,
  [RECORD.formula]: 14,
};

interface Address {
  readonly row: number;
  readonly column: number;
}

function address(data: Uint8Array): Address {
  return { row: uint16(data, 0) + 1, column: uint16(data, 2) + 1 };
}

function place(at: Address, value: CellValue): Placed {
  const picture = value.kind === 'text' && isPictureFormula(value.text);
  return { ...at, value: picture ? EMPTY : value, pictures: picture ? 1 : 0 };
}

/** Null where the record is no cell. */
function cellValue({ id, data }: BiffRecord, book: Workbook): CellValue | null {
  switch (id) {
    case RECORD.sharedText:
      return sharedText(uint32(data, 6), book);
    case RECORD.number:
      return number(float64(data, 6), uint16(data, 4), book);
    case RECORD.shortNumber:
      return number(shortNumber(data, 6), uint16(data, 4), book);
    case RECORD.text:
    case RECORD.richText:
      return textValue(textAt(data, 6, 2));
    case RECORD.booleanOrError:
      return booleanOrError(uint8(data, 6), uint8(data, 7) === 1);
    case RECORD.formula:
      return formulaValue(data, book);
    default:
      return null;
  }
}

function sharedText(index: number, book: Workbook): CellValue {
  const value = book.strings[index];
  if (value === undefined) throw damaged(`no shared string ${index}`);
  return textValue(value);
}

function number(value: number, style: number, book: Workbook): CellValue {
  if (!Number.isFinite(value)) return { kind: 'error', code: '#NUM!' };
  return formattedNumber(value, book.formats[style], book.date1904);
}

/** Thirty bits of an integer or of the upper end of a fraction, perhaps to be divided by a hundred. */
function shortNumber(data: Uint8Array, at: number): number {
  const stated = int32(data, at);
  const isInteger = (stated & 2) !== 0;
  const bytes = Uint8Array.of(0, 0, 0, 0, stated & 0xfc, stated >> 8, stated >> 16, stated >> 24);
  const value = isInteger ? stated >> 2 : float64(bytes, 0);
  return (stated & 1) !== 0 ? value / 100 : value;
}

function manyNumbers(data: Uint8Array, book: Workbook): Placed[] {
  const { row, column } = address(data);
  const count = (data.length - 6) / 6;
  if (column + count - 2 !== uint16(data, data.length - 2)) throw damaged('a row of numbers breaks off');
  return Array.from({ length: count }, (_, i) => {
    const style = uint16(data, 4 + i * 6);
    const value = number(shortNumber(data, 6 + i * 6), style, book);
    return place({ row, column: column + i }, asSeen(value, book.looks[style]));
  });
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

function booleanOrError(code: number, isError: boolean): CellValue {
  return isError ? { kind: 'error', code: ERRORS[code] ?? '#N/A' } : { kind: 'boolean', value: code !== 0 };
}

/** A stored result; what is not a number is marked by two bytes that no number has at its end. */
function formulaValue(data: Uint8Array, book: Workbook): CellValue | null {
  if (uint16(data, 12) !== 0xffff) return number(float64(data, 6), uint16(data, 4), book);
  switch (uint8(data, 6)) {
    case 0:
      return null;
    case 1:
      return booleanOrError(uint8(data, 8), false);
    case 2:
      return booleanOrError(uint8(data, 8), true);
    default:
      // An empty text: also what programs that write but do not calculate leave. Taken for blank, a figure would be lost.
      return { kind: 'formula', formula: '…' };
  }
}

function mergedAreas(data: Uint8Array): Area[] {
  const count = uint16(data, 0);
  if (data.length < 2 + count * 8) throw damaged('merged areas break off');
  return Array.from({ length: count }, (_, i) => {
    const at = 2 + i * 8;
    const [top, bottom, left, right] = [0, 2, 4, 6].map((field) => uint16(data, at + field) + 1) as Corners;
    return { top, left, bottom, right };
  });
}

type Corners = [top: number, bottom: number, left: number, right: number];
