import exceljs from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import type { Report } from '../../src/model/report.js';
import { sampleReport } from './sample-report.js';
import { workbookBytes } from './workbook-bytes.js';

const options = { inbox: '/办公/收件箱', out: '/办公/reports/汇总.xlsx' };
const report = sampleReport();
let workbook: exceljs.Workbook;

beforeAll(async () => {
  workbook = await read(report);
});

test('seven sheets in their order, each on A4 across with frozen panes and page numbers', () => {
  const names = ['汇总表', '分村明细', '报送情况', '问题清单', '活动写实', '来件清单', '说明'];
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(names);
  for (const { pageSetup, views, headerFooter } of workbook.worksheets) {
    expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
    expect(pageSetup).toMatchObject({ horizontalCentered: true });
    expect(views[0]).toMatchObject({ state: 'frozen' });
    expect(headerFooter.oddFooter).toContain('&P');
  }
});

test('the same report gives the same bytes', async () => {
  const [once, again] = [await workbookBytes(report, options), await workbookBytes(report, options)];
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
});

describe.each(['wanzhang-2023', 'binjiang-2021'])('汇总表 of %s', (id) => {
  test('each count is the sum of its column of 分村明细, with the total as its cached value', async () => {
    const told = sampleReport(id);
    const book = await read(told);
    const { layout, unit, fields } = told.campaign.forms.statistics;
    const top = unit.inTable ? 1 : 2;
    for (const cell of layout.cells.filter(({ role }) => role === 'value')) {
      const field = fields.find((one) => one.id === cell.field)!;
      const { formula, result } = sheet(book, '汇总表').getCell(cell.row + top, cell.column);
      if (field.kind !== 'count') {
        expect(formula).toMatch(/^COUNTIF\(/);
        continue;
      }
      expect(result).toBe(told.totals[field.id]);
      const [, range = ''] = /^SUM\('分村明细'!([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(formula) ?? [];
      expect(sumOf(book, range)).toBe(told.totals[field.id]);
    }
  });
});

test('汇总表 says how many units are in, and which are not', () => {
  const text = textOf('汇总表');
  expect(text).toContain('覆盖 19/22 个单位');
  expect(text).toContain('截至 2023年6月14日 09:00');
  expect(text).toMatch(/未计入的单位：薛庄村委会、宋王村委会、韩庄村委会/);
});

test('汇总表 explains only what its form has', async () => {
  expect(textOf('汇总表')).toMatch(/只加各单位应填的级别.*4\.官网、微信公众号、微博3格/su);
  const { statistics } = report.campaign.forms;
  const fields = statistics.fields.filter(({ kind, level }) => kind === 'count' && level === null);
  const layout = {
    ...statistics.layout,
    cells: statistics.layout.cells.filter(
      (cell) => cell.role !== 'value' || fields.some(({ id }) => id === cell.field),
    ),
  };
  const forms = { ...report.campaign.forms, statistics: { ...statistics, fields, layout } };
  const text = textOf('汇总表', await read({ ...report, campaign: { ...report.campaign, forms } }));
  expect(text).toContain('汇总口径');
  expect(text).not.toMatch(/只加各单位应填的级别|微信公众号、微博/u);
});

test('汇总表 says that the zeros of the office’s own level are none while the office has not filled it in', async () => {
  const told = report.units.find(({ statistics }) => statistics !== null)?.statistics ?? null;
  const units = report.units.map((one) => (one.unit.required ? one : { ...one, statistics: told }));
  expect(textOf('汇总表')).toMatch(/“乡镇计生协”一级由.*街道.*填报，还没有报来/);
  expect(textOf('汇总表', await read({ ...report, units }))).not.toContain('还没有报来');
});

describe('分村明细', () => {
  test('has one row a unit in the order of the roster', () => {
    const names = report.units.map((_, index) => cell('分村明细', `B${6 + index}`).value);
    expect(names).toEqual(report.units.map(({ unit }) => unit.name));
  });

  test('what was not filled in stays blank and is never 0', () => {
    for (const [index, { statistics }] of report.units.entries()) {
      report.campaign.forms.statistics.fields.forEach((field, n) => {
        const held = sheet(workbook, '分村明细').getCell(6 + index, 7 + n).value;
        if (statistics?.record[field.id] === undefined) expect(held).toBeNull();
        else expect(held).not.toBeNull();
      });
    }
  });

  test('figures of another level are text, so that no sum takes them', () => {
    const held = cell('分村明细', 'G22');
    expect(held.value).toBe('12\n（不计）');
    expect(held.font).toMatchObject({ italic: true });
  });

  test('an estimate counts, is coloured, and its note says what was written', () => {
    const held = cell('分村明细', 'L20');
    expect(held.value).toBe(200);
    expect(held.fill).toMatchObject({ pattern: 'solid' });
    expect(JSON.stringify(held.note)).toContain('约200人');
  });

  test('counts corrections, and a note says what each changed', () => {
    const held = cell('分村明细', 'AJ25');
    expect(held.value).toBe(1);
    expect(noteOf(held)).toContain('第1次，6-09 10:00 收到“附件2 信息统计表.xlsx”');
    expect(noteOf(held)).toContain('宣传活动 / 宣传人数：空 → 300');
    expect(cell('分村明细', 'AJ24').value).toBeNull();
  });

  test('a file that is no longer in the inbox is named without a link', () => {
    const held = cell('分村明细', 'AL26');
    expect(held.value).toBe('万福村村民委员会/附件2 信息统计表.xlsx');
    expect(held.hyperlink).toBeUndefined();
  });

  test('the source is a link, to the archive where it lies in one', () => {
    const links = [7, 8].map((row) => cell('分村明细', `AL${row}`).value);
    expect(links[0]).toMatchObject({
      text: '楚庄村委会/附件2 信息统计表.xlsx',
      hyperlink: `../${encodeURIComponent('收件箱')}/${encodeURIComponent('楚庄村委会')}/${encodeURIComponent('附件2 信息统计表.xlsx')}`,
    });
    expect(links[1]).toMatchObject({
      text: '骆堂村委会.zip!附件2 #最终版.xlsx',
      hyperlink: `../${encodeURIComponent('收件箱')}/${encodeURIComponent('骆堂村委会.zip')}`,
    });
  });
});

describe('报送情况', () => {
  test('tells status, time in the campaign’s zone and evidence', () => {
    const rows = [4, 6, 8, 11, 15].map((row) => cell('报送情况', `I${row}`).value);
    expect(rows).toEqual([
      '按时\n6-10 10:30 文件时间',
      '迟报3天\n6-13 12:30 文件时间',
      '缺项：活动照片、活动视频\n6-10 14:30 文件时间',
      '未报\n另有1件未识别',
      '免报',
    ]);
  });

  test('marks weekends and leaves out who need not report', () => {
    expect(cell('报送情况', 'G3').value).toBe('第二次写实表\n5月20日（周六）');
    expect(cell('报送情况', 'B4').value).toBe('楚庄村委会');
  });

  test('marks what is still to be looked up, and says between which times it came', () => {
    const held = cell('报送情况', 'I20');
    expect(held.value).toBe('按时（待核）\n6-10 18:00 至 6-11 09:00');
    expect(noteOf(held)).toContain('2023-06-10 18:00 至 2023-06-11 09:00 之间收到');
    expect(held.fill).not.toEqual(cell('报送情况', 'I19').fill);
  });

  test('says until when a unit was given more time', () => {
    expect(cell('报送情况', 'I21').value).toBe('按时\n6-10 09:30 文件时间\n延期至6月22日（周四），节假日（端午节）');
  });

  test('tells in a note when the first of each material came and when the first that would do', () => {
    expect(noteOf(cell('报送情况', 'E4'))).toBe('活动实施方案：首次收到并合格 5-05 10:30');
    expect(noteOf(cell('报送情况', 'G4'))).toBe('进展情况写实表：首次合格 5-20 10:30');
    expect(noteOf(cell('报送情况', 'I4')).split('\n')).toHaveLength(4);
    expect(cell('报送情况', 'I11').note).toBeUndefined();
  });

  test.each([
    ['holiday', '端午节', '6月22日（周四）\n节假日（端午节）\n原定6月10日'],
    ['holiday', '', '6月22日（周四）\n节假日\n原定6月10日'],
    ['makeup-workday', '端午节', '6月22日（周四）\n调休上班\n原定6月10日'],
  ] as const)('says what sort of day it is: %s', async (kind, name, told) => {
    const [standing, ...rest] = [...report.standings].reverse();
    const due = { ...standing!.due, day: '2023-06-22', kind: { kind, name } };
    const book = await read({ ...report, standings: [...rest.reverse(), { ...standing!, due }] });
    expect(sheet(book, '报送情况').getCell('I3').value).toBe(`统计表和总结\n${told}`);
  });

  test('rates add up to exactly 100 %', () => {
    for (const column of ['E', 'F', 'G', 'H', 'I']) {
      const rates = [31, 32, 33, 34].map((row) => cell('报送情况', `${column}${row}`).value as number);
      expect(Math.round(rates.reduce((sum, rate) => sum + rate, 0) * 1000)).toBe(1000);
    }
    expect(cell('报送情况', 'A31').value).toBe('按时率');
  });

  test('before the due day nobody is late', async () => {
    const early = await read(sampleReport('wanzhang-2023', '2023-05-01T00:00:00Z'));
    expect(sheet(early, '报送情况').getCell('E4').value).toBe('未到期');
    expect(sheet(early, '报送情况').getCell('E31').value).toBe('－');
  });
});

describe('text from files', () => {
  test('is never a formula', () => {
    const held = rowsOf('活动写实')
      .find((row) => String(row.getCell(4).value).startsWith('=HYPERLINK'))
      ?.getCell(4);
    expect(held?.type).toBe(exceljs.ValueType.String);
    expect(held?.numFmt).toBe('@');
    for (const { name } of workbook.worksheets.slice(2)) {
      for (const row of rowsOf(name)) row.eachCell(({ formula }) => expect(formula).toBeUndefined());
    }
  });

  test('has no control characters', () => {
    expect(textOf('问题清单')).toContain('=cmd 很多场');
  });

  test('links nowhere but into the inbox', () => {
    for (const { name } of workbook.worksheets) {
      for (const row of rowsOf(name)) {
        row.eachCell(({ hyperlink }) => {
          if (hyperlink !== undefined) expect(decodeURIComponent(hyperlink)).toMatch(/^\.\.\/收件箱\/(?!.*\.\.)/);
        });
      }
    }
  });
});

test('来件清单 has every file once with its outcome', () => {
  const rows = rowsOf('来件清单').slice(3);
  expect(rows.map((row) => row.getCell(1).text)).toEqual(report.files.map(({ path }) => path));
  const outcomes = rows.slice(-3).map((row) => row.getCell(8).value);
  expect(outcomes).toEqual(['未识别', '忽略', '截至后']);
});

test('来件清单 says what took the place of a superseded file', () => {
  const row = rowsOf('来件清单').find((one) => one.getCell(8).value === '被新版替代');
  expect(row?.getCell(9).value).toBe('已由新版替代：“向阳村村民委员会/附件2 信息统计表.xlsx”');
});

test('说明 has every decision, and says which no longer applies', () => {
  const rows = rowsOf('说明').map((row) => [1, 2, 3, 4, 5, 6, 7].map((column) => row.getCell(column).text));
  const head = rows.findIndex(([first]) => first === '行号');
  expect(rows[head]).toEqual(['行号', '处理', '对象', '理由', '经办人', '日期', '是否用上']);
  expect(rows.slice(head + 1).map(([line, action, , , , , used]) => [line, action, used])).toEqual([
    ['2', '归属', '用上'],
    ['3', '收到时间', '用上'],
    ['4', '延期', '用上'],
    ['5', '免报', '用上'],
    ['6', '撤回', '没有对应的来件，请核对'],
    ['7', '采用', '没有对应的来件，请核对'],
  ]);
  expect(rows[head + 1]?.[2]).toMatch(/^待核\/附件2.xlsx\n归 .*委会，信息统计表$/);
  expect(rows[head + 3]?.[2]).toMatch(/，统计表和总结，延期至6月22日$/);
});

test('问题清单 names what a unit lacks in the order of the deadlines', async () => {
  const [unit, ...others] = report.units;
  const names = report.campaign.deadlines.map(({ name }) => name);
  const missing = names.map((deadline) => finding('deadline/missing', { deadline, unmatched: 0 }, { kind: 'file' }));
  const book = await read({ ...report, files: [], units: [{ ...unit!, findings: missing }, ...others] });
  const said = sheet(book, '问题清单')
    .getColumn(7)
    .values.map(String)
    .filter((text) => text.includes('未报'));
  expect(said.slice(0, names.length).map((text) => names.find((name) => text.includes(name)))).toEqual(names);
});

test('问题清单 puts what must be mended first', () => {
  const severities = rowsOf('问题清单')
    .slice(3)
    .map((row) => row.getCell(2).value);
  expect(severities).toEqual([...Array(5).fill('需更正'), ...Array(3).fill('需核实')]);
});

test('an empty inbox gives a workbook that says so', async () => {
  const units = report.units.map((unit) => ({
    ...unit,
    statistics: null,
    activities: null,
    counted: [],
    findings: [],
  }));
  const empty = await read({ ...report, units, files: [], decisions: [] });
  for (const name of ['问题清单', '活动写实', '来件清单'])
    expect(sheet(empty, name).getCell('A4').value).toBe('（无）');
});

async function read(told: Report): Promise<exceljs.Workbook> {
  const read = new exceljs.Workbook();
  await read.xlsx.load(await workbookBytes(told, options));
  return read;
}

function sheet(book: exceljs.Workbook, name: string): exceljs.Worksheet {
  return book.getWorksheet(name)!;
}

function cell(name: string, address: string): exceljs.Cell {
  return sheet(workbook, name).getCell(address);
}

function noteOf({ note }: exceljs.Cell): string {
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

function rowsOf(name: string, book = workbook): exceljs.Row[] {
  const { rowCount } = sheet(book, name);
  return sheet(book, name).getRows(1, rowCount) ?? [];
}

function textOf(name: string, book = workbook): string {
  return rowsOf(name, book)
    .flatMap((row) => (Array.isArray(row.values) ? row.values.map(String) : []))
    .join('\n');
}

/** As a spreadsheet adds up: numbers only. */
function sumOf(book: exceljs.Workbook, range: string): number {
  const [from = '', to = ''] = range.split(':');
  const column = from.replace(/\d+/, '');
  let sum = 0;
  for (let row = Number(from.slice(column.length)); row <= Number(to.slice(column.length)); row++) {
    const { value } = sheet(book, '分村明细').getCell(`${column}${row}`);
    if (typeof value === 'number') sum += value;
  }
  return sum;
}
