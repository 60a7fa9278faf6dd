import type { Document } from '../model/document.js';
import type { Allowance } from './allowance.js';
import { textValue } from './cell-values.js';
import { decodeText } from './decode-text.js';
import { type Placed, placeCells } from './place-cells.js';
import { damaged } from './problem.js';
import { scanCsv } from './scan-csv.js';

/** Reads comma, semicolon or tab separated values into one table of texts. */
export function readCsv(bytes: Uint8Array, allowance: Allowance): Document {
  const text = decodeText(bytes);
  if (text === null) throw damaged('not text', 'encoding');
  const stated = /^\ufeff?sep=(.)(?:\r\n|\r|\n)/.exec(text);
  const content = text.slice(stated?.[0].length ?? 0);
  const delimiter = stated?.[1] ?? delimiterOf(content);
  // Where a quotation mark is never closed, it was just a character.
  const placed = fields(content, delimiter, true, allowance) ?? fields(content, delimiter, false, allowance) ?? [];
  allowance.addCells(placed.length);
  const cells = placeCells(placed, [], allowance);
  return {
    tables: [{ source: 'sheet', name: 'csv', hidden: false, heading: [], cells }],
    paragraphs: [],
    pictures: 0,
  };
}

function fields(text: string, delimiter: string, quotes: boolean, allowance: Allowance): Placed[] | null {
  const placed: Placed[] = [];
  const lines = new Lines();
  const take = (row: number, column: number, field: string) => {
    allowance.keepTo('cellCharacters', field.length);
    allowance.keepTo('cells', placed.length + 1);
    lines.pass(column, field);
    placed.push({ row, column, value: textValue(spoken(field)), pictures: 0 });
  };
  const isWhole = scanCsv(text, delimiter, quotes, take, (_, count) => lines.end(count));
  if (isWhole && delimiter === ',' && lines.isTorn) throw damaged('a figure is torn', 'torn-figures');
  return isWhole ? placed : null;
}

/** `="200"` is how Excel is told to show 200 as a text. */
function spoken(field: string): string {
  const [, text] = /^="((?:[^"]|"")*)"$/.exec(field) ?? [];
  return text === undefined ? field : text.replaceAll('""', '"');
}

/** Looks for lines that 1,200 without quotation marks has made longer than all others. */
class Lines {
  #longest = 0;
  #longestTorn = 0;
  #before = { column: 0, field: '' };
  #mayBeTorn = false;

  get isTorn(): boolean {
    return this.#longest > 0 && this.#longestTorn > this.#longest;
  }

  pass(column: number, field: string): void {
    const follows = this.#before.column === column - 1 && /^[1-9]\d{0,2}$/.test(this.#before.field);
    if (follows && /^\d{3}$/.test(field)) this.#mayBeTorn = true;
    this.#before = { column, field };
  }

  end(fields: number): void {
    if (this.#mayBeTorn) this.#longestTorn = Math.max(this.#longestTorn, fields);
    else this.#longest = Math.max(this.#longest, fields);
    this.#mayBeTorn = false;
    this.#before = { column: 0, field: '' };
  }
}

/** The one that occurs most outside quotes. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 65_536).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
