import { withSeverities } from '../findings/finding.js';
import { inOrder } from '../findings/order.js';
import type { Campaign, Instant } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import { grouped } from '../model/grouped.js';
import type { FileReport } from '../model/report.js';
import type { Entry, Receipt, Submission } from '../model/submission.js';
import type { Settled } from './settle-unit.js';

/** An entry that is no submission, and why. */
export interface RestEntry {
  readonly entry: Entry;
  readonly outcome: 'later' | 'container' | 'ignored';
  readonly findings: readonly Finding[];
}

export interface FileParts {
  readonly campaign: Campaign;
  readonly settled: readonly Settled[];
  readonly rest: readonly RestEntry[];
  /** Further findings, by path. */
  readonly extra: ReadonlyMap<string, readonly Finding[]>;
  /** The receipt with its instants in the campaign's zone. */
  readonly zoned: (receipt: Receipt) => Receipt;
}

/** Every entry once, by path. */
export function fileReports({ campaign, settled, rest, extra, zoned }: FileParts): readonly FileReport[] {
  const report = (one: Entry | Submission, rest: Told): FileReport => ({
    path: one.path,
    sha256: one.sha256,
    bytes: one.bytes,
    receipt: zoned(one.receipt),
    format: one.examination.format,
    unit: rest.unit,
    material: rest.material,
    outcome: rest.outcome,
    replacedBy: null,
    gone: rest.gone,
    findings: inOrder(rest.findings),
  });
  const fromSubmissions = settled.map(({ submission, outcome, findings }): FileReport => {
    const { path, unit, examination } = submission;
    const more = withSeverities([...findings, ...(extra.get(path) ?? [])], campaign.severities);
    const all = more.length === 0 ? submission.findings : [...submission.findings, ...more];
    const gone = all.some(({ rule }) => rule === 'file/vanished');
    return report(submission, { unit, material: examination.material, outcome, gone, findings: all });
  });
  const fromRest = rest.map(({ entry, outcome, findings }): FileReport => {
    return report(entry, { unit: null, material: null, outcome, gone: entry.gone, findings });
  });
  return withReplacements([...fromSubmissions, ...fromRest]).sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Told = Pick<FileReport, 'unit' | 'material' | 'outcome' | 'gone' | 'findings'>;

/** Writes the instants of a receipt in the campaign's zone; the same receipt stays one. */
export function zonedReceipts(zoned: (instant: Instant) => Instant): FileParts['zoned'] {
  const known = new Map<Receipt, Receipt>();
  return (receipt) => {
    const before = known.get(receipt);
    if (before !== undefined) return before;
    const { notBefore } = receipt;
    const written = {
      ...receipt,
      at: zoned(receipt.at),
      ...(notBefore === undefined ? {} : { notBefore: zoned(notBefore) }),
    };
    known.set(receipt, written);
    return written;
  };
}

/** What took the place of each superseded file, and of each rejected one that has been mended since. */
export function withReplacements(files: readonly FileReport[]): FileReport[] {
  const units = new Set(files.flatMap((file) => (mayBeReplaced(file) ? [file.unit?.id] : [])));
  const inUse = grouped(
    files.filter(({ outcome, unit }) => outcome === 'used' && units.has(unit?.id)),
    ownerOf,
  );
  return files.map((file) => {
    if (!mayBeReplaced(file)) return file;
    const { outcome } = file;
    const own = inUse.get(ownerOf(file)) ?? [];
    const by = outcome === 'superseded' ? own[0] : own.find((one) => timeOf(one) > timeOf(file));
    return { ...file, replacedBy: by?.path ?? null };
  });
}

function mayBeReplaced({ outcome, unit }: FileReport): boolean {
  return unit !== null && (outcome === 'superseded' || outcome === 'rejected');
}

/** Whose file it is, and of which material. */
function ownerOf({ unit, material }: FileReport): string {
  return JSON.stringify([unit?.id ?? null, material]);
}

function timeOf({ receipt }: FileReport): number {
  return Date.parse(receipt.at);
}
