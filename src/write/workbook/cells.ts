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
  /** What the text opens; asked only while the sheet has room for links. Null where there is nothing to open. */
  readonly link?: () => string | null;
  readonly note?: string;
}

/** `value` is what the program that opens the workbook will come to. */
export interface Formula {
  readonly formula: string;
  readonly value: number;
}

/** A cell as it will stand in the sheet. */
export interface Filled {
  /** Null where the cell is blank; a text as a cell may hold it. */
  readonly value: string | number | null;
  readonly style: CellStyle;
  readonly link: string | null;
  readonly note: string | null;
}

export function fill(cell: Cell, content: Content, style: CellStyle): void {
  fillWith(cell, filledWith(content, style));
}

export function fillWith(cell: Cell, { value, style, link, note }: Filled): void {
  cell.style = style;
  if (value === null) return;
  cell.value = link === null ? value : { text: String(value), hyperlink: link };
  if (note !== null) cell.note = note;
}

/** Says how the cells of one sheet are filled, as far as it has room for links and notes. */
export class Pen {
  #links = 0;
  #notes = 0;
  readonly #most: Pick<Limits, 'links' | 'notes'>;

  constructor(most: Pick<Limits, 'links' | 'notes'>) {
    this.#most = most;
  }

  filled(content: Content, style: CellStyle): Filled {
    if (typeof content !== 'object' || content === null) return filledWith(content, style);
    const { link, note } = content;
    if (link !== undefined && this.#links < this.#most.links && content.value !== null && content.value !== '') {
      const target = link();
      if (target === null) return filledWith(content, style);
      this.#links++;
      const { value, style: worn } = filledWith(content.value, listStyles.link);
      return { value, style: worn, link: target, note: null };
    }
    const filled = filledWith(content, style);
    if (filled.value === null) return filled;
    if (note === undefined || this.#notes >= this.#most.notes) return filled;
    this.#notes++;
    return { ...filled, note: cellText(note) };
  }
}

function filledWith(content: Content, style: CellStyle): Filled {
  if (typeof content === 'object' && content !== null) return filledWith(content.value, content.style ?? style);
  if (typeof content !== 'string') return { value: content, style, link: null, note: null };
  const value = content === '' ? null : cellText(content);
  const isFormula = value !== null && looksLikeFormula.test(value);
  return { value, style: isFormula ? asText(style) : style, link: null, note: null };
}

export function fillFormula(cell: Cell, { formula, value }: Formula, style: CellStyle): void {
  cell.style = style;
  cell.value = { formula, result: value };
}

/** A text that opens a file where there is one to open. */
export function linked(text: string, link: () => string | null): Content {
  return { value: text, link };
}

export function linesOf(content: Content, width: number): number {
  const value = heldBy(content);
  return typeof value === 'string' ? linesIn(value, width) : 1;
}

/** The longest line, in half-width characters. */
export function widthOf(content: Content): number {
  const value = heldBy(content);
  if (typeof value === 'number') return String(value).length;
  const text = value ?? '';
  if (!text.includes('\n')) return printedColumnsOf(text);
  return text.split('\n').reduce((widest, line) => Math.max(widest, printedColumnsOf(line)), 0);
}

/** In points, for 10-point text. */
export function heightOf(lines: number): number {
  return Math.min(409, 4 + 14.5 * lines);
}

function heldBy(content: Content): string | number | null {
  return typeof content === 'object' && content !== null ? content.value : content;
}

/** Also behind spaces and apostrophes, and as a Chinese keyboard writes it: Excel takes ＝ that is typed for =. */
const looksLikeFormula = /^[\s'＇]*[=+\-@＝＋－＠]/u;
const textStyles = new WeakMap<CellStyle, CellStyle>();

/** With the number format “text” it stays text even when somebody edits the cell. */
function asText(style: CellStyle): CellStyle {
  const known = textStyles.get(style);
  if (known) return known;
  const made = { ...style, numFmt: '@' };
  textStyles.set(style, made);
  return made;
}
