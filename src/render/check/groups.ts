import { inOrder } from '../../findings/order.js';
import { columnNumber } from '../../model/addresses.js';
import type { Cell, Table } from '../../model/document.js';
import type { Finding } from '../../model/finding.js';
import { cellAt } from './excerpt-grid.js';

/** Findings told together: of neighbouring cells, or of one rule where they are of no cell. */
export interface Group {
  readonly findings: readonly Finding[];
  /** The table its cells lie in; null where there is none to be drawn. */
  readonly table: Table | null;
}

/** Rows as near as this are one neighbourhood, which spans so many rows at most. */
const nearRows = 2;
const mostRows = 5;

/** In the order of their gravest finding, then of their places. */
export function groupsOf(findings: readonly Finding[], tables: readonly Table[]): readonly Group[] {
  const sorted = inOrder(findings);
  const groups: { findings: Finding[]; spots: Spot[]; table: Table | null }[] = [];
  const spots = sorted.flatMap((one) => spotOf(one, tables) ?? []);
  for (const spot of [...spots].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)) {
    const near = groups.find((group) => group.table === spot.table && isNear(spot, group.spots));
    if (near === undefined) groups.push({ findings: [spot.finding], spots: [spot], table: spot.table });
    else {
      near.findings.push(spot.finding);
      near.spots.push(spot);
    }
  }
  const placed = new Set(spots.map(({ finding }) => finding));
  for (const finding of sorted.filter((one) => !placed.has(one))) {
    const alike = groups.find(({ table, findings: [first] }) => table === null && first?.rule === finding.rule);
    if (alike === undefined) groups.push({ findings: [finding], spots: [], table: null });
    else alike.findings.push(finding);
  }
  return groups
    .map((group) => ({ findings: inOrder(group.findings), table: group.table }))
    .sort((a, b) => sorted.indexOf(first(a)) - sorted.indexOf(first(b)));
}

/** A finding's cell. */
export interface Spot {
  readonly finding: Finding;
  readonly table: Table;
  readonly cell: Cell;
}

/** Null where a finding is of no cell, or its table has not been read. */
export function spotOf(finding: Finding, tables: readonly Table[]): Spot | null {
  const { place } = finding;
  if (place.kind === 'file') return null;
  const name = place.kind === 'sheet' ? place.sheet : String(place.table);
  const source = place.kind;
  const table = tables.find((one) => one.source === source && one.name === name);
  const at = place.kind === 'sheet' ? position(place.address) : { row: place.row, column: place.column };
  if (table === undefined || at?.row === undefined || at.column === undefined) return null;
  return { finding, table, cell: cellAt(table, at.row, at.column) };
}

function position(address: string | undefined): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/u.exec(address ?? '') ?? [];
  if (letters === undefined) return null;
  return { row: Number(digits), column: columnNumber(letters) };
}

function isNear({ cell }: Spot, spots: readonly Spot[]): boolean {
  const rows = spots.map((one) => one.cell.row);
  return cell.row - Math.max(...rows) <= nearRows && cell.row - Math.min(...rows) < mostRows;
}

function first({ findings: [one] }: Group): Finding {
  if (one === undefined) throw new Error('a group has a finding');
  return one;
}
