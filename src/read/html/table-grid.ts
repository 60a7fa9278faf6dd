import type { Allowance } from '../allowance.js';
import { EMPTY, textValue } from '../cell-values.js';
import { MAX_COLUMNS } from '../limits.js';
import type { Area, Placed } from '../place-cells.js';
import { damaged } from '../problem.js';

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** A table being read: where each cell falls once those that reach down from above have taken their places. */
export class TableGrid {
  readonly cells: Placed[] = [];
  readonly merges: Area[] = [];
  readonly #allowance: Allowance;
  #row = 0;
  #column = 0;
  #hidden = false;
  #text = '';
  /** Nothing, or white space at the end of the text: further space adds nothing. */
  #spaced = true;
  #pictures = 0;
  /** The number that Excel or LibreOffice shows there, by its own attribute. */
  #stored = '';
  #area: Area | null = null;
  /** For each column the last row that a cell above reaches down to; none where no cell reaches down. */
  #reaches = new Int32Array();

  constructor(
    allowance: Allowance,
    /** It lies in something that browsers do not show. */
    readonly hidden: boolean,
  ) {
    this.#allowance = allowance;
  }

  get isInCell(): boolean {
    return this.#area !== null;
  }

  /** What its only cell says; null where it has none, or others. */
  only(): string | null {
    const [cell, ...others] = this.cells;
    if (cell === undefined || others.length > 0) return null;
    return cell.value.kind === 'text' ? cell.value.text : '';
  }

  openRow(hidden: boolean): void {
    this.closeCell();
    this.#hidden = hidden;
    if (!hidden) this.#row++;
    this.#column = 1;
  }

  openCell(attributes: Record<string, string>): void {
    this.closeCell();
    if (this.#hidden) return;
    if (this.#row === 0) this.openRow(false);
    while ((this.#reaches[this.#column] ?? 0) >= this.#row) this.#column++;
    const left = this.#column;
    const right = left + span(attributes.colspan, MOST_COLUMNS) - 1;
    const bottom = this.#row + span(attributes.rowspan, MOST_ROWS) - 1;
    if (right > MAX_COLUMNS) throw damaged('beyond the last column');
    if (bottom > this.#row) this.#reachDown(left, right, bottom);
    this.#column = right + 1;
    this.#stored = attributes['x:num'] ?? attributes.sdval ?? '';
    this.#area = { top: this.#row, left, bottom, right };
    this.#text = '';
    this.#spaced = true;
    this.#pictures = 0;
  }

  #reachDown(left: number, right: number, bottom: number): void {
    if (this.#reaches.length === 0) this.#reaches = new Int32Array(MAX_COLUMNS + 1);
    this.#reaches.fill(bottom, left, right + 1);
  }

  closeCell(): void {
    const area = this.#area;
    this.#area = null;
    if (area === null) return;
    this.#allowance.addCells(1);
    const text = this.#text
      .replace(/[ ]*\n[ ]*/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .replace(/^[\n ]+|[\n ]+$/g, '')
      .replaceAll('\u00a0', ' ');
    const value =
      text.trim() === '' ? EMPTY : textValue(isOther(text, this.#stored) ? `${text} [${this.#stored}]` : text);
    this.cells.push({ row: area.top, column: area.left, value, pictures: this.#pictures });
    this.merges.push(area);
  }

  add(text: string): void {
    const added = this.#spaced ? text.replace(/^ /, '') : text;
    if (this.#area === null || added === '') return;
    this.#text += added;
    this.#spaced = /\s/.test(added.charAt(added.length - 1));
    this.#allowance.keepTo('cellCharacters', this.#text.length);
  }

  addPicture(): void {
    this.#pictures++;
  }
}

/** Another number than the one the text shows, however that is rounded. */
function isOther(text: string, stored: string): boolean {
  const figure = /^[-+]?\d+(?:\.(\d+))?$/.exec(text.replace(/[,\s￥¥$]/g, ''));
  const number = stored.trim() === '' ? Number.NaN : Number(stored);
  if (figure === null || Number.isNaN(number)) return false;
  return Math.abs(Number(figure[0]) - number) > 0.5000001 * 10 ** -(figure[1]?.length ?? 0);
}

function span(stated: string | undefined, most: number): number {
  const value = Number.parseInt(stated ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}
