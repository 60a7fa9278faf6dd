import type { Cell, CellValue, Document, Table } from '../../src/model/document.js';
import type { Format } from '../../src/model/rules.js';
import { readDocument } from '../../src/read/read-document.js';

/** A document that must be readable. */
export async function read(bytes: Uint8Array, format: Format): Promise<Document> {
  const result = await readDocument(bytes, format);
  if (!result.ok) throw new Error(`could not be read: ${JSON.stringify(result.trouble)}`);
  return result.document;
}

export async function problem(bytes: Uint8Array, format: Format): Promise<string> {
  const result = await readDocument(bytes, format);
  if (result.ok) return 'ok';
  const { trouble } = result;
  if (trouble === null) return 'other-kind';
  if (trouble.rule === 'file/unreadable') return trouble.args.reason;
  return trouble.rule === 'file/encrypted' ? 'encrypted' : trouble.args.bound;
}

/** A table's cells as `B2:C3 = text`, for tests to read at a glance. */
export function show(table: Table | undefined): string[] {
  return (table?.cells ?? []).map((cell) => {
    const pictures = cell.pictures === 0 ? '' : ` +${cell.pictures} pictures`;
    return `${area(cell)} = ${value(cell.value)}${pictures}`;
  });
}

function value(cell: CellValue): string {
  switch (cell.kind) {
    case 'empty':
      return 'empty';
    case 'text':
      return JSON.stringify(cell.text);
    case 'number':
    case 'boolean':
      return String(cell.value);
    case 'date':
      return `day ${cell.day}`;
    case 'formula':
      return `formula ${cell.formula}`;
    case 'error':
      return `error ${cell.code}`;
  }
}

function area({ row, column, rowSpan, columnSpan }: Cell): string {
  const first = `${letters(column)}${row}`;
  return rowSpan * columnSpan === 1 ? first : `${first}:${letters(column + columnSpan - 1)}${row + rowSpan - 1}`;
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
