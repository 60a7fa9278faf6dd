import type { Allowance } from '../allowance.js';
import { copyOf } from '../bytes.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area, Placed } from '../place-cells.js';
import { platform } from '../platform.js';
import { damaged } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import type { SheetContent } from '../workbook-document.js';
import type { Attributes, Plain, XmlEvents } from '../xml-events.js';
import type { Scope } from '../xml-scope.js';
import { parseAddress, parseArea } from './addresses.js';
import { type Book, type CellContent, cellContent, plainContent, type RawCell } from './cell-value.js';
import { PlainCell, PlainMerge } from './plain-cells.js';
import { RichRun } from './rich-run.js';
import { besides, figures } from './sheet-names.js';
import {
  CellsRecord,
  isPlain,
  largestSeen,
  type SeenRows,
  type SeenSheet,
  type SheetCell,
  SheetsSeen,
} from './sheets-seen.js';

export interface DrawnSheet extends SheetContent {
  /** Relationship ids of the drawings that lie over the sheet. */
  readonly drawings: readonly string[];
}

/** Reads a worksheet part. Its stated dimension is not trusted, nor that cells and rows say where they are. */
export function readSheet(part: Uint8Array, book: Book, allowance: Allowance): DrawnSheet {
  const known = platform.isUtf8(part) ? sheetsSeen.whole(part) : null;
  if (known !== null) {
    const { merges, drawings } = known.seen;
    allowance.keepTo('merges', merges.length);
    return { cells: placed(known.cells, book, allowance), merges, drawings };
  }
  let record: CellsRecord | null = new CellsRecord();
  // Only what the plain scanner takes is noted; the strict one begins anew.
  const begin = () => {
    const reader = new SheetReader(book, allowance, record);
    record = null;
    return reader;
  };
  const reader = scanXml(part, begin, allowance);
  if (!reader.isSheet) throw damaged('not a worksheet', 'part-missing');
  const seen = reader.seen(part);
  if (seen !== null) sheetsSeen.keep(seen);
  return reader;
}

const sheetsSeen = new SheetsSeen();

/** What cells that are known by heart say in this book. */
function placed(cells: readonly SheetCell[], book: Book, allowance: Allowance): Placed[] {
  const list: Placed[] = [];
  for (const { row, column, content } of cells) {
    if (isPlain(content) && !content.filled) continue;
    const { value, pictures } = isPlain(content) ? plainContent(content, book) : cellContent(content, book);
    if (value.kind !== 'empty' || pictures > 0) list.push({ row, column, value, pictures });
  }
  allowance.addCells(list.length);
  return list;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

class SheetReader implements DrawnSheet, XmlEvents {
  readonly cells: Placed[] = [];
  readonly merges: Area[] = [];
  readonly drawings: string[] = [];
  readonly plain: readonly Plain[] = [
    { inside: 's:sheetData', end: (bytes, at, scope) => this.#readRows(bytes, at, scope) },
    { inside: 's:row', end: (bytes, at) => this.#readCells(bytes, at) },
    { inside: 's:mergeCells', end: (bytes, at) => this.#readMerges(bytes, at) },
  ];
  readonly ignored = besides;
  isSheet = false;
  readonly #book: Book;
  readonly #allowance: Allowance;
  readonly #plainCell = new PlainCell();
  readonly #plainMerge = new PlainMerge();
  readonly #sharedFormulas = new Map<string, string>();
  #row = 0;
  #column = 0;
  /** As the row says itself; null where it says nothing. */
  #statedRow: number | null = null;
  #alternatives = 0;
  /** How many elements we are in that say nothing of cells; all they hold is passed over. */
  #beside = 0;
  #cell: Growing<RawCell> | null = null;
  #sharedIndex: string | null = null;
  #phonetic = false;
  readonly #run = new RichRun();
  /** Where cells stand, to know them again; null where that is not noted, as they were known themselves. */
  #record: CellsRecord | null;
  /** How far we are with the sheet's rows. */
  #rows: 'ahead' | 'within' | 'behind' = 'ahead';
  #seenRows: Growing<SeenRows> | null = null;
  /** Where text now goes: the stored value, the formula, inline text, or nowhere. */
  #target: 'stored' | 'formula' | 'inline' | null = null;

  constructor(book: Book, allowance: Allowance, record: CellsRecord | null) {
    this.#book = book;
    this.#allowance = allowance;
    this.#record = record;
  }

  open(name: string, attributes: Attributes): void {
    if (besides.has(name)) this.#beside++;
    else if (this.#beside > 0) return;
    else if (name === 'mc:AlternateContent') this.#alternatives++;
    else if (this.#alternatives > 0 && figures.has(name)) throw damaged(`${name} among alternatives`);
    else this.#openOwn(name, attributes);
  }

  #openOwn(name: string, attributes: Attributes): void {
    if (name === 's:c') this.#openCell(attributes);
    else if (this.#cell !== null) this.#openInside(this.#cell, name, attributes);
    else if (name === 's:row') this.#openRow(attributes);
    else if (name === 's:mergeCell') this.#addMerge(attributes.get('ref') ?? '');
    else if (name === 's:drawing') this.drawings.push(attributes.get('r:id') ?? '');
    else if (name === 's:worksheet') this.isSheet = true;
    else if (name === 's:sheetData' && this.#rows === 'within') this.#seenRows = null;
  }

  close(name: string): void {
    if (besides.has(name)) this.#beside--;
    else if (this.#beside > 0) return;
    else if (name === 'mc:AlternateContent') this.#alternatives--;
    else if (name === 's:c') this.#closeCell();
    else if (name === 's:sheetData') this.#closeRows();
    else if (name === 's:rPh') this.#phonetic = false;
    else if (name === 's:r') this.#run.close(name);
    else if (name === 's:v' || name === 's:f' || name === 's:t') this.#target = null;
  }

  text(text: string): void {
    if (this.#cell === null || this.#target === null || this.#beside > 0) return;
    this.#cell[this.#target] += this.#target === 'inline' ? this.#run.shown(text) : text;
  }

  /** What is to be known of the sheet when its like comes; null where it is too large, or was not plain. */
  seen(bytes: Uint8Array): SeenSheet | null {
    if (this.#record === null || bytes.length > largestSeen) return null;
    const { cells, bounds } = this.#record;
    const { merges, drawings } = this;
    const rows = this.#seenRows?.cells === cells.length ? this.#seenRows : null;
    return { bytes: copyOf(bytes), cells, bounds, merges, drawings, rows };
  }

  /** Asked before each row, and once more behind the last. */
  #readRows(bytes: Uint8Array, at: number, scope: Scope): number {
    if (this.#rows === 'within' && this.#seenRows !== null) this.#seenRows.to = at;
    if (this.#rows !== 'ahead') return at;
    this.#rows = 'within';
    if (!this.#isFresh()) return at;
    const known = sheetsSeen.rows(bytes, at, scope);
    if (known === null) {
      this.#seenRows = { from: at, to: at, scope, cells: 0, row: 0, column: 0, formulas: this.#sharedFormulas };
      return at;
    }
    this.#record = null;
    this.cells.push(...placed(known.cells, this.#book, this.#allowance));
    this.#row = known.rows.row;
    this.#column = known.rows.column;
    for (const [index, formula] of known.rows.formulas) this.#sharedFormulas.set(index, formula);
    return known.end;
  }

  /** Nothing was read that rows might go on from, and we are in nothing that holds other than rows. */
  #isFresh(): boolean {
    const read = (this.#record?.cells.length ?? 0) + this.merges.length + this.drawings.length;
    return read === 0 && this.#beside === 0 && this.#cell === null && this.#row === 0;
  }

  #closeRows(): void {
    const rows = this.#seenRows;
    if (this.#rows === 'within') this.#rows = 'behind';
    if (rows === null) return;
    rows.cells = this.#record?.cells.length ?? 0;
    rows.row = this.#row;
    rows.column = this.#column;
    rows.formulas = new Map(this.#sharedFormulas);
    if (this.merges.length + this.drawings.length > 0) this.#seenRows = null;
  }

  #readCells(bytes: Uint8Array, at: number): number {
    const cell = this.#plainCell;
    if (this.#beside > 0) return at;
    let end = at;
    for (let next = cell.read(bytes, end); next !== -1; next = cell.read(bytes, end)) {
      if (this.#isElsewhere(cell.row)) return end;
      this.#record?.addPlain(cell, end, next);
      end = next;
      this.#row = cell.row;
      this.#column = cell.column;
      if (cell.filled) this.#place(plainContent(cell, this.#book));
    }
    return end;
  }

  #readMerges(bytes: Uint8Array, at: number): number {
    const merge = this.#plainMerge;
    if (this.#beside > 0) return at;
    let end = at;
    for (let next = merge.read(bytes, end); next !== -1; next = merge.read(bytes, end)) {
      end = next;
      this.#keepMerge(merge.area);
    }
    return end;
  }

  #openRow(attributes: Attributes): void {
    const stated = attributes.get('r');
    const row = stated === undefined ? this.#row + 1 : Number(stated);
    // Placed anywhere else, what it holds would be taken for something else.
    if (!(Number.isInteger(row) && row >= 1 && row <= MAX_ROWS)) throw damaged(`no row ${stated}`);
    this.#row = row;
    this.#column = 0;
    this.#statedRow = stated === undefined ? null : row;
  }

  /** A cell that says another row than the one it lies in. */
  #isElsewhere(row: number): boolean {
    return this.#statedRow !== null && this.#statedRow !== row;
  }

  #openCell(attributes: Attributes): void {
    const stated = attributes.get('r');
    const address = stated === undefined ? null : parseAddress(stated);
    if (stated !== undefined && (address === null || this.#isElsewhere(address.row)))
      throw damaged(`no cell ${stated}`);
    this.#column = address?.column ?? this.#column + 1;
    if (address !== null) this.#row = address.row;
    this.#sharedIndex = null;
    this.#cell = {
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? 0),
      rich: attributes.get('vm') !== undefined,
      formula: null,
      stored: null,
      inline: null,
    };
  }

  #openInside(cell: Growing<RawCell>, name: string, attributes: Attributes): void {
    if (this.#target !== null) throw damaged(`${name} within a value`);
    this.#run.open(name, attributes);
    if (name === 's:v') this.#begin(cell, 'stored');
    else if (name === 's:is') cell.inline ??= '';
    else if (name === 's:t' && !this.#phonetic) this.#begin(cell, 'inline');
    else if (name === 's:rPh') this.#phonetic = true;
    else if (name === 's:f') {
      this.#begin(cell, 'formula');
      if (attributes.get('t') === 'shared') this.#sharedIndex = attributes.get('si') ?? null;
    }
  }

  #begin(cell: Growing<RawCell>, target: 'stored' | 'formula' | 'inline'): void {
    if (target !== 'inline' && cell[target] !== null) throw damaged(`two ${target}s in a cell`);
    cell[target] ??= '';
    this.#target = target;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#target = null;
    if (cell === null || this.#column > MAX_COLUMNS || this.#row > MAX_ROWS) return;
    if (this.#sharedIndex !== null) this.#shareFormula(cell, this.#sharedIndex);
    this.#record?.add(this.#row, this.#column, cell);
    this.#place(cellContent(cell, this.#book));
  }

  #place({ value, pictures }: CellContent): void {
    if (value.kind === 'empty' && pictures === 0) return;
    this.#allowance.addCells(1);
    this.cells.push({ row: this.#row, column: this.#column, value, pictures });
  }

  /** A shared formula is written out once, in the first cell that has it. */
  #shareFormula(cell: Growing<RawCell>, index: string): void {
    if (cell.formula !== null && cell.formula !== '') this.#sharedFormulas.set(index, cell.formula);
    else cell.formula = this.#sharedFormulas.get(index) ?? '';
  }

  #addMerge(ref: string): void {
    const area = parseArea(ref);
    if (area !== null) this.#keepMerge(area);
  }

  #keepMerge(area: Area): void {
    this.#allowance.keepTo('merges', this.merges.push(area));
  }
}
