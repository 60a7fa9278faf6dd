import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeTogether } from '../../src/write/write-file.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof disk>();
  return { ...real, rename: vi.fn(real.rename), open: vi.fn(real.open) };
});

/** What Windows answers. */
function answer(code: string, path: string, dest?: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'rename', path, dest });
}

let folder: string;
let files: { path: string; content: string }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  files = ['汇总.xlsx', '通报.txt'].map((name) => ({ path: join(folder, name), content: `new ${name}` }));
  for (const { path } of files) writeFileSync(path, 'old');
  vi.mocked(disk.rename).mockClear();
});
const contents = () => files.map(({ path }) => readFileSync(path, 'utf8'));

describe('on Windows, where open files cannot be replaced', () => {
  test('a file held for an instant, as by a virus scanner, is put in place a moment later', async () => {
    vi.mocked(disk.rename)
      .mockRejectedValueOnce(answer('EPERM', 'a', 'b'))
      .mockRejectedValueOnce(answer('EBUSY', 'a', 'b'));
    await writeTogether(files);
    expect(contents()).toEqual(['new 汇总.xlsx', 'new 通报.txt']);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('one that stays held is named, and neither file is touched', async () => {
    const open = vi.mocked(disk.open).getMockImplementation();
    vi.mocked(disk.open).mockImplementation((path, flags, ...more) => {
      if (String(path).endsWith('通报.txt') && flags === 'r+') throw answer('EBUSY', String(path));
      return open!(path, flags, ...more);
    });
    await expect(writeTogether(files)).rejects.toMatchObject({ code: 'EBUSY', path: files[1]?.path });
    vi.mocked(disk.open).mockImplementation(open!);
    expect(disk.rename).not.toHaveBeenCalled();
    expect(contents()).toEqual(['old', 'old']);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('what is no holding is not waited for', async () => {
    vi.mocked(disk.rename).mockRejectedValueOnce(answer('ENOSPC', 'a', 'b'));
    await expect(writeTogether(files)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(disk.rename).toHaveBeenCalledTimes(1);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
