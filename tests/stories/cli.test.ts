import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textDocument } from '../../scripts/fixtures/word.js';
import { restoreTimes } from '../../scripts/restore-times.js';
import { shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { command, emptyFolder, removeFolders, type Said, stateOf } from './command.js';
import { filesBelow, fixtures, project } from './fixture.js';

const rules = join(fixtures, 'rules');
const silence = join(rules, 'silence');
const wanzhang = join(fixtures, 'wanzhang-2023', 'inbox');
const story = (name: string) => join(rules, name, 'inbox');
const ofThree = ['--campaign', 'wanzhang-2023', '--roster', join(rules, 'roster.csv')];
const ofSilence = ['--campaign', 'wanzhang-2023', '--roster', join(silence, 'roster.csv'), '--as-of', '2023-06-12'];

let untouched: Record<string, string>;
beforeAll(() => {
  restoreTimes(fixtures);
  untouched = stateOf(fixtures);
});
afterAll(() => {
  removeFolders();
  expect(stateOf(fixtures)).toEqual(untouched);
});

/** It could not run, says why in a line or two, and does not show its insides. */
function expectRefusal({ code, out, err }: Said): void {
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim()).not.toBe('');
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
  expectPlain(err);
}

/** No stack trace, no colour. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(/\n\s+at .+:\d+/);
  expect(text).not.toContain('\u001b[');
}

describe('asking about the program', () => {
  test('--help names every command and --version a version, and both are no failure', async () => {
    const help = await command(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    for (const name of ['aggregate', 'word', 'check', 'status', 'explain', 'list']) expect(help.out).toContain(name);
    const version = await command(['--version']);
    expect([version.code, version.out.trim()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  });

  test('list names the campaigns that ship', async () => {
    const { code, out, err } = await command(['list']);
    expect([code, err]).toEqual([0, '']);
    for (const id of shippedCampaigns()) expect(out).toContain(id);
    expectPlain(out);
  });

  test.each(ruleIds)('explain %s, in either language', async (rule) => {
    const [zh, en] = await Promise.all(['zh', 'en'].map((lang) => command(['explain', rule, '--lang', lang])));
    expect([zh?.code, en?.code]).toEqual([0, 0]);
    expect(zh?.out).toContain(rule);
    expect(en?.out).toContain(rule);
    expect(zh?.out).not.toBe(en?.out);
  });

  test.each([
    ['a command nobody knows', ['nonsense']],
    ['a flag nobody knows', ['check', '--nonsense', 'x']],
    ['no file to check', ['check']],
  ])('%s is a usage error', async (_, argv) => {
    const { code, out, err } = await command(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
    expectPlain(err);
  });

  test('a rule nobody knows', async () => expectRefusal(await command(['explain', 'count/nonsense'])));
});

describe('check', () => {
  const good = join(silence, 'inbox', '东岭村', '信息统计表.xlsx');
  const bad = join(story('count-unreadable'), '东岭村统计表.xlsx');
  const blank = join(project, 'templates', 'wanzhang-2023', 'statistics.xlsx');

  test('good, bad and blank forms differ in exit code and in the last line', async () => {
    const said = await Promise.all([good, bad, blank].map((path) => command(['check', path])));
    expect(said.map((one) => [one.code, one.err])).toEqual([
      [0, ''],
      [1, ''],
      [0, ''],
    ]);
    const verdicts = said.map((one) => one.out.trimEnd().split('\n').at(-1));
    expect(new Set(verdicts).size).toBe(3);
    for (const { out } of said) expectPlain(out);
  });

  test('a mistake is told with its cell, what stood there and its rule', async () => {
    const { out } = await command(['check', bad]);
    expect(out).toContain('Sheet1!V5');
    expect(out).toContain('很多');
    expect(out).toContain('count/unreadable');
  });

  test('what check says of a form is what aggregate says of it', async () => {
    const alone = await command(['check', bad, '--json', ...ofThree]);
    const among = await command(['status', story('count-unreadable'), '--json', '--no-ledger', ...ofThree]);
    const [ofCheck] = findingsIn(JSON.parse(alone.out));
    const [ofStatus] = findingsIn(JSON.parse(among.out).files);
    expect(ofCheck).toEqual(ofStatus);
    expect(ofCheck).toMatchObject({ rule: 'count/unreadable', place: 'Sheet1!V5', found: '很多' });
  });

  test('a spreadsheet that does not open, and a text named as the form', async () => {
    const broken = join(story('file-unreadable'), '东岭村统计表.xlsx');
    const folder = await folderWithText();
    for (const path of [broken, join(folder, '东岭村统计表.docx')]) {
      const { code, out, err } = await command(['check', path, '--campaign', 'wanzhang-2023', '--json']);
      expect([code, err]).toEqual([1, '']);
      expect(findingsIn(JSON.parse(out))).toMatchObject([{ rule: 'file/unreadable' }]);
    }
    expect(filesBelow(folder)).toEqual(['东岭村统计表.docx']);
  });

  test('--fail-on moves the threshold', async () => {
    const asked = join(story('count-estimate'), '东岭村统计表.xlsx');
    const codes = await Promise.all([
      command(['check', asked]),
      command(['check', asked, '--fail-on', 'warning']),
      command(['check', bad, '--fail-on', 'never']),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([0, 1, 0]);
  });

  test('a file that is not there', async () => {
    expectRefusal(await command(['check', 'nowhere.xlsx', '--campaign', 'wanzhang-2023']));
  });
});

describe('aggregate', () => {
  test('an inbox in which nothing is amiss: exit code 0, a workbook that opens, a page, a summary, and nothing else', async () => {
    const cwd = emptyFolder();
    const { code, out, err } = await command(['aggregate', join(silence, 'inbox'), ...ofSilence, '--no-ledger'], {
      cwd,
    });
    expect([code, err]).toEqual([0, '']);
    expectPlain(out);
    expect(filesBelow(cwd)).toEqual([
      'reports/汇总_wanzhang-2023_2023-06-12.html',
      'reports/汇总_wanzhang-2023_2023-06-12.xlsx',
      'reports/通报_wanzhang-2023_2023-06-12.txt',
    ]);
    for (const name of filesBelow(cwd)) expect(out).toContain(name.split('/')[1]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(cwd, 'reports', '汇总_wanzhang-2023_2023-06-12.xlsx'));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      ...['汇总表', '分村明细', '报送情况', '问题清单', '活动写实', '来件清单', '说明'],
    ]);
  });

  test('a real inbox needs a person, and the JSON says why', async () => {
    const argv = [
      'aggregate',
      wanzhang,
      '--json',
      '--no-ledger',
      '--out',
      'out',
      '--as-of',
      '2023-06-12T09:00:00+08:00',
    ];
    const cwd = emptyFolder();
    const { code, out, err } = await command(argv, { cwd });
    expect([code, err]).toEqual([1, '']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ schema: 1, campaign: 'wanzhang-2023', asOf: '2023-06-12T09:00:00+08:00' });
    expect(report.coverage).toEqual({ used: 16, expected: 22 });
    for (const path of Object.values(report.outputs)) expect(existsSync(String(path))).toBe(true);
    expect(filesBelow(cwd).length).toBe(3);
  });

  test('--quiet says nothing and still tells by its exit code', async () => {
    const quiet = await command(['aggregate', wanzhang, '--campaign', 'wanzhang-2023', '--quiet', '--no-ledger']);
    expect(quiet).toEqual({ code: 1, out: '', err: '' });
  });

  test('colour is for terminals, and NO_COLOR forbids it there too', async () => {
    const argv = ['status', wanzhang, '--campaign', 'wanzhang-2023', '--no-ledger', '--as-of', '2023-06-12'];
    const said = await Promise.all([
      command(argv),
      command(argv, { isTerminal: true }),
      command(argv, { isTerminal: true, env: { NO_COLOR: '1' } }),
    ]);
    expect(said.map(({ out }) => out.includes('\u001b['))).toEqual([false, true, false]);
  });

  test('an empty inbox is said to be empty; who owes what follows from the day', async () => {
    const inbox = emptyFolder();
    const before = await command(['status', inbox, ...ofThree, '--no-ledger', '--as-of', '2023-05-04']);
    const after = await command(['status', inbox, ...ofThree, '--no-ledger', '--as-of', '2023-06-12']);
    expect([before.code, after.code]).toEqual([0, 1]);
    expect(before.err).not.toBe('');
  });

  test.each(['file-unreadable', 'file-empty', 'file-encrypted', 'file-wrong-kind', 'form-wrong-form'])(
    '%s is content: the run goes on, the file is rejected or nobody’s',
    async (name) => {
      const argv = ['status', story(name), ...ofThree, '--no-ledger', '--as-of', '2023-05-04', '--json'];
      const { code, out, err } = await command(argv);
      expect([code, err]).toEqual([1, '']);
      expect(JSON.parse(out).files.map((file: { outcome: string }) => file.outcome)).toEqual(['rejected']);
    },
  );

  test('a Word file without a table, named as the form, is rejected and not taken for zeros', async () => {
    const inbox = await folderWithText();
    const { code, out } = await command([
      'status',
      inbox,
      ...ofThree,
      '--no-ledger',
      '--as-of',
      '2099-01-01',
      '--json',
    ]);
    const report = JSON.parse(out);
    expect([code, report.files]).toMatchObject([1, [{ material: 'statistics', outcome: 'rejected' }]]);
    expect(report.units.map((unit: { statistics: unknown }) => unit.statistics)).toEqual([null, null, null]);
  });
});

describe('what cannot run says so and writes nothing', () => {
  const argvFor = (inbox: string, ...more: string[]) => ['aggregate', inbox, ...ofThree, '--no-ledger', ...more];

  test('an inbox that is not there, or is a file', async () => {
    const cwd = emptyFolder();
    expectRefusal(await command(argvFor('nowhere'), { cwd }));
    expectRefusal(await command(argvFor(join(rules, 'roster.csv')), { cwd }));
    expect(filesBelow(cwd)).toEqual([]);
  });

  test('an output folder that is a file, or lies in the inbox', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'taken'), 'mine');
    expectRefusal(await command(argvFor(join(silence, 'inbox'), '--out', 'taken'), { cwd }));
    expect(readFileSync(join(cwd, 'taken'), 'utf8')).toBe('mine');
    mkdirSync(join(cwd, 'inbox'));
    expectRefusal(await command(argvFor('inbox', '--out', 'inbox/reports'), { cwd }));
    expect(filesBelow(cwd)).toEqual(['taken']);
  });

  test('an output that cannot be replaced leaves nothing half-written', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'reports', '汇总_wanzhang-2023_2023-06-12.xlsx'), { recursive: true });
    const argv = ['aggregate', join(silence, 'inbox'), ...ofSilence, '--no-ledger'];
    expectRefusal(await command(argv, { cwd }));
    expect(filesBelow(cwd)).toEqual([]);
  });

  test('a moment, a campaign or a roster nobody can find', async () => {
    const inbox = join(silence, 'inbox');
    expectRefusal(await command(argvFor(inbox, '--as-of', 'soon')));
    expectRefusal(await command(['aggregate', inbox, '--campaign', 'nonsense']));
    expectRefusal(await command(['aggregate', inbox, '--campaign', 'wanzhang-2023', '--roster', 'nowhere.csv']));
    expectRefusal(await command(['aggregate', emptyFolder()]));
  });

  test('a mistake in the campaign file is told with its line and key', async () => {
    const cwd = emptyFolder();
    const source = readFileSync(join(project, 'templates', 'wanzhang-2023', 'campaign.yaml'), 'utf8');
    const broken = source
      .replace('due: 2023-05-20', 'due: 20 May')
      .replace('reportingLevel: village', 'reportLevel: village');
    writeFileSync(join(cwd, 'campaign.yaml'), broken);
    const { code, out, err } = await command(['aggregate', join(silence, 'inbox')], { cwd });
    expect([code, out]).toEqual([2, '']);
    const line = broken.split('\n').findIndex((one) => one.includes('20 May')) + 1;
    expect(err).toContain(`campaign.yaml:${line} deadlines.2.due`);
    expect(err).toContain('reportingLevel');
    expectPlain(err);
  });

  test('a mistake in the roster is told with its line and column', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'roster.csv'), 'id,name,level\n1,东岭村委会,village\n2,西岭村委会,hamlet\n');
    const argv = ['aggregate', join(silence, 'inbox'), '--campaign', 'wanzhang-2023', '--roster', 'roster.csv'];
    const said = await command(argv, { cwd });
    expectRefusal(said);
    expect(said.err).toContain('roster.csv:3 level');
  });
});

describe('the built command', () => {
  const cwd = emptyFolder();
  const bin = join(project, 'bin', 'campaign.js');
  const built = (argv: readonly string[], zone: string) =>
    spawnSync(process.execPath, [bin, ...argv], {
      ...{ cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      env: { ...process.env, TZ: zone, NO_COLOR: '1' },
    });

  beforeAll(() => {
    if (existsSync(join(project, 'dist', 'program', 'main.cjs'))) return;
    spawnSync(process.execPath, ['scripts/build-program.js'], { cwd: project });
  });

  test('runs', () => {
    const { status, stdout } = built(['list'], 'UTC');
    expect(status).toBe(0);
    for (const id of shippedCampaigns()) expect(stdout).toContain(id);
  });

  test('says and writes the same in New York and in Shanghai', () => {
    const argv = ['aggregate', wanzhang, '--campaign', 'wanzhang-2023', '--no-ledger', '--out', 'out', '--json'];
    for (const asOf of ['2023-05-11', '2023-06-12T09:00:00+08:00']) {
      const [here, there] = ['Asia/Shanghai', 'America/New_York'].map((zone) => {
        const { status, stdout, stderr } = built([...argv, '--as-of', asOf], zone);
        expect([status, stderr]).toEqual([1, '']);
        const { workbook, summary, page } = JSON.parse(stdout).outputs;
        const hash = createHash('sha256').update(readFileSync(workbook)).update(readFileSync(page)).digest('hex');
        return { stdout, summary: readFileSync(summary, 'utf8'), hash };
      });
      expect(there).toEqual(here);
    }
  });
});

/** A folder with a Word text that nothing but its name calls the form. */
async function folderWithText(): Promise<string> {
  const folder = emptyFolder();
  const bytes = await textDocument(['全月开展宣传五场、服务三场，群众反映良好。']);
  writeFileSync(join(folder, '东岭村统计表.docx'), bytes);
  return folder;
}

/** The findings of every file in the JSON of `check` or `aggregate`. */
function findingsIn(files: unknown): unknown[] {
  const list = Array.isArray(files) ? files : ((files as { files?: unknown[] }).files ?? []);
  return list.flatMap((file) => (file as { findings: unknown[] }).findings);
}
