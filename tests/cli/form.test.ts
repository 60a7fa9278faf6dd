import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findCampaign } from '../../src/campaign/find-campaign.js';
import { parseCampaign } from '../../src/campaign/parse-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { WorkingFolder } from './working.js';

const blank = (id: string) => readFileSync(join(findCampaign(id, '/')?.folder ?? '', 'statistics.xlsx'));

describe('campaign form init', () => {
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));
  work.put('空表.xlsx', blank('wanzhang-2023'));

  it('writes a campaign.yaml that loads, and says where to look', async () => {
    const ran = await work.run('form', 'init', '空表.xlsx', '--id', 'next', '--year', '2024');
    expect(ran.code).toBe(0);
    const text = readFileSync(join(work.path, 'campaign.yaml'), 'utf8');
    const campaign = parseCampaign(text, 'campaign.yaml', ruleIds);
    expect([campaign.id, campaign.year]).toEqual(['next', 2024]);
    for (const [, line = '', told = ''] of ran.out.matchAll(/campaign\.yaml:(\d+) {2}(.*)/g)) {
      expect(text.split('\n')[Number(line) - 1]).toContain(told);
    }
    expect(ran.out).toContain('请填写');
  });

  it('never writes over a file', async () => {
    const before = readFileSync(join(work.path, 'campaign.yaml'), 'utf8');
    expect((await work.run('form', 'init', '空表.xlsx')).code).toBe(2);
    expect(readFileSync(join(work.path, 'campaign.yaml'), 'utf8')).toBe(before);
  });

  it('prints the draft alone where it is asked to', async () => {
    const ran = await work.run('form', 'init', '空表.xlsx', '--out', '-');
    expect(ran.code).toBe(0);
    expect(parseCampaign(ran.out, '-', ruleIds).year).toBe(2023);
    expect(ran.err).toContain('请填写');
  });

  it('works on with what it drafted', async () => {
    const checked = await work.run('check', '空表.xlsx', '--json');
    // The form is still last year's by its title.
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out).files[0].findings.map((one: { rule: string }) => one.rule)).toEqual([
      'form/other-year',
    ]);
    work.put('roster.csv', 'id,name,level\n1,甲村,village\n');
    expect((await work.run('template')).code).toBe(0);
    const made = await work.run('check', 'forms/甲村_信息统计表.xlsx', '--json');
    expect(JSON.parse(made.out).files[0]).toMatchObject({ blank: true, findings: [], unit: '甲村' });
  });

  it.each([
    [['nothing.xlsx']],
    [['roster.csv']],
    [['空表.xlsx', '--id', '新 活动', '--out', 'b.yaml']],
    [['空表.xlsx', '--year', '23', '--out', 'b.yaml']],
  ])('%j cannot be done', async (argv) => {
    const ran = await work.run('form', 'init', '--out', 'c.yaml', ...argv);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toContain('    at ');
  });
});

describe('campaign form diff', () => {
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));
  const yaml = readFileSync(findCampaign('wanzhang-2023', '/')?.path ?? '', 'utf8');
  work.put('same.yaml', yaml);
  work.put('other.yaml', yaml.replace('due: 2023-05-20', 'due: 2023-05-22').replace('[官网, ', '[门户网站, '));
  work.put('broken.yaml', 'id: [');
  work.put('wanzhang.xlsx', blank('wanzhang-2023'));
  work.put('binjiang.xlsx', blank('binjiang-2021'));

  it.each([
    ['wanzhang-2023', 'same.yaml', 0],
    ['same.yaml', 'other.yaml', 1],
    ['wanzhang-2023', 'binjiang-2021', 1],
    ['wanzhang-2023', 'wanzhang.xlsx', 0],
    ['wanzhang.xlsx', 'same.yaml', 0],
    ['binjiang-2021', 'binjiang.xlsx', 0],
    ['wanzhang.xlsx', 'binjiang.xlsx', 1],
    ['wanzhang.xlsx', 'wanzhang.xlsx', 0],
    ['same.yaml', 'broken.yaml', 2],
    ['same.yaml', 'gone.yaml', 2],
    ['same.yaml', 'gone.xlsx', 2],
    ['nowhere-2020', 'same.yaml', 2],
  ])('%s against %s: exit %i', async (a, b, code) => {
    const ran = await work.run('form', 'diff', a, b);
    expect(ran.code).toBe(code);
    expect(ran.err).not.toContain('    at ');
    if (code === 2) expect(ran.err).not.toBe('');
  });

  it('tells as JSON what differs', async () => {
    const ran = await work.run('form', 'diff', 'same.yaml', 'other.yaml', '--json');
    expect(ran.code).toBe(1);
    const json = JSON.parse(ran.out);
    expect(json).toMatchObject({ schema: 1, a: 'same.yaml', b: 'other.yaml', scope: 'all', equal: false });
    expect(json.differences).toContainEqual({
      ...{ part: 'deadline', change: 'changed', id: 'progress-2', label: '第二次写实表', key: 'due' },
      ...{ before: '2023-05-20', after: '2023-05-22' },
    });
    expect(json.differences).toContainEqual(
      expect.objectContaining({ part: 'field', change: 'renamed', after: '门户网站' }),
    );
    const same = JSON.parse((await work.run('form', 'diff', 'same.yaml', 'wanzhang.xlsx', '--json')).out);
    expect(same).toMatchObject({ scope: 'form', equal: true, differences: [] });
  });

  it('speaks English too, without a word of Chinese of its own', async () => {
    const ran = await work.run('form', 'diff', 'same.yaml', 'other.yaml', '--lang', 'en');
    const own = ran.out
      .split('\n')
      .map((line) => line.replace(/ {2}.*$/, ''))
      .join();
    expect(own).not.toMatch(/\p{Script=Han}/u);
    expect(ran.out).toContain('2023-05-22');
  });
});
