import { columnLetters, columnNumber } from '../../model/addresses.js';

/** A cell by its row and column, both from 1. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** F4 → row 4, column 6; null where the text is no address. */
export function spotOf(address: string): Spot | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { row: Number(digits), column: columnNumber(letters) };
}

export function addressOf({ row, column }: Spot): string {
  return `${columnLetters(column)}${row}`;
}
