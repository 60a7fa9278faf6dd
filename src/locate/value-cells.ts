import { finding } from '../findings/finding.js';
import type { Field, FieldId } from '../model/campaign.js';
import type { Cell } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { type Grid, isBlank, lastColumnOf, overlapsColumns } from './grid.js';
import type { HeaderRow } from './header-rows.js';
import { placeOf } from './place.js';

export interface ValueCells {
  readonly cells: ReadonlyMap<FieldId, Cell | null>;
  readonly findings: readonly Finding[];
}

/**
 * The value below each leaf label: in the one row that holds anything, however many empty rows stand around it. Two
 * filled rows, a value merged over several fields, or several values under one label are findings, not choices.
 */
export function valueCells(grid: Grid, header: HeaderRow, heads: ReadonlyMap<Field, Cell>): ValueCells {
  const below = new Map([...heads].map(([field, head]) => [field, cellsBelow(grid, header, head)]));
  const filled = [...below.values()].flat().filter((cell) => !isBlank(cell));
  const rows = [...new Set(filled.map((cell) => cell.row))].sort((a, b) => a - b);
  if (rows.length > 1) return severalRows(grid, heads, rows, filled);
  const row = rows[0] ?? header.lastRow + 1;
  const cells = new Map<FieldId, Cell | null>();
  const findings: Finding[] = [];
  for (const [field, candidates] of below) {
    const inRow = candidates.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
    const values = inRow.filter((cell) => !isBlank(cell));
    if (values.length > 1) findings.push(splitValue(grid, field, values));
    else cells.set(field.id, values[0] ?? inRow[0] ?? null);
  }
  findings.push(...mergedValues(grid, heads, cells));
  return { cells, findings };
}

function cellsBelow(grid: Grid, header: HeaderRow, head: Cell): Cell[] {
  return grid.cells.filter(
    (cell) =>
      cell.row > header.lastRow &&
      cell.row <= header.lastValueRow &&
      overlapsColumns(cell, head.column, lastColumnOf(head)) &&
      !isFootnote(cell, header),
  );
}

/** A text that starts left of every leaf label runs under the table: a note, or the line for signatures. */
function isFootnote(cell: Cell, header: HeaderRow): boolean {
  return cell.column < Math.min(...header.leaves.map((leaf) => leaf.cell.column));
}

function severalRows(
  grid: Grid,
  heads: ReadonlyMap<Field, Cell>,
  rows: readonly number[],
  filled: readonly Cell[],
): ValueCells {
  const [field] = heads.keys();
  const label = field?.label ?? '';
  return {
    cells: new Map(),
    findings: [finding('form/several-value-rows', { label, rows }, placeOf(grid.table, filled[0]))],
  };
}

function splitValue(grid: Grid, field: Field, values: readonly Cell[]): Finding {
  return finding(
    'count/unreadable',
    { label: field.label },
    placeOf(grid.table, values[0]),
    values.map(shown).join(' | '),
  );
}

function shown(cell: Cell): string {
  const { value } = cell;
  return value.kind === 'number' ? String(value.value) : value.kind === 'text' ? value.text.trim() : value.kind;
}

/** One filled cell under several labels: nobody can tell whose value it is. */
function mergedValues(grid: Grid, heads: ReadonlyMap<Field, Cell>, cells: Map<FieldId, Cell | null>): Finding[] {
  const owners = new Map<Cell, Field[]>();
  for (const field of heads.keys()) {
    const cell = cells.get(field.id);
    if (cell && !isBlank(cell)) owners.set(cell, [...(owners.get(cell) ?? []), field]);
  }
  return [...owners]
    .filter(([, fields]) => fields.length > 1)
    .map(([cell, fields]) => {
      for (const field of fields) cells.delete(field.id);
      return finding(
        'count/merged-values',
        { labels: fields.map((field) => field.label) },
        placeOf(grid.table, cell),
        shown(cell),
      );
    });
}
