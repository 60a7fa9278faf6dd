import { columnLetters } from '../model/addresses.js';
import type { Cell, Table } from '../model/document.js';
import type { Place } from '../model/finding.js';

/** The cell's place as its reader would look for it. */
export function placeOf(table: Table, cell?: Cell): Place {
  if (table.source === 'word') {
    const number = Number(table.name);
    return cell === undefined
      ? { kind: 'word', table: number }
      : { kind: 'word', table: number, row: cell.row, column: cell.ordinal ?? cell.column };
  }
  return cell === undefined
    ? { kind: 'sheet', sheet: table.name }
    : { kind: 'sheet', sheet: table.name, address: `${columnLetters(cell.column)}${cell.row}` };
}
