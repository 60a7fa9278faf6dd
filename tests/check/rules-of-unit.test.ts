import { describe, expect, it } from 'vitest';
import { checkMeaning } from '../../src/check/rules-of-unit.js';
import type { UnfilledFields } from '../../src/model/submission.js';
import { shipped } from '../locate/form-sheet.js';
import { fullRecord, recordOf } from './record.js';

const wanzhang = shipped('wanzhang-2023');
const binjiang = shipped('binjiang-2021');
const sessions = '宣传活动 / 村居社区计生协 / 活动场次';
const people = '宣传活动 / 村居社区计生协 / 宣传人数';

function said(
  values: Readonly<Record<string, number | string>>,
  unfilled: UnfilledFields = {},
  { fills = ['village'], campaign = wanzhang } = {},
) {
  const subject = { campaign, record: recordOf(values), unfilled, fills };
  return checkMeaning(subject).map(({ rule, args }) => [rule, args]);
}

const pair = (s: number, p: number) => ({ 'publicity.village.sessions': s, 'publicity.village.people': p });

describe('a sound record', () => {
  it('is asked nothing', () => {
    const record = fullRecord(wanzhang, (n) => (n % 2 === 0 ? 2 : 2 * (n < 6 ? 15 : 1)));
    expect(checkMeaning({ campaign: wanzhang, record, unfilled: {}, fills: ['village'] })).toEqual([]);
    expect(said(pair(0, 0))).toEqual([]);
    expect(said(pair(2, 200))).toEqual([]);
    expect(said({ 'publicity.village.sessions': 2, 'online.wechat': '无' })).toEqual([]);
  });

  it('of a form without levels lacks none', () => {
    const { statistics } = wanzhang.forms;
    const fields = statistics.fields.filter(({ level }) => level === null);
    const campaign = { ...wanzhang, forms: { ...wanzhang.forms, statistics: { ...statistics, fields } } };
    expect(said({ 'media.county.articles': 1 }, {}, { campaign })).toEqual([]);
  });
});

describe('sessions and people', () => {
  it('go together', () => {
    const labels = { sessions, people };
    expect(said(pair(0, 200))).toEqual([['pair/people-without-sessions', { ...labels, value: 200 }]]);
    expect(said(pair(2, 0))).toEqual([['pair/sessions-without-people', { ...labels, value: 2 }]]);
    expect(said(pair(20, 2))).toEqual([
      ['pair/fewer-people-than-sessions', { ...labels, sessionsValue: 20, peopleValue: 2 }],
    ]);
  });

  it('are asked about where the other is blank or 无, not where it could not be read', () => {
    const blank = { 'publicity.village.sessions': 'blank' } as const;
    const none = { 'publicity.village.people': 'none' } as const;
    expect(said({ 'publicity.village.people': 200 }, blank).map(([rule]) => rule)).toContain(
      'pair/people-without-sessions',
    );
    expect(said({ 'publicity.village.sessions': 2 }, none).map(([rule]) => rule)).toEqual([
      'pair/sessions-without-people',
    ]);
    expect(said({ 'publicity.village.people': 200 })).toEqual([]);
  });

  it('are asked about only at levels the unit may fill', () => {
    const county = { 'publicity.county.sessions': 0, 'publicity.county.people': 0, ...pair(1, 20) };
    expect(said(county)).toEqual([]);
    const rules = said({ ...pair(1, 20), 'publicity.county.people': 300 }).map(([rule]) => rule);
    expect(rules).toEqual(['level/not-yours']);
  });
});

describe('large numbers', () => {
  it('are asked about above the form’s thresholds', () => {
    expect(said(pair(31, 5000))).toEqual([]);
    expect(said(pair(32, 5000))).toEqual([
      ['count/implausible', { label: sessions, value: 32, limit: 31, perSession: false }],
    ]);
    expect(said(pair(20, 5001))).toEqual([
      ['count/implausible', { label: people, value: 5001, limit: 5000, perSession: false }],
    ]);
    expect(said({ 'media.national.articles': 3 })).toMatchObject([['count/implausible', { value: 3, limit: 2 }]]);
  });

  it('are asked about for each session', () => {
    expect(said(pair(2, 1000))).toEqual([]);
    expect(said(pair(2, 1001))).toEqual([
      ['count/implausible', { label: people, value: 1001, limit: 500, perSession: true }],
    ]);
  });
});

describe('other levels', () => {
  const foreign = { 'publicity.county.sessions': 3, 'publicity.county.people': 90, 'visits.township.people': 5 };

  it('are not the village’s to fill: one question a level', () => {
    expect(said({ ...pair(1, 20), ...foreign })).toEqual([
      [
        'level/not-yours',
        { level: '县级计生协', labels: ['宣传活动 / 县级计生协 / 活动场次', '宣传活动 / 县级计生协 / 宣传人数'] },
      ],
      ['level/not-yours', { level: '乡镇计生协', labels: ['服务活动 / 乡镇计生协 / 慰问人数'] }],
    ]);
  });

  it('may hold 0, and may be filled by who fills them', () => {
    expect(said({ ...pair(1, 20), 'publicity.county.people': 0 })).toEqual([]);
    const fills = ['county', 'township', 'village'];
    expect(said({ ...pair(1, 20), ...foreign, 'visits.township.sessions': 1 }, {}, { fills })).toEqual([]);
  });

  it('may be left out by a form, but not by that of the unit whose they are', () => {
    const options = { campaign: binjiang, fills: ['township'] };
    expect(said(pair(0, 0), {}, options)).toEqual([['form/label-missing', { label: '乡镇计生协' }]]);
    expect(said({ 'publicity.township.sessions': 0 }, {}, options)).toEqual([]);
    expect(said(pair(0, 0), { 'visits.township.people': 'none' }, options)).toEqual([]);
    expect(said(pair(1, 20), {}, { ...options, fills: ['village'] })).toEqual([]);
  });
});

describe('what was left blank', () => {
  it('is noted in one finding for counts and one for the online row', () => {
    const unfilled = {
      'visits.village.sessions': 'blank',
      'visits.village.people': 'blank',
      'services.village.people': 'none',
      'services.village.sessions': 'none',
      'publicity.county.people': 'blank',
      'online.wechat': 'blank',
      'online.weibo': 'none',
    } as const;
    expect(said(pair(1, 20), unfilled)).toEqual([
      ['count/blank', { labels: ['服务活动 / 村居社区计生协 / 慰问服务场次', '服务活动 / 村居社区计生协 / 慰问人数'] }],
      ['online/not-filled', { labels: ['网站和新媒体建设 / 微信公众号'] }],
    ]);
  });

  it('is placed in the table the record stands in', () => {
    const subject = {
      campaign: wanzhang,
      record: recordOf(pair(1, 20)),
      unfilled: { 'online.weibo': 'blank' as const },
    };
    expect(checkMeaning({ ...subject, fills: ['village'] }).map(({ place }) => place)).toEqual([
      { kind: 'sheet', sheet: 'Sheet1' },
    ]);
  });
});
