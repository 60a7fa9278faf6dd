import { describe, expect, it } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import type { DeadlineReport, Report } from '../../src/model/report.js';
import { renderSummary } from '../../src/render/summary.js';
import { sampleReport } from '../write/sample-report.js';
import { addedUp, allInTime, nothingSent, wanzhang } from './story.js';

const separator = '──────── 以下可直接发到工作群 ────────';
const locales = ['zh', 'en'] as const;
const chatOf = (text: string) => text.split(separator)[1]?.trim() ?? '';

describe('the summary after the last deadline', () => {
  const text = renderSummary(wanzhang(), 'zh');

  it('reads as a bulletin', () => expect(text).toMatchSnapshot());
  it('reads in English', () => expect(renderSummary(wanzhang(), 'en')).toMatchSnapshot());

  it('says how all deadlines stand together', () => {
    expect(text).toContain('截至2023年6月14日9时，5个时限均已到期，应报单位22个，各次均按时报齐的18个。');
    expect(text).toContain(
      '各次合计应报110次，按时102次（92.7%），迟报1次（0.9%），缺项2次（1.8%），未报5次（4.6%），上报率95.4%',
    );
  });

  it('names who is late, incomplete and missing, and why', () => {
    expect(text).toContain('迟报（1个）：梁海村委会（迟3天）。');
    expect(text).toContain(
      '缺项（2个）：周庄村委会（缺活动视频，活动照片只有2张）、宋王村委会（信息统计表退回待改）。',
    );
    expect(text).toContain('未报（1个）：薛庄村委会。另有2份来件未能识别归属，可能属于其中。');
    expect(text).toMatch(/按时（18个）：楚庄村委会、骆堂村委会、南田村委会、/);
  });

  it('marks due days on a weekend, and only those', () => {
    expect(text).toContain('6月10日（周六）到期');
    expect(text).toContain('（四）第三次写实表，5月31日到期');
  });

  it('says what the totals hold and what they do not', () => {
    expect(text).toContain('已汇总20/22个单位，未计入：薛庄村委会、宋王村委会。');
    expect(text).toContain(`宣传人数${wanzhang().totals['publicity.village.people']}人`);
    expect(text).toContain('同一人参加几次活动的可能重复计算');
    expect(text).toContain('约数1处，暂按所写的数计入');
    expect(text).toContain('马海村委会填在其他级别栏内的数没有计入');
    expect(text).not.toContain('县级计生协活动场次');
  });

  it('tells many findings of one rule together, and nothing that was only recorded', () => {
    expect(text).toContain('信息统计表.xlsx（信息统计表!F4、G4、H4、I4）共4处');
    expect(text).not.toContain('已按 200 计；');
    expect(text).not.toContain('写法');
  });

  it('asks for what is owed, and says so briefly for the chat group', () => {
    expect(text).toContain('仍需补报的：周庄村委会（缺活动视频，活动照片只有2张）；薛庄村委会（全部材料未报）；');
    expect([...chatOf(text)].length).toBeLessThanOrEqual(200);
    for (const name of ['周庄村委会', '薛庄村委会', '宋王村委会']) expect(chatOf(text)).toContain(name);
  });
});

describe('the summary before a deadline', () => {
  const text = renderSummary(wanzhang('2023-06-09T09:30:00+08:00'), 'zh');

  it('reminds of what is due next, by whom and when', () => {
    expect(text).toContain('截至2023年6月9日9时30分，5个时限中已到期4个');
    expect(text).toContain(
      '6月10日（周六）24时前报送统计表和总结（信息统计表、活动总结、活动照片3至5张、活动视频1个），明天到期。',
    );
    expect(text).toContain(
      '已报齐1个；报了一部分的1个：骆堂村委会（缺活动总结、活动照片、活动视频）；尚未报送的20个：',
    );
    expect(chatOf(text)).toContain('还有21个单位没报齐，请抓紧');
  });

  it('says what it leaves out', () => expect(text).toMatch(/截至时间以后收到的\d+份来件没有计入。/));

  it('does not blame units for figures that are not yet due', () => {
    expect(text).toContain('已汇总2/22个单位（尚未到期）。');
    expect(text).not.toContain('未计入：');
  });

  it('does not ask again for a cumulative report that is due again', () => {
    const may = renderSummary(wanzhang('2023-05-18T09:00:00+08:00'), 'zh');
    expect(may).toContain('5月20日（周六）24时前报送第二次写实表，还有2天。');
    expect(may).toContain('此前时限仍需补报的：薛庄村委会（缺活动实施方案）。');
  });
});

describe('a campaign with one deadline', () => {
  it('says it all in the opening', () => {
    const text = renderSummary(nothingSent('binjiang-2021', '2021-06-08T09:00:00+08:00'), 'zh');
    expect(text).toContain(
      '截至2021年6月8日9时，应报10个，按时0个，迟报0个，缺项0个，未报10个（100.0%），上报率0.0%。',
    );
    expect(text).toContain('未报（10个）：全部应报单位。');
    expect(text).toContain('目前没有可以汇总的数据。');
  });

  it('thanks when all is there', () => {
    const text = renderSummary(allInTime('binjiang-2021', '2021-06-08T09:00:00+08:00'), 'zh');
    expect(text).toContain('没有需要更正或核实的问题。');
    expect(text).toContain('各单位均已报齐，无需补报。');
    expect(chatOf(text)).toContain('感谢配合');
  });

  it('knows when nothing is due yet', () => {
    const text = renderSummary(nothingSent('binjiang-2021', '2021-06-07T00:30:00+08:00'), 'zh');
    expect(text).toContain('各时限均未到期，应报单位10个。');
    expect(text).toContain('今天到期');
  });
});

describe('a rejected file', () => {
  const report = wanzhang();
  const rejected = report.files.find(({ outcome }) => outcome === 'rejected');
  if (rejected === undefined) throw new Error('no rejected file');
  const used = { ...rejected, path: '宋王村委会/更正.xlsx', outcome: 'used' as const, findings: [] };
  const mended = { ...used, receipt: { ...rejected.receipt, at: '2023-06-12T09:00:00+08:00' } };
  const earlier = { ...used, receipt: { ...rejected.receipt, at: '2023-06-01T09:00:00+08:00' } };

  it('is asked about, also where an earlier one stays in use', () => {
    for (const files of [report.files, [...report.files, earlier]]) {
      expect(renderSummary(addedUp({ ...report, files }), 'zh')).toContain('宋王村委会：需更正4处');
    }
  });

  it('is forgotten once a good one has come', () => {
    expect(renderSummary(addedUp({ ...report, files: [...report.files, mended] }), 'zh')).not.toContain(
      '宋王村委会：需更正',
    );
  });
});

describe('due days', () => {
  const report = wanzhang('2023-06-09T17:31:00+08:00');
  const withFinal = (change: Partial<DeadlineReport>, only?: string): Report =>
    addedUp({
      ...report,
      units: report.units.map((unit) => ({
        ...unit,
        deadlines: unit.deadlines.map((one) =>
          one.id === 'final' && (only ?? unit.unit.name) === unit.unit.name ? { ...one, ...change } : one,
        ),
      })),
    });

  it('are those they were moved to, and say what sort of day it is', () => {
    const monday = withFinal({ due: '2023-06-12', dayKind: { kind: 'workday', name: '' } });
    expect(renderSummary(monday, 'zh')).toContain('6月12日（周一）24时前报送统计表和总结');
    const feast = withFinal({ due: '2023-06-22', dayKind: { kind: 'holiday', name: '端午节' } });
    expect(renderSummary(feast, 'zh')).toContain('6月22日（端午节）24时前');
    const makeup = withFinal({ due: '2023-06-25', dayKind: { kind: 'makeup-workday', name: '端午节' } });
    expect(renderSummary(makeup, 'zh')).toContain('6月25日（周日，调休上班）24时前');
  });

  it('are not those that one unit alone was given', () => {
    const one = withFinal({ due: '2023-06-30' }, '楚庄村委会');
    expect(renderSummary(one, 'zh')).toContain('6月10日（周六）24时前');
  });

  it('end at a cutoff where there is one', () => {
    const today = withFinal({ due: '2023-06-09', dayKind: { kind: 'workday', name: '' } });
    const at = (cutoff: string) => renderSummary(addedUp({ ...today, campaign: { ...today.campaign, cutoff } }), 'zh');
    expect(at('17:30')).toContain('5个时限均已到期');
    expect(at('17:31')).toContain('6月9日（周五）17时31分前报送统计表和总结');
  });

  it('leave a doubt where only an interval is known', () => {
    const june = wanzhang();
    const [office, first, ...rest] = june.units;
    if (office === undefined || first === undefined) throw new Error('no unit');
    const uncertain = { from: '2023-06-10T18:00:00+08:00', to: '2023-06-11T09:00:00+08:00' };
    const deadlines = first.deadlines.map((one) => (one.id === 'final' ? { ...one, uncertain } : one));
    const text = renderSummary(addedUp({ ...june, units: [office, { ...first, deadlines }, ...rest] }), 'zh');
    expect(text).toContain('按时（18个）：楚庄村委会（收到时间待核）、');
  });
});

describe('a unit that was given more time', () => {
  const report = wanzhang();
  const units = report.units.map((unit) =>
    unit.unit.name === '薛庄村委会'
      ? {
          ...unit,
          deadlines: unit.deadlines.map((one) =>
            one.id === 'final' ? { ...one, status: 'pending' as const, due: '2023-06-20' } : one,
          ),
        }
      : unit,
  );
  const text = renderSummary(addedUp({ ...report, units }), 'zh');

  it('is neither missing nor counted', () => {
    expect(text).toContain('延期（1个，不计入应报）：薛庄村委会（至6月20日）。');
    expect(text).toContain('6月10日（周六）到期：应报21个，按时18个（85.7%）');
  });
});

describe('a campaign all of whose units but one are done', () => {
  const report = allInTime('binjiang-2021', '2021-06-08T09:00:00+08:00');
  const [, first, ...rest] = report.units;
  if (first === undefined) throw new Error('no unit');
  const deadlines = first.deadlines.map((one) => ({
    ...one,
    status: 'pending' as const,
    due: '2021-06-20',
    receipt: null,
  }));

  it('does not thank before the one that has more time', () => {
    const text = renderSummary(addedUp({ ...report, units: [{ ...first, deadlines }, ...rest] }), 'zh');
    expect(text).toContain('获准延期的灰桥社区，请在延期内报送。');
    expect(text).not.toMatch(/无需补报|感谢配合/);
  });
});

describe('what was ruled by hand, and what is still to be', () => {
  const report = sampleReport();

  it('says in one sentence what decisions were used', () => {
    expect(renderSummary(report, 'zh')).toContain(
      '注：按处理意见，认定来件归属1项，认定收到时间1项，准予延期1项，准予免报1项，详见工作簿“说明”。',
    );
    expect(renderSummary({ ...report, decisions: [] }, 'zh')).not.toContain('处理意见，');
  });

  it('lists what only the clerk can look up apart from what is asked of the units', () => {
    const [office, first, ...rest] = report.units;
    if (office === undefined || first === undefined) throw new Error('no unit');
    const args = { deadline: '统计表和总结', from: '2023-06-10T18:00:00+08:00', to: '2023-06-11T09:00:00+08:00' };
    const findings = [finding('deadline/receipt-uncertain', args, { kind: 'file' })];
    const text = renderSummary(addedUp({ ...report, units: [office, { ...first, findings }, ...rest] }), 'zh');
    const [asked = '', looked = ''] = text.split('收件登记（由经办人核实）：需核实2处');
    expect(asked).not.toMatch(/收件箱里没有了|只知道是在/);
    expect(looked).toContain(
      `${first.unit.name}，“统计表和总结”只知道是在2023-06-10 18:00到2023-06-11 09:00之间收到的`,
    );
    expect(looked).toContain('收件箱里没有了');
  });
});

describe('any summary', () => {
  const reports: readonly Report[] = [
    wanzhang(),
    wanzhang('2023-05-18T09:00:00+08:00'),
    nothingSent('wanzhang-2023', '2023-05-01T00:00:00+08:00'),
    nothingSent('binjiang-2021', '2021-06-08T09:00:00+08:00'),
    allInTime('wanzhang-2023', '2023-06-14T09:00:00+08:00'),
    sampleReport(),
  ];

  it.each(locales)('holds no debris and no colour (%s)', (locale) => {
    for (const report of reports) {
      const text = renderSummary(report, locale);
      expect(text).not.toMatch(/undefined|NaN|\[object|null|：。|（）|\(\)/);
      expect(text).not.toMatch(/[^\n\P{Cc}]/u);
    }
  });

  it('is the same for the same report', () => {
    expect(renderSummary(wanzhang(), 'zh')).toBe(renderSummary(wanzhang(), 'zh'));
  });

  it('speaks of every unit that must report by name or as all of them', () => {
    const text = renderSummary(wanzhang(), 'zh');
    for (const { unit } of wanzhang().units.filter((one) => one.unit.required)) expect(text).toContain(unit.name);
  });
});
