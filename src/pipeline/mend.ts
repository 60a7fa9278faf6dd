import { placeOf } from '../locate/place.js';
import { type MendedCell, mendCounts } from '../mend/mend-counts.js';
import type { Campaign } from '../model/campaign.js';
import type { Cell, Document } from '../model/document.js';
import type { Finding, Place } from '../model/finding.js';
import type { Examination, FieldValue } from '../model/submission.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { examine } from './examine.js';

/** What came of mending a file. */
export type Mending =
  | { readonly kind: 'mended'; readonly bytes: Uint8Array; readonly changed: readonly MendedCell[] }
  /** No number in it is written otherwise than as a plain number, or none that may be rewritten. */
  | { readonly kind: 'nothing' }
  /** There would be something to mend, but it is no .xlsx. */
  | { readonly kind: 'other-format' }
  /** The corrected copy did not prove to say the same, and is not to be used. */
  | { readonly kind: 'unproven' };

/** A copy in which numbers are written plainly, proven by reading and examining it again. */
export async function mend(bytes: Uint8Array, name: string, campaign: Campaign): Promise<Mending> {
  const before = await examine(bytes, name, campaign);
  if (!before.findings.some(({ rule }) => rule === 'count/normalised')) return { kind: 'nothing' };
  if (sniff(bytes, name) !== 'xlsx') return { kind: 'other-format' };
  const mended = mendCounts(bytes, before.findings);
  if (mended === null) return { kind: 'nothing' };
  const proven =
    (await saysTheSame(bytes, mended.bytes, mended.changed)) &&
    sameExamination(before, await examine(mended.bytes, name, campaign), mended.changed);
  return proven ? { kind: 'mended', ...mended } : { kind: 'unproven' };
}

/** Every cell is as it was, but for those changed, which hold the number in the place of the text. */
async function saysTheSame(before: Uint8Array, after: Uint8Array, changed: readonly MendedCell[]): Promise<boolean> {
  const [old, mended] = await Promise.all([readDocument(before, 'xlsx'), readDocument(after, 'xlsx')]);
  return old.ok && mended.ok && same(mended.document, withNumbers(old.document, changed));
}

function withNumbers(document: Document, changed: readonly MendedCell[]): Document {
  const tables = document.tables.map((table) => {
    const cells = table.cells.map((cell): Cell => {
      const change = changeAt(placeOf(table, cell), changed);
      const isIt = change !== undefined && cell.value.kind === 'text' && cell.value.text === change.from;
      return isIt ? { ...cell, value: { kind: 'number', value: change.to } } : cell;
    });
    return { ...table, cells };
  });
  return { ...document, tables };
}

/** The same figures, and no finding less or more than the remarks on how the changed cells were written. */
function sameExamination(before: Examination, after: Examination, changed: readonly MendedCell[]): boolean {
  const remarkedOn = ({ rule, place }: Finding) =>
    rule === 'count/normalised' && changeAt(place, changed) !== undefined;
  const rewritten = ([id, value]: readonly [string, FieldValue]) => {
    const change = changeAt(value.place, changed);
    return [id, change === undefined ? value : { ...value, found: String(change.to) }] as const;
  };
  return same(after, {
    ...before,
    statistics: before.statistics && Object.fromEntries(Object.entries(before.statistics).map(rewritten)),
    findings: before.findings.filter((one) => !remarkedOn(one)),
  });
}

function changeAt(place: Place, changed: readonly MendedCell[]): MendedCell | undefined {
  return changed.find((one) => place.kind === 'sheet' && place.sheet === one.sheet && place.address === one.cell);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
