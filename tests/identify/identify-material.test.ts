import { describe, expect, it } from 'vitest';
import { materialOfText } from '../../src/identify/identify-material.js';
import { shipped } from '../locate/form-sheet.js';

const campaign = shipped('wanzhang-2023');
const told = (...paragraphs: string[]) => materialOfText({ paragraphs, tables: [], pictures: 0 }, campaign)?.id ?? null;

describe('what a text is by its first lines', () => {
  it.each([
    [['楚庄村2023年“5.29会员活动月”实施方案', '一、活动时间'], 'plan'],
    [['附件', '关于印发《楚庄村活动月实施方案》的通知', '各村民小组：'], 'plan'],
    [['楚庄村', '各村民小组：', '现制定活动方案如下'], 'plan'],
    [['2023年活动月活动总结'], 'summary'],
    [['楚庄村活动总结及下一步工作计划'], 'summary'],
    [['楚庄村计生协会5.29活动情况汇报'], 'summary'],
  ])('%j', (lines, wanted) => expect(told(...lines)).toBe(wanted));

  it.each([
    [['关于开展“5.29会员活动月”宣传服务活动的通知', '各村计划生育协会：', '请于5月5日前报送实施方案']],
    [['各村：请于6月10日前报送信息统计表、总结。']],
    [['@所有人 请今天报送活动总结']],
  ])('is nothing where it asks others for material: %j', (lines) => expect(told(...lines)).toBeNull());
});
