import type * as disk from 'node:fs';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { listInbox } from '../../src/intake/list-inbox.js';

/** Folders that the system does not let us look into. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof disk>();
  const readdirSync = (path: string) => {
    if (/锁住|Volume/.test(path)) throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'scandir' });
    return real.readdirSync(path);
  };
  return { ...real, readdirSync };
});

const inbox = mkdtempSync(join(tmpdir(), 'campaign-'));
afterAll(() => rmSync(inbox, { recursive: true, force: true }));

test('what Windows leaves in a folder is listed and not looked into', () => {
  for (const folder of ['$RECYCLE.BIN', 'System Volume Information', '锁住的村', '甲村']) {
    mkdirSync(join(inbox, folder));
    writeFileSync(join(inbox, folder, '表.xlsx'), 'x');
  }
  for (const name of ['表.xlsx.lnk', '网盘.url', 'desktop.ini', '~WRL0001.tmp', '~$表.xlsx', '.~表.xlsx'])
    writeFileSync(join(inbox, name), 'x');
  expect(Object.fromEntries([...listInbox(inbox)].map(({ path, kind }) => [path, kind]))).toEqual({
    '$RECYCLE.BIN': 'noise',
    'System Volume Information': 'noise',
    'desktop.ini': 'noise',
    '.~表.xlsx': 'lock',
    '~$表.xlsx': 'lock',
    '~WRL0001.tmp': 'noise',
    '甲村/表.xlsx': 'file',
    '网盘.url': 'link',
    '表.xlsx.lnk': 'link',
    锁住的村: 'closed',
  });
});
