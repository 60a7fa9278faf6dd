import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordText } from '../pipeline/documents.js';
import { WorkingFolder } from './working.js';

const roster = 'id,name,level,required\n1,甲庄村委会,village,yes\n2,乙庄村委会,village,yes\n';
const why = ['--reason', '电话确认', '--who', '王某某'];

let work: WorkingFolder;
beforeEach(async () => {
  work = new WorkingFolder();
  await work.run('init');
  writeFileSync(join(work.path, 'roster.csv'), roster);
});
afterEach(() => work.remove('.'));

async function outcomes(asOf: string): Promise<Record<string, string>> {
  const { out } = await work.run('aggregate', '--json', '--as-of', asOf);
  const { files } = JSON.parse(out) as { files: { path: string; outcome: string }[] };
  return Object.fromEntries(files.map(({ path, outcome }) => [path, outcome]));
}

const plan = '甲庄/实施方案.docx';

it.each([plan, `inbox/${plan}`, `./inbox/${plan}`, `inbox\\甲庄\\实施方案.docx`, 'absolute'])(
  'a file may be named as the shell completes it: %s',
  async (written) => {
    work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
    const file = written === 'absolute' ? join(work.path, 'inbox', plan) : written;
    const { code, err } = await work.run('decide', 'withdraw', '--file', file, ...why);
    expect([code, err]).toEqual([0, '']);
    expect(await outcomes('2023-05-05')).toEqual({ [plan]: 'ignored' });
  },
);

it('a decisions.csv written by hand may name it so too', async () => {
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
  writeFileSync(
    join(work.path, 'decisions.csv'),
    `处理,文件,理由,经办人,日期\n撤回,inbox/${plan},发错,王某某,2023/5/5\n`,
  );
  expect(await outcomes('2023-05-05')).toEqual({ [plan]: 'ignored' });
});

it('what was withdrawn is that content, not what is saved over it', async () => {
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
  work.put('inbox/乙庄/实施方案.docx', wordText('甲庄村活动实施方案'));
  await work.run('decide', 'withdraw', '--file', plan, ...why);
  expect(await outcomes('2023-05-05')).toMatchObject({ [plan]: 'ignored', '乙庄/实施方案.docx': 'used' });
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案（更正）'), '2023-05-05T20:00:00+08:00');
  expect(await outcomes('2023-05-06')).toMatchObject({ [plan]: 'used' });
});

it('says in Chinese what cannot be recorded, writes nothing, and blames no file', async () => {
  const before = readFileSync(join(work.path, 'decisions.csv'));
  const wrong = [
    ['extend', '--unit', '甲庄', '--deadline', 'final', '--value', '6月12日'],
    ['extend', '--unit', '甲庄', '--deadline', '决赛', '--value', '2023-06-12'],
    ['received', '--file', plan, '--value', '昨天'],
    ['assign', '--file', plan],
    ['withdraw'],
    ['accept', '--sha256', 'xyz'],
    ['撤销', '--file', plan],
  ];
  for (const words of wrong) {
    const { code, err } = await work.run('decide', ...words, ...why);
    expect(code).toBe(2);
    expect(err).toContain('没有登记');
    expect(err).not.toMatch(/expected|Invalid|decisions\.csv/);
  }
  expect(readFileSync(join(work.path, 'decisions.csv'))).toEqual(before);
});

it('tells mistakes in decisions.csv in Chinese, with their line', async () => {
  writeFileSync(
    join(work.path, 'decisions.csv'),
    '处理,单位,时限,内容,理由,经办人,日期\n延期,甲庄村委会,final,六月十二,停电,,6月1日\n',
  );
  const { code, err } = await work.run('aggregate');
  expect(code).toBe(2);
  expect(err).toContain('decisions.csv:2 ');
  expect(err).not.toMatch(/expected|Invalid/);
});

it.each([
  ['tabs', '\t', ''],
  ['semicolons', ';', ''],
  ['emptied rows', ',', ',,,,,\r\n'],
])('reads a decisions.csv that a spreadsheet program left with %s, and goes on with it', async (_, sign, more) => {
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
  const rows = `处理,文件,时限,理由,经办人,日期\r\n撤回,${plan},,发错,王某某,2023/5/5\r\n`;
  writeFileSync(join(work.path, 'decisions.csv'), `${rows.replaceAll(',', sign)}${more}`);
  expect(await outcomes('2023-05-05')).toEqual({ [plan]: 'ignored' });
  const { code } = await work.run('decide', 'withdraw', '--file', '别的.docx', ...why);
  expect(code).toBe(0);
});

it('says once which columns a decisions.csv lacks', async () => {
  writeFileSync(join(work.path, 'decisions.csv'), '单位，处理\n甲庄，免报\n乙庄，免报\n');
  const { code, err } = await work.run('aggregate');
  expect([code, err.match(/decisions\.csv/g)?.length]).toEqual([2, 1]);
});

it('of two decisions that contradict each other the later one holds', async () => {
  work.put(`inbox/${plan}`, wordText('甲庄村活动实施方案'));
  const rows = [
    'action,file,unit,deadline,value,reason,who,date',
    `withdraw,${plan},,,,发错,王某某,2023-05-05`,
    `accept,${plan},,,,没有发错,王某某,2023-05-06`,
    'exempt,,甲庄村委会,,,合并,王某某,2023-05-05',
    'extend,,甲庄村委会,final,2023-06-12,照报,王某某,2023-05-06',
    'extend,,乙庄村委会,final,2023-06-12,停电,王某某,2023-05-05',
    'exempt,,乙庄村委会,final,,合并,王某某,2023-05-06',
  ];
  writeFileSync(join(work.path, 'decisions.csv'), rows.join('\n'));
  const { out, err } = await work.run('status', '--json', '--as-of', '2023-06-11');
  const { units, files } = JSON.parse(out) as {
    units: { deadlines: { id: string; status: string }[] }[];
    files: { outcome: string }[];
  };
  const final = units.map(({ deadlines }) => deadlines.find(({ id }) => id === 'final')?.status);
  expect([final, files[0]?.outcome]).toEqual([['pending', 'exempt'], 'used']);
  expect(err).toContain('2');
});

it('takes a SHA-256 in capitals, and says where decisions.csv has no column for it', async () => {
  const bytes = wordText('甲庄村活动实施方案');
  work.put(`inbox/${plan}`, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex').slice(0, 12).toUpperCase();
  await work.run('decide', 'withdraw', '--sha256', sha256, ...why);
  expect(await outcomes('2023-05-05')).toEqual({ [plan]: 'ignored' });
  writeFileSync(join(work.path, 'decisions.csv'), 'action,file,reason,who,date\n');
  const { code, err } = await work.run('decide', 'withdraw', '--sha256', sha256, ...why);
  expect(code).toBe(2);
  expect(err).toContain('sha256');
  expect(err).not.toContain('Invalid');
});
