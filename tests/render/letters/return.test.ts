import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import type { Finding } from '../../../src/model/finding.js';
import type { FileReport, Report } from '../../../src/model/report.js';
import { changeList } from '../../../src/render/letters/change-list.js';
import { marksOf } from '../../../src/render/letters/marks.js';
import { type Attachment, unitMessage } from '../../../src/render/letters/message.js';
import { phoneList } from '../../../src/render/letters/phone-list.js';
import { type UnitCase, unitCases } from '../../../src/render/letters/unit-case.js';
import { addedUp, allInTime, nothingSent, people, wanzhang } from '../story.js';

const whole = { kind: 'file' } as const;
const report = wanzhang();
const zh = { locale: 'zh', by: null, attachments: [] } as const;

function caseOf(name: string, of: Report = report): UnitCase {
  const found = unitCases(of).find(({ unit }) => unit.unit.name === name);
  if (found === undefined) throw new Error(`nothing to tell ${name}`);
  return found;
}

/** The story with further findings in one unit's file of a material. */
function withFindings(
  name: string,
  material: string,
  findings: readonly Finding[],
  more: Partial<FileReport> = {},
): Report {
  const files = report.files.map((file) =>
    file.unit?.name === name && file.material === material ? { ...file, ...more, findings } : file,
  );
  return addedUp({ ...report, files });
}

describe('who has something to see to', () => {
  it('is every unit with faults or debts, and no other', () => {
    const urgent = unitCases(report).map(({ unit, urgency }) => [unit.unit.name, urgency]);
    expect(urgent).toEqual([
      ['周庄村委会', 'incomplete'],
      ['薛庄村委会', 'missing'],
      ['宋王村委会', 'rejected'],
      ['杨屯村委会', 'warnings'],
      ['马海村委会', 'warnings'],
    ]);
    expect(unitCases(allInTime('wanzhang-2023', '2023-06-14T09:00:00+08:00'))).toEqual([]);
  });

  it('is nobody on account of what only the office can see to, of a late receipt, or of what was only recorded', () => {
    const place = { kind: 'sheet', sheet: '信息统计表', address: 'F4' } as const;
    const mute: Finding[] = [
      finding('file/vanished', {}, whole),
      finding('file/unreadable', { reason: 'no-permission' }, whole),
      finding('count/normalised', { label: people, value: 3 }, place, '3人'),
    ];
    const other = withFindings('楚庄村委会', 'statistics', mute);
    expect(unitCases(other).map(({ unit }) => unit.unit.name)).not.toContain('楚庄村委会');
    expect(unitCases(report).map(({ unit }) => unit.unit.name)).not.toContain('梁海村委会');
  });

  it('is nobody whose file the clerk has accepted by hand, or whose next version is in use', () => {
    const place = { kind: 'sheet', sheet: '信息统计表', address: 'F4' } as const;
    const estimate = finding('count/estimate', { label: people, value: 200, counted: true }, place, '约200');
    const accepted = finding('file/accepted', { reason: '电话核实', who: '王某某' }, whole);
    const byHand = withFindings('杨屯村委会', 'statistics', [accepted, estimate]);
    expect(unitCases(byHand).map(({ unit }) => unit.unit.name)).not.toContain('杨屯村委会');
    const replaced = withFindings('杨屯村委会', 'statistics', [estimate], { outcome: 'superseded' });
    expect(unitCases(replaced).map(({ unit }) => unit.unit.name)).not.toContain('杨屯村委会');
  });
});

describe('the message for a unit', () => {
  it('reads as a colleague would write it', () => {
    const texts = unitCases(report).map((one) => unitMessage(one, report, zh).text);
    expect(texts.join('\n')).toMatchSnapshot();
    const english = unitCases(report).map((one) => unitMessage(one, report, { ...zh, locale: 'en' }).text);
    expect(english.join('\n')).toMatchSnapshot();
  });

  it('says which cell, what stands there and what to write', () => {
    const { text } = unitMessage(caseOf('杨屯村委会'), report, zh);
    expect(text).toContain('杨屯村委会，您好');
    expect(text).toMatch(/F6格/u);
    expect(text).toContain('约200人');
    expect(text).toContain('请核实后填准确数字');
  });

  it('says how many photos are still to come, and does not ask twice for what was sent back', () => {
    expect(unitMessage(caseOf('周庄村委会'), report, zh).text).toContain('活动照片还差1张');
    const { text } = unitMessage(caseOf('宋王村委会'), report, zh);
    expect(text).not.toContain('退回后还没有重报');
    expect(text).not.toContain('仍缺');
  });

  it('asks for one cumulative report instead of three', () => {
    const { text } = unitMessage(caseOf('薛庄村委会'), report, zh);
    expect(text.match(/已于/gu)?.length).toBe(3);
    expect(text).toContain('“第三次写实表”已于5月31日（周三）到期');
    expect(text).toContain('这一份从5月1日写起就可以');
    expect(text).toContain('如果已经发过');
  });

  it('names the due day while it lies ahead, the day the clerk gives, and else asks for it soon', () => {
    const early = wanzhang('2023-06-09T09:30:00+08:00');
    const place = { kind: 'sheet', sheet: '信息统计表', address: 'F4' } as const;
    const bad = [finding('count/unreadable', { label: people }, place, '很多')];
    const files = early.files.map((file) =>
      file.unit?.name === '楚庄村委会' && file.material === 'statistics'
        ? { ...file, outcome: 'rejected' as const, findings: bad }
        : file,
    );
    const ahead = addedUp({ ...early, files });
    expect(unitMessage(caseOf('楚庄村委会', ahead), ahead, zh).text).toContain('请于6月10日（周六）24时前改好重报');
    expect(unitMessage(caseOf('宋王村委会'), report, zh).text).toContain('请尽快改好重报');
    const by = unitMessage(caseOf('宋王村委会'), report, { ...zh, by: '2023-06-16' }).text;
    expect(by).toContain('请于6月16日前改好重报');
  });

  it('sums up what is more than a phone shows, and says where the rest is', () => {
    const place = (n: number) => ({ kind: 'sheet', sheet: '信息统计表', address: `F${n + 1}` }) as const;
    const many = Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0
        ? finding('count/unreadable', { label: `${people}${n}`, suggestion: n }, place(n), '大约是很多很多的样子')
        : finding('count/estimate', { label: people, value: n, counted: true }, place(n), '约二百来人左右'),
    );
    const others = [
      finding('count/negative', { label: people, value: -3 }, place(50), '-3'),
      finding('count/fraction', { label: people, value: 0.5 }, place(51), '0.5'),
      finding('count/formula-error', { label: people, code: '#REF!' }, place(52), '#REF!'),
      finding('count/households', { label: people, value: 30 }, place(53), '30户'),
      finding(
        'count/implausible',
        { label: people, value: 20_000, limit: 5000, perSession: false },
        place(54),
        '20000',
      ),
      finding('level/not-yours', { level: '县级计生协', labels: [people, people] }, place(55), '9'),
    ];
    const other = withFindings('宋王村委会', 'statistics', [...many, ...others]);
    const attachments: Attachment[] = [
      { path: caseOf('宋王村委会', other).files[0]?.file.path ?? '', name: '统计表_已标注.xlsx', kind: 'own' },
    ];
    const { text, left } = unitMessage(caseOf('宋王村委会', other), other, { ...zh, attachments });
    expect([...text].length).toBeLessThanOrEqual(600);
    expect(left.flat().length).toBeGreaterThan(0);
    expect(text).toContain(`另外还有${left.flat().length}处，都写在附上的“统计表_已标注.xlsx”里`);
    expect(text).toMatch(/F1、F3、F5、F7等格共20处/u);
  });

  it('tells each of a few by itself', () => {
    const { text } = unitMessage(caseOf('宋王村委会'), report, zh);
    for (const address of ['F4', 'G4', 'H4', 'I4']) expect(text).toMatch(new RegExp(`^\\d．${address}格`, 'mu'));
  });

  it('stays on one line and harmless whatever a file is called', () => {
    const nasty = withFindings('杨屯村委会', 'statistics', caseOf('杨屯村委会').files[0]?.findings ?? [], {
      path: '杨屯\u202e/统计\n表\u0000.xlsx',
    });
    const { text } = unitMessage(caseOf('杨屯村委会', nasty), nasty, zh);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u202e\p{Cc}]/u);
    expect(text).toContain('“统计 表␀.xlsx”');
  });
});

describe('the phone list', () => {
  const text = phoneList(unitCases(report), report, 'zh');

  it('has one line a unit, the most urgent first, with what to say', () => {
    expect(text).toMatchSnapshot();
    const names = [...text.matchAll(/^\d+．【(.+?)】(\S+?)[　：]/gmu)].map(([, urgency, name]) => `${urgency} ${name}`);
    expect(names).toEqual([
      '未报 薛庄村委会',
      '退回 宋王村委会',
      '缺项 周庄村委会',
      '核实 杨屯村委会',
      '核实 马海村委会',
    ]);
  });

  it('gives contact and phone where the roster has them', () => {
    const units = report.units.map((unit) => ({
      ...unit,
      unit: { ...unit.unit, contact: '联络员', phone: '000-0000' },
    }));
    const known = phoneList(unitCases({ ...report, units }), { ...report, units }, 'zh');
    expect(known).toContain('【未报】薛庄村委会　联络员　000-0000：');
    expect(known).not.toContain('没有登记电话');
    expect(text).toContain('没有登记电话');
  });

  it('warns of files of unknown owner before anybody is rung up', () => {
    expect(text).toContain('待核/附件2.xlsx');
    const none = nothingSent('wanzhang-2023', '2023-06-14T09:00:00+08:00');
    expect(phoneList(unitCases(none), none, 'zh')).not.toContain('认不出');
  });
});

describe('lists and marks', () => {
  it('tell every finding of a file with its place and what to do', () => {
    const [file] = caseOf('宋王村委会').files;
    if (file === undefined) throw new Error('no file');
    const { cells, list } = marksOf(file, report, 'zh');
    expect(cells.map(({ address, severity }) => [address, severity])).toEqual(
      ['F4', 'G4', 'H4', 'I4'].map((address) => [address, 'error']),
    );
    expect(cells[0]?.text).toMatch(/^【需更正】.*很多.*\n怎么办：/u);
    expect(list.rows.every((row) => row.cells.length === list.headers.length)).toBe(true);
    const items = file.findings.map((one) => ({ file: file.file, finding: one }));
    const text = changeList('宋王村委会', items, report, 'zh');
    for (const address of ['F4', 'G4', 'H4', 'I4']) expect(text).toContain(`信息统计表!${address}`);
    expect(text.match(/怎么办：/gu)?.length).toBe(4);
  });
});
