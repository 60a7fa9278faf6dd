import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.js';
import type { Campaign, Instant, Roster } from '../model/campaign.js';
import type { Decision } from '../model/decision.js';
import type { Report } from '../model/report.js';
import type { RunRecord, SeenItem, StoredEntry } from '../model/snapshot.js';
import type { Entry } from '../model/submission.js';
import { assemble } from '../pipeline/assemble.js';
import { type Collected, collect } from '../pipeline/collect.js';
import type { Memory } from '../pipeline/memory.js';
import type { RunTime } from '../pipeline/receipts.js';
import { type RunsAround, replay } from '../pipeline/replay.js';

/** All that one run over one inbox is given. */
export interface RunRequest {
  readonly inbox: string;
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly decisions: readonly Decision[];
  readonly time: RunTime;
  readonly version: string;
  readonly scope: string;
}

export interface RunResult {
  readonly report: Report;
  /** Null where the past was shown again from the ledger. */
  readonly collected: Collected | null;
  /** The run whose report is shown again; null for a new one. */
  readonly replayed: RunRecord | null;
  /** Whether the decisions in force have changed since that run. */
  readonly decisionsChanged: boolean;
}

/** The report of an inbox: read now, or for a moment before the last run shown again from the ledger. */
export async function runOver(request: RunRequest, ledger: Ledger | null): Promise<RunResult> {
  const { asOf } = request.time;
  const latest = ledger?.runBefore(request.scope, '9999-12-31T00:00:00Z', true) ?? null;
  if (ledger !== null && latest !== null && ms(asOf) < ms(latest.asOf)) return showAgain(request, ledger, latest);
  const writes: (() => void)[] = [];
  const memory = ledger === null ? undefined : memoryOf(ledger, request, writes);
  const { inbox, campaign, time } = request;
  const fingerprint = fingerprintOf(request);
  const collected = await collect({ inbox, campaign, time, fingerprint, ...(memory === undefined ? {} : { memory }) });
  if (ledger !== null && writes.length > 0)
    ledger.together(() => {
      for (const write of writes) write();
    });
  return { report: reportOf(collected.entries, request), collected, replayed: null, decisionsChanged: false };
}

/** Writes down what this run saw, so that later ones and questions about this day can build on it. */
export function remember(request: RunRequest, { report, collected }: RunResult, ledger: Ledger): void {
  if (collected === null) return;
  const counted = new Set(
    report.files
      .filter((file) => file.outcome === 'used' || file.outcome === 'superseded')
      .map((file) => outermost(file.path)),
  );
  ledger.record({
    scope: request.scope,
    asOf: request.time.asOf,
    version: request.version,
    decisions: digestOf(request.decisions),
    items: collected.items.map((item) => ({ ...item, counted: item.counted || counted.has(item.path) })),
    receipts: collected.receipts,
  });
}

function showAgain(request: RunRequest, ledger: Ledger, latest: RunRecord): RunResult {
  const { asOf } = request.time;
  const run = ledger.runBefore(request.scope, asOf, true);
  const next = ledger.runAfter(request.scope, asOf);
  const around: RunsAround = {
    before: run === null ? null : { run, items: ledger.itemsOf(run) },
    after: next === null ? null : { items: ledger.itemsOf(next) },
  };
  const entries = replay(around, asOf, memoryOf(ledger, request, []));
  const decisionsChanged = (run ?? latest).decisions !== digestOf(request.decisions);
  return { report: reportOf(entries, request), collected: null, replayed: run ?? latest, decisionsChanged };
}

function reportOf(entries: readonly Entry[], { campaign, roster, decisions, time, version }: RunRequest): Report {
  return assemble(entries, { campaign, roster, decisions, asOf: time.asOf, version });
}

/** The ledger as collecting sees it. Examinations are kept in one go at the end. */
function memoryOf(ledger: Ledger, request: RunRequest, writes: (() => void)[]): Memory {
  const before = ledger.runBefore(request.scope, request.time.asOf, false);
  const same = ledger.runBefore(request.scope, request.time.asOf, true);
  const items: readonly SeenItem[] = same === null ? [] : ledger.itemsOf(same);
  return {
    since: before?.asOf ?? null,
    seen: new Map(items.filter((item) => !item.gone).map((item) => [item.path, item])),
    gone: items.filter((item) => item.gone),
    receipt: (sha256) => ledger.receipt(request.scope, sha256),
    examination: (key) => ledger.examination(key),
    keep: (key: string, sha256: string, entries: readonly StoredEntry[]) => {
      writes.push(() => ledger.keepExamination(key, sha256, entries));
    },
  };
}

/** Examinations of another program or another campaign are not used. */
function fingerprintOf({ version, campaign }: RunRequest): string {
  return digestOf([version, campaign]);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function outermost(path: string): string {
  return path.split('!')[0] ?? path;
}

function ms(instant: Instant): number {
  return new Date(instant).getTime();
}
