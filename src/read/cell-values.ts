import type { CellValue } from '../model/document.js';
import { dayOfSerial } from './calendar-day.js';

export const EMPTY: CellValue = { kind: 'empty' };

export function textValue(text: string): CellValue {
  return text === '' ? EMPTY : { kind: 'text', text };
}

/** Some programs store -0, which nobody means. */
export function numberValue(value: number): CellValue {
  return { kind: 'number', value: value === 0 ? 0 : value };
}

/** A number in a cell formatted as a date; what no calendar shows, such as 0, stays a number. */
export function serialValue(serial: number, date1904: boolean): CellValue {
  const day = dayOfSerial(serial, date1904);
  return day === null ? numberValue(serial) : { kind: 'date', day };
}
