import { columnNumber } from '../model/addresses.js';
import type { Finding, Place, Severity } from '../model/finding.js';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const kinds: readonly Place['kind'][] = ['file', 'sheet', 'word'];

/**
 * The one order of findings: severity, place, rule, args. Zero only for findings that are alike in all of these and in
 * what was found. Compares code units, because a locale's order differs between machines.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    comparePlaces(a.place, b.place) ||
    compareText(a.rule, b.rule) ||
    compareText(canonical(a.args), canonical(b.args)) ||
    compareText(canonical(a.found ?? null), canonical(b.found ?? null)) ||
    compareText(canonical(a.place), canonical(b.place))
  );
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2 ? findings : [...findings].sort(compareFindings);
}

function comparePlaces(a: Place, b: Place): number {
  const left = keyOf(a);
  const right = keyOf(b);
  return (
    left.kind - right.kind ||
    compareNaturally(left.table, right.table) ||
    left.row - right.row ||
    left.column - right.column ||
    compareText(left.address, right.address)
  );
}

interface PlaceKey {
  readonly kind: number;
  readonly table: string;
  /** 0 for the table as a whole. */
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

function keyOf(place: Place): PlaceKey {
  const kind = kinds.indexOf(place.kind);
  if (place.kind === 'file') return { kind, table: '', row: 0, column: 0, address: '' };
  if (place.kind === 'word') {
    return { kind, table: String(place.table), row: place.row ?? 0, column: place.column ?? 0, address: '' };
  }
  const address = place.address ?? '';
  const [, letters = '', digits = '0'] = /^([A-Z]+)(\d+)/.exec(address) ?? [];
  return { kind, table: place.sheet, row: Number(digits), column: columnNumber(letters), address };
}

/** Runs of digits compare as numbers, so that 表2 stands before 表10. */
function compareNaturally(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (const [index, run] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareRuns(run, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

function compareRuns(a: string, b: string): number {
  const numeric = /^\d/;
  if (!numeric.test(a) || !numeric.test(b)) return compareText(a, b);
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** JSON whose keys are sorted, so that args written in another order are the same args. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => compareText(a, b)))
      : held,
  );
}
