import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordText } from '../pipeline/documents.js';
import { WorkingFolder } from './working.js';

const why = ['--reason', '电话确认', '--who', '王某某'];
const plan = '甲庄/实施方案.docx';

let work: WorkingFolder;
beforeEach(async () => {
  work = new WorkingFolder();
  await work.run('init');
  writeFileSync(join(work.path, 'roster.csv'), 'id,name,level\n1,甲庄村委会,village\n2,乙庄村委会,village\n');
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
  work.put('inbox/乙庄/实施方案.docx', wordText('乙庄村活动实施方案'));
  await work.run('aggregate', '--quiet', '--as-of', '2023-05-05T18:00');
});
afterEach(() => work.remove('.'));

it('history as JSON says what its table says, for all and for one unit', async () => {
  const all = JSON.parse((await work.run('history', '--json')).out);
  expect(all).toMatchObject({ schema: 1, campaign: 'wanzhang-2023', unit: null, runs: [all.asOf] });
  expect(all.entries.map(({ path }: { path: string }) => path).sort()).toEqual(['乙庄/实施方案.docx', plan].sort());
  const one = JSON.parse((await work.run('history', '甲庄', '--format', 'json')).out);
  expect(one).toMatchObject({
    unit: '1',
    entries: [
      { path: plan, received: '2023-05-04T10:00:00+08:00', unit: '1', material: 'plan', outcome: 'used', note: null },
    ],
  });
});

it('decide as JSON gives back the line that was written', async () => {
  const { out } = await work.run(
    'decide',
    'extend',
    '--unit',
    '甲庄',
    '--deadline',
    'final',
    '--value',
    '2023-06-15',
    ...why,
    '--json',
  );
  expect(JSON.parse(out)).toMatchObject({
    ...{ schema: 1, decisions: 1, file: join(work.path, 'decisions.csv') },
    recorded: { action: 'extend', unit: '甲庄村委会', deadline: 'final', value: '2023-06-15' },
  });
});

it.each([['history'], ['decide', 'exempt', '--unit', '乙庄', '--material', 'plan', ...why]])(
  '%s says nothing to people who asked for quiet, and the same JSON',
  async (...argv) => {
    expect(await work.run(...argv, '--quiet')).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse((await work.run(...argv, '--quiet', '--json')).out)).toMatchObject({ schema: 1 });
  },
);
