import { describe, expect, it } from 'vitest';
import { checkProgress, type ProgressRow } from '../../src/check/check-progress.js';
import { splitActivities } from '../../src/check/split-activities.js';
import type { ProgressForm } from '../../src/model/campaign.js';
import { shipped } from '../locate/form-sheet.js';

const campaign = shipped('wanzhang-2023');
const form = campaign.forms.progress as ProgressForm;
const place = { kind: 'word', table: 1, row: 2, column: 2 } as const;
const good = '5月8日上午，在村文化广场组织会员、群众60人开展集中宣传活动，宣讲优生优育政策。';

const row = (text: string, pictures = 2): ProgressRow => ({ text, pictures, place });
const check = (rows: readonly ProgressRow[], loose = 0) => checkProgress(rows, loose, campaign, form);
const said = (text: string) => check([row(text)]).findings.map(({ rule, args }) => [rule, args]);
const lacking = (text: string) =>
  check([row(text)]).findings.flatMap((one) => (one.rule === 'progress/vague' ? one.args.lacking : []));

describe('several activities in one cell', () => {
  const split = (text: string) => splitActivities(text, campaign);

  it('parts lines that begin with a day, numbered or not', () => {
    expect(split('5月8日，宣讲\n5月12日，走访')).toEqual(['5月8日，宣讲', '5月12日，走访']);
    expect(split('1.5月8日，宣讲\n2.5月12日，走访')).toEqual(['1.5月8日，宣讲', '2.5月12日，走访']);
    expect(split('楚庄村活动\n5月8日\n在广场宣讲\n5月12日\n走访慰问')).toEqual([
      '楚庄村活动\n5月8日\n在广场宣讲',
      '5月12日\n走访慰问',
    ]);
    expect(split('时间：5月8日\n地点：广场\n时间：5月12日\n地点：会员之家')).toHaveLength(2);
  });

  it('parts numbered sentences of one line', () => {
    expect(split('1.5月8日，宣讲。2.5月12日，走访。')).toEqual(['1.5月8日，宣讲。', '2.5月12日，走访。']);
    expect(split('①5月8日宣讲；②5月12日走访')).toEqual(['①5月8日宣讲；', '②5月12日走访']);
  });

  it('parts numbered lines that each name a day somewhere', () => {
    expect(split('1.集中宣传。5月8日在广场\n2.走访慰问。5月12日入户')).toHaveLength(2);
  });

  it.each([
    '5月8日，在广场：\n1.发放资料200份\n2.义诊60人',
    '1.时间：5月8日\n2.地点：广场\n3.参加人员：群众60人\n4.内容：宣讲',
    '1.活动时间：5月8日至5月12日\n2.活动内容：5月8日宣讲',
    '5月8日，在广场宣讲。\n现场发放资料1.2万份。',
    '活动从5月8日开始。\n到5月12日结束。',
    '5月8日，在广场宣讲。5月12日，又走访。',
    '5月8日，在广场宣讲。\n5月10日',
    '1.发放资料200份\n2.走访慰问5户',
  ])('leaves one as one: %j', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('shares out the pictures', () => {
    const { activities } = check([row(`${good}\n5月9日，走访\n5月12日，义诊`, 8)]);
    expect(activities.map(({ day, photos }) => [day, photos])).toEqual([
      ['2023-05-08', 3],
      ['2023-05-09', 3],
      ['2023-05-12', 2],
    ]);
  });
});

describe('what an activity tells', () => {
  it.each([
    good,
    '5月21日，村计生协干部走访慰问计生特殊家庭24户，送去慰问品，了解生活困难。',
    '五月十日在会员之家举办婚育文化讲座，妇女30余人听讲。',
    '5.8 楚庄村组织志愿者到田间地头发放宣传资料200份',
    '5月中旬，利用微信公众号、大喇叭向全体村民宣传三孩政策，发放倡议书300份。',
    '5月29日当天，村卫生室为育龄妇女免费检查身体，共计46人次。',
    '六一前夕（5月30日），看望留守儿童12名，送去书包文具。',
    '2023-05-12 会员之家 党员代表25人 学习党的二十大精神手册，交流婚育新风',
    '时间：5月8日；地点：村委会；参加人员：60人；内容：计生政策宣讲、健康义诊。',
    '母亲节当天，组织了关爱女性健康知识竞赛，50位母亲参加，地点在村小学操场。',
  ])('is asked nothing: %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['开展了宣传活动', ['time', 'place', 'people', 'content']],
    ['在村文化广场组织会员60人开展集中宣传活动，宣讲优生优育政策。', ['time']],
    ['5月8日开展优生优育政策宣传活动，发放宣传资料两百份', ['place', 'people']],
    ['5月8日，在村文化广场开展优生优育政策宣传，发放资料', ['people']],
    ['5月8日在村委会宣传60人', ['content']],
  ])('%j lacks %j', (text, expected) => {
    expect(lacking(text)).toEqual(expected);
  });

  it('lies in the period where any of its days does', () => {
    expect(said(good.replace('5月8日', '4月28日'))).toEqual([
      ['progress/outside-period', { activity: 1, day: '2023-04-28', from: '2023-05-01', to: '2023-05-31' }],
    ]);
    expect(said(good.replace('5月8日', '2022年5月8日')).map(([rule]) => rule)).toEqual(['progress/outside-period']);
    expect(said(good.replace('5月8日', '4月28日至5月2日'))).toEqual([]);
    expect(said(good.replace('优生优育政策', '1980年9月25日公开信'))).toEqual([]);
    expect(said(good.replace('5月8日上午', '5月下旬'))).toEqual([]);
  });
});

describe('photos of activities', () => {
  const bare = (rows: readonly ProgressRow[], loose: number) =>
    check(rows, loose).findings.map(({ rule, args }) => [rule, 'activity' in args ? args.activity : 0]);

  it('asks only where those beside the rows do not make up for them', () => {
    const rows = [row(good, 2), row(good, 1), row(good, 0)];
    expect(bare(rows, 0)).toEqual([
      ['progress/photos-missing', 2],
      ['progress/photos-missing', 3],
    ]);
    expect(bare(rows, 2)).toEqual([['progress/photos-missing', 3]]);
    expect(bare(rows, 3)).toEqual([]);
  });

  it('says that there is no activity, and nothing else', () => {
    expect(bare([row('', 3)], 0)).toEqual([['progress/no-activity', 0]]);
    expect(bare([], 0)).toEqual([['progress/no-activity', 0]]);
  });
});
