import type { Worksheet } from 'exceljs';
import { listStyles } from '../styles.js';
import { cellText } from '../text.js';
import { type Book, inParts, partName } from './book.js';
import { type Content, fill, heightOf } from './cells.js';
import type { Page, SheetPlan } from './page.js';
import { listLayout } from './pages.js';
import { none } from './words.js';

interface Column<Shown> {
  readonly header: string;
  /** In half-width characters. */
  readonly width: number;
  readonly align?: 'left' | 'centre';
  readonly cell: (shown: Shown, index: number) => Content;
}

export interface List<Row, Shown> {
  /** Of the sheet. */
  readonly name: string;
  readonly title: string;
  readonly remark: string;
  readonly columns: readonly Column<Shown>[];
  readonly rows: readonly Row[];
  /** What the cells of a row are made of; made only when the row is drawn. */
  readonly show: (row: Row) => Shown;
  /** How many columns stay in sight when scrolling sideways. */
  readonly frozen: number;
}

const headerRow = 3;

/** A sheet of rows under one header, with a filter; an empty list says so. As many sheets as the rows take. */
export function listSheets<Row, Shown>(list: List<Row, Shown>, { limits }: Book): SheetPlan[] {
  const room = limits.rows - headerRow;
  return inParts(list.rows, room).map((rows, part) => ({
    name: partName(list.name, part),
    layout: listLayout({ headerFrom: headerRow, headerTo: headerRow, frozen: list.frozen }),
    draw: (page) => drawPart({ ...list, title: partName(list.title, part), rows }, part * room, page),
  }));
}

async function drawPart<Row, Shown>(list: List<Row, Shown>, from: number, page: Page): Promise<void> {
  const { sheet } = page;
  const { columns, rows } = list;
  columns.forEach(({ width }, n) => {
    sheet.getColumn(n + 1).width = width;
  });
  drawHeading(sheet, list.title, list.remark);
  columns.forEach(({ header }, n) => {
    fill(sheet.getCell(headerRow, n + 1), header, listStyles.header);
  });
  sheet.getRow(headerRow).height = heightOf(2);
  const looks = columns.map(({ width, align }) => {
    return { width, style: align === 'centre' ? listStyles.centre : listStyles.text };
  });
  for (const [index, row] of rows.entries()) {
    const shown = list.show(row);
    const contents = columns.map(({ cell }) => cell(shown, from + index));
    await page.row(headerRow + 1 + index, contents, looks);
  }
  if (rows.length === 0) drawNone(sheet, headerRow + 1, columns.length);
  else
    sheet.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: headerRow + rows.length, column: columns.length },
    };
}

/** The first two rows: what the sheet is, and how to read it. */
export function drawHeading(sheet: Worksheet, title: string, remark: string): void {
  fill(sheet.getCell(1, 1), title, listStyles.title);
  sheet.getRow(1).height = 28;
  const cell = sheet.getCell(2, 1);
  cell.style = listStyles.caption;
  cell.value = cellText(remark);
  sheet.getRow(2).height = 18;
}

export function drawNone(sheet: Worksheet, row: number, columns: number): void {
  fill(sheet.getCell(row, 1), none, listStyles.centre);
  sheet.mergeCells(row, 1, row, columns);
}
