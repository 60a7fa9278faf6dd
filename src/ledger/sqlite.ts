import { createRequire } from 'node:module';

/** What the ledger asks of SQLite, the same from each of its bindings. */
export interface Sqlite {
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => unknown;
  readonly close: () => unknown;
}

export interface Statement {
  readonly get: (...values: readonly (string | number | null)[]) => unknown;
  readonly all: (...values: readonly (string | number | null)[]) => unknown[];
  readonly run: (...values: readonly (string | number | null)[]) => unknown;
}

/** Loads a package by name; tests hand in their own. */
export type Load = (name: string) => unknown;

type Constructor = new (path: string) => Sqlite;

/**
 * Opens a database with libsql, and with Node's own SQLite (from 22.13 on) where libsql's binary cannot be loaded: it
 * wants the Visual C++ runtime, which a bare Windows does not have, and exists for few processors.
 */
export function openSqlite(path: string, require: Load = createRequire(import.meta.url)): Sqlite {
  const Database = binding(require);
  const db = new Database(path);
  db.exec('PRAGMA busy_timeout = 5000');
  return db;
}

function binding(require: Load): Constructor {
  try {
    return require('libsql') as Constructor;
  } catch (cause) {
    try {
      return (require('node:sqlite') as { DatabaseSync: Constructor }).DatabaseSync;
    } catch {
      throw cause;
    }
  }
}
