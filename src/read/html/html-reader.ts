import type { Handler } from 'htmlparser2';
import type { Document, Table } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { placeCells } from '../place-cells.js';
import { damaged } from '../problem.js';
import { TableGrid } from './table-grid.js';

/** Elements that begin a line of their own. */
const LINES = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'ul', 'ol', 'hr']);
const SILENT = new Set(['style', 'script', 'title', 'xml', 'noscript', 'template']);
const DEEPEST = 100;
/** The parser searches all elements that are open for each that ends. */
const MOST_OPEN = 10_000;

/** Collects the tables of a page; one nested in a cell is a table of its own, listed after the one around it. */
export class HtmlReader implements Partial<Handler> {
  readonly #allowance: Allowance;
  readonly #grids: TableGrid[] = [];
  /** Tables now open, the innermost last. */
  readonly #open: TableGrid[] = [];
  #outside = '';
  #pictures = 0;
  #silent = 0;
  #elements = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#elements > MOST_OPEN) throw damaged('nested too deeply');
    if (SILENT.has(name)) this.#silent++;
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#top()?.openRow(isHidden(attributes));
    else if (name === 'td' || name === 'th') this.#top()?.openCell(attributes);
    else if (name === 'img') this.#addPicture();
    if (LINES.has(name)) this.#add('\n');
  }

  onclosetag(name: string): void {
    this.#elements--;
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'table') this.#open.pop();
    else if (name === 'td' || name === 'th') this.#top()?.closeCell();
    else if (LINES.has(name) && name !== 'br') this.#add('\n');
  }

  ontext(text: string): void {
    if (this.#silent === 0) this.#add(text.replace(/[ \t\r\n]+/g, ' '));
  }

  document(names: readonly string[]): Document {
    const named = names.length === this.#grids.length;
    const tables = this.#grids.map(
      (grid, index): Table => ({
        source: 'sheet',
        name: (named ? names[index] : undefined) ?? String(index + 1),
        hidden: false,
        heading: [],
        cells: placeCells(grid.cells, grid.merges, this.#allowance),
      }),
    );
    return { tables, paragraphs: lines(this.#outside), pictures: this.#pictures };
  }

  #top(): TableGrid | undefined {
    return this.#open.at(-1);
  }

  #openTable(): void {
    this.#add('\n');
    const grid = new TableGrid(this.#allowance);
    this.#grids.push(grid);
    if (this.#open.length < DEEPEST) this.#open.push(grid);
  }

  #addPicture(): void {
    this.#pictures++;
    this.#top()?.addPicture();
  }

  #add(text: string): void {
    const grid = this.#top();
    if (grid === undefined) this.#outside += text;
    else grid.add(text);
  }
}

/** Excel ends its pages with a hidden row that only sets widths. */
function isHidden({ style = '' }: Record<string, string>): boolean {
  return /display\s*:\s*none/i.test(style);
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
