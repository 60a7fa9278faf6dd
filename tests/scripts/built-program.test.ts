import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { command, emptyFolder, removeFolders } from '../stories/command.js';
import { project } from '../stories/fixture.js';

afterAll(removeFolders);

const built = join(project, 'dist/program');

describe('the built program', () => {
  it('is ASCII alone, as it is read as such: patterns with Chinese in them would never match again', () => {
    const scripts = readdirSync(built).filter((name) => name.endsWith('.cjs'));
    expect(scripts).toContain('program.cjs');
    const spoilt = scripts.filter((name) => readFileSync(join(built, name)).some((byte) => byte >= 0x80));
    expect(spoilt).toEqual([]);
  });

  it.each(['wanzhang-2023', 'binjiang-2021'])('says of the inbox of %s what the sources say', async (id) => {
    const argv = (out: string) => [
      ...['aggregate', join(project, 'fixtures', id, 'inbox'), '--campaign', id, '--no-ledger', '--json'],
      ...['--as-of', '2023-06-14T09:00:00+08:00', '--jobs', '1', '--out', out],
    ];
    const own = await command(argv(emptyFolder()));
    const said = spawnSync(process.execPath, ['bin/campaign.js', ...argv(emptyFolder())], {
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(said.status).toBe(own.code);
    expect(withoutOutputs(said.stdout)).toEqual(withoutOutputs(own.out));
  });
});

function withoutOutputs(json: string): unknown {
  return { ...(JSON.parse(json) as object), outputs: null };
}
