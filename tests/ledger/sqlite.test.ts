import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Load, openSqlite } from '../../src/ledger/sqlite.js';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutLibsql: Load = (name) => {
  if (name === 'libsql') throw new Error('The specified module could not be found.');
  return require(name);
};
const hasOwn = Number(process.versions.node.split('.')[0]) >= 22;

/** What one binding writes another must read. */
function use(load: Load, path: string): readonly unknown[] {
  const db = openSqlite(path, load);
  try {
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('CREATE TABLE IF NOT EXISTS seen (path TEXT, at INTEGER)');
    db.exec('BEGIN IMMEDIATE');
    db.prepare('INSERT INTO seen VALUES (?, ?)').run('甲村/表.xlsx', 1);
    db.exec('COMMIT');
    expect(db.prepare('SELECT * FROM seen WHERE path = ?').get('nowhere')).toBeUndefined();
    expect(db.prepare('PRAGMA busy_timeout').all()).toMatchObject([{ timeout: 5000 }]);
    return db.prepare('SELECT path, at FROM seen').all();
  } finally {
    db.close();
  }
}

describe('openSqlite', () => {
  it('opens with libsql', () => {
    expect(use(require, join(folder, 'one.db'))).toMatchObject([{ path: '甲村/表.xlsx', at: 1 }]);
  });

  it('opens the same file with Node’s own SQLite where libsql cannot be loaded; Node before 22 has none and says so', () => {
    use(require, join(folder, 'two.db'));
    if (!hasOwn) {
      expect(() => use(withoutLibsql, join(folder, 'two.db'))).toThrow('could not be found');
      return;
    }
    expect(use(withoutLibsql, join(folder, 'two.db'))).toHaveLength(2);
    expect(use(require, join(folder, 'two.db'))).toHaveLength(3);
  });

  it('says what libsql said where there is neither', () => {
    const neither: Load = (name) => {
      throw new Error(name === 'libsql' ? 'no vcruntime140.dll' : 'No such built-in module');
    };
    expect(() => openSqlite(join(folder, 'three.db'), neither)).toThrow('no vcruntime140.dll');
  });
});
