import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSqlite, type Sqlite, type Statement } from './sqlite.js';

export type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** The little of SQLite that the ledger needs, so that another binding could serve as well. */
export interface Database {
  get(sql: string, ...values: Value[]): Row | undefined;
  all(sql: string, ...values: Value[]): readonly Row[];
  run(sql: string, ...values: Value[]): void;
  transaction(write: () => void): void;
  close(): void;
}

/** Each step takes the schema one version up; a step that was released is never changed. */
const migrations: readonly string[] = [
  `CREATE TABLE snapshots (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
   CREATE TABLE runs (
     id INTEGER PRIMARY KEY, scope TEXT NOT NULL, as_of TEXT NOT NULL, version TEXT NOT NULL,
     decisions TEXT NOT NULL, snapshot INTEGER NOT NULL REFERENCES snapshots (id)
   );
   CREATE INDEX runs_by_time ON runs (scope, as_of);
   CREATE TABLE receipts (
     scope TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, not_before TEXT, evidence TEXT NOT NULL,
     path TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (scope, sha256)
   ) WITHOUT ROWID;
   CREATE TABLE examinations (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
   CREATE INDEX examinations_by_content ON examinations (sha256);`,
  `CREATE TABLE parts (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
   CREATE TABLE results (
     scope TEXT PRIMARY KEY, run INTEGER NOT NULL, state TEXT NOT NULL, asked TEXT NOT NULL, code INTEGER NOT NULL,
     said TEXT NOT NULL, outputs TEXT NOT NULL
   ) WITHOUT ROWID;`,
  // Within the index of its keys a body of a thousand bytes took a page of its own, and four times as long to write.
  `CREATE TABLE kept (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
   INSERT INTO kept (key, body) SELECT key, body FROM examinations;
   DROP TABLE examinations;
   ALTER TABLE kept RENAME TO examinations;`,
];

export interface Opened {
  readonly database: Database;
  /** Where a damaged ledger was put aside; null where none was. */
  readonly setAside: string | null;
}

/** Opens the ledger, or makes it. One that is damaged is set aside under a dated name, never deleted. */
export function openDatabase(path: string, now: Date): Opened {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return { database: openSound(path), setAside: null };
  } catch (error) {
    if (!existsSync(path) || !isDamage(error)) throw error;
    const aside = `${path}.damaged-${now.toISOString().replace(/[:.]/g, '-')}`;
    for (const ending of ['', '-wal', '-shm']) {
      if (existsSync(path + ending)) renameSync(path + ending, aside + ending);
    }
    return { database: openSound(path), setAside: aside };
  }
}

class Damage extends Error {}

function isDamage(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  const message = error instanceof Error ? error.message : '';
  return error instanceof Damage || /CORRUPT|NOTADB/.test(code) || /malformed|not a database/i.test(message);
}

function openSound(path: string): Database {
  const db = openSqlite(path);
  try {
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    // In KiB: the keys of a province are looked up and added in no order.
    db.exec('PRAGMA cache_size = -32768');
    const check = db.prepare('PRAGMA quick_check').all() as { quick_check?: string }[];
    if (check[0]?.quick_check !== 'ok') throw new Damage('quick_check');
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return wrap(db);
}

function migrate(db: Sqlite): void {
  const row = db.prepare('PRAGMA user_version').get() as { user_version: number };
  const version = row.user_version;
  if (version > migrations.length) throw new Error(`the ledger is of a newer version (${version}) of campaign`);
  for (let next = version; next < migrations.length; next++) {
    db.exec(`BEGIN IMMEDIATE; ${migrations[next]}; PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}

function wrap(db: Sqlite): Database {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    get: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => prepare(sql).all(...values) as Row[],
    run: (sql, ...values) => {
      prepare(sql).run(...values);
    },
    transaction: (write) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        write();
        db.exec('COMMIT');
      } catch (error) {
        rollBack(db);
        throw error;
      }
    },
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

/** Where the disk gave out SQLite has done so itself; what went wrong first is what counts. */
function rollBack(db: Sqlite): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    return;
  }
}
