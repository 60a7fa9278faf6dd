import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { roomFor } from '../../src/cli/more-room.js';

describe('room for the units of a country', () => {
  it('is asked for only where the engine has too little and the machine has more', () => {
    expect(roomFor(22, 512, 2_000)).toBeNull();
    expect(roomFor(100_000, 4_144, 24_000)).toBeNull();
    const room = roomFor(620_573, 4_144, 24_000);
    expect(room).toBeGreaterThan(6_000);
    // Started anew with that, it is not asked for again.
    expect(roomFor(620_573, room ?? 0, 24_000)).toBeNull();
    expect(roomFor(620_573, 2_096, 4_000)).toBe(3_000);
  });

  it('is asked for once where the machine has no more to give', () => {
    // A process of its own may be ended without a word, and then there is another to say so.
    expect(roomFor(620_573, 3_000, 4_000)).toBe(3_000);
    expect(roomFor(620_573, 3_000, 4_000, true)).toBeNull();
  });

  it('is asked for when more comes out of the files than there is room for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-room-'));
    try {
      const note = join(folder, 'note.cjs');
      const notes = join(folder, 'notes');
      writeFileSync(note, `require('fs').appendFileSync(${JSON.stringify(notes)}, 'started\\n');`);
      mkdirSync(join(folder, 'inbox'));
      for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, 'inbox', `${name}.zip`), zipOfNotes(name, 1500));
      const run = (name: string, ...options: string[]) => {
        const cwd = join(folder, name);
        mkdirSync(cwd);
        const how = ['--campaign', 'wanzhang-2023', '--as-of', '2023-06-14T09:00:00+08:00', '--json'];
        const asked = [resolve('bin/campaign.js'), 'aggregate', join(folder, 'inbox'), ...how];
        return spawnSync(process.execPath, [...options, '--require', note, ...asked], {
          cwd,
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        });
      };
      const usual = run('usual');
      expect(readFileSync(notes, 'utf8').trim().split('\n')).toHaveLength(1);
      const small = run('small', '--max-old-space-size=100');
      expect(readFileSync(notes, 'utf8').trim().split('\n')).toHaveLength(3);
      expect([small.status, small.stdout]).toEqual([
        1,
        usual.stdout.replaceAll(join(folder, 'usual'), join(folder, 'small')),
      ]);
      // What was examined before is not examined again.
      expect(small.stderr).toMatch(/2/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('is had by the same command line in another process, which says and ends as this one would', () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-room-'));
    try {
      const note = join(folder, 'note.cjs');
      const notes = join(folder, 'notes');
      writeFileSync(
        note,
        `require('fs').appendFileSync(${JSON.stringify(notes)}, process.execArgv.join(' ') + '\\n');`,
      );
      const asked = ['bin/campaign.js', 'status', 'fixtures/wanzhang-2023/inbox', '--no-ledger'];
      const when = ['--campaign', 'wanzhang-2023', '--as-of', '2023-06-14T09:00:00+08:00'];
      const ask = (...options: string[]) =>
        spawnSync(process.execPath, [...options, '--require', note, ...asked, ...when], { encoding: 'utf8' });
      const usual = ask();
      const small = ask('--max-old-space-size=48');
      const started = readFileSync(notes, 'utf8').trim().split('\n');
      expect(started).toHaveLength(3);
      expect(started[2]).toMatch(/--max-old-space-size=48 .*--max-old-space-size=129$/);
      expect(usual.status).toBe(1);
      expect([small.status, small.stdout, small.stderr]).toEqual([1, usual.stdout, usual.stderr]);
      writeFileSync(
        note,
        "if (process.execArgv.some((one) => one.endsWith('=129'))) process.kill(process.pid, 'SIGKILL');",
      );
      const ended = ask('--max-old-space-size=48');
      expect([ended.status, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toMatch(/129 MB/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function zipOfNotes(name: string, members: number): Uint8Array {
  const notes = Array.from({ length: members }, (_, n) => [`${name}${n}.txt`, Buffer.from(`${name} ${n}`)] as const);
  return zipSync(Object.fromEntries(notes), { level: 0 });
}
