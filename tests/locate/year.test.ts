import { describe, expect, it } from 'vitest';
import { yearOfSheet, yearOfTitles } from '../../src/locate/year.js';
import { shipped } from './form-sheet.js';

const campaign = shipped('wanzhang-2023');
const other = (...titles: string[]) => yearOfTitles(titles, campaign).other;

describe('the year of a title', () => {
  it.each([
    '2022年“5.29会员活动月”信息统计表',
    '附件2：2022年“5.29会员活动月”信息统计表',
    '附件2\n2022年“5.29会员活动月”信息统计表',
    '附件2 2022年“5.29会员活动月”信息统计表',
    '附件22022年“5.29会员活动月”信息统计表',
    '2022 年 “ 5.29 会 员 活 动 月 ” 信 息 统 计 表',
    '２０２２年会员活动日统计表（单位：场、人）',
    '二〇二二年会员活动日信息统计表',
    '2022“5.29会员活动月”信息统计表',
    '2022年会员活动月信息统计表    填报单位：楚庄村',
    '2022年会员活动月信息统计表-楚庄村',
    '2022年5月29日会员活动日信息统计表',
    '2022年春季犬只免疫登记表',
  ])('%j is of 2022', (title) => {
    expect(other(title)).toMatch(/^(?:2022)年?$/u);
  });

  it.each(['第24个“5.29会员活动日”信息统计表', '第 24 个会员活动日信息统计表', '第二十四个会员活动日统计表'])(
    '%j is the 24th',
    (title) => {
      expect(other(title)).toMatch(/^第(?:24|二十四)个$/u);
    },
  );

  it.each([
    '2023年“5.29会员活动月”信息统计表',
    '第25个“5.29会员活动日”信息统计表',
    '第二十五个会员活动日信息统计表',
    '“5.29会员活动月”信息统计表',
    '第3个村会员活动月信息统计表',
    '第二次进展情况写实表',
  ])('%j is not of another year', (title) => {
    expect(other(title)).toBeNull();
  });

  it.each([
    '填报日期：2022年6月5日',
    '2022年6月5日',
    '信息统计表（2022年6月5日）',
    '说明：与2022年会员活动日相比，今年人数有所增加。',
    '今年会员活动日人数比2022年会员活动日多了三成',
    '1.2022年会员活动日的发稿不计入',
    '2022年工作总结',
    '联系电话：20221234567',
  ])('%j is no title of a form', (line) => {
    expect(other(line)).toBeNull();
  });

  it('lets this year’s title outweigh another, and the form’s own title all others', () => {
    expect(other('2023年“5.29会员活动月”第24个会员活动日信息统计表')).toBeNull();
    expect(other('关于开展2023年会员活动月活动', '2022年会员活动月信息统计表')).toBe('2022年');
    expect(other('2022年“5.29会员活动月”', '信息统计表')).toBe('2022年');
  });

  it('reads the name of a sheet, which may be the year alone', () => {
    expect(
      ['2022', '2022年', '2022年度', '2022年统计表', '2023年', 'Sheet1', '5月10日'].map(
        (name) => yearOfSheet(name, campaign).other,
      ),
    ).toEqual(['2022', '2022年', '2022年', '2022年', null, null, null]);
  });
});
