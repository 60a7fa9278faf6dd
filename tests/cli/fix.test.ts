import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command, emptyFolder, removeFolders, stateOf } from '../stories/command.js';
import { filesBelow, fixtures } from '../stories/fixture.js';

const rules = join(fixtures, 'rules');
const ofThree = ['--campaign', 'wanzhang-2023', '--roster', join(rules, 'roster.csv')];
const name = '东岭村统计表.xlsx';
const copy = '东岭村统计表（已修正）.xlsx';

afterAll(removeFolders);

function folderWith(story: string): string {
  const cwd = emptyFolder();
  cpSync(join(rules, story, 'inbox', name), join(cwd, name));
  return cwd;
}

test('check --fix writes a corrected copy beside the file, which then needs nothing and is the same unit’s', async () => {
  const cwd = folderWith('count-normalised');
  const before = stateOf(cwd)[name];
  const { code, out, err } = await command(['check', name, '--fix', ...ofThree], { cwd });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(copy);
  expect(filesBelow(cwd)).toEqual([name, copy]);
  expect(stateOf(cwd)[name]).toBe(before);
  const again = await command(['check', copy, '--json', ...ofThree], { cwd });
  expect(JSON.parse(again.out).files).toMatchObject([{ unit: '东岭村委会', material: '信息统计表', findings: [] }]);
});

test('a second time nothing is written; a file of that name with other content is let be', async () => {
  const cwd = folderWith('count-normalised');
  await command(['check', name, '--fix', ...ofThree], { cwd });
  const once = stateOf(cwd);
  const { out } = await command(['check', name, '--fix', '--json', ...ofThree], { cwd });
  expect(stateOf(cwd)).toEqual(once);
  expect(JSON.parse(out).files).toMatchObject([
    { mending: { outcome: 'there', path: copy, changed: [{ sheet: 'Sheet1', cell: 'R5', from: '３场', to: 3 }] } },
  ]);
  writeFileSync(join(cwd, copy), 'mine');
  await command(['check', name, '--fix', ...ofThree], { cwd });
  expect(filesBelow(cwd)).toEqual([name, copy, '东岭村统计表（已修正2）.xlsx'].sort());
  expect(readFileSync(join(cwd, copy), 'utf8')).toBe('mine');
});

test.each(['count-estimate', 'count-unreadable', 'count-households'])('%s is for a person to mend', async (story) => {
  const cwd = folderWith(story);
  const { out } = await command(['check', name, '--fix', '--json', ...ofThree], { cwd });
  expect(JSON.parse(out).files).toMatchObject([{ mending: { outcome: 'nothing', path: null, changed: [] } }]);
  expect(filesBelow(cwd)).toEqual([name]);
});

test('without --fix nothing is written and the JSON says nothing of it; into the inbox nothing is written at all', async () => {
  const cwd = folderWith('count-normalised');
  const plain = await command(['check', name, '--json', ...ofThree], { cwd });
  expect(Object.keys(JSON.parse(plain.out).files[0])).not.toContain('mending');
  mkdirSync(join(cwd, 'inbox'));
  cpSync(join(cwd, name), join(cwd, 'inbox', name));
  const { out } = await command(['check', join('inbox', name), '--fix', '--json', ...ofThree], { cwd });
  expect(JSON.parse(out).files).toMatchObject([{ mending: { outcome: 'inbox', path: null } }]);
  expect(filesBelow(cwd)).toEqual([name, `inbox/${name}`].sort());
});

test('a copy that cannot be written is a failure', async () => {
  const cwd = folderWith('count-normalised');
  mkdirSync(join(cwd, copy));
  const { code, err } = await command(['check', name, '--fix', ...ofThree], { cwd });
  expect(code).toBe(2);
  expect(err.trim().split('\n')).toHaveLength(2);
});
