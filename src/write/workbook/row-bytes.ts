import { columnLetters } from '../../model/addresses.js';
import type { CellStyle } from '../styles.js';
import type { Filled } from './cells.js';
import type { XmlBytes } from './xml-bytes.js';

/** A row of a sheet, byte for byte as exceljs writes it where texts stand in the cells themselves. */
export function writeRow(
  xml: XmlBytes,
  at: number,
  cells: readonly Filled[],
  height: number,
  styleId: (style: CellStyle) => number,
): void {
  const row = String(at);
  xml.mark(`<row r="${row}" ht="${height}" customHeight="1" spans="1:${cells.length}" x14ac:dyDescent="0.25">`);
  for (let n = 0; n < cells.length; n++) {
    const { value, style } = cells[n] as Filled;
    xml.mark(startOf(n));
    xml.mark(row);
    xml.mark('" s="');
    xml.mark(String(styleId(style)));
    if (value === null) xml.mark('"/>');
    else if (typeof value === 'number') writeNumber(xml, value);
    else writeText(xml, value);
  }
  xml.mark('</row>');
}

function writeNumber(xml: XmlBytes, value: number): void {
  xml.mark('"><v>');
  xml.mark(String(value));
  xml.mark('</v></c>');
}

function writeText(xml: XmlBytes, value: string): void {
  xml.mark('" t="str"><v>');
  xml.text(value);
  xml.mark('</v></c>');
}

/** Columns are few and cells many. */
const starts: string[] = [];

function startOf(column: number): string {
  const known = starts[column];
  if (known !== undefined) return known;
  while (starts.length <= column) starts.push(`<c r="${columnLetters(starts.length + 1)}`);
  return starts[column] as string;
}
