import type { Cell } from 'exceljs';
import { printedColumnsOf } from '../../findings/text.js';
import { type CellStyle, listStyles } from '../styles.js';
import { cellText, linesIn } from '../text.js';
import type { Limits } from './book.js';

/** What goes into a cell. A text is always a text, whatever it begins with; null stays blank. */
export type Content = string | number | null | RichContent;

interface RichContent {
  readonly value: string | number | null;
  readonly style?: CellStyle;
  readonly link?: string | null;
  readonly note?: string;
}

/** `value` is what the program that opens the workbook will come to. */
export interface Formula {
  readonly formula: string;
  readonly value: number;
}

export function fill(cell: Cell, content: Content, style: CellStyle): void {
  fillRich(cell, richOf(content), style);
}

/** Fills the cells of one sheet, as far as it has room for links and notes. */
export class Pen {
  #links = 0;
  #notes = 0;
  readonly #most: Pick<Limits, 'links' | 'notes'>;

  constructor(most: Pick<Limits, 'links' | 'notes'>) {
    this.#most = most;
  }

  fill(cell: Cell, content: Content, style: CellStyle): void {
    const rich = richOf(content);
    if (rich.link == null && rich.note === undefined) fillRich(cell, rich, style);
    else fillRich(cell, this.#within(rich), style);
  }

  #within({ value, style, note, link }: RichContent): RichContent {
    if (link != null) return this.#links++ < this.#most.links ? { value, link, ...(style && { style }) } : { value };
    const isNoted = note !== undefined && this.#notes++ < this.#most.notes;
    return { value, ...(style && { style }), ...(isNoted && { note }) };
  }
}

function fillRich(cell: Cell, rich: RichContent, style: CellStyle): void {
  const worn = rich.style ?? style;
  cell.style = typeof rich.value === 'string' && looksLikeFormula.test(rich.value) ? asText(worn) : worn;
  if (rich.value === null || rich.value === '') return;
  const value = typeof rich.value === 'string' ? cellText(rich.value) : rich.value;
  cell.value = rich.link == null ? value : { text: String(value), hyperlink: rich.link };
  if (rich.note !== undefined) cell.note = cellText(rich.note);
}

export function fillFormula(cell: Cell, { formula, value }: Formula, style: CellStyle): void {
  cell.style = style;
  cell.value = { formula, result: value };
}

/** A text that opens a file where there is one to open. */
export function linked(text: string, link: string | null): Content {
  return link === null ? text : { value: text, link, style: listStyles.link };
}

export function linesOf(content: Content, width: number): number {
  const { value } = richOf(content);
  return typeof value === 'string' ? linesIn(value, width) : 1;
}

/** The longest line, in half-width characters. */
export function widthOf(content: Content): number {
  const { value } = richOf(content);
  if (typeof value === 'number') return String(value).length;
  return (value ?? '').split('\n').reduce((widest, line) => Math.max(widest, printedColumnsOf(line)), 0);
}

/** In points, for 10-point text. */
export function heightOf(lines: number): number {
  return Math.min(409, 4 + 14.5 * lines);
}

function richOf(content: Content): RichContent {
  return typeof content === 'object' && content !== null ? content : { value: content };
}

const looksLikeFormula = /^[=+\-@]/;
const textStyles = new WeakMap<CellStyle, CellStyle>();

/** With the number format “text” it stays text even when somebody edits the cell. */
function asText(style: CellStyle): CellStyle {
  const known = textStyles.get(style);
  if (known) return known;
  const made = { ...style, numFmt: '@' };
  textStyles.set(style, made);
  return made;
}
