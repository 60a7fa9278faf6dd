import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCampaign, loadCampaign, loadRoster, shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { parseCampaign } from '../../src/campaign/parse-campaign.js';
import { parseRoster } from '../../src/campaign/parse-roster.js';
import { CampaignFileError } from '../../src/campaign/problem.js';
import { ruleIds } from '../../src/findings/catalogue.js';

const source = readFileSync(new URL('../../templates/wanzhang-2023/campaign.yaml', import.meta.url), 'utf8');

function problemsOf(text: string): readonly string[] {
  try {
    parseCampaign(text, 'campaign.yaml', ruleIds);
  } catch (error) {
    if (error instanceof CampaignFileError) return error.problems;
    throw error;
  }
  return [];
}

/** The line, from 1, on which a text first stands. */
function lineOf(text: string, needle: string): number {
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

describe('shipped campaigns', () => {
  it.each(shippedCampaigns())('%s loads with its roster', (id) => {
    const place = findCampaign(id, '/')!;
    const campaign = loadCampaign(place, ruleIds);
    const roster = loadRoster(undefined, place, campaign, '/')!;
    expect(campaign.id).toBe(id);
    expect(campaign.ordinal).toBe(campaign.year - 1998);
    expect(roster.filter((unit) => unit.level === campaign.reportingLevel).every((unit) => unit.required)).toBe(true);
    expect(roster.filter((unit) => !unit.required).map((unit) => unit.level)).toEqual(['township']);
  });

  it('has the fields of the official forms', () => {
    const fieldsOf = (id: string) => loadCampaign(findCampaign(id, '/')!, ruleIds).forms.statistics.fields;
    const wanzhang = fieldsOf('wanzhang-2023');
    expect(wanzhang.filter((field) => field.kind === 'count')).toHaveLength(26);
    expect(wanzhang.filter((field) => field.kind === 'text').map((field) => field.id)).toEqual([
      'online.website',
      'online.wechat',
      'online.weibo',
    ]);
    expect(wanzhang.map((field) => field.id)).toContain('publicity.village.people');
    const binjiang = fieldsOf('binjiang-2021');
    expect(binjiang.filter((field) => field.kind === 'count')).toHaveLength(32);
    expect(
      binjiang.filter((field) => field.level !== null && field.level !== 'village').every((field) => field.optional),
    ).toBe(true);
  });

  it('lays the form out in fourteen rows whose cells fill the grid without overlap', () => {
    const { layout } = loadCampaign(findCampaign('wanzhang-2023', '/')!, ruleIds).forms.statistics;
    const taken = new Set<string>();
    for (const cell of layout.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
          expect(taken.has(`${row}:${column}`)).toBe(false);
          taken.add(`${row}:${column}`);
        }
      }
    }
    expect(layout.rows).toBe(1 + 14);
    expect(taken.size).toBe(layout.rows * layout.columns);
  });
});

describe('a mistake in campaign.yaml names line, key and what was expected', () => {
  it.each([
    ['timeZone: Asia/Shanghai', 'timeZone: Asia/Shangai', 'timeZone', 'IANA'],
    ['due: 2023-05-20', 'due: 2023-05-32', 'deadlines.2.due', ''],
    ['materials: [plan] }', 'materials: [plans] }', 'deadlines.0.materials.0', 'plan'],
    ['ordinal: 25', 'ordinal: 24', 'ordinal', '25'],
    ['estimates: include', 'estimates: maybe', 'estimates', 'include'],
    ['reportingLevel: village', 'reportingLevel: hamlet', 'reportingLevel', 'village'],
    [
      'of: sessions, askAbove: 200 ',
      'of: session, askAbove: 200 ',
      'forms.statistics.blocks.1.rows.0.leaves.1.of',
      'sessions',
    ],
    [
      '{ id: national, labels: [',
      '{ id: national, leaves: [article], labels: [',
      'forms.statistics.blocks.2.groups.0.leaves',
      'articles',
    ],
    ['rules: {}', 'rules: { count/nonsense: error }', 'rules', ''],
    ['year: 2023', 'yeer: 2023', 'year', ''],
  ])('%s → %s', (right, wrong, key, expected) => {
    expect(source).toContain(right);
    const broken = source.replace(right, wrong);
    const problems = problemsOf(broken);
    const named = problems.find((problem) => problem.includes(` ${key}`));
    expect(named).toBeDefined();
    expect(named).toContain(expected);
    if (key !== 'year') expect(named).toMatch(new RegExp(`^campaign\\.yaml:${lineOf(broken, wrong)} `));
  });

  it('names the line of broken YAML', () => {
    expect(problemsOf('id: x\ntitle: [unclosed\n')[0]).toMatch(/^campaign\.yaml:[23] /);
  });
});

describe('roster.csv', () => {
  const levels = [{ id: 'village', labels: ['村'] }];
  const text = 'id,name,level,aliases,active\n1,甲村,village,甲、甲庄,yes\n2,乙村,village,,no\n';

  it('is read with and without BOM and in GB18030', () => {
    const gbk = new Uint8Array([
      ...Buffer.from('id,name,level\n1,'),
      0xbc,
      0xd7,
      0xb4,
      0xe5,
      ...Buffer.from(',village\n'),
    ]);
    expect(parseRoster(gbk, 'roster.csv', levels)[0]?.name).toBe('甲村');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`)]) {
      const roster = parseRoster(bytes, 'roster.csv', levels);
      expect(roster.map((unit) => unit.name)).toEqual(['甲村']);
      expect(roster[0]?.aliases).toEqual(['甲', '甲庄']);
      expect(roster[0]?.fills).toEqual(['village']);
    }
  });

  it.each([
    ['id,name,level\n1,甲村,town\n', 'roster.csv:2 level', 'village'],
    ['id,name,level\n1,甲村,village\n1,乙村,village\n', 'roster.csv:3 id', '1'],
    ['id,name\n1,甲村\n', 'roster.csv:2 level', ''],
    ['id,name,level\n', 'roster.csv:1', 'unit'],
  ])('%j is refused with its line', (csv, where, expected) => {
    expect(() => parseRoster(Buffer.from(csv), 'roster.csv', levels)).toThrowError(CampaignFileError);
    try {
      parseRoster(Buffer.from(csv), 'roster.csv', levels);
    } catch (error) {
      const problem = (error as CampaignFileError).problems.find((one) => one.startsWith(where));
      expect(problem).toContain(expected);
    }
  });
});
