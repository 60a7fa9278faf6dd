import type { Finding } from '../model/finding.js';
import { openArchive } from './archive.js';
import { mayLookAt } from './formulas.js';
import { type CellSpan, scanSheet, withNumbers } from './sheet.js';
import { unitSuits } from './unit-word.js';
import { openWorkbook, type SheetPart, type Workbook } from './workbook.js';

/** A workbook with plain numbers where texts stood that mean the same. */
export interface MendedCounts {
  readonly bytes: Uint8Array;
  readonly changed: readonly MendedCell[];
}

export interface MendedCell {
  readonly sheet: string;
  /** As in `F4`. */
  readonly cell: string;
  /** What stood there, as typed. */
  readonly from: string;
  readonly to: number;
}

/**
 * Writes the numbers of `count/normalised` into an .xlsx: 3场 becomes 3. No other byte of the sheets changes, and no
 * figure: a cell is let be where the change might be more than one of writing. Null where nothing can be mended, or the
 * bytes are no .xlsx.
 */
export function mendCounts(bytes: Uint8Array, findings: readonly Finding[]): MendedCounts | null {
  const wanted = findings.flatMap(wishOf);
  if (wanted.length === 0) return null;
  const archive = openArchive(bytes);
  const workbook = archive && openWorkbook(archive);
  if (archive === null || workbook === null) return null;
  const changes = [...plan(wanted, workbook)];
  if (changes.length === 0) return null;
  return { bytes: archive.with(partsOf(changes)), changed: changes.map(({ wish }) => wish) };
}

interface Change {
  readonly wish: MendedCell;
  readonly sheet: SheetPart;
  readonly span: CellSpan;
}

function wishOf(finding: Finding): MendedCell[] {
  const { place, found } = finding;
  if (finding.rule !== 'count/normalised' || place.kind !== 'sheet') return [];
  if (place.address === undefined || found === undefined || !unitSuits(found, finding.args.label)) return [];
  return [{ sheet: place.sheet, cell: place.address, from: found, to: finding.args.value }];
}

/** Which cells to change: those that hold exactly the text that was found, as nothing but a text. */
function plan(wanted: readonly MendedCell[], workbook: Workbook): readonly Change[] {
  const addresses = (name: string) => new Set(wanted.filter(({ sheet }) => sheet === name).map(({ cell }) => cell));
  const scans = [...workbook.sheets].map(([name, sheet]) => ({
    ...{ name, sheet, scan: scanSheet(sheet.xml, addresses(name), workbook.strings) },
  }));
  const formulas: string[] = [];
  for (const { scan } of scans) {
    if (scan === null || scan.formulas === null) return [];
    formulas.push(...scan.formulas);
  }
  return wanted.flatMap((wish) => {
    const { sheet, scan } = scans.find(({ name }) => name === wish.sheet) ?? {};
    const span = scan?.cells.get(wish.cell);
    if (sheet === undefined || span === undefined || plainText(span.text) !== wish.from) return [];
    return workbook.showsCounts(span.style) && !mayLookAt(formulas, wish.cell) ? [{ wish, sheet, span }] : [];
  });
}

/** `_x000D_` and its like stand for characters XML cannot carry. */
function plainText(text: string | null): string | null {
  return (
    text?.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? null
  );
}

function partsOf(changes: readonly Change[]): ReadonlyMap<string, Uint8Array> {
  const sheets = new Set(changes.map(({ sheet }) => sheet));
  return new Map(
    [...sheets].map((sheet) => {
      const cells = changes.filter((one) => one.sheet === sheet).map(({ span, wish }) => [span, wish.to] as const);
      return [sheet.part, new TextEncoder().encode(withNumbers(sheet.xml, cells))];
    }),
  );
}
