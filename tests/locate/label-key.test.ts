import { describe, expect, it } from 'vitest';
import { LabelSet, labelKeys } from '../../src/locate/label-key.js';

const matches = (label: string, text: string) => new LabelSet([label]).matches(labelKeys(text));

describe('labels', () => {
  it.each([
    ['宣传人数', '宣 传\n人 数'],
    ['宣传人数', '　宣传人数：'],
    ['宣传人数', '（2）宣传人数'],
    ['宣传人数', '2.宣传人数（人）'],
    ['宣传人数', '②宣传人数'],
    ['宣传人数', '（二）宣传人数'],
    ['宣传人数', '二、宣传人数'],
    ['宣传人数', '【宣传人数】'],
    ['宣传人数', '宣传人数 人'],
    ['活动场次', '活动场次/场'],
    ['活动照片', '活动照片（2-3张）'],
    ['县级计生协', '县级计划生育协会'],
    ['其他服务场次', '其它服务场次'],
    ['音频、视频稿件', '音频／视频稿件'],
    ['村居社区计生协', '村（居）社区计生协'],
    ['媒体宣传（篇数）', '媒体宣传'],
  ])('%s is %j', (label, text) => {
    expect(matches(label, text)).toBe(true);
  });

  it.each([
    ['宣传人数', '宣传人数（200人）'],
    ['宣传人数', '服务人数'],
    ['宣传', '宣传人次'],
    ['服务', '服务人次'],
    ['网站和新媒体建设', '网站和新媒体建设一栏'],
    ['场次', '场'],
    ['微博', ''],
  ])('%s is not %j', (label, text) => {
    expect(matches(label, text)).toBe(false);
  });
});
