import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign, Field, FieldId, StatisticsForm } from '../../src/model/campaign.js';
import type { Cell, CellValue, Table } from '../../src/model/document.js';

/** The official table drawn cell by cell, to be distorted the ways clerks distort it. */

export type Role = 'title' | 'unit' | 'block' | 'group' | 'leaf' | 'value' | 'other';

export interface Item {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  role: Role;
  /** Null where nothing is written. */
  content: string | number | null;
  pictures?: number;
  /** For values. */
  field?: FieldId;
  /** For labels: the wordings the campaign knows. */
  labels?: readonly string[];
  /** No longer the label it was. */
  changed?: boolean;
  /** Index of the block and, for groups, leaves and values of its levels, of the group. */
  block?: number;
  group?: number;
}

export type Sheet = readonly Item[];

export function shipped(id: string): Campaign {
  const place = findCampaign(id, '/');
  if (place === null) throw new Error(`no campaign ${id}`);
  return loadCampaign(place, ruleIds);
}

/** Pseudo-random numbers that a seed fixes. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below `below`. */
  next(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  of<T>(items: readonly T[]): T {
    return items[this.next(items.length)] as T;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.map(() => rest.splice(this.next(rest.length), 1)[0] as T);
  }
}

/** The form as handed out, with a title row above, filled in with figures of which no two are alike. */
export function draw(campaign: Campaign, chance: Chance, blanks = 6): Sheet {
  const form = campaign.forms.statistics;
  const title: Item = { ...at(1, 1), columnSpan: form.layout.columns, role: 'title', content: form.title };
  let serial = 100;
  const items = form.layout.cells.map((cell): Item => {
    const { row, column, rowSpan, columnSpan, role, text } = cell;
    const place = { row: row + 1, column, rowSpan, columnSpan, role };
    if (role === 'unit') return { ...place, content: text };
    const { block, group } = ownerOf(cell.row, cell.column, form);
    if (role !== 'value') return { ...place, content: text, labels: wordings(text, role, block, form), block, group };
    const field = form.fields.find((one) => one.id === cell.field) as Field;
    serial += 1 + chance.next(9);
    const content = chance.next(blanks) === 0 ? null : writtenValue(field, serial, chance);
    return { ...place, content, field: field.id, block, group };
  });
  return [title, ...items];
}

export function at(row: number, column: number): Pick<Item, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  return { row, column, rowSpan: 1, columnSpan: 1 };
}

function writtenValue(field: Field, serial: number, chance: Chance): string | number {
  if (field.kind === 'count') return chance.of([serial, `${serial}`, `${serial}人`, `约${serial}`]);
  const names = { website: '幸福家园网', wechat: '新风计生', weibo: '新风在线' };
  const name = names[field.id.split('.').at(-1) as keyof typeof names];
  return chance.of([name, `https://example.org/${serial}`, `公众号${serial}`]);
}

function ownerOf(row: number, column: number, form: StatisticsForm): { block: number; group: number } {
  const headings = form.layout.cells.filter((cell) => cell.role === 'block');
  const block = headings.findIndex((cell) => row >= cell.row && row < cell.row + cell.rowSpan);
  const first = headings[block]?.row ?? 0;
  const groups = form.layout.cells.filter((cell) => cell.role === 'group' && cell.row === first);
  return { block, group: groups.findIndex((cell) => column >= cell.column && column < cell.column + cell.columnSpan) };
}

function wordings(text: string, role: string, block: number, form: StatisticsForm): readonly string[] {
  const owner = form.blocks[block];
  const named =
    role === 'block'
      ? [owner]
      : role === 'group'
        ? (owner?.groups ?? [])
        : (owner?.rows ?? []).flatMap((row) => [...row.leaves]);
  return named.find((one) => one?.labels[0] === text)?.labels ?? [text];
}

/** What each field's cell holds, in words; blank ones left out. */
export function truthOf(sheet: Sheet): ReadonlyMap<FieldId, string> {
  return new Map(
    sheet.flatMap(({ field, content }) => (field === undefined || content === null ? [] : [[field, `${content}`]])),
  );
}

export function sheetTable(sheet: Sheet, name = 'Sheet1', hidden = false): Table {
  const cells = sheet
    .filter((item) => item.content !== null || item.rowSpan * item.columnSpan > 1 || (item.pictures ?? 0) > 0)
    .map(cellOf)
    .sort(byPosition);
  return { source: 'sheet', name, hidden, heading: [], cells };
}

/** In Word every place of the grid has a cell, and the title stands above the table. */
export function wordTable(sheet: Sheet, name = '1'): Table {
  const inside = sheet.filter((item) => item.role !== 'title');
  const heading = sheet.filter((item) => item.role === 'title').map((item) => `${item.content}`);
  const rows = Math.max(...inside.map((item) => item.row + item.rowSpan - 1));
  const columns = Math.max(...inside.map((item) => item.column + item.columnSpan - 1));
  const covered = new Set(inside.flatMap(addresses));
  const blanks: Cell[] = [];
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      if (!covered.has(`${row} ${column}`)) blanks.push({ ...at(row, column), value: { kind: 'empty' }, pictures: 0 });
    }
  }
  const cells = [...inside.map(cellOf), ...blanks].sort(byPosition);
  return { source: 'word', name, hidden: false, heading, cells: cells.map(asText) };
}

function addresses({ row, column, rowSpan, columnSpan }: Item): string[] {
  return Array.from({ length: rowSpan * columnSpan }, (_, n) => {
    return `${row + Math.floor(n / columnSpan)} ${column + (n % columnSpan)}`;
  });
}

function cellOf({ row, column, rowSpan, columnSpan, content, pictures = 0 }: Item): Cell {
  return { row, column, rowSpan, columnSpan, value: valueFrom(content), pictures };
}

function valueFrom(content: string | number | null): CellValue {
  if (content === null) return { kind: 'empty' };
  return typeof content === 'number' ? { kind: 'number', value: content } : { kind: 'text', text: content };
}

function asText(cell: Cell): Cell {
  return cell.value.kind === 'number' ? { ...cell, value: { kind: 'text', text: `${cell.value.value}` } } : cell;
}

function byPosition(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}
