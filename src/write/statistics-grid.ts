import type { Row, Worksheet } from 'exceljs';
import type { Field, FieldId, LayoutCell, StatisticsForm } from '../model/campaign.js';
import { type CellStyle, formStyles } from './styles.js';
import { cellText, linesIn } from './text.js';

/** Column widths are in half-width characters, and a page of A4 across holds this many of them. */
const firstColumn = 12;
const pixelsAcross = 1010;
/** Half a Chinese sign of a label, and what a further line adds to its row. */
const labelSignPixels = 7.4;
const labelLine = 15;
const heights = { unit: 26, block: 23, group: 23, leaf: 23, count: 32, text: 46 };

export interface FormContent {
  /** Left out where null. */
  readonly attachment: string | null;
  readonly title: string;
  /** Null leaves the line to be filled in by hand. */
  readonly unitName: string | null;
  /** Fields whose cells are grey because others fill them in. */
  readonly others?: readonly FieldId[];
}

/** Where the drawn form stands on its sheet. */
export interface DrawnForm {
  /** Address of each field's value cell, such as `P5`. */
  readonly values: ReadonlyMap<FieldId, string>;
  readonly lastRow: number;
}

/** Draws the official form from the first row of an empty sheet: attachment, title, lines above, table, notes. */
export function drawStatisticsForm(sheet: Worksheet, form: StatisticsForm, content: FormContent): DrawnForm {
  const { columns } = form.layout;
  setWidths(sheet, columns);
  let row = 1;
  if (content.attachment !== null) {
    across(sheet, row, columns, content.attachment, formStyles.attachment, 22);
    row++;
  }
  across(sheet, row, columns, content.title, formStyles.title, 40);
  row++;
  if (!form.unit.inTable) {
    drawLinesAbove(sheet, form, content, row);
    row++;
  }
  const values = drawTable(sheet, form, content, row - 1);
  row += form.layout.rows;
  for (const note of form.notes) {
    across(sheet, row, columns, note, formStyles.note, 17 * linesIn(note, 135));
    row++;
  }
  return { values, lastRow: row - 1 };
}

/** One text across the whole form. */
export function across(
  sheet: Worksheet,
  row: number,
  columns: number,
  text: string,
  style: CellStyle,
  height: number,
): void {
  put(sheet, { row, column: 1, rowSpan: 1, columnSpan: columns }, text, style);
  sheet.getRow(row).height = height;
}

function setWidths(sheet: Worksheet, columns: number): void {
  sheet.getColumn(1).width = firstColumn;
  for (let column = 2; column <= columns; column++) sheet.getColumn(column).width = (columnPixels(columns) - 5) / 7;
}

function columnPixels(columns: number): number {
  return (pixelsAcross - firstColumn * 7 - 5) / (columns - 1);
}

/** 单位, 联系人姓名, 电话, 填报日期 side by side, where the form has them above its table. */
function drawLinesAbove(sheet: Worksheet, form: StatisticsForm, content: FormContent, row: number): void {
  const texts = [unitText(form, content.unitName), ...form.header.map(({ labels }) => `${labels[0]}：`)];
  const starts = sharesOf(form.layout.columns, texts.length);
  sheet.getRow(row).height = heights.unit;
  texts.forEach((text, n) => {
    const column = starts[n] ?? 1;
    const columnSpan = (starts[n + 1] ?? form.layout.columns + 1) - column;
    put(sheet, { row, column, rowSpan: 1, columnSpan }, text, n === 0 ? formStyles.line : formStyles.lineToFill);
  });
}

/** First columns of so many parts; the first, which holds the unit's name, is as wide as one and a half of the others. */
function sharesOf(columns: number, parts: number): number[] {
  const share = columns / (parts + 0.5);
  return Array.from({ length: parts }, (_, n) => (n === 0 ? 1 : 1 + Math.round(share * (n + 0.5))));
}

/** A seal's （公章） belongs to the label, so it goes before the colon and stays when the name is filled in. */
function unitText(form: StatisticsForm, name: string | null): string {
  const { labels, blank } = form.unit;
  const seal = /^（[^）]*）/.exec(blank)?.[0] ?? '';
  return `${labels[0]}${seal}：${name ?? blank.slice(seal.length)}`;
}

function drawTable(sheet: Worksheet, form: StatisticsForm, content: FormContent, above: number): Map<FieldId, string> {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const values = new Map<FieldId, string>();
  for (const cell of form.layout.cells) {
    const field = cell.field === undefined ? undefined : fields.get(cell.field);
    const address = put(sheet, { ...cell, row: cell.row + above }, textOf(cell, form, content), styleOf(cell, content));
    if (cell.rowSpan === 1) grow(sheet.getRow(cell.row + above), heightOf(cell, field, form.layout.columns));
    if (field) values.set(field.id, address);
  }
  return values;
}

/** In the narrow first column a remark in brackets goes to its own line. */
function textOf(cell: LayoutCell, form: StatisticsForm, content: FormContent): string {
  if (cell.role === 'unit') return unitText(form, content.unitName);
  return cell.role === 'block' ? cell.text.replace('（', '\n（') : cell.text;
}

function styleOf({ role, field }: LayoutCell, { others = [] }: FormContent): CellStyle {
  if (field !== undefined && others.includes(field)) return formStyles.othersValue;
  if (role === 'unit' || role === 'block' || role === 'value') return formStyles[role];
  return formStyles.label;
}

/** A row is as high as its highest cell. */
function grow(row: Row, height: number): void {
  row.height = Math.max(row.height ?? 0, height);
}

/** A label that takes two lines makes its row higher. A text row is higher: a QR code may have to go in. */
function heightOf({ role, text, columnSpan }: LayoutCell, field: Field | undefined, columns: number): number {
  if (role !== 'value') {
    const width = (columnPixels(columns) * columnSpan) / labelSignPixels;
    return heights[role] + (role === 'leaf' || role === 'group' ? (linesIn(text, width) - 1) * labelLine : 0);
  }
  return field?.kind === 'count' ? heights.count : heights.text;
}

type Area = Pick<LayoutCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** Writes and merges an area; every cell of it wears the style, or its borders would have gaps. */
function put(sheet: Worksheet, area: Area, text: string, style: CellStyle): string {
  const { row, column } = area;
  const last = { row: row + area.rowSpan - 1, column: column + area.columnSpan - 1 };
  const cell = sheet.getCell(row, column);
  cell.style = style;
  if (area.rowSpan > 1 || area.columnSpan > 1) sheet.mergeCells(row, column, last.row, last.column);
  if (text !== '') cell.value = cellText(text);
  return cell.address;
}
