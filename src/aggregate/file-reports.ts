import { withSeverities } from '../findings/finding.js';
import { inOrder } from '../findings/order.js';
import type { Campaign, Instant } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { FileReport } from '../model/report.js';
import type { Entry, Receipt } from '../model/submission.js';
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
  /** Writes an instant in the campaign's zone. */
  readonly zoned: (instant: Instant) => Instant;
}

/** Every entry once, by path. */
export function fileReports({ campaign, settled, rest, extra, zoned }: FileParts): readonly FileReport[] {
  const fromSubmissions = settled.map(({ submission, outcome, findings }): FileReport => {
    const { examination } = submission;
    const more = withSeverities([...findings, ...(extra.get(submission.path) ?? [])], campaign.severities);
    const all = [...submission.findings, ...more];
    return {
      ...received(submission, zoned),
      ...{ format: examination.format, unit: submission.unit, material: examination.material, outcome },
      ...{ replacedBy: null, gone: all.some(({ rule }) => rule === 'file/vanished') },
      findings: inOrder(all),
    };
  });
  const fromRest = rest.map(
    ({ entry, outcome, findings }): FileReport => ({
      ...received(entry, zoned),
      ...{ format: entry.examination.format, unit: null, material: null, outcome },
      ...{ replacedBy: null, gone: entry.gone },
      findings: inOrder(findings),
    }),
  );
  return withReplacements([...fromSubmissions, ...fromRest]).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The receipt with its instants in the campaign's zone. */
export function zonedReceipt(receipt: Receipt, zoned: FileParts['zoned']): Receipt {
  const { notBefore } = receipt;
  return { ...receipt, at: zoned(receipt.at), ...(notBefore === undefined ? {} : { notBefore: zoned(notBefore) }) };
}

/** What took the place of each superseded file, and of each rejected one that has been mended since. */
export function withReplacements(files: readonly FileReport[]): FileReport[] {
  const inUse = files.filter(({ outcome }) => outcome === 'used');
  return files.map((file) => {
    const { outcome, unit, material } = file;
    if (unit === null || (outcome !== 'superseded' && outcome !== 'rejected')) return file;
    const own = inUse.filter((one) => one.unit?.id === unit.id && one.material === material);
    const by = outcome === 'superseded' ? own[0] : own.find((one) => timeOf(one) > timeOf(file));
    return { ...file, replacedBy: by?.path ?? null };
  });
}

function received(
  { path, sha256, bytes, receipt }: Pick<Entry, 'path' | 'sha256' | 'bytes' | 'receipt'>,
  zoned: FileParts['zoned'],
) {
  return { path, sha256, bytes, receipt: zonedReceipt(receipt, zoned) };
}

function timeOf({ receipt }: FileReport): number {
  return Date.parse(receipt.at);
}
