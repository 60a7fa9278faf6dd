import type { Allowance } from '../allowance.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import type { Area, Placed } from '../place-cells.js';
import { damaged } from '../problem.js';
import { scanXml } from '../scan-xml.js';
import type { SheetContent } from '../workbook-document.js';
import type { Attributes, Plain, XmlEvents } from '../xml-events.js';
import type { Scope } from '../xml-scope.js';
import { parseAddress, parseArea } from './addresses.js';
import { type Book, type CellContent, cellContent, plainContent, type RawCell } from './cell-value.js';
import { PlainCell, PlainMerge } from './plain-cells.js';
import { isPlain, type Rows, RowsRecord, RowsSeen } from './rows-seen.js';

export interface DrawnSheet extends SheetContent {
  /** Relationship ids of the drawings that lie over the sheet. */
  readonly drawings: readonly string[];
}

/** Reads a worksheet part. Its stated dimension is not trusted, nor that cells and rows say where they are. */
export function readSheet(part: Uint8Array, book: Book, allowance: Allowance): DrawnSheet {
  const reader = scanXml(part, () => new SheetReader(book, allowance), allowance);
  if (!reader.isSheet) throw damaged('not a worksheet', 'part-missing');
  return reader;
}

/** What sheets say beside their cells, at length. */
const besides: ReadonlySet<string> = new Set([
  's:dataValidations',
  's:conditionalFormatting',
  's:cols',
  's:sheetViews',
]);

const rowsSeen = new RowsSeen();

type Growing = { -readonly [K in keyof RawCell]: RawCell[K] };

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
  /** How many elements we are in that say nothing of cells; all they hold is passed over. */
  #beside = 0;
  #cell: Growing | null = null;
  #sharedIndex: string | null = null;
  #phonetic = false;
  /** How far we are with the sheet's rows: none yet, read as rows seen before, or noted down for the next sheet. */
  #rows: 'ahead' | 'behind' | RowsRecord = 'ahead';
  /** Where text now goes: the stored value, the formula, inline text, or nowhere. */
  #target: 'stored' | 'formula' | 'inline' | null = null;

  constructor(book: Book, allowance: Allowance) {
    this.#book = book;
    this.#allowance = allowance;
  }

  open(name: string, attributes: Attributes): void {
    if (besides.has(name)) this.#beside++;
    else if (this.#beside === 0) this.#openOwn(name, attributes);
  }

  #openOwn(name: string, attributes: Attributes): void {
    if (name === 's:c') this.#openCell(attributes);
    else if (this.#cell !== null) this.#openInside(this.#cell, name, attributes);
    else if (name === 's:row') this.#openRow(attributes);
    else if (name === 's:mergeCell') this.#addMerge(attributes.get('ref') ?? '');
    else if (name === 's:drawing') this.drawings.push(attributes.get('r:id') ?? '');
    else if (name === 's:worksheet') this.isSheet = true;
  }

  close(name: string): void {
    if (besides.has(name)) this.#beside--;
    else if (this.#beside > 0) return;
    else if (name === 's:c') this.#closeCell();
    else if (name === 's:sheetData') this.#closeRows();
    else if (name === 's:rPh') this.#phonetic = false;
    else if (name === 's:v' || name === 's:f' || name === 's:t') this.#target = null;
  }

  text(text: string): void {
    if (this.#cell !== null && this.#target !== null && this.#beside === 0) this.#cell[this.#target] += text;
  }

  /** Asked before each row, and once more behind the last. */
  #readRows(bytes: Uint8Array, at: number, scope: Scope): number {
    if (this.#rows === 'behind') return at;
    if (this.#rows !== 'ahead') {
      this.#rows.end = at;
      return at;
    }
    if (!this.#isFresh()) {
      this.#rows = 'behind';
      return at;
    }
    const known = rowsSeen.read(bytes, at, scope);
    this.#rows = known === null ? new RowsRecord(bytes, at, scope) : 'behind';
    if (known === null) return at;
    this.#takeRows(known.rows);
    return known.end;
  }

  /** Nothing was read that rows might go on from, and we are in nothing that holds other than rows. */
  #isFresh(): boolean {
    return this.#beside === 0 && this.#cell === null && this.#row === 0 && this.#sharedFormulas.size === 0;
  }

  #takeRows({ cells, row, column, formulas }: Rows): void {
    for (const cell of cells) {
      const { content } = cell;
      this.#row = cell.row;
      this.#column = cell.column;
      if (!isPlain(content)) this.#place(cellContent(content, this.#book));
      else if (content.filled) this.#place(plainContent(content, this.#book));
    }
    this.#row = row;
    this.#column = column;
    for (const [index, formula] of formulas) this.#sharedFormulas.set(index, formula);
  }

  #closeRows(): void {
    const seen = typeof this.#rows === 'string' ? null : this.#rows.seen(this.#row, this.#column, this.#sharedFormulas);
    this.#rows = 'behind';
    // What else may stand there is read anew each time.
    if (seen !== null && this.drawings.length === 0 && this.merges.length === 0) rowsSeen.keep(seen);
  }

  #readCells(bytes: Uint8Array, at: number): number {
    const cell = this.#plainCell;
    if (this.#beside > 0) return at;
    let end = at;
    for (let next = cell.read(bytes, end); next !== -1; next = cell.read(bytes, end)) {
      if (typeof this.#rows !== 'string') this.#rows.addPlain(cell, end, next);
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
    const stated = Number(attributes.get('r'));
    this.#row = stated >= 1 && stated <= MAX_ROWS ? stated : this.#row + 1;
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const address = parseAddress(attributes.get('r') ?? '');
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

  #openInside(cell: Growing, name: string, attributes: Attributes): void {
    if (name === 's:v') this.#begin(cell, 'stored');
    else if (name === 's:is') cell.inline ??= '';
    else if (name === 's:t' && !this.#phonetic) this.#begin(cell, 'inline');
    else if (name === 's:rPh') this.#phonetic = true;
    else if (name === 's:f') {
      this.#begin(cell, 'formula');
      if (attributes.get('t') === 'shared') this.#sharedIndex = attributes.get('si') ?? null;
    }
  }

  #begin(cell: Growing, target: 'stored' | 'formula' | 'inline'): void {
    cell[target] ??= '';
    this.#target = target;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#target = null;
    if (cell === null || this.#column > MAX_COLUMNS || this.#row > MAX_ROWS) return;
    if (this.#sharedIndex !== null) this.#shareFormula(cell, this.#sharedIndex);
    if (typeof this.#rows !== 'string') this.#rows.add(this.#row, this.#column, cell);
    this.#place(cellContent(cell, this.#book));
  }

  #place({ value, pictures }: CellContent): void {
    if (value.kind === 'empty' && pictures === 0) return;
    this.#allowance.addCells(1);
    this.cells.push({ row: this.#row, column: this.#column, value, pictures });
  }

  /** A shared formula is written out once, in the first cell that has it. */
  #shareFormula(cell: Growing, index: string): void {
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
