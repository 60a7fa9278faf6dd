import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCampaigns } from '../../src/campaign/compare/compare-campaigns.js';
import { type Listed, moves } from '../../src/campaign/compare/listed.js';
import { parseCampaign } from '../../src/campaign/parse-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Difference } from '../../src/model/difference.js';

const read = (id: string) => readFileSync(new URL(`../../templates/${id}/campaign.yaml`, import.meta.url), 'utf8');
const source = read('wanzhang-2023');
const load = (text: string) => parseCampaign(text, 'campaign.yaml', ruleIds);
const wanzhang = load(source);
const binjiang = load(read('binjiang-2021'));
const how = { scope: 'all', knows: (label: string, words: readonly string[]) => words.includes(label) } as const;

/** What differs once these texts are replaced. */
function edited(...edits: readonly (readonly [string, string])[]): readonly Difference[] {
  const text = edits.reduce((sofar, [from, to]) => {
    expect(sofar).toContain(from);
    return sofar.replace(from, to);
  }, source);
  return compareCampaigns(wanzhang, load(text), how);
}

const essence = (differences: readonly Difference[]) =>
  differences.map(({ part, change, id, key }) =>
    [part, change, id, key === id ? null : key].filter((one) => one !== null).join(' '),
  );

describe('comparing two definitions', () => {
  it.each([wanzhang, binjiang])('$id does not differ from itself', (campaign) => {
    expect(compareCampaigns(campaign, campaign, how)).toEqual([]);
  });

  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['a due day', [['due: 2023-05-20', 'due: 2023-05-22']], ['deadline changed progress-2 due']],
    [
      'a deadline',
      [['  - { id: plan, name: 实施方案, due: 2023-05-05, materials: [plan] }\n', '']],
      ['deadline removed plan'],
    ],
    ['photos asked for', [['least: 3', 'least: 4']], ['material changed photos least']],
    ['a format', [['formats: [jpg]', 'formats: [jpg, png]']], ['material changed photos formats']],
    ['a severity', [['rules: {}', 'rules: { count/estimate: error }']], ['rule added count/estimate']],
    ['the office', [['office: 嘉祥县', 'office: 某县']], ['campaign changed office']],
    [
      'the year',
      [
        ['year: 2023', 'year: 2024'],
        ['ordinal: 25', 'ordinal: 26'],
      ],
      ['campaign changed year', 'campaign changed ordinal'],
    ],
    [
      'a threshold',
      [['of: sessions, askAbove: 200 ', 'of: sessions, askAbove: 300 ']],
      [
        'field changed visits.county.people askAbove',
        'field changed visits.township.people askAbove',
        'field changed visits.village.people askAbove',
      ],
    ],
    [
      'a wording of clerks',
      [['labels: [文字稿件, ', 'labels: [文字稿件, 文字类, ']],
      ['field changed media.*.articles labels'],
    ],
    [
      'an official label',
      [['labels: [文字稿件, 文字稿, ', 'labels: [文字稿, 文字稿件, ']],
      ['field renamed media.*.articles label'],
    ],
    [
      'a level',
      [['labels: [村居社区计生协, ', 'labels: [行政村, 村居社区计生协, ']],
      ['level renamed village label', 'level changed village labels'],
    ],
    ['a block', [['labels: [宣传活动, 宣传,', 'labels: [宣传, 宣传活动,']], ['block renamed publicity label']],
    ['an id', [['{ id: weibo,', '{ id: micro,']], ['field renamed online.micro id']],
    [
      'a row of the online block',
      [
        [
          '              - { id: website, labels: [官网, 官方网站, 网站, 网址, 网站网址, 官网网址, 官网地址], kind: text }\n',
          '',
        ],
      ],
      ['field removed online.website'],
    ],
    [
      'a column of the progress form',
      [['photos: [活动照片, ', 'photos: [影像, 活动照片, ']],
      ['progress renamed photos label', 'progress changed photos labels'],
    ],
  ])('tells of %s', (_, edits, expected) => {
    expect(essence(edited(...edits))).toEqual(expected);
  });

  it('knows whether a new official label is read already', () => {
    const [known] = edited(['labels: [文字稿件, 文字稿, ', 'labels: [文字稿, 文字稿件, ']);
    expect(known).toMatchObject({ before: '文字稿件', after: '文字稿', known: true });
    const [unknown] = edited(['labels: [文字稿件, 文字稿, ', 'labels: [长文, 文字稿件, 文字稿, ']);
    expect(unknown).toMatchObject({ after: '长文', known: false });
  });

  it('says of a blank form nothing that no form can tell', () => {
    const differences = compareCampaigns(wanzhang, binjiang, { ...how, scope: 'form' });
    const parts = new Set(differences.map(({ part }) => part));
    for (const part of ['material', 'deadline', 'rule', 'progress'] as const) expect(parts).not.toContain(part);
    expect(essence(differences)).not.toContain('campaign changed id');
    expect(differences.some(({ key }) => key === 'optional' || key === 'askAbove' || key === 'kind')).toBe(false);
  });

  it('gives the reverse in reverse', () => {
    const there = compareCampaigns(wanzhang, binjiang, how);
    const back = compareCampaigns(binjiang, wanzhang, how);
    const ids = (list: readonly Difference[], change: string) =>
      list
        .filter((one) => one.change === change)
        .map(({ part, id }) => `${part} ${id}`)
        .sort();
    expect(ids(there, 'added')).toEqual(ids(back, 'removed'));
    expect(ids(there, 'removed')).toEqual(ids(back, 'added'));
    expect(ids(there, 'changed')).toEqual(ids(back, 'changed'));
  });

  it('tells blocks that changed places by as few fields as possible', () => {
    const text = source.replace(
      /( {6}- labels: \[宣传活动[\s\S]*?)( {6}- labels: \[服务活动[\s\S]*?)(?= {6}- labels: \[媒体)/,
      '$2$1',
    );
    const moved = compareCampaigns(wanzhang, load(text), how);
    expect(new Set(moved.map(({ change }) => change))).toEqual(new Set(['moved']));
    expect(moved).toHaveLength(6);
  });
});

describe('moves', () => {
  const listed = (ids: readonly number[]): Listed[] => ids.map((id) => ({ id: `${id}`, label: `${id}`, values: {} }));

  it('are none for the same order, and enough to make the one from the other', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
        const sorted = [...order].sort((a, b) => a - b);
        expect(moves('field', listed(order), listed(order))).toEqual([]);
        const out = new Set(moves('field', listed(sorted), listed(order)).map(({ id }) => Number(id)));
        const stay = order.filter((id) => !out.has(id));
        expect(stay).toEqual([...stay].sort((a, b) => a - b));
        // No longer part of the new order is in the old order: checked against all parts.
        const rises = Array.from({ length: 2 ** 8 }, (_, bits) => order.filter((_, n) => bits & (1 << n)));
        const longest = Math.max(
          ...rises
            .filter((part) => part.every((id, n) => n === 0 || id > (part[n - 1] ?? 0)))
            .map((part) => part.length),
        );
        expect(stay).toHaveLength(longest);
      }),
      { numRuns: 60 },
    );
  });
});
