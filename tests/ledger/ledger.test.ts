import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/ledger/database.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { takeLock } from '../../src/ledger/lock.js';

const now = new Date('2023-05-10T00:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const item = (path: string) => ({
  path,
  size: 1,
  mtime: '1',
  ctime: '1',
  sha256: path,
  key: path,
  counted: true,
  gone: false,
});

describe('the ledger', () => {
  it('gives all receipts, however many they are, with the interval where only that is known', () => {
    const ledger = new Ledger(openDatabase(join(folder, 'many.db'), now).database);
    const receipts = new Map(
      Array.from({ length: 2500 }, (_, n) => {
        const at = new Date(Date.UTC(2023, 4, 5) + n).toISOString();
        const notBefore = n % 3 === 0 ? { notBefore: '2023-05-01T00:00:00.000Z' } : {};
        return [`${n % 16}-${n}`, { receipt: { at, evidence: 'ledger' as const, ...notBefore }, path: `${n}` }];
      }),
    );
    ledger.record({ scope: 's', asOf: '2023-05-05T18:00:00+08:00', version: '1', decisions: '', items: [], receipts });
    const known = [...receipts].map(([sha256, { receipt }]) => [sha256, receipt] as const);
    expect(ledger.receipts('s')).toEqual(new Map(known));
    ledger.close();
  });

  it('keeps receipts for good: what was recorded once is not recorded again', () => {
    const ledger = new Ledger(openDatabase(join(folder, 'ledger.db'), now).database);
    const record = (asOf: string, at: string) =>
      ledger.record({
        ...{ scope: 's', asOf, version: '1', decisions: '', items: [item('a')] },
        receipts: new Map([['a', { receipt: { at, evidence: 'mtime' as const }, path: 'a' }]]),
      });
    record('2023-05-05T18:00:00+08:00', '2023-05-04T00:00:00.000Z');
    record('2023-05-10T18:00:00+08:00', '2023-05-09T00:00:00.000Z');
    expect(ledger.receipts('s')).toEqual(new Map([['a', { at: '2023-05-04T00:00:00.000Z', evidence: 'mtime' }]]));
    expect(ledger.receipts('other').size).toBe(0);
    expect(ledger.runBefore('s', '2023-05-10T10:00:00Z', false)?.asOf).toBe('2023-05-05T10:00:00.000Z');
    expect(ledger.runBefore('s', '2023-05-10T10:00:00Z', true)?.asOf).toBe('2023-05-10T10:00:00.000Z');
    expect(ledger.runAfter('s', '2023-05-10T10:00:00Z')).toBeNull();
    ledger.close();
    const again = new Ledger(openDatabase(join(folder, 'ledger.db'), now).database);
    expect(again.runs('s')).toHaveLength(2);
    expect(again.itemsOf(again.runs('s')[0]!)).toEqual([item('a')]);
    again.close();
  });

  it('sets a damaged file aside under a dated name and begins anew', () => {
    const path = join(folder, 'ledger.db');
    writeFileSync(path, 'this is no database, but it is long enough to look like a header of one'.repeat(60));
    const { database, setAside } = openDatabase(path, now);
    expect(setAside).toContain('2023-05-10');
    expect(readFileSync(setAside!, 'utf8')).toContain('no database');
    expect(new Ledger(database).runs('s')).toEqual([]);
    database.close();
  });

  it('refuses a ledger of a newer program instead of spoiling it', () => {
    const path = join(folder, 'ledger.db');
    const { database } = openDatabase(path, now);
    database.run('PRAGMA user_version = 99');
    database.close();
    expect(() => openDatabase(path, now)).toThrowError(/newer/);
    expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
  });
});

describe('the lock', () => {
  it('lets one in, turns the next away, and opens when released', () => {
    const path = join(folder, '.campaign', 'lock');
    const first = takeLock(path, now);
    expect(first.ok).toBe(true);
    const second = takeLock(path, now);
    expect(second).toMatchObject({ ok: false, holder: { pid: process.pid } });
    if (first.ok) first.release();
    expect(existsSync(path)).toBe(false);
    const third = takeLock(path, now);
    expect(third.ok).toBe(true);
  });

  it('of a process that is gone is stale', () => {
    const path = join(folder, 'lock');
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: 'x' }));
    expect(takeLock(path, now).ok).toBe(true);
  });

  it('of another host holds', () => {
    const path = join(folder, 'lock');
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', since: 'x' }));
    expect(takeLock(path, now).ok).toBe(false);
  });
});
