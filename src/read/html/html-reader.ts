import type { Handler } from 'htmlparser2';
import type { Document, Table } from '../../model/document.js';
import type { Allowance } from '../allowance.js';
import { placeCells } from '../place-cells.js';
import { damaged } from '../problem.js';
import { shiftedDigits, struckThrough } from '../shown-signs.js';
import { type Classes, classesIn, type ElementLook, lookOf } from './element-look.js';
import { TableGrid } from './table-grid.js';

/** Elements that begin a line of their own, or stand apart from the text around them. */
const LINES = new Set(
  [
    'p div br li h1 h2 h3 h4 h5 h6 tr ul ol dl dt dd hr dir menu center section article main nav aside header footer',
    'pre blockquote form fieldset legend address details summary figure figcaption caption marquee',
    'select option optgroup button textarea iframe object svg text tspan video audio canvas math',
  ].flatMap((names) => names.split(' ')),
);
const SILENT = new Set(
  ['style', 'script', 'title', 'xml', 'noscript', 'template', 'noframes'].concat(['rt', 'rp', 'datalist']),
);
const DEEPEST = 100;
/** The parser searches all elements that are open for each that ends. */
const MOST_OPEN = 10_000;
const LONGEST_STYLES = 1_000_000;

/** Collects the tables of a page; one nested in a cell is a table of its own, listed after the one around it. */
export class HtmlReader implements Partial<Handler> {
  readonly #allowance: Allowance;
  #grids: TableGrid[] = [];
  /** Tables now open, the innermost last. */
  readonly #open: TableGrid[] = [];
  /** Tables open within these, deeper than any page has them. */
  #deeper = 0;
  readonly #looks: ElementLook[] = [];
  #outside = '';
  #pictures = 0;
  #silent = 0;
  #styles: string | null = null;
  #classes: Classes = new Map();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const look = lookOf(name, attributes, this.#classes);
    if (this.#looks.push(look) > MOST_OPEN) throw damaged('nested too deeply');
    if (name === 'style') this.#styles = '';
    if (SILENT.has(name)) this.#silent++;
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#top()?.openRow(look.hidden);
    else if (name === 'td' || name === 'th') this.#top()?.openCell(attributes);
    else if (name === 'img') this.#addPicture();
    if (LINES.has(name)) this.#add('\n');
    if (look.turned) this.#add('\u202e');
  }

  onclosetag(name: string): void {
    if (this.#looks.pop()?.turned) this.#add('\u202c');
    if (name === 'style') this.#closeStyles();
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'table') this.#closeTable();
    else if (name === 'td' || name === 'th') this.#top()?.closeCell();
    else if (LINES.has(name) && name !== 'br') this.#add('\n');
  }

  ontext(text: string): void {
    if (this.#styles !== null && this.#styles.length < LONGEST_STYLES) this.#styles += text;
    if (this.#silent === 0) this.#add(shown(text.replace(/[ \t\r\n]+/g, ' '), this.#looks));
  }

  document(names: readonly string[]): Document {
    const named = names.length === this.#grids.length;
    const tables = this.#grids.map(
      (grid, index): Table => ({
        source: 'sheet',
        name: (named ? names[index] : undefined) ?? String(index + 1),
        hidden: grid.hidden,
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
    const grid = new TableGrid(
      this.#allowance,
      this.#looks.some(({ hidden }) => hidden),
    );
    this.#grids.push(grid);
    if (this.#open.length < DEEPEST) this.#open.push(grid);
    else this.#deeper++;
  }

  /** A table of a single cell within a cell is only a frame around what that cell says. */
  #closeTable(): void {
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    const grid = this.#open.pop();
    grid?.closeCell();
    const framed = grid?.only() ?? null;
    if (framed === null || this.#top()?.isInCell !== true) return;
    this.#grids = this.#grids.filter((one) => one !== grid);
    this.#add(`\n${framed}\n`);
  }

  #closeStyles(): void {
    this.#classes = new Map([...this.#classes, ...classesIn(this.#styles ?? '')]);
    this.#styles = null;
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

/**
 * As a person sees it. Excel shows what browsers hide, and hides the end of long texts so: only where that would make
 * another figure does it stand apart.
 */
function shown(text: string, looks: readonly ElementLook[]): string {
  const shifted = looks.findLast((look) => look.shifted !== null)?.shifted ?? null;
  const placed = shiftedDigits(text, shifted);
  const struck = looks.some((look) => look.struck) ? struckThrough(placed) : placed;
  return looks.some(({ hidden }) => hidden) && /\d/.test(struck) ? `\n${struck}\n` : struck;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
