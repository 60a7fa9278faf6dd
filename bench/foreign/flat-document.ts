import { SaxesParser } from 'saxes';

/** What a spreadsheet program says stands in a cell; days and times are told as it tells them. */
export interface TheirCell {
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'time' | 'error';
  readonly value: string;
  /** What it shows, by its format. */
  readonly shown: string;
  /** It holds a formula, or the formula of a field of cells gives its value. */
  readonly formula: boolean;
}

export interface TheirSheet {
  readonly name: string;
  /** By `row,column`, counted from 1; what lies under a merged area is left out. */
  readonly cells: ReadonlyMap<string, TheirCell>;
  /** What lies under merged areas, likewise. */
  readonly covered: ReadonlyMap<string, TheirCell>;
}

export interface TheirBook {
  readonly sheets: readonly TheirSheet[];
  /** Areas of pivot tables, as `sheet|A1:B2`. */
  readonly pivots: readonly string[];
}

const MOST_ROWS = 1_048_576;

/** The sheets of a flat OpenDocument spreadsheet, as LibreOffice writes it. */
export function readFlatDocument(xml: string): TheirBook {
  const reader = new Reader();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => reader.close(name));
  parser.on('text', (text) => reader.text(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return reader;
}

interface Open {
  readonly attributes: Record<string, string>;
  readonly covered: boolean;
  paragraphs: number;
  text: string;
}

/** The cells that one formula fills. */
interface Field {
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

class Reader implements TheirBook {
  readonly sheets: TheirSheet[] = [];
  readonly pivots: string[] = [];
  #cells = new Map<string, TheirCell>();
  #covered = new Map<string, TheirCell>();
  #fields: Field[] = [];
  #row = 0;
  #rowsRepeated = 1;
  #column = 0;
  #cell: Open | null = null;
  /** Inside notes, drawings and the like, which hold paragraphs and tables of their own. */
  #aside = 0;
  #inTable = false;

  open(name: string, attributes: Record<string, string>): void {
    if (this.#aside > 0 || ASIDE.test(name)) this.#aside++;
    else if (name === 'table:table') this.#begin(attributes['table:name'] ?? '');
    else if (name === 'table:data-pilot-table')
      this.pivots.push(areaOf(attributes['table:target-range-address'] ?? ''));
    else if (!this.#inTable) return;
    else if (name === 'table:table-row') this.#openRow(attributes);
    else if (name === 'table:table-cell') this.#cell = { attributes, covered: false, paragraphs: 0, text: '' };
    else if (name === 'table:covered-table-cell') this.#cell = { attributes, covered: true, paragraphs: 0, text: '' };
    else if (this.#cell !== null) openText(this.#cell, name, attributes);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (name === 'table:table') this.#inTable = false;
    else if (name === 'table:table-row') this.#row += this.#rowsRepeated - 1;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
  }

  text(text: string): void {
    if (this.#aside === 0 && this.#cell !== null && this.#cell.paragraphs > 0) this.#cell.text += text;
  }

  #begin(name: string): void {
    this.#inTable = true;
    this.#cells = new Map();
    this.#covered = new Map();
    this.#fields = [];
    this.sheets.push({ name, cells: this.#cells, covered: this.#covered });
    this.#row = 0;
  }

  #openRow(attributes: Record<string, string>): void {
    this.#row++;
    this.#column = 0;
    this.#rowsRepeated = Number(attributes['table:number-rows-repeated'] ?? 1);
  }

  #addField(attributes: Record<string, string>): void {
    const rows = Number(attributes['table:number-matrix-rows-spanned'] ?? 0);
    const columns = Number(attributes['table:number-matrix-columns-spanned'] ?? 0);
    const left = this.#column + 1;
    if (rows > 0) this.#fields.push({ bottom: this.#row + rows - 1, left, right: left + columns - 1 });
  }

  #inField(): boolean {
    const column = this.#column + 1;
    return this.#fields.some(({ bottom, left, right }) => this.#row <= bottom && column >= left && column <= right);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const columns = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
    this.#addField(cell.attributes);
    const value = told(cell, this.#inField());
    const cells = cell.covered ? this.#covered : this.#cells;
    if (value !== null) {
      for (let row = this.#row; row <= Math.min(this.#row + this.#rowsRepeated - 1, MOST_ROWS); row++)
        for (let n = 1; n <= columns; n++) cells.set(`${row},${this.#column + n}`, value);
    }
    this.#column += columns;
  }
}

/** `'A sheet'.B2:'A sheet'.C3` as `A sheet|B2:C3`. */
function areaOf(address: string): string {
  const [, sheet = '', from = '', to = ''] =
    /^(.*)\.([A-Z]+\d+):.*\.([A-Z]+\d+)$/.exec(address.replaceAll('$', '')) ?? [];
  return `${sheet.replace(/^'(.*)'$/, '$1').replaceAll("''", "'")}|${from}:${to}`;
}

const ASIDE =
  /^(office:annotation|draw:|table:shapes|table:table-source|chart:|form:|text:note$|table:detective|dr3d:)/;

function openText(cell: Open, name: string, attributes: Record<string, string>): void {
  if (name === 'text:p' && cell.paragraphs++ > 0) cell.text += '\n';
  else if (name === 'text:s') cell.text += ' '.repeat(Number(attributes['text:c'] ?? 1));
  else if (name === 'text:tab') cell.text += '\t';
  else if (name === 'text:line-break') cell.text += '\n';
}

function told({ attributes, text }: Open, inField: boolean): TheirCell | null {
  const formula = inField || attributes['table:formula'] !== undefined;
  const shown = text.trim();
  const of = (kind: TheirCell['kind'], value = ''): TheirCell => ({ kind, value, shown, formula });
  if (attributes['calcext:value-type'] === 'error') return of('error', text);
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return of('number', attributes['office:value']);
    case 'date':
      return of('date', attributes['office:date-value']);
    case 'time':
      return of('time', attributes['office:time-value']);
    case 'boolean':
      return of('boolean', attributes['office:boolean-value']);
    case 'string':
      return shown === '' && !formula ? null : of('text', attributes['office:string-value'] ?? text);
    default:
      return formula ? of('text') : null;
  }
}
