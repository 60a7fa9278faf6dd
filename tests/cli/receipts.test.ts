import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officialForm } from '../../scripts/fixtures/spreadsheet.js';
import { progressReport, wordText } from '../pipeline/documents.js';
import { shipped } from '../write/sample-report.js';
import { WorkingFolder } from './working.js';

const roster =
  'id,name,level,required\n0,某镇人民政府,township,no\n1,甲庄村委会,village,yes\n2,乙庄村委会,village,yes\n';
const activities = ['5月8日上午，在甲庄村文化广场开展集中宣传，会员、志愿者16人参加，发放资料243份。'];
const plan = wordText('甲庄村活动实施方案');

interface Deadline {
  readonly id: string;
  readonly status: string;
  readonly receivedAt: string | null;
  readonly daysLate: number;
  readonly evidence: string | null;
  readonly lacking: readonly string[];
}

let work: WorkingFolder;
beforeEach(async () => {
  work = new WorkingFolder();
  await work.run('init');
  writeFileSync(join(work.path, 'roster.csv'), roster);
});
afterEach(() => work.remove('.'));

/** How 甲庄 stands at a deadline after one more run; the clock of these tests says 20 June. */
async function standing(deadline: string, asOf?: string, ...more: string[]): Promise<Deadline & { err: string }> {
  const { out, err } = await work.run('aggregate', ...more, '--json', ...(asOf === undefined ? [] : ['--as-of', asOf]));
  const { units } = JSON.parse(out) as { units: { name: string; deadlines: Deadline[] }[] };
  const found = units.find(({ name }) => name === '甲庄村委会')?.deadlines.find(({ id }) => id === deadline);
  return { ...(found as Deadline), err };
}

/** A mail with one attachment; `head` says when. */
function mail(attachment: Uint8Array, ...head: string[]): string {
  const body = Buffer.from(attachment).toString('base64');
  const lines = [
    ...head,
    'From: a@example.com',
    'Subject: =?utf-8?B?55Sy5bqE5p2R5pa55qGI?=',
    'MIME-Version: 1.0',
    'Content-Type: application/octet-stream; name="=?utf-8?B?5pa55qGILmRvY3g=?="',
    'Content-Disposition: attachment; filename="=?utf-8?B?5pa55qGILmRvY3g=?="',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

describe('a clock that was wrong is no evidence', () => {
  const saved = '2023-05-05T10:00:00+08:00';

  it.each([
    ['Date: Wed, 05 May 2032 09:00:00 +0800'],
    ['Received: from a by b; Wed, 05 May 2032 09:00:00 +0800'],
    ['Date: Thu, 01 Jan 1970 09:00:00 +0800'],
    ['Date: sometime'],
  ])('%s: the time of the file counts', async (head) => {
    work.put('inbox/甲庄.eml', mail(plan, head), saved);
    expect(await standing('plan', '2023-05-06')).toMatchObject({ status: 'on-time', evidence: 'mtime' });
  });

  it('what lies here now did not come tomorrow, whatever a mail or a folder says', async () => {
    work.put('inbox/甲庄.eml', mail(plan, 'Date: Wed, 21 Jun 2023 09:00:00 +0800'), saved);
    expect(await standing('plan')).toMatchObject({ status: 'on-time', evidence: 'mtime' });
    work.put(
      'inbox/2023-07-10/甲庄/5.10写实表.docx',
      progressReport('甲庄村', activities),
      '2023-06-20T08:59:00+08:00',
    );
    expect(await standing('progress-1')).toMatchObject({ status: 'late', daysLate: 41 });
  });

  it('a file of 1980 came at some time unknown', async () => {
    work.put('inbox/甲庄方案.docx', plan, '1980-01-01T00:00:00+08:00');
    const { out } = await work.run('status', '--as-of', '2023-05-09', '--json');
    expect(out).toContain('deadline/receipt-uncertain');
  });
});

describe('a mail found later', () => {
  it('tells that known content came earlier, and never that it came later', async () => {
    work.put('inbox/甲庄方案.docx', plan, '2023-05-08T10:00:00+08:00');
    expect(await standing('plan', '2023-05-09')).toMatchObject({ status: 'late', daysLate: 3, evidence: 'mtime' });
    work.put('inbox/甲庄.eml', mail(plan, 'Received: from a by b; Fri, 05 May 2023 15:59:00 +0000'));
    expect(await standing('plan', '2023-05-10')).toMatchObject({ status: 'on-time', evidence: 'mail' });
    work.put('inbox/甲庄2.eml', mail(plan, 'Received: from a by b; Tue, 09 May 2023 09:00:00 +0800'));
    expect(await standing('plan', '2023-05-11')).toMatchObject({ receivedAt: '2023-05-05T23:59:00+08:00' });
  });
});

describe('an inbox that was renamed', () => {
  it('keeps its receipts and what has vanished from it, and says so', async () => {
    work.put('inbox/甲庄方案.docx', plan);
    await standing('plan', '2023-05-05');
    renameSync(join(work.path, 'inbox'), join(work.path, '来件'));
    work.put('来件/甲庄方案.docx', plan, '2023-05-09T10:00:00+08:00');
    const looked = await work.run('status', '来件', '--as-of', '2023-05-09', '--json');
    expect(looked.out).toContain('2023-05-04T10:00:00+08:00');
    const after = await standing('plan', '2023-05-09', '来件');
    expect(after).toMatchObject({ status: 'on-time', receivedAt: '2023-05-04T10:00:00+08:00' });
    expect(after.err).toContain('inbox');
    expect((await standing('plan', '2023-05-10', '来件')).err).not.toContain('inbox');
  });

  it('is not taken for another that still lies there, nor for one that holds other things', async () => {
    work.put('inbox/甲庄方案.docx', plan);
    await standing('plan', '2023-05-05');
    work.put('来件/甲庄方案.docx', plan, '2023-05-09T10:00:00+08:00');
    expect(await standing('plan', '2023-05-09', '来件')).toMatchObject({ status: 'late', evidence: 'mtime' });
    work.remove('inbox');
    work.put('别的/甲庄的方案.docx', plan, '2023-05-08T10:00:00+08:00');
    expect(await standing('plan', '2023-05-10', '别的')).toMatchObject({ status: 'late', daysLate: 3 });
  });

  it('says where the ledger itself is lost', async () => {
    work.put('inbox/甲庄方案.docx', plan);
    expect((await standing('plan', '2023-05-05')).err).toBe('');
    expect(existsSync(join(work.path, '.campaign'))).toBe(true);
    work.remove('.campaign');
    expect((await standing('plan', '2023-05-06')).err).toContain('.campaign');
  });
});

it('what is in use does not change from one run to the next where nothing came', async () => {
  const { campaign } = shipped('wanzhang-2023');
  const form = async (people: number) => {
    const typed = { 'publicity.village.sessions': 3, 'publicity.village.people': people };
    return (await officialForm(campaign, { unit: '甲庄村', typed })).bytes;
  };
  const [one, two] = [await form(10), await form(20)];
  work.put('inbox/甲庄/统计表.xlsx', one, '2023-05-09T10:00:00+08:00');
  work.put('inbox/甲庄/统计表2.xlsx', two, '2023-05-09T11:00:00+08:00');
  work.put('inbox/甲庄/统计表3.xlsx', one, '2023-05-09T12:00:00+08:00');
  const outcomes = async (asOf: string) => {
    const { out } = await work.run('aggregate', '--json', '--as-of', asOf);
    const { files, totals } = JSON.parse(out) as { files: { outcome: string }[]; totals: Record<string, number> };
    return [files.map(({ outcome }) => outcome), totals['publicity.village.people']];
  };
  const first = await outcomes('2023-05-10');
  expect(first).toEqual([['superseded', 'used', 'duplicate'], 20]);
  expect(await outcomes('2023-05-11')).toEqual(first);
});

describe('reports that come out of turn', () => {
  it('one sent ahead covers the deadline before it, and what comes then does not make it late', async () => {
    work.put('inbox/甲庄/第二次写实表.docx', progressReport('甲庄村', activities), '2023-05-09T10:00:00+08:00');
    expect(await standing('progress-1', '2023-05-11')).toMatchObject({ status: 'on-time' });
    work.put('inbox/甲庄/第一次写实表.docx', progressReport('甲庄村', []), '2023-05-12T10:00:00+08:00');
    work.put('inbox/甲庄/第一次写实表补.docx', progressReport('甲庄', activities), '2023-05-12T10:00:00+08:00');
    expect(await standing('progress-1', '2023-05-13')).toMatchObject({ status: 'on-time' });
  });

  it('the same report under the name of the next deadline is a report at that one too', async () => {
    const report = progressReport('甲庄村', activities);
    work.put('inbox/甲庄/5月10日写实表.docx', report, '2023-05-09T10:00:00+08:00');
    work.put('inbox/甲庄/写实表.docx', report, '2023-05-31T10:00:00+08:00');
    work.put('inbox/甲庄/5月20日写实表.docx', report, '2023-05-19T10:00:00+08:00');
    expect(await standing('progress-1', '2023-06-01')).toMatchObject({ status: 'on-time' });
    expect(await standing('progress-2', '2023-06-01')).toMatchObject({ status: 'on-time' });
    expect(await standing('progress-3', '2023-06-01')).toMatchObject({ status: 'missing' });
  });

  it('2023.5.10 is a day', async () => {
    work.put('inbox/甲庄/2023.5.10写实表.docx', progressReport('甲庄村', activities), '2023-05-17T10:00:00+08:00');
    expect(await standing('progress-2', '2023-05-18')).toMatchObject({ status: 'pending' });
    expect(await standing('progress-1', '2023-05-18')).toMatchObject({ status: 'late', daysLate: 7 });
  });
});

it('a unit that need not report owes nothing', async () => {
  const { out } = await work.run('status', '--as-of', '2023-06-11', '--json');
  const { units } = JSON.parse(out) as { units: { deadlines: Deadline[] }[] };
  expect(units[0]?.deadlines.map(({ status, lacking }) => [status, lacking.length])).toEqual(
    Array(5).fill(['exempt', 0]),
  );
});

it('the history tells the times of runs in the campaign’s zone, and as of an earlier day what was known then', async () => {
  work.put('inbox/甲庄方案.docx', plan);
  await standing('plan', '2023-05-05T18:00');
  work.put('inbox/甲庄/第二次写实表.docx', progressReport('甲庄村', activities), '2023-05-09T10:00:00+08:00');
  await standing('plan', '2023-05-10T18:00');
  const all = await work.run('history');
  expect(all.out).toContain('2023-05-10 18:00');
  expect(all.out).toContain('第二次写实表');
  const then = await work.run('history', '--as-of', '2023-05-08');
  expect(then.out).toContain('2023-05-05 18:00');
  expect(then.out).not.toContain('2023-05-10 18:00');
  expect(then.out).not.toContain('第二次写实表');
});

it('a file of unknown owner is mentioned beside what it may be, and nowhere else', async () => {
  work.put(
    'inbox/统计表.xlsx',
    new Uint8Array(readFileSync(join(work.path, 'forms', 'statistics.xlsx'))),
    '2023-06-09T10:00:00+08:00',
  );
  const { out } = await work.run('status', '--as-of', '2023-06-11', '--json');
  const { units } = JSON.parse(out) as { units: { name: string; findings: { rule: string; message: string }[] }[] };
  const missing = units
    .find(({ name }) => name === '甲庄村委会')
    ?.findings.filter((one) => one.rule === 'deadline/missing');
  expect(missing?.map(({ message }) => message.includes('1'))).toHaveLength(5);
  expect(new Set(missing?.slice(0, 4).map(({ message }) => /未识别|认不出|归属/.test(message)))).toEqual(
    new Set([false]),
  );
  expect(missing?.[4]?.message).toMatch(/未识别|认不出|归属/);
});

it('who was let off, or given more time, has not sent everything, and is not due', async () => {
  writeFileSync(
    join(work.path, 'decisions.csv'),
    'action,unit,deadline,value,reason,who,date\nexempt,甲庄村委会,,,合并,王某某,2023-05-04\nextend,乙庄村委会,plan,2023-05-20,停电,王某某,2023-05-04\n',
  );
  await work.run('aggregate', '--as-of', '2023-05-06');
  const folder = join(work.path, 'reports');
  const text = readFileSync(join(folder, '通报_wanzhang-2023_2023-05-06.txt'), 'utf8');
  expect(text).toContain('到期材料已报齐的0个');
});

it('a run of a day to come does not keep those of today from looking at the inbox', async () => {
  expect(await standing('plan', '2032-05-10')).toMatchObject({ status: 'missing' });
  work.put('inbox/甲庄方案.docx', plan);
  const now = await standing('plan');
  expect(now.status).not.toBe('missing');
  expect(now.err).toContain('2032-05-10 23:59');
  const past = await work.run('status', '--as-of', '2023-06-19', '--json');
  expect(past.err).toContain('2032-05-10 23:59');
});
