import { parse } from 'csv-parse/browser/esm/sync';
import type { Document } from '../model/document.js';
import type { Allowance } from './allowance.js';
import { textValue } from './cell-values.js';
import { decodeText } from './decode-text.js';
import { placeCells } from './place-cells.js';
import { damaged } from './problem.js';

/** Reads comma, semicolon or tab separated values into one table of texts. */
export function readCsv(bytes: Uint8Array, allowance: Allowance): Document {
  const text = decodeText(bytes);
  if (text === null) throw damaged('not text', 'encoding');
  const rows = records(text);
  const placed = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === '' ? [] : [{ row: r + 1, column: c + 1, value: textValue(cell), pictures: 0 }])),
  );
  allowance.addCells(placed.length);
  const cells = placeCells(placed, [], allowance);
  return {
    tables: [{ source: 'sheet', name: 'csv', hidden: false, heading: [], cells }],
    paragraphs: [],
    pictures: 0,
  };
}

/** Where a quotation mark is never closed, it was just a character. */
function records(text: string): string[][] {
  const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true };
  try {
    return parse(text, options);
  } catch {
    return parse(text, { ...options, quote: null });
  }
}

/** The one that occurs most outside quotes. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 65_536).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
