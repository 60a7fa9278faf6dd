import type { CellValue } from '../model/document.js';
import { dayOfSerial } from './calendar-day.js';
import { type NumberFormat, shownIn } from './number-format.js';

export const EMPTY: CellValue = { kind: 'empty' };

export function textValue(text: string): CellValue {
  return text === '' ? EMPTY : { kind: 'text', text };
}

/** Some programs store -0, which nobody means. */
export function numberValue(value: number): CellValue {
  return { kind: 'number', value: value === 0 ? 0 : value };
}

/** A number in a cell of this format; the usual one where it has none. */
export function formattedNumber(value: number, format: NumberFormat | undefined, date1904: boolean): CellValue {
  if (format === undefined || format === 'number') return numberValue(value);
  if (format === 'date') return serialValue(value, date1904);
  const shown = shownIn(format, value);
  return shown === undefined ? numberValue(value) : { kind: 'number', value, shown };
}

/** What no calendar shows, such as 0, stays a number. */
function serialValue(serial: number, date1904: boolean): CellValue {
  const day = dayOfSerial(serial, date1904);
  return day === null ? numberValue(serial) : { kind: 'date', day };
}
