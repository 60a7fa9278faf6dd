import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { progressReport, wordText } from '../pipeline/documents.js';
import { WorkingFolder } from './working.js';

const roster =
  'id,name,level,required\n0,某镇人民政府,township,no\n1,甲庄村委会,village,yes\n2,乙庄村委会,village,yes\n3,丙庄社区,village,yes\n';
const first = '5月8日上午，在甲庄村文化广场开展集中宣传，会员、志愿者16人参加，发放资料243份。';
const second = '5月15日上午，在甲庄村会员之家举办讲座，群众50人参加，讲解优生优育知识。';

interface Json {
  readonly units: {
    name: string;
    deadlines: { id: string; status: string; receivedAt: string | null; daysLate: number; evidence: string | null }[];
  }[];
  readonly files: {
    path: string;
    outcome: string;
    receivedAt: string;
    evidence: string;
    findings: { rule: string }[];
  }[];
}

describe('a season, day by day', async () => {
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));
  const printed = new Map<string, Json>();
  const aggregate = async (asOf: string) => {
    const ran = await work.run('aggregate', '--as-of', asOf, '--json', '--quiet');
    expect(ran.err).not.toContain('    at ');
    const json = JSON.parse(ran.out) as Json;
    printed.set(asOf, json);
    return { json, ...ran };
  };
  const statusOf = (json: Json, unit: string, deadline: string) =>
    json.units.find((one) => one.name === unit)?.deadlines.find((one) => one.id === deadline);
  const fileAt = (json: Json, path: string) => json.files.find((file) => file.path === path);

  it('begins with a working folder', async () => {
    const made = await work.run('init');
    expect(made.code).toBe(0);
    expect(existsSync(join(work.path, 'inbox'))).toBe(true);
    expect(existsSync(join(work.path, 'forms', 'statistics.xlsx'))).toBe(true);
    writeFileSync(join(work.path, 'roster.csv'), roster);
    const again = await work.run('init');
    expect(again.code).toBe(0);
    expect(readFileSync(join(work.path, 'roster.csv'), 'utf8')).toBe(roster);
  });

  it('5 May: one plan has come', async () => {
    work.put('inbox/甲庄村/实施方案.docx', wordText('甲庄村活动实施方案'), '2023-05-04T10:00:00+08:00');
    work.put('inbox/甲庄村/.DS_Store', 'x', '2023-05-04T10:00:00+08:00');
    work.put('inbox/甲庄村/活动总结.docx', wordText('甲庄村活动总结'), '2023-06-01T10:00:00+08:00');
    const { json } = await aggregate('2023-05-05T18:00:00+08:00');
    expect(statusOf(json, '甲庄村委会', 'plan')?.status).toBe('on-time');
    expect(statusOf(json, '乙庄村委会', 'plan')?.status).toBe('pending');
    expect(existsSync(join(work.path, 'inbox', '.campaign'))).toBe(false);
  });

  it('10 May: what was absent on the 5th and says April came in between; a rename changes nothing', async () => {
    work.put('inbox/乙庄村/实施方案.docx', wordText('乙庄村活动实施方案'), '2023-04-20T10:00:00+08:00');
    work.put('inbox/丙庄社区/实施方案.docx', wordText('丙庄社区活动实施方案'), '2023-05-08T10:00:00+08:00');
    work.put('inbox/甲庄村/5月10日写实表.docx', progressReport('甲庄村', [first]), '2023-05-09T10:00:00+08:00');
    renameSync(join(work.path, 'inbox/甲庄村/实施方案.docx'), join(work.path, 'inbox/甲庄村/实施方案（定稿）.docx'));
    const { json } = await aggregate('2023-05-10T18:00:00+08:00');
    expect(fileAt(json, '甲庄村/实施方案（定稿）.docx')?.receivedAt).toBe('2023-05-04T10:00:00+08:00');
    expect(json.files.flatMap((file) => file.findings.map((one) => one.rule))).not.toContain('file/vanished');
    expect(statusOf(json, '乙庄村委会', 'plan')).toMatchObject({ status: 'on-time', evidence: 'ledger' });
    expect(statusOf(json, '丙庄社区', 'plan')).toMatchObject({ status: 'late', daysLate: 3 });
    expect(statusOf(json, '甲庄村委会', 'progress-1')?.status).toBe('on-time');
    const text = await work.run('status', '--as-of', '2023-05-10T18:00:00+08:00', '--json');
    expect(text.out).toContain('deadline/receipt-uncertain');
  });

  it('20 May: a copy, a deletion, a touched file', async () => {
    const plan = readFileSync(join(work.path, 'inbox/甲庄村/实施方案（定稿）.docx'));
    work.put('inbox/甲庄村/实施方案(1).docx', plan, '2023-05-19T10:00:00+08:00');
    work.remove('inbox/丙庄社区/实施方案.docx');
    work.put(
      'inbox/甲庄村/5月10日写实表.docx',
      readFileSync(join(work.path, 'inbox/甲庄村/5月10日写实表.docx')),
      '2023-05-18T10:00:00+08:00',
    );
    work.put('inbox/甲庄村/5月20日写实表.docx', progressReport('甲庄村', [first, second]), '2023-05-20T09:00:00+08:00');
    const { json } = await aggregate('2023-05-20T18:00:00+08:00');
    const plans = json.files.filter((file) => file.path.includes('甲庄村/实施方案'));
    expect(plans.map((file) => file.outcome).sort()).toEqual(['duplicate', 'used']);
    expect(statusOf(json, '甲庄村委会', 'progress-1')?.status).toBe('on-time');
    expect(statusOf(json, '丙庄社区', 'plan')).toMatchObject({ status: 'late', daysLate: 3 });
    expect(fileAt(json, '丙庄社区/实施方案.docx')?.findings.map((one) => one.rule)).toContain('file/vanished');
  });

  it('shows an earlier day again exactly', async () => {
    for (const asOf of ['2023-05-05T18:00:00+08:00', '2023-05-10T18:00:00+08:00']) {
      const again = await work.run('status', '--as-of', asOf, '--json');
      expect({ ...JSON.parse(again.out), outputs: null }).toEqual({ ...printed.get(asOf), outputs: null });
    }
  });

  it('31 May: a decision, and what it changes is said', async () => {
    const wrong = await work.run(
      'decide',
      'received',
      '--file',
      '乙庄村/实施方案.docx',
      '--value',
      'soon',
      '--reason',
      '查邮件',
      '--who',
      '王某某',
    );
    expect(wrong.code).toBe(2);
    const right = await work.run(
      ...[
        'decide',
        'received',
        '--file',
        '乙庄村/实施方案.docx',
        '--value',
        '2023-05-07T09:00',
        '--reason',
        '查邮件',
        '--who',
        '王某某',
      ],
    );
    expect(right.code).toBe(0);
    const exempt = await work.run(
      'decide',
      '免报',
      '--unit',
      '丙庄',
      '--deadline',
      'progress-1',
      '--reason',
      '合并上报',
      '--who',
      '王某某',
    );
    expect(exempt.code).toBe(0);
    const stray = await work.run('decide', 'withdraw', '--file', '没有的.docx', '--reason', '发错', '--who', '王某某');
    expect(stray.code).toBe(0);
    const { json, err } = await aggregate('2023-05-31T18:00:00+08:00');
    expect(statusOf(json, '乙庄村委会', 'plan')).toMatchObject({ status: 'late', daysLate: 2, evidence: 'decision' });
    expect(statusOf(json, '丙庄社区', 'progress-1')?.status).toBe('exempt');
    expect(err).toContain('decisions.csv');
    const replayed = await work.run('status', '--as-of', '2023-05-10T18:00:00+08:00', '--json', '--lang', 'en');
    expect(replayed.err).toContain('decisions have changed');
  });

  it('10 June: an unchanged inbox is not examined again', async () => {
    await aggregate('2023-06-10T18:00:00+08:00');
    const ran = await work.run('aggregate', '--as-of', '2023-06-11T09:00:00+08:00', '--lang', 'en');
    expect(ran.err).toMatch(/\b0 files examined/);
    const history = await work.run('history', '甲庄村委会');
    expect(history.code).toBe(0);
    expect(history.out).toContain('2023-05-04 10:00');
    expect((await work.run('history', '甲庄')).out).toBe(history.out);
    expect(history.out).not.toContain('乙庄村');
  });

  it('overwritten by a correction, the earlier version is kept', async () => {
    work.put(
      'inbox/甲庄村/5月20日写实表.docx',
      progressReport('甲庄村', [first, `${second}补充。`]),
      '2023-06-12T09:00:00+08:00',
    );
    const { json } = await aggregate('2023-06-12T18:00:00+08:00');
    const versions = json.files.filter((file) => file.path.startsWith('甲庄村/5月20日写实表.docx'));
    expect(versions.map((file) => file.outcome).sort()).toEqual(['superseded', 'used']);
    expect(statusOf(json, '甲庄村委会', 'progress-2')?.status).toBe('on-time');
  });
});
