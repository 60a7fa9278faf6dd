import type { Field, FieldId, StatisticsForm } from '../../model/campaign.js';
import type { Cell, CellValue, Table } from '../../model/document.js';
import type { FormOutline, OutlineBlock, OutlineCell, OutlineRow, ReadBack } from '../../model/form-draft.js';
import { lastColumnOf, lastRowOf, shownOf } from '../grid.js';
import { locateStatistics } from '../locate-statistics.js';
import { isSameLabel } from '../outline/labels.js';

/** Fills in a copy of the form the definition was drafted from and reads it: the definition is right when every figure comes back. */
export function readBack(table: Table, outline: FormOutline, form: StatisticsForm): ReadBack {
  const places = outline.blocks.flatMap((block, b) =>
    block.rows.flatMap((row, r) => row.cells.map((cell) => ({ cell, ...fieldAt({ block, b, row, r, cell }, form) }))),
  );
  const typed = new Map<FieldId, string>();
  const filled = places.reduce((cells, { cell, field }, n) => {
    if (field === null) return cells;
    const value: CellValue =
      field.kind === 'text' ? { kind: 'text', text: `名称${n + 1}` } : { kind: 'number', value: 101 + n };
    typed.set(field.id, value.kind === 'text' ? value.text : `${value.value}`);
    return withValue(cells, cell, value);
  }, table.cells);
  const [located] = locateStatistics({ ...table, cells: filled }, form);
  const [blank] = locateStatistics(table, form);
  const isRead = (field: Field) => {
    const found = located?.cells.get(field.id);
    return found !== undefined && found !== null && shownOf(found) === typed.get(field.id);
  };
  const unread = places.filter(({ field }) => field === null || !isRead(field) || !blank?.cells.has(field.id));
  const missed = [...(blank?.findings ?? []), ...(located?.findings ?? [])].flatMap(({ args }) => labelsIn(args));
  return { fields: places.length, unread: [...new Set([...unread.map(({ path }) => path), ...missed])] };
}

/** Labels that the definition has and the form has not, or that cannot be told apart. */
function labelsIn(args: object): readonly string[] {
  if ('label' in args && typeof args.label === 'string') return [args.label];
  return 'labels' in args && Array.isArray(args.labels) ? args.labels.map(String) : [];
}

interface At {
  readonly block: OutlineBlock;
  readonly b: number;
  readonly row: OutlineRow;
  readonly r: number;
  readonly cell: OutlineCell;
}

/** The field that a place of the outline became, and what the form calls it. */
function fieldAt({ block, b, row, r, cell }: At, form: StatisticsForm): { field: Field | null; path: string } {
  const group = block.groups[cell.group];
  const leaf = row.leaves[cell.leaf] ?? '';
  const drafted = form.blocks[b];
  const g = group === undefined ? 0 : indexOf(group, drafted?.groups ?? []);
  const l = indexOf(leaf, drafted?.rows[r]?.leaves ?? []);
  const field = form.fields.find(({ at }) => at.block === b && at.row === r && at.group === g && at.leaf === l);
  const path = [block.label, group, leaf].filter((part) => part !== null && part !== undefined).join(' / ');
  return { field: field ?? null, path };
}

function indexOf(text: string, parts: readonly { readonly labels: readonly string[] }[]): number {
  const own = parts.findIndex(({ labels }) => isSameLabel(labels[0] ?? '', text));
  return own === -1 ? parts.findIndex(({ labels }) => labels.some((label) => isSameLabel(label, text))) : own;
}

function withValue(cells: readonly Cell[], { row, column }: OutlineCell, value: CellValue): readonly Cell[] {
  const covers = (cell: Cell) =>
    cell.row <= row && lastRowOf(cell) >= row && cell.column <= column && lastColumnOf(cell) >= column;
  if (cells.some(covers)) return cells.map((cell) => (covers(cell) ? { ...cell, value } : cell));
  const added = { row, column, rowSpan: 1, columnSpan: 1, value, pictures: 0 };
  return [...cells, added].sort((a, b) => a.row - b.row || a.column - b.column);
}
