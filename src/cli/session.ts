import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { InboxItem } from '../intake/list-inbox.js';
import type { KeptExamination, Ledger } from '../ledger/ledger.js';
import type { Campaign, Roster } from '../model/campaign.js';
import type { Decision } from '../model/decision.js';
import { holdersOf } from '../model/entry-path.js';
import type { Report } from '../model/report.js';
import type { RunRecord, SeenItem } from '../model/snapshot.js';
import type { Entry, Receipt } from '../model/submission.js';
import { assemble } from '../pipeline/assemble.js';
import { type Collected, collect } from '../pipeline/collect.js';
import { alone, type Crew, crewOf, processesFor } from '../pipeline/crew.js';
import type { Memory } from '../pipeline/memory.js';
import type { RunTime } from '../pipeline/receipts.js';
import { type RunsAround, replay } from '../pipeline/replay.js';
import { WantsRoom } from './more-room.js';
import { beThrifty } from './thrift.js';

/** All that one run over one inbox is given. */
export interface RunRequest {
  readonly inbox: string;
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly decisions: readonly Decision[];
  readonly time: RunTime;
  readonly version: string;
  readonly scope: string;
  /** Processes that examine files beside this one; left out, the number of files decides. */
  readonly jobs?: number;
  readonly progress?: (done: number, all: number) => void;
  /** Told how many entries there are so far; throws where they are more than there is room for. */
  readonly holding?: (entries: number) => void;
}

export interface RunResult {
  readonly report: Report;
  /** Null where the past was shown again from the ledger. */
  readonly collected: Omit<Collected, 'entries'> | null;
  /** Whether an earlier run's report is shown again. */
  readonly replayed: boolean;
  /** The last run that the ledger knew of; null where there was none. */
  readonly latest: RunRecord | null;
  /** Whether the decisions in force have changed since that run. */
  readonly decisionsChanged: boolean;
}

/** The report of an inbox: read now, or for a moment before the last run shown again from the ledger. */
export async function runOver(
  request: RunRequest,
  ledger: Ledger | null,
  items?: readonly InboxItem[],
): Promise<RunResult> {
  beThrifty(request.roster.length);
  const latest = ledger?.latestRun(request.scope) ?? null;
  if (ledger !== null && latest !== null && isBefore(request, latest)) return showAgain(request, ledger, latest);
  const book = ledger === null ? null : new ExaminationBook(ledger);
  const { inbox, campaign, time, progress, holding } = request;
  const fingerprint = fingerprintOf(request);
  // The entries have had their say once the report is made: nobody keeps them while it is written.
  const { entries, ...collected } = await collect({
    inbox,
    campaign,
    time,
    fingerprint,
    crew: (files) => crewFor(files, request, fingerprint),
    ...(ledger === null || book === null ? {} : { memory: memoryOf(ledger, book, request) }),
    ...(items === undefined ? {} : { items }),
    ...(progress === undefined ? {} : { progress }),
    ...(holding === undefined ? {} : { holding }),
  }).catch((error: unknown) => {
    // What was examined so far need not be examined again by whoever goes on.
    if (error instanceof WantsRoom) book?.flush();
    throw error;
  });
  book?.flush();
  return { report: reportOf(entries, request), collected, replayed: false, latest, decisionsChanged: false };
}

/** Whether the moment asked for lies before the last run. What lies here now is looked at, whatever the ledger's time. */
export function isBefore({ time }: Pick<RunRequest, 'time'>, latest: RunRecord): boolean {
  return !time.live && Date.parse(time.asOf) < Date.parse(latest.asOf);
}

async function crewFor(files: number, request: RunRequest, fingerprint: string): Promise<Crew> {
  beThrifty(files);
  const { inbox, campaign, jobs } = request;
  const processes = jobs ?? processesFor(files, availableParallelism());
  const options = { inbox, campaign, fingerprint };
  return processes <= 1 ? alone(options) : crewOf(options, processes);
}

/** Writes down what this run saw, so that later ones and questions about this day can build on it. */
export function remember(request: RunRequest, { report, collected }: RunResult, ledger: Ledger): void {
  if (collected === null) return;
  const counted = new Set(
    report.files
      .filter((file) => file.outcome === 'used' || file.outcome === 'superseded')
      // What lies in the inbox itself is the path as a whole, or a part of it that ends before a `!`.
      .flatMap((file) => [...holdersOf(file.path), file.path]),
  );
  ledger.record({
    scope: request.scope,
    asOf: request.time.asOf,
    version: request.version,
    decisions: digestOf(request.decisions),
    items: collected.items.map((item) => (counted.has(item.path) ? { ...item, counted: true } : item)),
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
  const entries = replay(around, asOf, remembered(ledger, request), request.campaign);
  const decisionsChanged = (run ?? latest).decisions !== digestOf(request.decisions);
  return { report: reportOf(entries, request), collected: null, replayed: true, latest, decisionsChanged };
}

function reportOf(entries: readonly Entry[], { campaign, roster, decisions, time, version }: RunRequest): Report {
  return assemble(entries, { campaign, roster, decisions, asOf: time.asOf, version });
}

function remembered(ledger: Ledger, { scope }: RunRequest): Pick<Memory, 'receipt' | 'examination'> {
  let receipts: ReadonlyMap<string, Receipt> | null = null;
  return {
    receipt: (sha256) => {
      receipts ??= ledger.receipts(scope);
      return receipts.get(sha256) ?? null;
    },
    examination: (key) => ledger.examination(key),
  };
}

/** The ledger as collecting sees it. */
function memoryOf(ledger: Ledger, book: ExaminationBook, request: RunRequest): Memory {
  const before = ledger.runBefore(request.scope, request.time.asOf, false);
  const same = ledger.runBefore(request.scope, request.time.asOf, true);
  const items: readonly SeenItem[] = same === null ? [] : ledger.itemsOf(same);
  // Each question costs as much as packing a form: a new ledger has no answers.
  const isFresh = ledger.latestRun(request.scope) === null;
  const isEmpty = !ledger.keepsAny();
  return {
    ...remembered(ledger, request),
    ...(isFresh ? { receipt: () => null } : {}),
    since: before?.asOf ?? null,
    seen: new Map(items.filter((item) => !item.gone).map((item) => [item.path, item])),
    gone: items.filter((item) => item.gone),
    isKept: (key) => !isEmpty && ledger.isKept(key),
    keep: (key, body) => book.keep({ key, body }),
  };
}

/** Their keys come in no order: to keep so many touches every page of their index, as does to keep a fifth as many. */
const mostWaiting = 10_000;
/** In characters of what they say, which is mostly some hundred for each. */
const longestWaiting = 8_000_000;

/** Examinations on their way into the ledger. They hold for their content whatever becomes of the run. */
class ExaminationBook {
  readonly #ledger: Ledger;
  #waiting: KeptExamination[] = [];
  #length = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  keep(examination: KeptExamination): void {
    this.#waiting.push(examination);
    this.#length += examination.body.length;
    if (this.#waiting.length >= mostWaiting || this.#length >= longestWaiting) this.flush();
  }

  flush(): void {
    if (this.#waiting.length > 0) this.#ledger.keepExaminations(this.#waiting);
    this.#waiting = [];
    this.#length = 0;
  }
}

/** Examinations of another program or another campaign are not used. */
function fingerprintOf({ version, campaign }: RunRequest): string {
  return digestOf([version, campaign]);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
