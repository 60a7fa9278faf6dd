import { finding } from '../findings/finding.js';
import type { Field, StatisticsForm } from '../model/campaign.js';
import type { Table } from '../model/document.js';
import { type Copy, copiesOf, firstRowOf } from './copies.js';
import { type Grid, gridOf } from './grid.js';
import { findHeaderRows, type HeaderRow, isSameRow } from './header-rows.js';
import { keepLayout, recallLayout } from './known-layouts.js';
import type { LocatedForm } from './located-form.js';
import { labelOf, missingLabels } from './missing-labels.js';
import { placeOf } from './place.js';
import { type LocatedRow, locateRow, untold } from './value-cells.js';
import { firstColumnOf, lastLabelRow } from './value-rows.js';

/**
 * Finds each field by its path of labels: block at the left, group across, leaf above the value. Never by address.
 * Gives one result for each copy of the form in the table, in order.
 */
export function locateStatistics(table: Table, form: StatisticsForm): readonly LocatedForm[] {
  const known = recallLayout(table, form);
  if (known !== null) return [known];
  const located = locateAnew(table, form);
  keepLayout(located, table, form);
  return located;
}

/** The same without looking whether a table like it has been located before. */
export function locateAnew(table: Table, form: StatisticsForm): readonly LocatedForm[] {
  const grid = gridOf(table);
  const headers = findHeaderRows(grid, form);
  const labels = labelRows(headers);
  return copiesOf(grid, headers, form).map((copy) => locateCopy(grid, copy, labels, form));
}

function locateCopy(grid: Grid, copy: Copy, labels: readonly number[], form: StatisticsForm): LocatedForm {
  const lacksRows = ({ block }: HeaderRow) =>
    copy.headers.filter((other) => other.block === block).length < (form.blocks[block]?.rows.length ?? 0);
  const searched = copy.headers.map((header) => {
    const bound = Math.min(copy.to, boundOf(header, labels));
    return { header, from: lastLabelRow(header) + 1, bound };
  });
  const located = searched.map(({ header, bound }) => {
    const again = copy.repeats.filter((other) => isSameRow(header, other));
    return again.length > 0
      ? repeatedRow(grid, header, again, form)
      : locateRow(grid, header, { bound, incomplete: lacksRows(header) }, form);
  });
  const isSearchedBesides = (row: number, n: number) =>
    searched.some(({ from, bound }, m) => m !== n && row >= from && row <= bound);
  const cells = new Map(located.flatMap((row) => [...row.cells]));
  const labelled = new Set(located.flatMap((row) => row.labelled));
  const part = { grid, headers: copy.headers, values: new Set(cells.values()), from: copy.from, to: copy.to };
  const first = firstRowOf(copy.headers);
  const last = copy.headers.reduce((row, header) => Math.max(row, header.at), 0);
  return {
    table: grid.table,
    cells,
    findings: [...located.flatMap((row) => row.findings), ...missingLabels(part, form, labelled)],
    found: labelled.size,
    from: copy.from,
    above: grid.cells.filter((cell) => cell.row >= copy.from && cell.row < first),
    below: grid.cells.filter((cell) => cell.row > last && cell.row <= copy.to),
    reachesLeft: located.some(({ cells }, n) => beginsLeft(cells, copy.headers[n])),
    slots: located.flatMap(({ slots }, n) => (slots === null || isSearchedBesides(slots.row, n) ? [] : [slots])),
  };
}

function beginsLeft(cells: LocatedRow['cells'], header: HeaderRow | undefined): boolean {
  const left = header === undefined ? 1 : firstColumnOf(header);
  return [...cells.values()].some((cell) => cell !== null && cell.column < left);
}

/** The last row before the next labels of any kind. */
function boundOf(header: HeaderRow, labels: readonly number[]): number {
  const last = lastLabelRow(header);
  let bound = Number.POSITIVE_INFINITY;
  for (const row of labels) if (row > last && row <= bound) bound = row - 1;
  return bound;
}

/** Every row in which labels of any kind stand. */
function labelRows(all: readonly HeaderRow[]): readonly number[] {
  return all.flatMap((other) => [other.at, other.groupRow ?? other.at, other.heading?.row ?? other.at]);
}

function repeatedRow(grid: Grid, header: HeaderRow, again: readonly HeaderRow[], form: StatisticsForm): LocatedRow {
  const labelled: readonly Field[] = [...header.fields.keys()];
  const args = { label: labelOf(labelled, form), times: again.length + 1 };
  const place = placeOf(grid.table, again[0]?.leaves[0]?.cell);
  return { ...untold, labelled, findings: [finding('form/label-repeated', args, place)] };
}
