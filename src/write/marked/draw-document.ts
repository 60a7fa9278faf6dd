import type { Cell as SheetCell, Worksheet } from 'exceljs';
import { printedColumnsOf } from '../../findings/text.js';
import type { Cell, CellValue, Document, Table } from '../../model/document.js';
import { onePage } from '../page.js';
import { stillZip } from '../still-zip.js';
import { type CellStyle, listStyles } from '../styles.js';
import { cellText } from '../text.js';

/** A workbook drawn from what was read of a file. */
export interface Drawn {
  readonly bytes: Uint8Array;
  /** What each table of the document is called there: programs do not take every name. */
  readonly names: ReadonlyMap<string, string>;
}

const narrowest = 6;
const widest = 40;
const text: CellStyle = { ...listStyles.centre, numFmt: '@' };
const picture: CellStyle = { ...listStyles.centre, font: { ...listStyles.centre.font, color: { argb: 'FF808080' } } };
const day: CellStyle = { ...listStyles.centre, numFmt: 'yyyy-mm-dd' };

/**
 * Draws the tables of a file that cannot be copied as it is: an old or foreign format. Every value stands in the cell it
 * stood in; what only was a formula is shown as text, as nobody knows its value.
 */
export async function drawDocument(document: Document): Promise<Drawn> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const still = new Date('2000-01-01T00:00:00Z');
  workbook.created = still;
  workbook.modified = still;
  const names = new Map<string, string>();
  for (const table of document.tables.filter(({ source }) => source === 'sheet')) {
    const name = sheetName(table.name, [...names.values()]);
    names.set(table.name, name);
    const sheet = workbook.addWorksheet(name, { state: table.hidden ? 'hidden' : 'visible', pageSetup: onePage });
    drawTable(sheet, table);
  }
  return { bytes: stillZip(new Uint8Array(await workbook.xlsx.writeBuffer())), names };
}

function drawTable(sheet: Worksheet, { cells }: Table): void {
  for (const cell of cells) {
    const drawn = sheet.getCell(cell.row, cell.column);
    draw(drawn, cell);
    const last = { row: cell.row + cell.rowSpan - 1, column: cell.column + cell.columnSpan - 1 };
    if (cell.rowSpan > 1 || cell.columnSpan > 1) sheet.mergeCells(cell.row, cell.column, last.row, last.column);
  }
  for (const [column, width] of widthsOf(cells)) sheet.getColumn(column).width = width;
}

function draw(drawn: SheetCell, { value, pictures }: Cell): void {
  if (value.kind === 'empty') {
    drawn.style = pictures > 0 ? picture : listStyles.centre;
    if (pictures > 0) drawn.value = '（图片）';
    return;
  }
  drawn.style = styleOf(value);
  drawn.value = contentOf(value);
}

function styleOf({ kind }: CellValue): CellStyle {
  if (kind === 'number') return { ...listStyles.centre, numFmt: 'General' };
  return kind === 'date' ? day : text;
}

function contentOf(value: Exclude<CellValue, { kind: 'empty' }>): string | number | boolean | Date {
  switch (value.kind) {
    case 'text':
      return cellText(value.text);
    case 'number':
      return value.value;
    case 'boolean':
      return value.value;
    case 'date':
      return new Date(`${value.day}T00:00:00Z`);
    case 'formula':
      return cellText(value.formula.startsWith('=') ? value.formula : `=${value.formula}`);
    case 'error':
      return value.code;
  }
}

/** Wide enough for what stands in cells of one column, within bounds; longer texts break. */
function widthsOf(cells: readonly Cell[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { column, columnSpan, value } of cells) {
    const own =
      columnSpan === 1 && value.kind === 'text' ? Math.max(...value.text.split('\n').map(printedColumnsOf)) : 0;
    widths.set(column, Math.min(widest, Math.max(narrowest, own + 2, widths.get(column) ?? 0)));
  }
  return widths;
}

/** At most 31 signs, none of those that stand for something in a formula, and no name twice. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const base =
    cellText(wanted)
      .replace(/[[\]:*?/\\\n]/gu, '_')
      .replace(/^'+|'+$/gu, '')
      .trim() || '表';
  const isTaken = (name: string) => taken.some((one) => one.toLowerCase() === name.toLowerCase());
  let name = base.slice(0, 31);
  for (let n = 2; isTaken(name); n++) name = `${base.slice(0, 31 - String(n).length)}${n}`;
  return name;
}
