import type { Cell, CellValue, Document } from '../../src/model/document.js';
import { explain, type Witness, witnessOf } from './explain.js';
import type { TheirBook, TheirCell, TheirSheet } from './flat-document.js';

/** One cell that two readers tell differently. */
export interface Difference {
  readonly kind: string;
  /** Why, where that can be looked up. */
  readonly reason: string | null;
  readonly sheet: string;
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Agreement {
  /** Less those of sheets that are LibreOffice's own. */
  readonly cells: number;
  readonly differences: readonly Difference[];
}

/** Cell by cell: numbers by their value, texts without space around them, days by the day. */
export function agreement(document: Document, theirs: TheirBook, bytes: Uint8Array): Agreement {
  const differences: Difference[] = [];
  let cells = 0;
  let witness: Witness | null = null;
  for (const sheet of theirs.sheets) {
    const table = document.tables.find(({ name }) => name === sheet.name) ?? renamed(document, theirs.sheets, sheet);
    const ours = new Map((table?.cells ?? []).filter(holds).map((cell) => [`${cell.row},${cell.column}`, cell]));
    for (const at of new Set([...ours.keys(), ...sheet.cells.keys()])) {
      cells++;
      const [cell, their] = [ours.get(at), sheet.cells.get(at)];
      const our = cell?.value;
      const kind = difference(our, their);
      if (kind === null) continue;
      witness ??= witnessOf(bytes, theirs.pivots);
      const [row = 0, column = 0] = at.split(',').map(Number);
      const reason = explain({ row, column, our: cell, their, table, sheet, witness });
      const told = { ours: JSON.stringify(our) ?? 'nothing', theirs: JSON.stringify(their) ?? 'nothing' };
      differences.push({ kind, reason, sheet: sheet.name, at, ...told });
    }
  }
  return { cells, differences };
}

/** LibreOffice changes names of sheets that it does not allow. */
function renamed(document: Document, theirs: readonly TheirSheet[], sheet: TheirSheet) {
  const names = new Set(theirs.map(({ name }) => name));
  const left = document.tables.filter(({ name }) => !names.has(name));
  const unknown = theirs.filter(({ name }) => document.tables.every((table) => table.name !== name));
  return left.length === unknown.length ? left[unknown.indexOf(sheet)] : undefined;
}

function holds({ value }: Cell): boolean {
  return value.kind !== 'empty' && !(value.kind === 'text' && value.text.trim() === '');
}

/** How they differ; null where both say the same. */
function difference(our: CellValue | undefined, their: TheirCell | undefined): string | null {
  const nothing = their === undefined || (their.kind === 'text' && their.value.trim() === '');
  if (our === undefined ? nothing : !nothing && same(our, their)) return null;
  return `we ${our?.kind ?? 'nothing'}, they ${nothing ? 'nothing' : their.kind}${their?.formula ? ' by a formula' : ''}`;
}

function same(our: CellValue, their: TheirCell): boolean {
  switch (our.kind) {
    case 'number':
      return close(our.value, numberOf(their));
    case 'boolean':
      return our.value === (their.kind === 'boolean' ? their.value === 'true' : Number(their.value) === 1);
    case 'date':
      return their.kind === 'date' ? their.value.slice(0, 10) === our.day : false;
    case 'error':
      return their.kind === 'error' || /^(#|Err:|NaN$)/.test(their.value);
    case 'text':
      // A time of day is told as it is shown.
      return (
        ['text', 'time'].includes(their.kind) &&
        plain(their.kind === 'time' ? their.shown : their.value) === plain(our.text)
      );
    default:
      return false;
  }
}

/** LibreOffice writes fifteen digits. */
function close(one: number, other: number | null): boolean {
  return other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

function numberOf({ kind, value }: TheirCell): number | null {
  if (kind === 'number') return Number(value);
  if (kind === 'boolean') return value === 'true' ? 1 : 0;
  if (kind !== 'time') return null;
  const [, sign = '', hours = 0, minutes = 0, seconds = 0] =
    /^(-?)PT(\d+)H(\d+)M([\d.]+)S$/.exec(value.replace(',', '.')) ?? [];
  return ((sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))) / 86_400;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
}
