import type { Allowance } from '../allowance.js';
import { asSeen, type CellLook } from '../cell-look.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area, Placed } from '../place-cells.js';
import { damaged } from '../problem.js';
import type { Attributes, XmlEvents } from '../xml-events.js';
import type { AttributeRecord } from '../xml-scope.js';
import { CellText, lookOf, type TextLook } from './cell-text.js';
import { cellValue, isPicture } from './cell-value.js';

interface Sheet {
  readonly name: string;
  readonly style: string;
  readonly cells: Placed[];
  readonly merges: Area[];
}

/** Parts whose text is not the cell's: notes, what was deleted, charts and shapes. */
const SKIPPED = new Set(
  [
    'office:annotation',
    'table:tracked-changes',
    'table:dde-links',
    ...['object', 'text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'line', 'connector', 'measure', 'polyline'],
    ...['polygon', 'path', 'caption', 'control', 'regular-polygon'],
  ].map((name) => (name.includes(':') ? name : `draw:${name}`)),
);

const TABLE = new Set(['table', 'table-row', 'table-cell', 'covered-table-cell'].map((name) => `table:${name}`));

/** Collects sheets from `content.xml`. Rows and cells may stand for many by a count. */
export class ContentReader implements XmlEvents {
  readonly sheets: Sheet[] = [];
  readonly hiddenStyles = new Set<string>();
  readonly #looks = new Map<string, TextLook>();
  /** Whether any formula has a result. */
  calculated = false;
  /** On the sheet, but tied to no cell. */
  loosePictures = 0;
  readonly #allowance: Allowance;
  #style = '';
  #sheet: Sheet | null = null;
  #row = 1;
  #rowCopies = 1;
  #rowCells: Placed[] = [];
  #rowMerges: Area[] = [];
  #column = 1;
  #attributes: AttributeRecord | null = null;
  #text = new CellText();
  #pictures = 0;
  #skipped = 0;
  /** Whether the frame being read holds a picture, and nothing that the picture merely stands in for. */
  #frame: 'none' | 'empty' | 'picture' | 'object' = 'none';

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  open(name: string, stated: Attributes): void {
    const attributes = stated.record();
    if (name === 'draw:object') this.#frame = 'object';
    if (this.#skipped > 0 || SKIPPED.has(name)) this.#skipped++;
    else if (name.startsWith('draw:')) this.#openFrame(name);
    else if (this.#attributes === null) this.#openOutside(name, attributes);
    else if (TABLE.has(name)) throw damaged(`${name} within a cell`);
    else if (this.#frame === 'none') this.#text.open(name, attributes);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'draw:frame') this.#closeFrame();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
    else if (name === 'table:table-row') this.#closeRow();
    else if (this.#frame === 'none') this.#text.close(name);
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#attributes !== null && this.#frame === 'none') this.#text.add(text);
  }

  #openOutside(name: string, attributes: AttributeRecord): void {
    switch (name) {
      case 'style:style':
        this.#style = attributes['style:name'] ?? '';
        break;
      case 'style:table-properties':
        if (attributes['table:display'] === 'false') this.hiddenStyles.add(this.#style);
        break;
      case 'style:text-properties':
        this.#keepLook(attributes);
        break;
      case 'table:table':
        this.#openSheet(attributes);
        break;
      case 'table:table-row':
        this.#rowCopies = count(attributes['table:number-rows-repeated'], MAX_ROWS);
        this.#column = 1;
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#attributes = attributes;
        this.#text = new CellText(this.#looks);
        this.#pictures = 0;
        break;
    }
  }

  #keepLook(attributes: AttributeRecord): void {
    const look = lookOf(attributes);
    if (look !== null) this.#looks.set(this.#style, look);
  }

  #openSheet(attributes: AttributeRecord): void {
    this.#row = 1;
    this.#sheet = {
      name: attributes['table:name'] ?? '',
      style: attributes['table:style-name'] ?? '',
      cells: [],
      merges: [],
    };
    this.sheets.push(this.#sheet);
  }

  #openFrame(name: string): void {
    if (name === 'draw:frame') this.#frame = 'empty';
    else if (name === 'draw:image' && this.#frame === 'empty') this.#frame = 'picture';
  }

  #closeFrame(): void {
    if (this.#frame === 'picture') {
      if (this.#attributes === null) this.loosePictures++;
      else this.#pictures++;
    }
    this.#frame = 'none';
  }

  #closeCell(): void {
    const attributes = this.#attributes ?? {};
    this.#attributes = null;
    const picture = isPicture(attributes);
    this.calculated ||= attributes['table:formula'] !== undefined && attributes['office:value-type'] !== undefined;
    const value = asSeen(cellValue(attributes, this.#text.toString()), this.#cellLook(attributes));
    const pictures = this.#pictures + (picture ? 1 : 0);
    const copies = count(attributes['table:number-columns-repeated'], MAX_COLUMNS);
    this.#addMerge(attributes);
    const filled = value.kind !== 'empty' || pictures > 0;
    if (filled) this.#allowance.addCells(copies);
    if (filled && (this.#row > MAX_ROWS || this.#column + copies - 1 > MAX_COLUMNS)) throw damaged('beyond the sheet');
    for (let i = 0; filled && i < copies; i++) {
      this.#rowCells.push({ row: this.#row, column: this.#column + i, value, pictures: i === 0 ? pictures : 0 });
    }
    this.#column += copies;
  }

  #cellLook(attributes: AttributeRecord): CellLook | undefined {
    return this.#looks.get(attributes['table:style-name'] ?? '')?.struck ? 'struck' : undefined;
  }

  #addMerge(attributes: AttributeRecord): void {
    const rows = count(attributes['table:number-rows-spanned'], MAX_ROWS);
    const columns = count(attributes['table:number-columns-spanned'], MAX_COLUMNS);
    if (rows === 1 && columns === 1) return;
    const left = this.#column;
    this.#rowMerges.push({ top: this.#row, left, bottom: this.#row + rows - 1, right: left + columns - 1 });
  }

  #closeRow(): void {
    const sheet = this.#sheet;
    const filled = this.#rowCells.length > 0 || this.#rowMerges.length > 0;
    if (sheet !== null && filled) {
      this.#allowance.addCells((this.#rowCopies - 1) * this.#rowCells.length);
      this.#allowance.keepTo('merges', sheet.merges.length + this.#rowCopies * this.#rowMerges.length);
      for (let i = 0; i < this.#rowCopies; i++) {
        sheet.cells.push(...this.#rowCells.map((cell) => ({ ...cell, row: cell.row + i })));
        sheet.merges.push(...this.#rowMerges.map((m) => ({ ...m, top: m.top + i, bottom: m.bottom + i })));
      }
    }
    this.#row += this.#rowCopies;
    this.#rowCells = [];
    this.#rowMerges = [];
  }
}

function count(stated: string | undefined, limit: number): number {
  const value = stated === undefined ? 1 : Number(stated);
  return value >= 1 ? Math.min(Math.floor(value), limit) : 1;
}
