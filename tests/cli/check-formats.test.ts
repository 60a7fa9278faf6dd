import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { columnsOf } from '../../src/findings/text.js';
import { command, emptyFolder, removeFolders } from '../stories/command.js';
import { fixtures } from '../stories/fixture.js';

const rules = join(fixtures, 'rules');
const ofThree = ['--campaign', 'wanzhang-2023', '--roster', join(rules, 'roster.csv')];
const name = '东岭村统计表.xlsx';
const storyFile = (story: string) => join(rules, story, 'inbox', name);

afterAll(removeFolders);

test('--format sarif and github tell the same findings as json, with the same exit code', async () => {
  const argv = ['check', storyFile('count-unreadable'), storyFile('count-estimate'), ...ofThree];
  const [json, sarif, github] = await Promise.all(
    ['json', 'sarif', 'github'].map((format) => command([...argv, '--format', format])),
  );
  expect([json?.code, sarif?.code, github?.code]).toEqual([1, 1, 1]);
  const told = JSON.parse(json?.out ?? '').files.flatMap((file: { findings: { rule: string }[] }) =>
    file.findings.map(({ rule }) => rule),
  );
  const { results } = JSON.parse(sarif?.out ?? '').runs[0];
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(told);
  expect(github?.out.trimEnd().split('\n')).toHaveLength(told.length);
});

test('other commands know only text and json', async () => {
  const { code, out, err } = await command(['status', emptyFolder(), ...ofThree, '--format', 'sarif']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('text, json');
});

test('a corrected copy is told of on stderr where stdout is for programs, and never made of a member of an archive', async () => {
  const cwd = emptyFolder();
  cpSync(storyFile('count-normalised'), join(cwd, name));
  const fixed = await command(['check', name, '--fix', '--format', 'github', ...ofThree], { cwd });
  expect(fixed.err).toContain('（已修正）');
  expect(fixed.out).not.toContain('（已修正）');
  writeFileSync(join(cwd, '材料.zip'), zipSync({ [name]: readFileSync(join(cwd, name)) }));
  const { out } = await command(['check', '材料.zip', '--fix', '--json', ...ofThree], { cwd });
  expect(JSON.parse(out).files).toMatchObject([{ path: `材料.zip!${name}`, mending: { outcome: 'container' } }]);
});

test('the table is drawn around the cell, in a file and in a member of an archive, within the terminal’s width', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, '材料.zip'), zipSync({ [name]: readFileSync(storyFile('count-unreadable')) }));
  const said = await Promise.all([
    command(['check', storyFile('count-unreadable'), ...ofThree]),
    command(['check', '材料.zip', ...ofThree], { cwd }),
  ]);
  for (const { out } of said) {
    expect(out).toMatch(/^ +5 \|.*\| 很多 +\|$/m);
    expect(out).toMatch(/^ +\^\^\^\^ 要填整数$/m);
    for (const line of out.split('\n').slice(1)) expect(columnsOf(line)).toBeLessThanOrEqual(100);
  }
});
