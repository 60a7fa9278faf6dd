import type { Worksheet } from 'exceljs';
import { listStyles } from '../styles.js';
import { cellText } from '../text.js';
import { type Content, fill, heightOf, linesOf } from './cells.js';
import { setUpList } from './pages.js';
import { none } from './words.js';

interface Column<Row> {
  readonly header: string;
  /** In half-width characters. */
  readonly width: number;
  readonly align?: 'left' | 'centre';
  readonly cell: (row: Row, index: number) => Content;
}

export interface List<Row> {
  readonly title: string;
  readonly remark: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** How many columns stay in sight when scrolling sideways. */
  readonly frozen: number;
}

const headerRow = 3;

/** A sheet of rows under one header, with a filter; an empty list says so. */
export function drawList<Row>(sheet: Worksheet, list: List<Row>): void {
  drawHeading(sheet, list.title, list.remark);
  const { columns, rows } = list;
  columns.forEach(({ header, width }, n) => {
    sheet.getColumn(n + 1).width = width;
    fill(sheet.getCell(headerRow, n + 1), header, listStyles.header);
  });
  sheet.getRow(headerRow).height = heightOf(2);
  rows.forEach((row, index) => {
    drawRow(sheet, headerRow + 1 + index, columns, row, index);
  });
  if (rows.length === 0) drawNone(sheet, headerRow + 1, columns.length);
  else
    sheet.autoFilter = {
      from: { row: headerRow, column: 1 },
      to: { row: headerRow + rows.length, column: columns.length },
    };
  setUpList(sheet, { headerFrom: headerRow, headerTo: headerRow, frozen: list.frozen });
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

function drawRow<Row>(sheet: Worksheet, at: number, columns: readonly Column<Row>[], row: Row, index: number): void {
  let lines = 1;
  columns.forEach(({ cell, width, align }, n) => {
    const content = cell(row, index);
    fill(sheet.getCell(at, n + 1), content, align === 'centre' ? listStyles.centre : listStyles.text);
    lines = Math.max(lines, linesOf(content, width - 1));
  });
  sheet.getRow(at).height = heightOf(lines);
}
