import type { Instant } from '../model/campaign.js';
import type { KnownReceipt, RunRecord, SeenItem, StoredEntry } from '../model/snapshot.js';
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
  /** Receipts of contents that were not known before, by SHA-256. */
  readonly receipts: ReadonlyMap<string, KnownReceipt>;
}

/** The lasting record of one working folder. `scope` is a campaign and an inbox. */
export class Ledger {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
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
    return row === undefined ? [] : (JSON.parse(String(row.body)) as SeenItem[]);
  }

  /** When the content was first received, as recorded. */
  receipt(scope: string, sha256: string): KnownReceipt | null {
    const row = this.#db.get(
      'SELECT at, not_before, evidence, path FROM receipts WHERE scope = ? AND sha256 = ?',
      scope,
      sha256,
    );
    if (row === undefined) return null;
    const receipt: Receipt = {
      at: String(row.at),
      evidence: row.evidence as Receipt['evidence'],
      ...(row.not_before === null ? {} : { notBefore: String(row.not_before) }),
    };
    return { receipt, path: String(row.path) };
  }

  examination(key: string): readonly StoredEntry[] | null {
    const row = this.#db.get('SELECT body FROM examinations WHERE key = ?', key);
    return row === undefined ? null : (JSON.parse(String(row.body)) as StoredEntry[]);
  }

  keepExamination(key: string, sha256: string, entries: readonly StoredEntry[]): void {
    this.#db.run(
      'INSERT OR REPLACE INTO examinations (key, sha256, body) VALUES (?, ?, ?)',
      key,
      sha256,
      JSON.stringify(entries),
    );
  }

  /** Runs several writes as one. */
  together(write: () => void): void {
    this.#db.transaction(write);
  }

  /** Records a run; the same run again (same scope, same as-of) replaces what was recorded of it. */
  record(run: RunToRecord): void {
    const body = JSON.stringify(run.items);
    this.#db.transaction(() => {
      const snapshot = this.#snapshot(body);
      const at = utc(run.asOf);
      this.#db.run('DELETE FROM runs WHERE scope = ? AND as_of = ?', run.scope, at);
      this.#db.run(
        'INSERT INTO runs (scope, as_of, version, decisions, snapshot) VALUES (?, ?, ?, ?, ?)',
        ...[run.scope, at, run.version, run.decisions, snapshot],
      );
      for (const [sha256, { receipt, path }] of run.receipts) {
        this.#db.run(
          'INSERT OR IGNORE INTO receipts (scope, sha256, at, not_before, evidence, path, seen) VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...[run.scope, sha256, receipt.at, receipt.notBefore ?? null, receipt.evidence, path, at],
        );
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

function toRun(row: Readonly<Record<string, unknown>>): RunRecord {
  return { id: Number(row.id), asOf: String(row.as_of), decisions: String(row.decisions) };
}

/** Instants are kept in one zone, so that they sort as text. */
function utc(instant: Instant): string {
  return new Date(instant).toISOString();
}
