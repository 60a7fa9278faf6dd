import { copyFileSync, existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { arriveUntil } from '../../scripts/arrivals.js';
import { run } from '../../src/cli/run.js';
import { examine } from '../../src/pipeline/examine.js';
import { wanzhang } from '../pipeline/inbox.js';
import { fixtures, project } from '../stories/fixture.js';
import { type Ran, WorkingFolder } from './working.js';

/** A command line of the document, and when its season is so far. */
interface Line {
  readonly text: string;
  readonly now: string;
}

const hours: Readonly<Record<string, string>> = { 上午: '09:00', 下班前: '17:30' };

/** The command lines of README.zh-CN.md in order; the headings tell the day. */
function linesOf(markdown: string): readonly Line[] {
  let now = '';
  let isCode = false;
  return markdown.split('\n').flatMap((line): Line[] => {
    const [, month, day, hour = ''] = /^#+ (\d+)月(\d+)日(上午|下班前)/u.exec(line) ?? [];
    if (month !== undefined && day !== undefined) {
      now = `2023-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hours[hour]}:00+08:00`;
    }
    if (line.startsWith('```')) isCode = line === '```sh';
    else if (isCode && line !== '') return [{ text: line, now }];
    return [];
  });
}

/** As a shell divides it; a name with signs of its own stands in quotes. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const lines = linesOf(readFileSync(join(project, 'README.zh-CN.md'), 'utf8'));
const truth = JSON.parse(readFileSync(join(fixtures, 'wanzhang-2023', 'expected.json'), 'utf8')) as {
  readonly moments: readonly {
    readonly asked: string;
    readonly deadlines: Readonly<Record<string, readonly { readonly id: string; readonly status: string }[]>>;
    readonly totals: Readonly<Record<string, number>>;
    readonly used: number;
  }[];
};
const atTheEnd = truth.moments.at(-1)!;

describe('the season told in README.zh-CN.md', () => {
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));
  let folder = work.path;
  const inFolder = (...path: string[]) => join(folder, ...path);
  const listed = (...path: string[]) => readdirSync(inFolder(...path)).sort();

  async function campaign(argv: readonly string[], now: string): Promise<Ran> {
    const said = { out: '', err: '' };
    const code = await run(argv, {
      stdout: (text) => {
        said.out += text;
      },
      stderr: (text) => {
        said.err += text;
      },
      ...{ cwd: folder, now: () => new Date(now), env: { LANG: 'zh_CN.UTF-8' } },
      terminal: { isTerminal: false, columns: 100 },
    });
    return { code, ...said };
  }

  /** What the office would see now, as data. */
  async function seen(now: string) {
    const { out } = await campaign(['status', '--json'], now);
    const json = JSON.parse(out) as {
      readonly units: readonly {
        readonly id: string;
        readonly name: string;
        readonly deadlines: readonly { readonly id: string; readonly status: string; readonly daysLate: number }[];
      }[];
      readonly totals: Readonly<Record<string, number>>;
      readonly coverage: { readonly used: number };
    };
    const statusOf = (name: string, deadline: string) =>
      json.units.find((unit) => unit.name === name)?.deadlines.find(({ id }) => id === deadline);
    return { ...json, statusOf };
  }

  const reportsOf = (day: string) => ['html', 'xlsx'].map((end) => `汇总_wanzhang-2023_${day}.${end}`);
  const aggregated = (day: string) => (ran: Ran) => {
    expect(ran.code).toBe(1);
    expect(listed('reports')).toEqual(expect.arrayContaining([...reportsOf(day), `通报_wanzhang-2023_${day}.txt`]));
    expect(ran.out).toContain(`汇总_wanzhang-2023_${day}.xlsx`);
  };
  const reminded = (lacking: string, silent: string) => (ran: Ran) => {
    expect(ran.code).toBe(1);
    const texts = listed('提醒');
    expect(texts.some((name) => name.includes('群'))).toBe(true);
    expect(texts.some((name) => name.includes(lacking))).toBe(true);
    expect(texts.some((name) => name.includes(silent))).toBe(false);
  };

  /** What must come of each line, by its day and text: a line that nobody has thought of fails. */
  const facts: Readonly<Record<string, (ran: Ran) => void | Promise<void>>> = {
    '04-28 campaign init 5.29': ({ code }) => {
      expect(code).toBe(0);
      const made = ['campaign.yaml', 'decisions.csv', 'forms', 'inbox', 'roster.csv'];
      expect(readdirSync(join(work.path, '5.29')).sort()).toEqual(made);
    },
    '04-28 campaign template': async ({ code }) => {
      expect(code).toBe(0);
      expect(listed('forms').filter((name) => name.includes('_')).length).toBeGreaterThan(40);
      const form = listed('forms').find((name) => name.includes('楚庄村') && name.endsWith('.xlsx')) ?? '';
      const bytes = new Uint8Array(readFileSync(inFolder('forms', form)));
      const { unitText, statistics } = await examine(bytes, form, wanzhang);
      expect([unitText, statistics]).toEqual(['楚庄村委会', {}]);
    },
    '04-28 campaign page': ({ code }) => {
      expect(code).toBe(0);
      const page = readFileSync(inFolder('检查页.html'));
      expect(page.length).toBeLessThan(1_000_000);
      expect(page.toString()).toContain('楚庄村委会');
    },
    '05-04 campaign remind --out 提醒': reminded('骆堂村', '楚庄村'),
    '05-05 campaign status': async ({ code, out }) => {
      expect(code).toBe(1);
      expect(out).toContain('5月5日到期');
      expect(existsSync(inFolder('reports'))).toBe(false);
      expect((await seen('2023-05-05T17:30:00+08:00')).statusOf('月屯村委会', 'plan')?.status).toBe('pending');
    },
    '05-10 campaign aggregate': async (ran) => {
      aggregated('2023-05-10')(ran);
      const { statusOf } = await seen('2023-05-10T17:30:00+08:00');
      expect(statusOf('楚庄村委会', 'progress-1')?.status).toBe('on-time');
      expect(statusOf('杨屯村委会', 'progress-1')?.status).toBe('pending');
      expect(statusOf('月屯村委会', 'plan')?.status).toBe('missing');
      expect(statusOf('周庄村委会', 'plan')).toMatchObject({ status: 'late', daysLate: 3 });
    },
    '05-11 campaign aggregate': async (ran) => {
      aggregated('2023-05-11')(ran);
      const { statusOf } = await seen('2023-05-11T09:00:00+08:00');
      expect(statusOf('梁海村委会', 'progress-1')).toMatchObject({ status: 'late', daysLate: 1 });
      expect(statusOf('杨屯村委会', 'progress-1')?.status).toBe('missing');
    },
    '05-11 campaign status --as-of 2023-05-10T17:30': ({ code, out }) => {
      expect(code).toBe(1);
      expect(out).toContain('截至2023年5月10日17时30分');
      expect(out).not.toContain('迟报1天');
    },
    '05-19 campaign remind --out 提醒': ({ code }) => {
      expect(code).toBe(1);
      const group = listed('提醒').find((name) => name.includes('群')) ?? '';
      expect(readFileSync(inFolder('提醒', group), 'utf8')).toContain('5月20日，周六');
    },
    '05-20 campaign aggregate': async (ran) => {
      aggregated('2023-05-20')(ran);
      expect((await seen('2023-05-20T17:30:00+08:00')).statusOf('楚庄村委会', 'progress-2')?.status).toBe('on-time');
    },
    '05-20 campaign check "inbox/万福村/写实表（5月20日）.pdf"': ({ code, out }) => {
      expect(code).toBe(1);
      expect(out).toContain('file/wrong-kind');
    },
    '05-30 campaign remind --out 提醒': ({ code }) => expect(code).toBe(1),
    '05-31 campaign aggregate': async (ran) => {
      aggregated('2023-05-31')(ran);
      expect((await seen('2023-05-31T17:30:00+08:00')).statusOf('楚庄村委会', 'progress-3')?.status).toBe('on-time');
    },
    '06-08 campaign remind --days 2 --out 提醒': ({ code }) => {
      expect(code).toBe(1);
      const group = listed('提醒').find((name) => name.includes('群')) ?? '';
      expect(readFileSync(inFolder('提醒', group), 'utf8')).toContain('6月10日');
    },
    '06-10 campaign aggregate': async (ran) => {
      aggregated('2023-06-10')(ran);
      expect((await seen('2023-06-10T17:30:00+08:00')).statusOf('楚庄村委会', 'final')?.status).toBe('on-time');
    },
    '06-12 campaign aggregate': async (ran) => {
      aggregated('2023-06-12')(ran);
      const { units, totals, coverage, statusOf } = await seen('2023-06-12T09:00:00+08:00');
      if (existsSync(inFolder('退回'))) {
        // The second of the day, after what was ruled.
        expect(statusOf('顺河东村村民委员会', 'final')?.status).toBe('on-time');
        expect(statusOf('王桥村委会', 'final')?.status).toBe('pending');
        expect(coverage.used).toBe(atTheEnd.used + 1);
        return;
      }
      const told = units.map(({ id, deadlines }) => [id, deadlines.map(({ status }) => status)]);
      const wanted = Object.entries(atTheEnd.deadlines).map(([id, list]) => [id, list.map(({ status }) => status)]);
      const required = new Set(told.map(([id]) => id));
      expect(Object.fromEntries(told)).toMatchObject(
        Object.fromEntries(wanted.filter(([id]) => required.has(id!) && id !== '370829003')),
      );
      expect(totals).toMatchObject(atTheEnd.totals);
      expect(coverage.used).toBe(atTheEnd.used);
    },
    '06-12 campaign check inbox/万张村/信息统计表.xlsx inbox/月屯村/信息统计表.xlsx': ({ code, out }) => {
      expect(code).toBe(1);
      for (const said of ['count/unreadable', 'level/not-yours', '很多']) expect(out).toContain(said);
    },
    '06-12 campaign explain count/unreadable': ({ code, out }) => {
      expect(code).toBe(0);
      expect(out).toContain('count/unreadable');
    },
    '06-12 campaign return --by 2023-06-16': async ({ code }) => {
      expect(code).toBe(1);
      expect(listed('退回')).toContain('电话清单.txt');
      expect(listed('退回', '08_万张村委会')).toContain('信息统计表_已标注.xlsx');
      const message = listed('退回', '08_万张村委会').find((name) => name.endsWith('.txt')) ?? '';
      expect(readFileSync(inFolder('退回', '08_万张村委会', message), 'utf8')).toContain('6月16日');
    },
    '06-12 campaign decide assign --file 顺河西村/信息统计表2.xlsx --unit 顺河东村村民委员会 --material statistics --reason 电话确认放错文件夹 --who 王某某':
      ({ code }) => {
        expect(code).toBe(0);
        expect(readFileSync(inFolder('decisions.csv'), 'utf8')).toContain('电话确认放错文件夹');
      },
    '06-12 campaign decide extend --unit 王桥村委会 --deadline final --value 2023-06-16 --reason 停电 --who 王某某': ({
      code,
    }) => expect(code).toBe(0),
    '06-16 campaign aggregate': async (ran) => {
      aggregated('2023-06-16')(ran);
      const { totals, statusOf } = await seen('2023-06-16T17:30:00+08:00');
      expect(statusOf('万张村委会', 'final')?.status).toBe('late');
      // What was ruled on, and what came after the weekend.
      const added = ['顺河西村/信息统计表2.xlsx', '马海村信息统计表.xlsx'].map((path) =>
        examined(inFolder('inbox', path)),
      );
      const figures = (await Promise.all(added)).map((one) => figuresOf(one)['publicity.village.people'] ?? Number.NaN);
      const before = atTheEnd.totals['publicity.village.people'] ?? Number.NaN;
      expect(totals['publicity.village.people']).toBe(figures.reduce((sum, one) => sum + one, before + mended));
    },
    '06-16 campaign word --out 上报': async ({ code, out }) => {
      expect(code).toBe(1);
      expect(out).toContain('没有写实表的单位（1个）：杨屯村委会');
      const [name = ''] = listed('上报');
      const merged = await examined(inFolder('上报', name));
      expect(merged.progress?.activities.length).toBeGreaterThan(100);
    },
    '06-16 campaign history 万张村委会': ({ code, out }) => {
      expect(code).toBe(0);
      expect(out).toContain('2023-06-14');
    },
    '12-01 campaign form init forms/statistics.xlsx forms/progress.docx --year 2024 --out 2024.yaml': ({ code }) => {
      expect(code).toBe(0);
      expect(readFileSync(inFolder('2024.yaml'), 'utf8')).toContain('2024');
    },
    '12-01 campaign form diff campaign.yaml 2024.yaml': ({ code, out }) => {
      expect(code).toBe(1);
      expect(out).toContain('2023 → 2024');
    },
    '12-01 campaign check 信息统计表.xlsx': ({ code, out }) => {
      expect(code).toBe(0);
      expect(out).toContain('count/normalised');
    },
    '12-01 campaign check 信息统计表.xlsx --fix': async ({ code }) => {
      expect(code).toBe(0);
      const fixed = listed().find((name) => name.startsWith('信息统计表（已修正')) ?? '';
      const before = await examined(inFolder('信息统计表.xlsx'));
      const after = await examined(inFolder(fixed));
      expect(before.findings.map(({ rule }) => rule)).toContain('count/normalised');
      expect(after.findings.map(({ rule }) => rule)).not.toContain('count/normalised');
      expect(figuresOf(after)).toEqual(figuresOf(before));
    },
  };

  it('has commands to run, and facts for no others', () => {
    expect(lines.length).toBeGreaterThan(25);
    const told = new Set(lines.filter(({ text }) => !text.startsWith('cd ')).map(keyOf));
    expect(Object.keys(facts).filter((key) => !told.has(key))).toEqual([]);
  });

  for (const line of lines) {
    it(`${line.now.slice(5, 16)} ${line.text}`, async () => {
      const [program, ...argv] = wordsOf(line.text);
      if (program === 'cd') {
        folder = join(folder, argv[0] ?? '');
        return;
      }
      expect(program).toBe('campaign');
      if (existsSync(inFolder('inbox'))) arriveUntil(line.now, inFolder('inbox'));
      if (line.now > '2023-06-14') await mendMarkedCopy(folder);
      if (argv.includes('信息统计表.xlsx')) layForm(folder);
      const ran = await campaign(argv, line.now);
      expect(ran.err).not.toContain('    at ');
      const check = facts[keyOf(line)];
      expect(check, `nothing is known of ${keyOf(line)}`).toBeDefined();
      await check?.(ran);
    });
  }
});

function keyOf({ text, now }: Line): string {
  return `${now.slice(5, 10)} ${text}`;
}

/** What 万张村 writes in place of 很多. */
const mended = 120;

/** The village writes a number into the marked copy and sends it back. */
async function mendMarkedCopy(folder: string): Promise<void> {
  const name = '信息统计表_已标注.xlsx';
  const target = join(folder, 'inbox', '万张村', name);
  if (existsSync(target)) return;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, '退回', '08_万张村委会', name));
  workbook.getWorksheet('信息统计表')!.getCell('V6').value = mended;
  await workbook.xlsx.writeFile(target);
  const at = new Date('2023-06-14T10:00:00+08:00');
  utimesSync(target, at, at);
}

/** A form as a village has it on its own computer, with figures such as 3场. */
function layForm(folder: string): void {
  copyFileSync(join(fixtures, 'wanzhang-2023', 'inbox', '骆堂村统计表（最新）.xlsx'), join(folder, '信息统计表.xlsx'));
}

async function examined(path: string) {
  return examine(new Uint8Array(readFileSync(path)), path.split('/').at(-1) ?? '', wanzhang);
}

function figuresOf({ statistics }: Awaited<ReturnType<typeof examined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(statistics ?? {}).flatMap(([id, { value }]) => (typeof value === 'number' ? [[id, value]] : [])),
  );
}
