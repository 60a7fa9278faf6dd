import { isDay } from '../../model/day.js';
import type { CellValue } from '../../model/document.js';
import { asSeen } from '../cell-look.js';
import { EMPTY, formattedNumber, textValue } from '../cell-values.js';
import { isPictureFormula } from '../picture-formula.js';
import { damaged } from '../problem.js';
import type { PlainCell } from './plain-cells.js';
import { unescapeText } from './shared-strings.js';
import type { CellStyle } from './styles.js';

/** What a workbook's sheets share. */
export interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

/** A `<c>` as it stands in the sheet. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  /** Rich values, such as a picture placed in a cell, show as an error to programs that do not know them. */
  readonly rich: boolean;
  readonly formula: string | null;
  readonly stored: string | null;
  readonly inline: string | null;
}

/** What a cell holds: a picture, or else a value. */
export interface CellContent {
  readonly value: CellValue;
  readonly pictures: number;
}

export function cellContent(raw: RawCell, book: Book): CellContent {
  return isPicture(raw) ? picture : contentOf(asSeen(cellValue(raw, book), book.styles[raw.style]?.look));
}

/** The same for a whole number, a shared text or one of its own. */
export function plainContent({ number, shared, inline, style }: Plain, book: Book): CellContent {
  const look = book.styles[style]?.look;
  if (inline !== null) return contentOf(asSeen(textValue(unescapeText(inline)), look));
  if (shared) return contentOf(asSeen(textValue(sharedText(number, book)), look));
  return { value: asSeen(numberInStyle(number, style, book), look), pictures: 0 };
}

type Plain = Pick<PlainCell, 'number' | 'shared' | 'inline' | 'style'>;

const picture: CellContent = { value: EMPTY, pictures: 1 };

function contentOf(value: CellValue): CellContent {
  return value.kind === 'text' && isPictureFormula(value.text) ? picture : { value, pictures: 0 };
}

function isPicture({ formula, rich, stored }: RawCell): boolean {
  return (formula !== null && isPictureFormula(formula)) || (rich && stored === '#VALUE!');
}

function cellValue(raw: RawCell, book: Book): CellValue {
  if (raw.inline !== null) return textValue(unescapeText(raw.inline));
  const stored = raw.stored ?? '';
  // An empty text is a result where it is stored as one.
  const isOpen = raw.stored === null || (stored === '' && raw.type !== 'str');
  if (raw.formula !== null && isOpen) return { kind: 'formula', formula: raw.formula };
  if (raw.stored === null) return EMPTY;
  switch (raw.type) {
    case 's':
      return sharedValue(stored.trim(), book);
    case 'str':
    case 'inlineStr':
      return textValue(unescapeText(stored));
    case 'b':
      return { kind: 'boolean', value: stored.trim() === '1' || stored.trim().toLowerCase() === 'true' };
    case 'e':
      return { kind: 'error', code: stored.trim() };
    case 'd':
      return isoDay(stored);
    default:
      return storedNumber(stored.trim(), raw.style, book);
  }
}

/** An index of no text is none, and not the first text. */
function sharedValue(index: string, book: Book): CellValue {
  if (index === '') return EMPTY;
  if (!/^\d+$/.test(index)) throw damaged(`no shared string ${index}`);
  return textValue(sharedText(Number(index), book));
}

function sharedText(index: number, book: Book): string {
  const text = book.strings[index];
  if (text === undefined) throw damaged(`no shared string ${index}`);
  return text;
}

function isoDay(stored: string): CellValue {
  const day = /^\s*(\d{4}-\d\d-\d\d)/.exec(stored)?.[1];
  return day === undefined || !isDay(day) ? textValue(stored) : { kind: 'date', day };
}

function storedNumber(stored: string, style: number, book: Book): CellValue {
  if (stored === '') return EMPTY;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(stored)) return textValue(stored);
  return numberInStyle(Number(stored), style, book);
}

function numberInStyle(value: number, style: number, book: Book): CellValue {
  return formattedNumber(value, book.styles[style]?.format, book.date1904);
}
