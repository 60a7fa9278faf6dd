import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedFigures, lostActivities, reportsDisagree } from '../../src/check/compare-versions.js';
import type { Activity } from '../../src/model/submission.js';
import { shipped } from '../locate/form-sheet.js';
import { recordOf, submissionOf, unitOf } from './record.js';

const campaign = shipped('wanzhang-2023');
const place = { kind: 'word', table: 1 } as const;
const label = '宣传活动 / 村居社区计生协 / 宣传人数';

describe('figures of a later version', () => {
  const dropped = (
    before: Parameters<typeof recordOf>[0],
    after: Parameters<typeof recordOf>[0],
    fills = ['village'],
  ) =>
    droppedFigures(
      submissionOf({ statistics: recordOf(before), path: '一.xlsx' }),
      submissionOf({ statistics: recordOf(after), unit: unitOf('甲', fills) }),
      campaign,
    ).map(({ rule, args }) => [rule, args]);

  it('are asked about where they fell by half or to nothing', () => {
    const told = (value: number) => [['series/dropped', { label, value, before: 200, earlier: '一.xlsx' }]];
    expect(dropped({ 'publicity.village.people': 200 }, { 'publicity.village.people': 101 })).toEqual([]);
    expect(dropped({ 'publicity.village.people': 200 }, { 'publicity.village.people': 100 })).toEqual(told(100));
    expect(dropped({ 'publicity.village.people': 200 }, {})).toEqual(told(0));
    expect(dropped({ 'publicity.village.people': 200 }, { 'publicity.village.people': 280 })).toEqual([]);
    expect(dropped({ 'publicity.village.sessions': 1 }, { 'publicity.village.sessions': 0 })).toEqual([]);
  });

  it('are not asked about where another level’s were rightly taken out', () => {
    expect(dropped({ 'publicity.county.people': 900 }, {})).toEqual([]);
    expect(dropped({ 'publicity.county.people': 900 }, {}, ['county'])).toHaveLength(1);
  });

  it('are not compared where one version has none', () => {
    expect(droppedFigures(submissionOf({}), submissionOf({ statistics: recordOf({}) }), campaign)).toEqual([]);
  });
});

const told = (text: string, day: string | null = null): Activity => ({ text, day, photos: 2, place });
const lost = (before: readonly Activity[], after: readonly Activity[]) => {
  const [found] = lostActivities(submissionOf({ activities: before }), submissionOf({ activities: after }));
  return found?.rule === 'progress/not-cumulative' ? found.args.missing : 0;
};

const places = ['村文化广场', '会员之家', '党群服务中心', '村卫生室', '村小学'];
const deeds = [
  '开展集中宣传活动，组织会员、志愿者60人参加，发放宣传资料200份，宣讲优生优育、生殖健康知识',
  '举办新时代婚育文化讲座，参加群众40人，讲解优化生育政策和家庭健康知识',
  '组织知识竞赛，村民代表25人答题，优胜者获得纪念品',
  '为65岁以上老人免费义诊，测量血压血糖，建立健康档案',
  '走访慰问计生特殊家庭，送去米面油，了解生活困难，鼓励他们树立信心',
  '举行广场舞联谊，邻里同乐，现场倡导移风易俗、抵制高价彩礼',
];
const synonyms: readonly (readonly [string, string])[] = [
  ['开展', '举行'],
  ['组织', '发动'],
  ['群众', '村民'],
  ['发放', '分发'],
  ['宣讲', '讲解'],
  ['了解', '询问'],
  ['免费', '义务'],
  ['，', '；'],
  ['、', ' '],
];

/** Activities of different days or of different kinds, the way villages write them. */
const activities = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      deed: fc.nat(deeds.length - 1),
      place: fc.nat(places.length - 1),
    }),
    {
      minLength: 2,
      maxLength: 8,
      selector: ({ day, deed }) => `${day} ${deed}`,
    },
  )
  .map((list) =>
    list.map(({ day, deed, place: where }) =>
      told(`5月${day}日，在${places[where]}${deeds[deed]}。`, `2023-05-${`${day}`.padStart(2, '0')}`),
    ),
  );

const rewording = fc.record({
  swapped: fc.subarray([...synonyms]),
  added: fc.constantFrom('', '活动现场气氛热烈，受到大家一致好评。', '村计生协会长作了讲话。'),
  moved: fc.boolean(),
});

function reworded(
  list: readonly Activity[],
  { swapped, added, moved }: { swapped: readonly (readonly [string, string])[]; added: string; moved: boolean },
) {
  const changed = list.map((one) => ({
    ...one,
    text: `${swapped.reduce((text, [from, to]) => text.replaceAll(from, to), one.text)}${added}`,
  }));
  return moved ? changed.reverse() : changed;
}

describe('activities of a later report', () => {
  it('are the earlier ones however reworded', () => {
    fc.assert(
      fc.property(activities, rewording, (list, words) => {
        expect(lost(list, reworded(list, words))).toBe(0);
        expect(lost(list, [...reworded(list, words), told('5月31日，在村委会总结表彰优秀会员。', '2023-05-31')])).toBe(
          0,
        );
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('are missed where any was left out, however the others are reworded', () => {
    fc.assert(
      fc.property(activities, rewording, fc.nat(), fc.nat(2), (list, words, at, more) => {
        const gone = Math.min(1 + more, list.length - 1);
        const kept = list.filter((_, n) => (n - (at % list.length) + list.length) % list.length >= gone);
        expect(lost(list, reworded(kept, words))).toBe(gone);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it('are known without days by their words', () => {
    const list = deeds.map((deed) => told(`在村里${deed}。`));
    expect(lost(list, reworded(list, { swapped: synonyms, added: '', moved: true }))).toBe(0);
    expect(lost(list, list.slice(2))).toBe(2);
  });

  it('are the same where only a day was put right, not where another day’s words are alike', () => {
    const deed = `在${places[0]}${deeds[0]}。`;
    expect(lost([told(`5月8日，${deed}`, '2023-05-08')], [told(`5月9日，${deed}`, '2023-05-09')])).toBe(0);
    const other = deed.replace('60', '78').replace('200', '101').replace('会员、', '');
    expect(lost([told(`5月8日，${deed}`, '2023-05-08')], [told(`5月9日，${other}`, '2023-05-09')])).toBe(1);
  });

  it('may be told together in one', () => {
    const list = [told(`5月8日，在广场${deeds[0]}。`, '2023-05-08'), told(`5月9日，在村里${deeds[4]}。`, '2023-05-09')];
    expect(lost(list, [told(list.map(({ text }) => text).join(''), '2023-05-08')])).toBe(0);
  });

  it('are compared only where both report any', () => {
    expect(lost([], [told('甲')])).toBe(0);
    expect(lost([told('甲乙丙')], [])).toBe(1);
  });
});

describe('activities told and sessions counted', () => {
  const disagree = (count: number, record: Parameters<typeof recordOf>[0], fills = ['village']) =>
    reportsDisagree(
      Array.from({ length: count }, () => told('甲')),
      recordOf(record),
      fills,
      campaign,
    ).map(({ args }) => args);
  const sessions = { 'publicity.village.sessions': 2, 'visits.village.sessions': 1, 'services.village.sessions': 1 };

  it('disagree where more were told than counted', () => {
    expect(disagree(4, sessions)).toEqual([]);
    expect(disagree(3, sessions)).toEqual([]);
    expect(disagree(5, sessions)).toEqual([{ activities: 5, sessions: 4 }]);
  });

  it('count the unit’s own sessions, not people or other levels', () => {
    const more = { ...sessions, 'publicity.village.people': 90, 'publicity.county.sessions': 9, 'media.county.av': 9 };
    expect(disagree(5, more)).toEqual([{ activities: 5, sessions: 4 }]);
    expect(disagree(5, more, ['village', 'county'])).toEqual([]);
  });
});
