import { columnLetters } from '../../model/addresses.js';
import type { CellStyle } from '../styles.js';
import type { Filled } from './cells.js';

/** A row of a sheet, byte for byte as exceljs writes it where texts stand in the cells themselves. */
export function rowText(
  at: number,
  cells: readonly Filled[],
  height: number,
  styleId: (style: CellStyle) => number,
): string {
  let xml = `<row r="${at}" ht="${height}" customHeight="1" spans="1:${cells.length}" x14ac:dyDescent="0.25">`;
  for (let n = 0; n < cells.length; n++) {
    const { value, style } = cells[n] as Filled;
    const start = `<c r="${lettersOf(n)}${at}" s="${styleId(style)}"`;
    if (value === null) xml += `${start}/>`;
    else if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`;
    else xml += `${start} t="str"><v>${escaped(value)}</v></c>`;
  }
  return `${xml}</row>`;
}

/** Columns are few and cells many. */
const letters: string[] = [];

function lettersOf(index: number): string {
  const known = letters[index];
  if (known !== undefined) return known;
  while (letters.length <= index) letters.push(columnLetters(letters.length + 1));
  return letters[index] as string;
}

const special = /["&'<>]/;
const names: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Control signs are in no text of a cell. */
function escaped(text: string): string {
  return special.test(text) ? text.replace(/["&'<>]/g, (sign) => names[sign] ?? '') : text;
}
