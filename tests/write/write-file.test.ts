import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/write/write-file.js';

test('a file is written whole, its folder is made, and what stood there is replaced', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'campaign-')), '报表', '五月');
  const path = join(folder, '汇总.xlsx');
  await writeWhole(path, new Uint8Array([1, 2, 3]));
  await writeWhole(path, new Uint8Array([4]));
  expect([...readFileSync(path)]).toEqual([4]);
  expect(readdirSync(folder)).toEqual(['汇总.xlsx']);
});

test('where it cannot be put in place, the old content and no temporary file are left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken', 'inside'), '');
  await expect(writeWhole(join(folder, 'taken'), new Uint8Array([1]))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});
