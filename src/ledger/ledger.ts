import { createHash } from 'node:crypto';
import type { Instant } from '../model/campaign.js';
import type { KnownReceipt, RunRecord, RunResult, SeenItem } from '../model/snapshot.js';
import type { Receipt } from '../model/submission.js';
import type { Database } from './database.js';

/** What a run leaves behind, written in one transaction or not at all. */
export interface RunToRecord {
  readonly scope: string;
  readonly asOf: Instant;
  readonly version: string;
  /** A digest of the decisions in force. */
  readonly decisions: string;
  readonly items: readonly SeenItem[];
  /** Receipts of contents that were not known before, or are now known to have come earlier, by SHA-256. */
  readonly receipts: ReadonlyMap<string, KnownReceipt>;
}

export interface KeptExamination {
  readonly key: string;
  /** Packed entries. */
  readonly body: string;
}

/** What was recorded once stays, unless a mail tells that it came earlier still. */
const keepReceipt = `
  INSERT INTO receipts (scope, sha256, at, not_before, evidence, path, seen) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (scope, sha256) DO UPDATE
  SET at = excluded.at, not_before = excluded.not_before, evidence = excluded.evidence, path = excluded.path
  WHERE excluded.evidence = 'mail' AND julianday(excluded.at) < julianday(receipts.at)`;

/** Their text is of some hundred kilobytes. */
const receiptsAtOnce = 1000;

type KeptReceipt = readonly [sha256: string, at: Instant, notBefore: Instant | null, evidence: Receipt['evidence']];

/** The lasting record of one working folder. `scope` is a campaign and an inbox. */
export class Ledger {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The last run of all. */
  latestRun(scope: string): RunRecord | null {
    return this.#run('WHERE scope = ? ORDER BY as_of DESC, id DESC LIMIT 1', scope);
  }

  /** The last run whose as-of is before an instant (or, with `orAt`, not after it). */
  runBefore(scope: string, asOf: Instant, orAt: boolean): RunRecord | null {
    const sign = orAt ? '<=' : '<';
    return this.#run(`WHERE scope = ? AND as_of ${sign} ? ORDER BY as_of DESC, id DESC LIMIT 1`, scope, utc(asOf));
  }

  runAfter(scope: string, asOf: Instant): RunRecord | null {
    return this.#run('WHERE scope = ? AND as_of > ? ORDER BY as_of, id LIMIT 1', scope, utc(asOf));
  }

  /** What lay in the inbox at a run. */
  itemsOf(run: RunRecord): readonly SeenItem[] {
    const row = this.#db.get(
      'SELECT body FROM snapshots JOIN runs ON runs.snapshot = snapshots.id WHERE runs.id = ?',
      run.id,
    );
    if (row === undefined) return [];
    const listed = JSON.parse(String(row.body)) as readonly (SeenItem | string)[];
    return listed.flatMap((one) => (typeof one === 'string' ? this.#part(one) : [one]));
  }

  /**
   * When each content was first received, as recorded. Read many at a time, as one text: to ask for each by itself takes
   * ten times as long.
   */
  receipts(scope: string): ReadonlyMap<string, Receipt> {
    const receipts = new Map<string, Receipt>();
    let last = '';
    for (;;) {
      const row = this.#db.get(
        `SELECT json_group_array(json_array(sha256, at, not_before, evidence)) AS body FROM (
           SELECT sha256, at, not_before, evidence FROM receipts WHERE scope = ? AND sha256 > ? ORDER BY sha256 LIMIT ?
         )`,
        ...[scope, last, receiptsAtOnce],
      );
      const rows = JSON.parse(String(row?.body)) as readonly KeptReceipt[];
      for (const [sha256, at, notBefore, evidence] of rows) {
        receipts.set(sha256, { at, evidence, ...(notBefore === null ? {} : { notBefore }) });
        if (sha256 > last) last = sha256;
      }
      if (rows.length < receiptsAtOnce) return receipts;
    }
  }

  /** What a file turned out to be, packed. */
  examination(key: string): string | null {
    const row = this.#db.get('SELECT body FROM examinations WHERE key = ?', key);
    return row === undefined ? null : String(row.body);
  }

  isKept(key: string): boolean {
    return this.#db.get('SELECT 1 FROM examinations WHERE key = ?', key) !== undefined;
  }

  /** Whether any examination is kept. */
  keepsAny(): boolean {
    return this.#db.get('SELECT 1 FROM examinations LIMIT 1') !== undefined;
  }

  /** Keeps examinations, all of them or none. */
  keepExaminations(list: readonly KeptExamination[]): void {
    this.#db.transaction(() => {
      for (const { key, body } of list) {
        this.#db.run('INSERT OR REPLACE INTO examinations (key, body) VALUES (?, ?)', key, body);
      }
    });
  }

  /** What the last run of a scope said and wrote; null where that was not kept. */
  result(scope: string): RunResult | null {
    const row = this.#db.get('SELECT run, state, asked, code, said, outputs FROM results WHERE scope = ?', scope);
    const run = row === undefined ? null : this.#run('WHERE id = ?', Number(row.run));
    if (row === undefined || run === null) return null;
    const { state, asked, said, outputs } = row;
    const written = JSON.parse(String(outputs)) as RunResult['outputs'];
    return {
      run,
      state: String(state),
      asked: String(asked),
      code: Number(row.code),
      said: String(said),
      outputs: written,
    };
  }

  /** Keeps what a run said, for the next one that finds nothing changed. */
  keepResult(scope: string, { run, state, asked, code, said, outputs }: RunResult): void {
    this.#db.run(
      'INSERT OR REPLACE INTO results (scope, run, state, asked, code, said, outputs) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[scope, run.id, state, asked, code, said, JSON.stringify(outputs)],
    );
  }

  /** Records that at this moment everything was as at an earlier run. */
  recordAgain(scope: string, asOf: Instant, version: string, run: RunRecord): void {
    this.#db.transaction(() => {
      const at = utc(asOf);
      if (utc(run.asOf) === at) return;
      this.#db.run('DELETE FROM runs WHERE scope = ? AND as_of = ?', scope, at);
      this.#db.run(
        'INSERT INTO runs (scope, as_of, version, decisions, snapshot) SELECT ?, ?, ?, decisions, snapshot FROM runs WHERE id = ?',
        ...[scope, at, version, run.id],
      );
    });
  }

  /** Records a run; the same run again (same scope, same as-of) replaces what was recorded of it. */
  record(run: RunToRecord): void {
    this.#db.transaction(() => {
      const snapshot = this.#snapshot(JSON.stringify(partsOf(run.items).map((part) => this.#keepPart(part))));
      const at = utc(run.asOf);
      this.#db.run('DELETE FROM runs WHERE scope = ? AND as_of = ?', run.scope, at);
      this.#db.run(
        'INSERT INTO runs (scope, as_of, version, decisions, snapshot) VALUES (?, ?, ?, ?, ?)',
        ...[run.scope, at, run.version, run.decisions, snapshot],
      );
      // In the order of their key, or each would be put into another page of the disk.
      for (const [sha256, { receipt, path }] of [...run.receipts].sort(bySha256)) {
        this.#db.run(
          keepReceipt,
          ...[run.scope, sha256, receipt.at, receipt.notBefore ?? null, receipt.evidence, path, at],
        );
      }
    });
  }

  /** Every scope that has runs. */
  scopes(): readonly string[] {
    return this.#db.all('SELECT DISTINCT scope FROM runs ORDER BY scope').map((row) => String(row.scope));
  }

  /** All that is known of a scope goes on under another name, which nothing is known of yet. */
  rename(scope: string, to: string): void {
    this.#db.transaction(() => {
      for (const table of ['runs', 'receipts', 'results']) {
        this.#db.run(`UPDATE ${table} SET scope = ? WHERE scope = ?`, to, scope);
      }
    });
  }

  /** Every run of a scope, oldest first. */
  runs(scope: string): readonly RunRecord[] {
    return this.#db.all('SELECT id, as_of, decisions FROM runs WHERE scope = ? ORDER BY as_of, id', scope).map(toRun);
  }

  close(): void {
    this.#db.close();
  }

  #part(digest: string): readonly SeenItem[] {
    const row = this.#db.get('SELECT body FROM parts WHERE digest = ?', digest);
    return row === undefined ? [] : (JSON.parse(String(row.body)) as SeenItem[]);
  }

  #keepPart(items: readonly SeenItem[]): string {
    const body = JSON.stringify(items);
    const digest = createHash('sha256').update(body).digest('hex');
    this.#db.run('INSERT OR IGNORE INTO parts (digest, body) VALUES (?, ?)', digest, body);
    return digest;
  }

  #snapshot(body: string): number {
    const known = this.#db.get('SELECT id FROM snapshots WHERE body = ?', body);
    if (known !== undefined) return Number(known.id);
    this.#db.run('INSERT INTO snapshots (body) VALUES (?)', body);
    return Number(this.#db.get('SELECT last_insert_rowid() AS id')?.id);
  }

  #run(where: string, ...values: (string | number)[]): RunRecord | null {
    const row = this.#db.get(`SELECT id, as_of, decisions FROM runs ${where}`, ...values);
    return row === undefined ? null : toRun(row);
  }
}

/**
 * What lay in the inbox, in parts that end where the path says so, so that a day on which little came shares most of its
 * parts with the day before.
 */
function partsOf(items: readonly SeenItem[]): readonly (readonly SeenItem[])[] {
  const parts: SeenItem[][] = [[]];
  for (const item of items) {
    const part = parts[parts.length - 1] as SeenItem[];
    part.push(item);
    if (isEnd(item.path) || part.length >= 8192) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/** True of about one path in a thousand. */
function isEnd(path: string): boolean {
  let hash = 0;
  for (let n = 0; n < path.length; n++) hash = Math.imul(hash ^ path.charCodeAt(n), 0x01000193);
  return hash >>> 22 === 0;
}

function bySha256([a]: readonly [string, KnownReceipt], [b]: readonly [string, KnownReceipt]): number {
  return a < b ? -1 : 1;
}

function toRun(row: Readonly<Record<string, unknown>>): RunRecord {
  return { id: Number(row.id), asOf: String(row.as_of), decisions: String(row.decisions) };
}

/** Instants are kept in one zone, so that they sort as text. */
function utc(instant: Instant): string {
  return new Date(instant).toISOString();
}
