import { read as readSheets, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import type { Cell, CellValue, Table } from '../../src/model/document.js';
import type { TheirCell, TheirSheet } from './flat-document.js';

/** A workbook as a third program reads it, and what of it LibreOffice lays out anew. */
export interface Witness {
  /** Null where the third program cannot read it. */
  readonly book: WorkBook | null;
  /** Areas of pivot tables, as LibreOffice says and as the file says. */
  readonly pivots: readonly string[];
}

/** One cell that two readers tell differently, with all that may explain it. */
export interface Case {
  readonly row: number;
  readonly column: number;
  readonly our: Cell | undefined;
  readonly their: TheirCell | undefined;
  readonly table: Table | undefined;
  readonly sheet: TheirSheet;
  readonly witness: Witness;
}

type Check = readonly [reason: string, holds: (one: Case) => boolean];

/** Why they differ, each by what can be looked up; the first that holds. */
const checks: readonly Check[] = [
  ['a sheet that LibreOffice adds: links to other files, data behind pivot tables, scenarios', isTheirsAlone],
  [
    'LibreOffice lays pivot tables out anew: the file stores what we read',
    (one) => inPivotTable(one) && isWitnessed(one),
  ],
  ['LibreOffice reads no more than 1 048 576 rows and 16 384 columns', isBeyond],
  ['LibreOffice leaves out of sight what lies under a merged area', isUnderMerge],
  ['XML has no control signs, so that LibreOffice’s copy lacks them', isControlSign],
  ['a look that changes what a person sees, which we tell: struck, raised, white on white', isToldLook],
  ['LibreOffice shows the same number, as a day or a time', isSameNumber],
  ['LibreOffice counts the days before March 1900 otherwise than Excel', isEarlyDay],
  ['LibreOffice calculates anew: the file stores what we read', isRecalculated],
  ['LibreOffice calculates anew: the file stores no result, which we tell', isUncalculated],
  ['LibreOffice follows no link to another file, and says so', isUnfollowed],
  ['LibreOffice writes a text as its format shows it', isShownOtherwise],
  ['the file says what we read, by a third program', isWitnessed],
];

export function explain(one: Case): string | null {
  return checks.find(([, holds]) => holds(one))?.[0] ?? null;
}

export function witnessOf(bytes: Uint8Array, theirPivots: readonly string[]): Witness {
  return {
    book: attempt(() => readSheets(bytes, { cellFormula: true, cellNF: true })),
    pivots: [...theirPivots, ...statedPivots(bytes)],
  };
}

/** `Sheet!A1:B2`, from the parts of an .xlsx that define pivot tables. */
function statedPivots(bytes: Uint8Array): string[] {
  const parts = attempt(() => unzipSync(bytes)) ?? {};
  const text = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const sheets = Object.keys(parts).filter((name) => /worksheets\/_rels\/.*\.rels$/.test(name));
  return sheets.flatMap((rels) => {
    const targets = [...text(rels).matchAll(/pivotTables\/(\w+\.xml)/g)].map(([, name]) => `xl/pivotTables/${name}`);
    const sheet = rels.replace(/^.*_rels\/|\.rels$/g, '');
    return targets.flatMap((name) => {
      const definition = text(name);
      const ref = /<(?:\w+:)?location[^>]*\sref="([^"]+)"/.exec(definition)?.[1];
      return ref === undefined ? [] : [`${sheet}|${ref}`];
    });
  });
}

function isTheirsAlone({ table, sheet, witness: { book } }: Case): boolean {
  return table === undefined && book !== null && !book.SheetNames.includes(sheet.name);
}

/** Filters stand above the table's own area, and LibreOffice's layout may be larger or smaller than the file's. */
function inPivotTable({ row, column, sheet, witness }: Case): boolean {
  return witness.pivots.some((pivot) => {
    const [name, ref = ''] = pivot.split('|');
    if (name !== sheet.name && name !== partOf(sheet.name, witness)) return false;
    const { s, e } = utils.decode_range(ref);
    return column - 1 >= s.c && column - 1 <= e.c + SPARE && row - 1 >= s.r - FILTERS && row - 1 <= e.r + SPARE;
  });
}

const SPARE = 2;
const FILTERS = 4;

function partOf(name: string, { book }: Witness): string {
  return `sheet${(book?.SheetNames.indexOf(name) ?? -1) + 1}.xml`;
}

function isBeyond({ row, column, their }: Case): boolean {
  return their === undefined && (row > 1_048_576 || column > 16_384);
}

function isUnderMerge({ our, their, row, column, sheet }: Case): boolean {
  if (our === undefined || their !== undefined || our.rowSpan * our.columnSpan === 1) return false;
  for (let r = row; r < row + our.rowSpan; r++)
    for (let c = column; c < column + our.columnSpan; c++) {
      const hidden = sheet.covered.get(`${r},${c}`);
      if (hidden !== undefined && numeric(our.value) === numericOf(hidden)) return true;
      if (hidden !== undefined && our.value.kind === 'text' && plain(hidden.value) === plain(our.value.text))
        return true;
    }
  return false;
}

const CONTROL = /[^\P{Cc}\n\r\t]/gu;

function isControlSign({ our, their }: Case): boolean {
  if (our?.value.kind !== 'text' || their?.formula === true) return false;
  const { text } = our.value;
  return CONTROL.test(text) && plain(text.replace(CONTROL, '')) === plain(their?.value ?? '');
}

const raisedOrLowered = '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉';

function isToldLook({ our, their }: Case): boolean {
  if (our?.value.kind !== 'text') return false;
  const { text } = our.value;
  const bare = text
    .replaceAll('\u0336', '')
    .replace(/ \[;;;\]$/, '')
    .replace(/[⁰¹²³⁴-⁹₀-₉]/gu, (sign) => String(raisedOrLowered.indexOf(sign) % 10));
  return bare !== text && plain(bare) === plain(their?.value ?? '');
}

function isSameNumber({ our, their }: Case): boolean {
  const [one, other] = [our && numeric(our.value), their && numericOf(their)];
  if (our?.value.kind === 'text' && their?.kind === 'time')
    return plain(our.value.text) === plain(their.shown) || our.value.text === clock(their.value);
  return one != null && other != null && Math.abs(one - other) < 1e-6;
}

/** `PT120H00M00S` as `120:00:00`. */
function clock(time: string): string {
  return time.replace(/^PT(\d+)H(\d+)M(\d+).*$/, '$1:$2:$3');
}

function isEarlyDay({ our, their }: Case): boolean {
  if (our?.value.kind !== 'date' || their?.kind !== 'date' || our.value.day >= '1900-03-01') return false;
  return Math.floor(serial(our.value.day)) - Math.floor(serial(their.value)) === 1;
}

function isRecalculated(one: Case): boolean {
  return one.their?.formula === true && one.our?.value.kind !== 'formula' && isWitnessed(one);
}

function isUncalculated(one: Case): boolean {
  return (
    one.our?.value.kind === 'formula' && ['', undefined, 0].includes(witnessed(one)?.v as string | undefined | number)
  );
}

function isUnfollowed({ their }: Case): boolean {
  return their?.formula === true && /^Err:540\b/.test(their.value);
}

function isShownOtherwise(one: Case): boolean {
  const cell = witnessed(one);
  return (
    one.our?.value.kind === 'text' &&
    cell?.v === one.our.value.text &&
    plain(cell.w ?? '') === plain(one.their?.value ?? '')
  );
}

/** Whether the third program reads the same as we do. */
function isWitnessed(one: Case): boolean {
  if (one.witness.book === null) return false;
  const { v, t } = witnessed(one) ?? {};
  const value = one.our?.value;
  if (value === undefined || value.kind === 'empty') return v === undefined || v === '' || t === 'z';
  if (value.kind === 'error') return t === 'e';
  if (value.kind === 'text') return plain(String(v)) === plain(value.text);
  const ours = numeric(value);
  return (
    ours !== null &&
    (typeof v === 'number' || typeof v === 'boolean') &&
    Math.abs(Number(v) - ours) < (value.kind === 'date' ? 1 : 1e-9 * Math.max(1, Math.abs(ours)))
  );
}

function witnessed({ row, column, sheet, table, witness: { book } }: Case) {
  const found: WorkSheet | undefined = book?.Sheets[table?.name ?? sheet.name];
  return found?.[utils.encode_cell({ r: row - 1, c: column - 1 })] as
    | { v?: unknown; t?: string; w?: string }
    | undefined;
}

function numeric(value: CellValue): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'boolean') return Number(value.value);
  return value.kind === 'date' ? serial(value.day) : null;
}

function numericOf({ kind, value }: TheirCell): number | null {
  if (kind === 'number') return Number(value);
  if (kind === 'boolean') return value === 'true' ? 1 : Number(value) || 0;
  return kind === 'date' ? serial(value) : null;
}

const DAY = 86_400_000;

function serial(day: string): number {
  return (Date.parse(day.length > 10 ? `${day}Z` : day) - Date.UTC(1899, 11, 30)) / DAY;
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
