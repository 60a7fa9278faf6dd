import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assignReport } from '../../src/deadlines/assign-report.js';
import { inZone } from '../../src/deadlines/calendar.js';
import { judgeDeadlines } from '../../src/deadlines/judge-deadlines.js';
import { effectiveDay, kindOfDay } from '../../src/deadlines/workdays.js';
import type { Campaign } from '../../src/model/campaign.js';
import type { Fulfilment } from '../../src/model/fulfilment.js';
import type { Receipt } from '../../src/model/submission.js';
import { villages, wanzhang } from '../pipeline/inbox.js';

const zone = 'Asia/Shanghai';
const [unit] = villages('甲庄村委会');
const at = (instant: string, notBefore?: string): Receipt => ({
  ...{ at: instant, evidence: 'mtime' as const },
  ...(notBefore === undefined ? {} : { notBefore }),
});
const plan = (complete: Receipt | null, came: Receipt | null = complete): ReadonlyMap<string, readonly Fulfilment[]> =>
  new Map([['plan', [{ material: 'plan', complete, came }]]]);

function statusOf(
  fulfilments: ReadonlyMap<string, readonly Fulfilment[]>,
  asOf = '2023-06-14T09:00:00+08:00',
  campaign: Campaign = wanzhang,
) {
  return judgeDeadlines(campaign, unit!, fulfilments, asOf)[0]!;
}

describe.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('on a machine in %s', (machine) => {
  it('a day ends at 24:00 of the campaign’s zone', async () => {
    const before = process.env.TZ;
    process.env.TZ = machine;
    // What was worked out on another machine is not remembered on this one.
    vi.resetModules();
    const { daysFrom, endOfDay, inZone, parseInstant } = await import('../../src/deadlines/calendar.js');
    const { kindOfDay } = await import('../../src/deadlines/workdays.js');
    try {
      expect(new Date(endOfDay('2023-05-10', zone)).toISOString()).toBe('2023-05-10T16:00:00.000Z');
      expect(new Date(endOfDay('2023-03-12', 'America/New_York')).toISOString()).toBe('2023-03-13T04:00:00.000Z');
      expect(inZone('2023-05-10T16:30:00Z', zone)).toBe('2023-05-11T00:30:00+08:00');
      expect(daysFrom('2023-05-10', '2023-05-10T16:00:00Z', zone)).toBe(1);
      expect(parseInstant('2023-05-20', zone)).toBe('2023-05-20T23:59:59+08:00');
      expect(parseInstant('2023-05-20T17:30', zone)).toBe('2023-05-20T17:30:00+08:00');
      expect(parseInstant('2023-05-20T09:30:00Z', zone)).toBe('2023-05-20T17:30:00+08:00');
      for (const wrong of ['2023-02-30', '2023-05-20T25:00', 'yesterday', ''])
        expect(parseInstant(wrong, zone)).toBeNull();
      expect(kindOfDay('2023-05-20', wanzhang).kind).toBe('weekend');
    } finally {
      process.env.TZ = before;
    }
  });
});

it('writes any instant as the library does, also where an offset changes', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Gaza', 'UTC'];
  const change = fc
    .constantFrom('1987-04-05T03:31:00Z', '2010-03-26T22:01:00Z', '2023-03-12T07:00:00Z')
    .map(Date.parse);
  const near = fc.tuple(change, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, by]) => at + by);
  const time = fc.oneof(near, fc.integer({ min: Date.UTC(1880, 0), max: Date.UTC(2100, 0) }));
  fc.assert(
    fc.property(time, fc.constantFrom(...zones), (at, timeZone) => {
      const instant = new Date(at).toISOString();
      expect(inZone(instant, timeZone)).toBe(new TZDate(instant, timeZone).toISOString().replace(/\.\d+/, ''));
    }),
    { numRuns: 1000 },
  );
});

describe('the status at a deadline', () => {
  it.each([
    ['received in the last second', plan(at('2023-05-05T23:59:59+08:00')), 'on-time', 0],
    ['received a second later', plan(at('2023-05-06T00:00:00+08:00')), 'late', 1],
    ['received days later', plan(at('2023-05-09T10:00:00+08:00')), 'late', 4],
    ['only refused', plan(null, at('2023-05-04T10:00:00+08:00')), 'incomplete', 0],
    ['nothing', plan(null), 'missing', 0],
    [
      'an interval around the due time',
      plan(at('2023-05-10T18:00:00+08:00', '2023-05-05T18:00:00+08:00')),
      'on-time',
      0,
    ],
    ['an interval after it', plan(at('2023-05-10T18:00:00+08:00', '2023-05-06T18:00:00+08:00')), 'late', 5],
  ] as const)('%s', (_, fulfilments, status, daysLate) => {
    expect(statusOf(fulfilments)).toMatchObject({ status, daysLate });
  });

  it('is open before the due time, and met where everything is there', () => {
    expect(statusOf(plan(null), '2023-05-05T12:00:00+08:00').status).toBe('pending');
    expect(statusOf(plan(at('2023-05-04T10:00:00+08:00')), '2023-05-05T12:00:00+08:00').status).toBe('on-time');
  });

  it('says where only an interval is known', () => {
    const { uncertain } = statusOf(plan(at('2023-05-10T18:00:00+08:00', '2023-05-05T18:00:00+08:00')));
    expect(uncertain).toEqual({ from: '2023-05-05T18:00:00+08:00', to: '2023-05-10T18:00:00+08:00' });
  });

  it('follows the cutoff: 17:30 is in time, 17:31 is not', () => {
    const strict: Campaign = { ...wanzhang, cutoff: '17:30' };
    expect(statusOf(plan(at('2023-05-05T17:30:59+08:00')), undefined, strict).status).toBe('on-time');
    expect(statusOf(plan(at('2023-05-05T17:31:00+08:00')), undefined, strict)).toMatchObject({
      status: 'late',
      daysLate: 1,
    });
  });

  it('follows rulings: another day, and none at all', () => {
    const late = plan(at('2023-05-08T10:00:00+08:00'));
    const extended = { due: () => '2023-05-08', exempt: () => false };
    const exempt = { due: () => null, exempt: () => true };
    const judge = (rulings: typeof extended | typeof exempt) =>
      judgeDeadlines(wanzhang, unit!, late, '2023-06-14T09:00:00+08:00', rulings)[0];
    expect(judge(extended)).toMatchObject({ status: 'on-time', due: '2023-05-08' });
    expect(judge(exempt)).toMatchObject({ status: 'exempt', lacking: [] });
  });
});

describe('days', () => {
  it('knows holidays and make-up workdays, and what the campaign says of its own', () => {
    expect(kindOfDay('2023-05-01', wanzhang)).toEqual({ kind: 'holiday', name: '劳动节' });
    expect(kindOfDay('2023-05-06', wanzhang).kind).toBe('makeup-workday');
    expect(kindOfDay('2023-05-10', wanzhang).kind).toBe('workday');
    const own: Campaign = { ...wanzhang, calendar: { holidays: ['2023-05-10'], workdays: ['2023-05-20'] } };
    expect(kindOfDay('2023-05-10', own).kind).toBe('holiday');
    expect(kindOfDay('2023-05-20', own).kind).toBe('makeup-workday');
  });

  it('moves a due day only where the campaign asks for it', () => {
    expect(effectiveDay('2023-05-20', 'none', wanzhang)).toBe('2023-05-20');
    expect(effectiveDay('2023-05-20', 'next-workday', wanzhang)).toBe('2023-05-22');
    expect(effectiveDay('2023-05-20', 'next-day', wanzhang)).toBe('2023-05-21');
    expect(effectiveDay('2023-05-10', 'next-workday', wanzhang)).toBe('2023-05-10');
    expect(effectiveDay('2023-04-29', 'next-workday', wanzhang)).toBe('2023-05-04');
  });
});

describe('the deadline a report belongs to', () => {
  const deadlines = wanzhang.deadlines.filter((one) => one.materials.includes('progress'));
  const idOf = (texts: readonly string[], received: string) => assignReport(texts, received, deadlines, wanzhang)?.id;
  it.each([
    [['5月20日写实表.docx'], '2023-05-09T10:00:00+08:00', 'progress-2'],
    [['写实表5.10.docx'], '2023-05-25T10:00:00+08:00', 'progress-1'],
    [['0531写实表.docx'], '2023-05-09T10:00:00+08:00', 'progress-3'],
    [['写实表20230520.docx'], '2023-05-09T10:00:00+08:00', 'progress-2'],
    [['写实表（第三次）.docx'], '2023-05-09T10:00:00+08:00', 'progress-3'],
    [['第2期写实表.docx'], '2023-05-09T10:00:00+08:00', 'progress-2'],
    [['写实表.docx', '截至5月20日'], '2023-05-09T10:00:00+08:00', 'progress-2'],
    [['5月8日活动写实表.docx'], '2023-05-19T10:00:00+08:00', 'progress-2'],
    [['写实表.docx'], '2023-05-11T10:00:00+08:00', 'progress-1'],
    [['写实表.docx'], '2023-05-15T10:00:00+08:00', 'progress-1'],
    [['5月10日和5月20日写实表.docx'], '2023-05-30T10:00:00+08:00', 'progress-3'],
  ])('%j received %s → %s', (texts, received, expected) => {
    expect(idOf(texts, received)).toBe(expected);
  });
});
