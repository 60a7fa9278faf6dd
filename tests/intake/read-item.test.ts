import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listInbox } from '../../src/intake/list-inbox.js';
import { readBeginning, readHead, readItem } from '../../src/intake/read-item.js';

const inbox = mkdtempSync(join(tmpdir(), 'campaign-read-'));
const path = join(inbox, 'a.xlsx');
afterAll(() => rmSync(inbox, { recursive: true, force: true }));

function listed() {
  const [item] = listInbox(inbox);
  if (item === undefined) throw new Error('nothing there');
  return item;
}

describe('a file that is not the one that was listed', () => {
  const hour = new Date('2023-05-04T02:00:00Z');
  const changes: readonly (readonly [string, () => void])[] = [
    ['rewritten', () => writeFileSync(path, 'B'.repeat(1000))],
    ['cut', () => truncateSync(path, 10)],
    ['grown', () => appendFileSync(path, 'B')],
    [
      'replaced',
      () => {
        writeFileSync(`${path}.new`, 'B'.repeat(1000));
        renameSync(`${path}.new`, path);
      },
    ],
  ];
  it.each(changes)('%s: is told to be changed', async (_, change) => {
    writeFileSync(path, 'A'.repeat(1000));
    utimesSync(path, hour, hour);
    const item = listed();
    expect(readItem(inbox, item)).toHaveLength(1000);
    change();
    expect(readItem(inbox, item)).toBe('changed');
    expect(readBeginning(inbox, item, 10)).toBe('changed');
    expect(await readHead(inbox, item)).toBe('changed');
  });

  it.runIf(process.platform === 'linux')('a link by now: is not followed', () => {
    writeFileSync(path, 'A');
    const item = listed();
    rmSync(path);
    symlinkSync('/etc/passwd', path);
    expect(() => readItem(inbox, item)).toThrow(/ELOOP/u);
    rmSync(path);
    expect(() => readItem(inbox, item)).toThrow(/ENOENT/u);
  });
});

it('of a file that is rewritten all the time only whole versions are read', async () => {
  const size = 200_000;
  writeFileSync(path, 'A'.repeat(size));
  const script = `
    const fs = require('node:fs');
    const file = fs.openSync(process.argv[1], 'r+');
    process.send('ready');
    for (let n = 1; ; n++) fs.writeSync(file, Buffer.alloc(${size}, n % 2 ? 66 : 65), 0, ${size}, 0);`;
  const writer = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    await new Promise((ready) => writer.once('message', ready));
    for (let n = 0; n < 60; n++) {
      const bytes = readItem(inbox, listed());
      if (bytes !== 'changed') expect(new Set(bytes).size).toBe(1);
    }
  } finally {
    writer.kill('SIGKILL');
  }
});
