import { describe, expect, it } from 'vitest';
import { beginsWithDay, daysIn, numberOf } from '../../src/check/days-in-text.js';
import { shipped } from '../locate/form-sheet.js';

const campaign = shipped('wanzhang-2023');
const days = (text: string) => daysIn(text, campaign);

describe('days in a text', () => {
  it.each([
    '5月8日，在广场',
    '5月8号上午',
    '5月8上午',
    '5 月 8 日',
    '05月08日',
    '５月８日',
    '5月份8日',
    '2023年5月8日',
    '2023-05-08',
    '2023/5/8 上午',
    '2023.5.8',
    '5.8在村委会',
    '5.8，走访',
    '5/8 义诊',
    '五月八日',
    '时间：5.8 地点：广场',
    '活动时间：5月8日',
    '我村于5月8日组织',
    '我村于5.8组织',
    '1.5月8日，在广场',
    '1、5.8上午',
    '①5月8日',
    '（一）5月8日',
    '第一场：5月8日',
    '“5.29”会员活动日期间，5月8日开展',
    '5.29会员活动月启动，5月8日开展',
    '1980年9月25日公开信，5月8日宣讲',
  ])('%j', (text) => {
    expect(days(text)).toEqual(['2023-05-08']);
  });

  it.each([
    ['5月8日-10日', ['2023-05-08']],
    ['5月8日至5月10日', ['2023-05-08', '2023-05-10']],
    ['4月28日、5月8日', ['2023-04-28', '2023-05-08']],
    ['五月二十八日', ['2023-05-28']],
    ['五月十日', ['2023-05-10']],
    ['5月29日', ['2023-05-29']],
    ['5.29上午，在广场', ['2023-05-29']],
    ['2022年5月8日', ['2022-05-08']],
  ])('%j', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    '“5.29”会员活动日',
    '5.29会员活动日集中宣传',
    '开展5·29会员活动月活动',
    '发放资料1.2万份',
    '1.2万份资料',
    '5.8万元',
    '身高1.65米',
    '血糖 5.8',
    '5月32日',
    '2月30日',
    '5月上旬',
    '今年5月30余名群众',
    '5月200人参加',
    '学习1980年9月25日公开信',
    '上午8点30分',
    '第5.8条',
    '2.走访慰问',
    '',
  ])('none in %j', (text) => {
    expect(days(text)).toEqual([]);
  });

  it('knows the lines that begin with one', () => {
    const begin = [
      '5月8日，在广场',
      '2、5月8日',
      '（5月8日）在',
      '时间：5月8日',
      '于5月8日',
      '2023年5月8日',
      '五月八日',
    ];
    expect(begin.filter((line) => !beginsWithDay(line))).toEqual([]);
    const others = ['我村5月8日', '“5.29”会员活动日', '2.走访慰问', '在广场', ''];
    expect(others.filter(beginsWithDay)).toEqual([]);
  });

  it('knows the numbers of lines', () => {
    expect(['1.甲', '（2）甲', '三、甲', '④甲', '（十二）甲', '5月8日', '甲', '5 月8日'].map(numberOf)).toEqual([
      1,
      2,
      3,
      4,
      12,
      null,
      null,
      null,
    ]);
  });
});
