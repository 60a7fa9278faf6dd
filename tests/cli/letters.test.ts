import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read as sheetjs } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RemindJson, ReturnJson } from '../../src/render/letters/json.js';
import { mail, progressReport } from '../pipeline/documents.js';
import { zip } from '../read/build-package.js';
import { fixtures } from '../stories/fixture.js';
import { textsOf } from '../write/marked/form.js';
import { WorkingFolder } from './working.js';

const roster =
  'id,name,level,aliases,contact,phone,required\n1,东岭村委会,village,东岭,联络员,000-0001,yes\n2,西岭村委会,village,,,,yes\n3,南岭社区,village,,,,yes\n';
const form = new Uint8Array(readFileSync(join(fixtures, 'rules/count-unreadable/inbox/东岭村统计表.xlsx')));
const asOf = ['--as-of', '2023-06-14T09:00'];
const vague = progressReport('西岭村委会', ['5月9日开展了活动']);

/** What lies in a folder: every file with its content. */
function stateOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
}

async function office(): Promise<WorkingFolder> {
  const work = new WorkingFolder();
  await work.run('init');
  work.put('roster.csv', roster);
  const at = '2023-06-09T10:00:00+08:00';
  work.put('inbox/东岭.zip', zipSync({ '材料/东岭村统计表.xlsx': form }), at);
  work.put(
    'inbox/西岭.eml',
    mail(['From: x@example.org', `Date: ${at}`, 'Subject: 西岭村'], { '西岭村写实表.docx': vague }),
    at,
  );
  return work;
}

describe('return', () => {
  let work: WorkingFolder;
  let before: Record<string, string>;
  beforeAll(async () => {
    work = await office();
    before = stateOf(join(work.path, 'inbox'));
  });
  afterAll(() => work.remove('.'));
  const text = (path: string) => readFileSync(join(work.path, '退回', path), 'utf8');

  it('writes for each unit a message and what goes with it, and a phone list', async () => {
    const { code, out, err } = await work.run('return', ...asOf);
    expect([code, err]).toEqual([1, '']);
    expect(stateOf(join(work.path, 'inbox'))).toEqual(before);
    const names = Object.keys(stateOf(join(work.path, '退回'))).sort();
    expect(names).toEqual(
      [
        '.campaign-written.json',
        '01_东岭村委会/东岭村统计表_已标注.xlsx',
        '01_东岭村委会/消息.txt',
        '02_西岭村委会/消息.txt',
        '02_西岭村委会/西岭村写实表_修改说明.txt',
        '03_南岭社区/消息.txt',
        '电话清单.txt',
      ].sort(),
    );
    for (const name of names.filter((one) => one.endsWith('.txt'))) {
      expect(text(name).startsWith('\ufeff'), name).toBe(true);
      expect(text(name), name).not.toMatch(/(?<!\r)\n/u);
    }
    expect(text('电话清单.txt')).toMatch(/1．【未报】东岭村委会　联络员　000-0001：/u);
    expect(text('03_南岭社区/消息.txt')).toContain('贵社区');
    expect(out).toContain('东岭村统计表_已标注.xlsx');
  });

  it('marks the very file that lay in the archive', () => {
    const bytes = readFileSync(join(work.path, '退回/01_东岭村委会/东岭村统计表_已标注.xlsx'));
    const sheet = sheetjs(bytes).Sheets.Sheet1;
    expect(sheet?.V5?.c?.[0]?.t).toContain('很多');
    expect(sheet?.V5?.v).toBe('很多');
    const plain = sheetjs(form).Sheets.Sheet1;
    const values = (of: typeof plain) =>
      Object.entries(of ?? {})
        .filter(([key]) => !key.startsWith('!'))
        .map(([key, cell]) => [key, cell.v]);
    expect(values(sheet)).toEqual(values(plain));
    expect(sheet?.['!merges']).toEqual(plain?.['!merges']);
  });

  it('says the same as JSON, each unit with its files and what it owes', async () => {
    const { code, out } = await work.run('return', ...asOf, '--json');
    expect(code).toBe(1);
    const json = JSON.parse(out) as ReturnJson;
    expect([json.schema, json.campaign, json.phoneList]).toEqual([1, 'wanzhang-2023', '电话清单.txt']);
    expect(json.out).toBe(join(work.path, '退回'));
    const east = json.units.find(({ id }) => id === '1');
    expect(east).toMatchObject({ name: '东岭村委会', urgency: 'missing', phone: '000-0001', folder: '01_东岭村委会' });
    expect(east?.files).toMatchObject([
      {
        path: '东岭.zip!材料/东岭村统计表.xlsx',
        outcome: 'rejected',
        copy: '东岭村统计表_已标注.xlsx',
        copyKind: 'own',
        unmarked: null,
      },
    ]);
    expect(east?.files[0]?.findings.some(({ rule }) => rule === 'count/unreadable')).toBe(true);
    expect(east?.owes.map(({ deadline, overdue }) => [deadline, overdue])).toEqual([
      ['plan', true],
      ['progress-3', true],
      ['final', true],
    ]);
    expect(`\ufeff${east?.message.replaceAll('\n', '\r\n')}`).toBe(text('01_东岭村委会/消息.txt'));
  });

  it('takes one unit by its id, name, alias or short name, and leaves the others’ folders as they are', async () => {
    const state = stateOf(join(work.path, '退回'));
    const { code, out } = await work.run('return', '东岭', ...asOf, '--by', '2023-06-16');
    expect(code).toBe(1);
    expect(out).not.toContain('南岭社区');
    expect(text('01_东岭村委会/消息.txt')).toContain('6月16日前');
    const after = stateOf(join(work.path, '退回'));
    expect(after['03_南岭社区/消息.txt']).toBe(state['03_南岭社区/消息.txt']);
    expect(after['电话清单.txt']).toBe(state['电话清单.txt']);
    for (const argv of [['西林村'], ['东岭村委会', '4'], ['东岭', '--by', '6月']]) {
      const refused = await work.run('return', ...argv, ...asOf);
      expect(refused.code, argv.join(' ')).toBe(2);
    }
    expect((await work.run('return', '西林村', ...asOf)).err).toContain('西岭村委会');
    expect((await work.run('return', '西岭村', ...asOf)).out).toContain('西岭村委会');
  });

  it('takes away what has been settled since', async () => {
    work.put(
      'decisions.csv',
      `action,file,sha256,unit,material,deadline,value,reason,who,date\nexempt,,,南岭社区,,,,停办,王某某,2023-06-13\n`,
    );
    expect((await work.run('return', ...asOf)).code).toBe(1);
    expect(existsSync(join(work.path, '退回/03_南岭社区'))).toBe(false);
    work.remove('decisions.csv');
  });

  it('never writes into the inbox, and could not run where there is none', async () => {
    for (const argv of [
      ['--out', 'inbox/退回'],
      ['--inbox', 'nirgends'],
    ]) {
      const { code, err } = await work.run('return', ...asOf, ...argv);
      expect(code).toBe(2);
      expect(err).not.toContain('    at ');
    }
    expect(stateOf(join(work.path, 'inbox'))).toEqual(before);
  });

  it('reads a copy that was mended and sent back as if it were the file itself', async () => {
    const copy = new Uint8Array(readFileSync(join(work.path, '退回/01_东岭村委会/东岭村统计表_已标注.xlsx')));
    const mended = textsOf(copy);
    const sheet = mended['xl/worksheets/sheet1.xml'] ?? '';
    mended['xl/worksheets/sheet1.xml'] = sheet.replace(/<c r="V5"[^>]*>.*?<\/c>/u, '<c r="V5"><v>120</v></c>');
    work.put('改好.xlsx', zip(mended));
    const { code, out } = await work.run('check', '改好.xlsx', '--json');
    expect(code).toBe(0);
    const rules = (JSON.parse(out) as { files: { findings: { rule: string; severity: string }[] }[] }).files[0]
      ?.findings;
    expect(rules?.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('return for a day that is past', () => {
  it('lists what was known then, and says where the file has changed since', async () => {
    const work = await office();
    expect((await work.run('aggregate', '--as-of', '2023-06-12', '--quiet')).code).toBe(1);
    work.put('inbox/东岭.zip', zipSync({ '材料/东岭村统计表.xlsx': zip(textsOf(form)) }), '2023-06-13T10:00:00+08:00');
    work.remove('inbox/西岭.eml');
    expect((await work.run('aggregate', ...asOf, '--quiet')).code).toBe(1);
    const { out } = await work.run('return', '--as-of', '2023-06-12', '--json');
    const east = (JSON.parse(out) as ReturnJson).units.find(({ id }) => id === '1');
    expect(east?.files).toMatchObject([
      {
        path: '东岭.zip!材料/东岭村统计表.xlsx',
        copy: '东岭村统计表_修改说明.txt',
        copyKind: 'list',
        unmarked: 'changed',
      },
    ]);
    const list = readFileSync(join(work.path, '退回/01_东岭村委会/东岭村统计表_修改说明.txt'), 'utf8');
    expect(list).toContain('Sheet1!V5');
    expect((await work.run('return', '--as-of', '2023-06-12')).out).toContain('检查以后又有改动');
    work.remove('.');
  });
});

describe('remind', () => {
  let work: WorkingFolder;
  beforeAll(async () => {
    work = await office();
  });
  afterAll(() => work.remove('.'));

  it('prints what to say before a due day, by the as-of', async () => {
    const { code, out, err } = await work.run('remind', '--as-of', '2023-06-09T12:00');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('明日（6月10日，周六）到期');
    expect(out).toContain('东岭村委会　联络员　000-0001');
    expect(existsSync(join(work.path, '提醒'))).toBe(false);
  });

  it('looks over the days nobody works: on Friday to Monday, on Wednesday to Thursday', async () => {
    const told = async (at: string, ...more: string[]) =>
      (JSON.parse((await work.run('remind', '--as-of', at, '--json', ...more)).out) as RemindJson).units.flatMap(
        ({ owes }) => owes.filter(({ overdue }) => !overdue).map(({ deadline }) => deadline),
      );
    expect(new Set(await told('2023-06-09'))).toEqual(new Set(['final']));
    expect(await told('2023-06-07')).toEqual([]);
    expect(new Set(await told('2023-06-07', '--days', '2'))).toEqual(new Set());
    expect(new Set(await told('2023-06-07', '--days', '3'))).toEqual(new Set(['final']));
    expect(await told('2023-06-09', '--days', '0')).toEqual([]);
  });

  it('writes one file a unit and one for the group, and takes away those of who has sent it', async () => {
    const { code } = await work.run('remind', ...asOf, '--out', '提醒');
    expect(code).toBe(1);
    expect(readdirSync(join(work.path, '提醒')).sort()).toEqual(
      ['.campaign-written.json', '01_东岭村委会.txt', '02_西岭村委会.txt', '03_南岭社区.txt', '群消息.txt'].sort(),
    );
    expect(readFileSync(join(work.path, '提醒/群消息.txt'), 'utf8').startsWith('\ufeff')).toBe(true);
    await work.run('remind', '--as-of', '2023-05-01', '--days', '0', '--out', '提醒');
    expect(readdirSync(join(work.path, '提醒'))).toEqual(['.campaign-written.json']);
  });

  it('has a shape for programs', async () => {
    const { out } = await work.run('remind', ...asOf, '--json');
    const json = JSON.parse(out) as RemindJson;
    expect([json.schema, json.campaign, json.out]).toEqual([1, 'wanzhang-2023', null]);
    expect(json.group).toContain('南岭社区');
    const west = json.units.find(({ id }) => id === '2');
    expect(west?.owes.find(({ deadline }) => deadline === 'final')?.materials).toContainEqual({
      ...{ id: 'photos', state: 'absent', have: 0, least: 3 },
    });
  });

  it('is done where nothing is owed, and refuses what it does not know', async () => {
    const quiet = await work.run('remind', '--as-of', '2023-04-28');
    expect([quiet.code, quiet.err]).toEqual([0, '']);
    expect((await work.run('remind', ...asOf, '--fail-on', 'never')).code).toBe(0);
    for (const argv of [
      ['--deadline', 'never'],
      ['--days', '-1'],
      ['--days', 'x'],
      ['--out', 'inbox'],
    ]) {
      expect((await work.run('remind', ...asOf, ...argv)).code, argv.join(' ')).toBe(2);
    }
    const one = await work.run('remind', ...asOf, '--deadline', '实施方案', '--json');
    const ids = (JSON.parse(one.out) as RemindJson).units.flatMap(({ owes }) => owes.map(({ deadline }) => deadline));
    expect(new Set(ids)).toEqual(new Set(['plan']));
  });
});
