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
  const delimiter = delimiterOf(text);
  // Where a quotation mark is never closed, it was just a character.
  const placed = fields(text, delimiter, true, allowance) ?? fields(text, delimiter, false, allowance) ?? [];
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
  const isWhole = scanCsv(text, delimiter, quotes, (row, column, field) => {
    allowance.keepTo('cellCharacters', field.length);
    allowance.keepTo('cells', placed.length + 1);
    placed.push({ row, column, value: textValue(field), pictures: 0 });
  });
  return isWhole ? placed : null;
}

/** The one that occurs most outside quotes. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 65_536).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
