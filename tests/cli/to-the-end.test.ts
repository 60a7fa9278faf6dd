import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('a run that stops before it is done, as nothing is left that could happen, says so and is not taken for done', () => {
  const preload = `data:text/javascript,import fs from 'node:fs'; fs.promises.stat = () => new Promise(() => {});`;
  const argv = ['bin/campaign.js', 'status', 'fixtures/wanzhang-2023/inbox', '--no-ledger'];
  const ran = spawnSync(process.execPath, ['--import', preload, ...argv], { encoding: 'utf8' });
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(2);
});

it('one whose reader has gone away ends quietly', () => {
  const line = `${process.execPath} bin/campaign.js list | true`;
  const ran = spawnSync('bash', ['-c', `${line}; exit \${PIPESTATUS[0]}`], { encoding: 'utf8' });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
});
