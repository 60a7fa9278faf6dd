import { finding } from '../findings/finding.js';
import type { Block, BlockRow, Field, FieldId, StatisticsForm } from '../model/campaign.js';
import type { Cell, Table } from '../model/document.js';
import type { Finding, Place } from '../model/finding.js';
import { type BlockRange, findBlocks } from './block-range.js';
import { type Grid, gridOf } from './grid.js';
import { groupOfColumn, leafRowOf } from './header-rows.js';
import { placeOf } from './place.js';
import { valueCells } from './value-cells.js';

/** Where each field of the form stands in one table. */
export interface LocatedForm {
  readonly table: Table;
  /** The value's cell; null where the label is there and nothing under it. Fields not found are absent. */
  readonly cells: ReadonlyMap<FieldId, Cell | null>;
  readonly findings: readonly Finding[];
  /** How many fields were found. */
  readonly found: number;
  /** Cells above the first block: title, unit line, notes. */
  readonly above: readonly Cell[];
}

/**
 * Finds each field by its path of labels: block at the left, group across, leaf above the value. Never by address.
 * Gives one result for each copy of the form in the table, in order.
 */
export function locateStatistics(table: Table, form: StatisticsForm): readonly LocatedForm[] {
  return copiesOf(gridOf(table), form).map((grid) => locateIn(grid, form));
}

/** A sheet may hold last year's table below this year's: each begins where the first block's label stands again. */
function copiesOf(grid: Grid, form: StatisticsForm): readonly Grid[] {
  const starts = findBlocks(grid, form.blocks.slice(0, 1)).flatMap((range) => range?.repeats ?? []);
  if (starts.length < 2) return [grid];
  return starts.map((start, n) => {
    const from = n === 0 ? 1 : start;
    const to = starts[n + 1] ?? grid.lastRow + 1;
    const titleRows = n === 0 ? 0 : titleAbove(grid, start);
    const next = n + 1 < starts.length ? titleAbove(grid, to) : 0;
    return gridOf(
      grid.table,
      grid.cells.filter((cell) => cell.row >= from - titleRows && cell.row < to - next),
    );
  });
}

/** Rows of wide text right above a row: the title and unit line of the copy that starts there. */
function titleAbove(grid: Grid, row: number): number {
  let rows = 0;
  for (let above = row - 1; above > 0; above--) {
    const cells = grid.cells.filter((cell) => cell.row === above && cell.keys.length > 0);
    if (cells.length > 2 || cells.some((cell) => /^\s*(?:说明|注|备注)/u.test(cellText(cell)))) break;
    rows++;
  }
  return rows;
}

function cellText(cell: Cell): string {
  return cell.value.kind === 'text' ? cell.value.text : '';
}

function locateIn(grid: Grid, form: StatisticsForm): LocatedForm {
  const ranges = findBlocks(grid, form.blocks);
  const cells = new Map<FieldId, Cell | null>();
  const findings: Finding[] = [];
  let first = Number.POSITIVE_INFINITY;
  form.blocks.forEach((block, b) => {
    const range = ranges[b];
    if (range === undefined || range === null) return;
    block.rows.forEach((row, r) => {
      const fields = form.fields.filter((field) => field.at.block === b && field.at.row === r);
      const located = locateRow(grid, range, block, row, fields);
      first = Math.min(first, located.firstRow);
      findings.push(...located.findings);
      for (const [id, cell] of located.cells) cells.set(id, cell);
    });
  });
  const missing = form.fields.filter(
    (field) => !field.optional && !cells.has(field.id) && !findings.some((one) => tells(one, field)),
  );
  return {
    table: grid.table,
    cells,
    findings: [...findings, ...missingLabels(missing, grid)],
    found: cells.size,
    above: grid.cells.filter((cell) => cell.row < first),
  };
}

interface LocatedRow {
  readonly cells: ReadonlyMap<FieldId, Cell | null>;
  readonly findings: readonly Finding[];
  readonly firstRow: number;
}

function locateRow(grid: Grid, range: BlockRange, block: Block, row: BlockRow, fields: readonly Field[]): LocatedRow {
  const header = leafRowOf(grid, range, row, block);
  if (header === null) return { cells: new Map(), findings: [], firstRow: Number.POSITIVE_INFINITY };
  const findings: Finding[] = [];
  const heads = new Map<Field, Cell>();
  for (const field of fields) {
    const leaves = header.leaves.filter(
      (leaf) => leaf.index === field.at.leaf && groupOfColumn(header, leaf.cell) === field.at.group,
    );
    const [leaf, again] = leaves;
    if (leaf !== undefined && again === undefined) heads.set(field, leaf.cell);
    if (again !== undefined) {
      findings.push(
        finding('form/label-repeated', { label: field.label, times: leaves.length }, placeOf(grid.table, again.cell)),
      );
    }
  }
  const values = valueCells(grid, header, heads);
  return {
    cells: values.cells,
    findings: [...findings, ...values.findings],
    firstRow: Math.min(range.from, header.row),
  };
}

function tells(one: Finding, field: Field): boolean {
  return one.rule === 'form/label-repeated' && one.args.label === field.label;
}

/** Fields of one group missing together are one finding a leaf row, not one a field. */
function missingLabels(fields: readonly Field[], grid: Grid): Finding[] {
  const place: Place = placeOf(grid.table);
  return fields.map((field) => finding('form/label-missing', { label: field.label }, place));
}
