import { type CountCell, likelyCells } from '../check/likely-cell.js';
import { type FigureRow, sumAmong } from '../check/likely-row.js';
import { locateStatistics } from '../locate/locate-statistics.js';
import type { LocatedForm } from '../locate/located-form.js';
import { placeOf } from '../locate/place.js';
import type { Campaign, FieldId } from '../model/campaign.js';
import type { Cell, Document, Table } from '../model/document.js';
import type { Finding, Place } from '../model/finding.js';
import type { Likely } from '../model/likely.js';
import { parseCount } from '../parse/parse-count.js';

/** Which findings of a form one cell, or one row, most likely explains. */
export function likelyIn(
  document: Document,
  findings: readonly Finding[],
  campaign: Campaign,
): ReadonlyMap<Finding, Likely> {
  const form = campaign.forms.statistics;
  const copies = document.tables.flatMap((table) => locateStatistics(table, form));
  const told = copies.map((copy) => countsOf(copy, campaign)).find((cells) => areOf(findings, cells));
  const likely = new Map(told === undefined ? [] : likelyCells({ campaign, cells: told }, findings));
  for (const finding of findings) {
    const row = finding.rule === 'form/several-value-rows' ? sumRow(finding.args.rows, finding.place, document) : null;
    if (row !== null) likely.set(finding, row);
  }
  return likely;
}

function countsOf({ table, cells }: LocatedForm, campaign: Campaign): ReadonlyMap<FieldId, CountCell> {
  const counts = new Map<FieldId, CountCell>();
  for (const { id, kind } of campaign.forms.statistics.fields) {
    const cell = cells.get(id);
    if (kind !== 'count' || cell === undefined || cell === null) continue;
    const reading = parseCount(cell.value);
    if (reading.kind !== 'count' && reading.kind !== 'none') continue;
    const value = reading.kind === 'count' ? reading.value : null;
    const { row, column, columnSpan } = cell;
    counts.set(id, { place: placeOf(table, cell), row, column, lastColumn: column + columnSpan - 1, value });
  }
  return counts;
}

/** Whether this is the copy of the form that the findings speak of. */
function areOf(findings: readonly Finding[], cells: ReadonlyMap<FieldId, CountCell>): boolean {
  const places = new Set([...cells.values()].map(({ place }) => JSON.stringify(place)));
  const related = findings.filter(({ rule }) => /^(?:pair|level)\/|^count\/implausible$/u.test(rule));
  return related.length > 0 && related.every(({ place }) => places.has(JSON.stringify(place)));
}

function sumRow(rows: readonly number[], place: Place, { tables }: Document): Likely | null {
  const table = tables.find((one) => isAt(place, placeOf(one)));
  if (table === undefined) return null;
  const sum = sumAmong(rows.map((row) => figuresIn(table, row)));
  const first = sum && table.cells.find((cell) => cell.row === sum.row && numberIn(cell) !== null);
  if (sum === null || first === undefined || first === null) return null;
  return { kind: 'sum', place: placeOf(table, first), of: rows.filter((row) => row !== sum.row) };
}

function isAt(place: Place, table: Place): boolean {
  if (place.kind === 'sheet') return table.kind === 'sheet' && table.sheet === place.sheet;
  return place.kind === 'word' && table.kind === 'word' && table.table === place.table;
}

function figuresIn({ cells }: Table, row: number): FigureRow {
  const inRow = cells.filter((cell) => cell.row === row);
  const figures = inRow.flatMap((cell) => {
    const number = numberIn(cell);
    return number === null ? [] : [[cell.column, number] as const];
  });
  return { row, figures: new Map(figures) };
}

function numberIn({ value }: Cell): number | null {
  const reading = parseCount(value);
  return reading.kind === 'count' && !reading.estimate ? reading.value : null;
}
