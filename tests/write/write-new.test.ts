import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNew } from '../../src/write/write-new.js';

const folder = () => mkdtempSync(join(tmpdir(), 'campaign-'));
const bytes = new Uint8Array([1, 2, 3]);

test('the first free name is taken, and what lies under the others is let be', async () => {
  const at = folder();
  writeFileSync(join(at, 'a'), 'mine');
  const made = await writeNew([join(at, 'a'), join(at, 'b'), join(at, 'c')], bytes);
  expect(made).toEqual({ path: join(at, 'b'), written: true });
  expect([readFileSync(join(at, 'a'), 'utf8'), [...readFileSync(join(at, 'b'))]]).toEqual(['mine', [1, 2, 3]]);
  expect(readdirSync(at)).toEqual(['a', 'b']);
});

test('where the very same lies already, nothing is written', async () => {
  const at = folder();
  writeFileSync(join(at, 'a'), bytes);
  expect(await writeNew([join(at, 'a'), join(at, 'b')], bytes)).toEqual({ path: join(at, 'a'), written: false });
  expect(readdirSync(at)).toEqual(['a']);
});

test('a folder in the way, and no name left, are failures', async () => {
  const at = folder();
  mkdirSync(join(at, 'a'));
  await expect(writeNew([join(at, 'a'), join(at, 'b')], bytes)).rejects.toThrow();
  writeFileSync(join(at, 'c'), 'mine');
  await expect(writeNew([join(at, 'c')], bytes)).rejects.toThrow();
  expect(readdirSync(at)).toEqual(['a', 'c']);
});
