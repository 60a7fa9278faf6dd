import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import { groupMessage } from '../../../src/render/letters/group-message.js';
import { type RemindScope, remindersOf, reminderText } from '../../../src/render/letters/reminder.js';
import { allInTime, nothingSent, wanzhang } from '../story.js';

const until = (day: string): RemindScope => ({ until: day, deadline: null });
const textOf = (name: string, report: Report, scope: RemindScope) => {
  const one = remindersOf(report, scope).find(({ unit }) => unit.unit.name === name);
  return one === undefined ? null : reminderText(one, report, 'zh');
};

describe('before a due day', () => {
  const report = wanzhang('2023-06-09T09:30:00+08:00');
  const scope = until('2023-06-12');

  it('says what each unit still owes, by when, and that the day is free', () => {
    const text = textOf('骆堂村委会', report, scope);
    expect(text).toMatchSnapshot();
    expect(text).toContain('“统计表和总结”明日（6月10日，周六）到期');
    expect(text).toContain('尚缺活动总结、活动照片（3至5张）、活动视频（1个）');
    expect(text).toContain('24时前');
    expect(text).toContain('当天是周六，时限不顺延');
    expect(textOf('楚庄村委会', report, scope)).toBeNull();
  });

  it('goes by the as-of and by how far ahead is asked', () => {
    expect(
      remindersOf(wanzhang('2023-06-08T09:30:00+08:00'), until('2023-06-09')).map(({ unit }) => unit.unit.name),
    ).toEqual(['薛庄村委会']);
    expect(textOf('南田村委会', wanzhang('2023-06-10T08:00:00+08:00'), until('2023-06-10'))).toContain(
      '今日（6月10日，周六）',
    );
  });

  it('has one message for the group, which thanks the others', () => {
    const text = groupMessage(remindersOf(report, scope), report, 'zh');
    expect(text).toMatchSnapshot();
    expect(text).toContain('骆堂村委会（缺活动总结、活动照片、活动视频）');
    expect(text).toMatch(/其余1个单位都已按要求报来，谢谢/u);
  });

  it('asks everybody in one breath where nobody has sent it', () => {
    const none = nothingSent('wanzhang-2023', '2023-05-04T09:00:00+08:00');
    const text = groupMessage(remindersOf(none, until('2023-05-05')), none, 'zh');
    expect(text).toContain('请各单位在当天24时前报来');
    expect(text).not.toContain('楚庄村委会');
  });
});

describe('after a due day', () => {
  const report = wanzhang();

  it('says since when, what is still lacking, and asks whether it was sent', () => {
    const text = textOf('周庄村委会', report, until('2023-06-15'));
    expect(text).toContain('“统计表和总结”已于6月10日（周六）到期，贵村仍缺活动视频（1个），活动照片还差1张');
    expect(text).toContain('如果已经发过');
    expect(textOf('薛庄村委会', report, until('2023-06-15'))).toMatchSnapshot();
    expect(textOf('梁海村委会', report, until('2023-06-15'))).toBeNull();
  });

  it('names in the group who is waited for, without a word of blame', () => {
    const text = groupMessage(remindersOf(report, until('2023-06-15')), report, 'zh') ?? '';
    expect(text).toMatchSnapshot();
    for (const name of ['周庄村委会', '薛庄村委会', '宋王村委会']) expect(text).toContain(name);
    expect(text).not.toMatch(/未报|迟报|批评|通报|落后/u);
    expect([...text].length).toBeLessThanOrEqual(500);
  });

  it('tells of one deadline alone where that is asked', () => {
    const reminders = remindersOf(report, { until: '2023-06-15', deadline: 'progress-2' });
    expect(reminders.map(({ unit }) => unit.unit.name)).toEqual(['薛庄村委会']);
    expect(reminders[0]?.debts.map(({ deadline }) => deadline.id)).toEqual(['progress-2']);
  });

  it('is silent where all has come', () => {
    const done = allInTime('wanzhang-2023', '2023-06-14T09:00:00+08:00');
    expect(remindersOf(done, until('2023-06-15'))).toEqual([]);
    expect(groupMessage([], done, 'zh')).toBeNull();
  });

  it('speaks English where that is asked', () => {
    const reminders = remindersOf(report, until('2023-06-15'));
    expect(groupMessage(reminders, report, 'en')).toMatchSnapshot();
    expect(reminders.map((one) => reminderText(one, report, 'en')).join('\n')).toMatchSnapshot();
  });
});

describe('many units in debt', () => {
  it('fit a message by their names alone', () => {
    const none = nothingSent('wanzhang-2023', '2023-06-14T09:00:00+08:00');
    const text = groupMessage(remindersOf(none, until('2023-06-15')), none, 'zh') ?? '';
    expect([...text].length).toBeLessThanOrEqual(500);
    expect(text).toContain('顺河西村村民委员会');
  });
});
