import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowsText, writeFolder } from '../../src/write/out-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-out-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (...names: string[]) => new Map(names.map((name) => [name, new TextEncoder().encode(name)]));
const has = (path: string) => existsSync(join(folder, path));

describe('a folder written again', () => {
  it('loses what was settled since, with its folder, and nothing else', async () => {
    writeFileSync(join(folder, '我的笔记.txt'), '不要动');
    await writeFolder(folder, files('01_甲/消息.txt', '02_乙/消息.txt', '03_丙/消息.txt', '清单.txt'));
    writeFileSync(join(folder, '02_乙', '回电.txt'), '已打电话');
    writeFileSync(join(folder, '03_丙', '消息.txt'), '改过的话');
    await writeFolder(folder, files('清单.txt'));
    expect(has('01_甲')).toBe(false);
    expect(has('02_乙/消息.txt')).toBe(false);
    expect(has('02_乙/回电.txt')).toBe(true);
    expect(readFileSync(join(folder, '03_丙/消息.txt'), 'utf8')).toBe('改过的话');
    expect(readFileSync(join(folder, '我的笔记.txt'), 'utf8')).toBe('不要动');
    expect(has('清单.txt')).toBe(true);
  });

  it('keeps what this run has nothing to say about, and takes it away when it has', async () => {
    await writeFolder(folder, files('01_甲/消息.txt', '02_乙/消息.txt'));
    await writeFolder(folder, files('01_甲/消息.txt'), (path) => path.startsWith('01_'));
    expect(has('02_乙/消息.txt')).toBe(true);
    await writeFolder(folder, files());
    expect(readdirSync(folder)).toEqual(['.campaign-written.json']);
  });

  it('takes nothing away on the word of a register that leads elsewhere or is spoilt', async () => {
    const outside = join(folder, '..', 'campaign-outside.txt');
    writeFileSync(outside, 'x');
    mkdirSync(join(folder, 'sub'));
    const sha = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const entries = [['../campaign-outside.txt', sha], ['sub/../../campaign-outside.txt', sha], 7, ['a', 3]];
    writeFileSync(join(folder, '.campaign-written.json'), JSON.stringify({ files: entries }));
    await writeFolder(folder, files('a.txt'));
    expect(existsSync(outside)).toBe(true);
    rmSync(outside);
    writeFileSync(join(folder, '.campaign-written.json'), '{{{');
    await writeFolder(folder, files('b.txt'));
    expect(has('a.txt')).toBe(true);
    expect(has('b.txt')).toBe(true);
  });
});

describe('a text for the oldest editor of Windows', () => {
  it('is marked as UTF-8 and has its line ends', () => {
    const bytes = windowsText('您好\n再见\r\n');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('您好\r\n再见\r\n');
  });
});
