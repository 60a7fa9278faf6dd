import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
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

test('what a killed writer left is taken away, and what one still at work writes is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  const left = [`.a.xlsx.${machine}-${gone}.0123456789ab.tmp`, `.昨天.xlsx.${machine}-${gone}.0123456789ab.tmp`];
  const others = [
    `.a.xlsx.${machine}-${process.pid}.0123456789ab.tmp`,
    `.a.xlsx.00000000-${gone}.0123456789ab.tmp`,
    '.a.xlsx.notes.tmp',
  ];
  for (const name of [...left, ...others]) writeFileSync(join(folder, name), 'half');
  await writeWhole(join(folder, 'a.xlsx'), new Uint8Array([1]));
  expect(readdirSync(folder).sort()).toEqual(['a.xlsx', ...others].sort());
});

test('what is written bit by bit is whole or not there as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  const path = join(folder, 'a.xlsx');
  await writeWhole(path, async (file) => {
    await file.writeFile('一');
    await file.writeFile('二');
  });
  const half = async (file: { writeFile: (text: string) => Promise<void> }) => {
    await file.writeFile('三');
    throw new Error('the disk is full');
  };
  await expect(writeWhole(path, half)).rejects.toThrow('the disk is full');
  expect(readFileSync(path, 'utf8')).toBe('一二');
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});
