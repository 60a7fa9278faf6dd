import { describe, expect, it } from 'vitest';
import { locateProgress, type ProgressEntry } from '../../src/locate/locate-progress.js';
import type { ProgressForm } from '../../src/model/campaign.js';
import type { Document, Table } from '../../src/model/document.js';
import { examineProgress } from '../../src/pipeline/examine-progress.js';
import { shipped } from './form-sheet.js';
import { sheet, word } from './table.js';

const campaign = shipped('wanzhang-2023');
const form = campaign.forms.progress as ProgressForm;
const title = '2023年宣传服务月活动进展情况写实表';

const entries = (table: Table) =>
  locateProgress(table, form)?.entries.map(({ text, pictures }: ProgressEntry) => [text, pictures]);

function examine(parts: Partial<Document>) {
  const examined = examineProgress({ tables: [], paragraphs: [], pictures: 0, ...parts }, campaign);
  return (
    examined && {
      unit: examined.unitText,
      told: examined.progress?.activities.map(({ text, day, photos }) => [text, day, photos]),
      rules: examined.findings.map(({ rule }) => rule),
    }
  );
}

describe('the rows of a 写实表', () => {
  it('reads the official form', () => {
    const table = word(`
单位 | 开展的具体活动写实 | 活动照片
楚庄村 | 5月8日，在广场宣讲 | **
楚庄村 | 5月9日，走访慰问 | ***
ＸＸ村委 | | 2-3张活动照片
…… | …… | ……`);
    expect(entries(table)).toEqual([
      ['5月8日，在广场宣讲', 2],
      ['5月9日，走访慰问', 3],
    ]);
  });

  it('takes a column of numbers, other wordings, merged units, and labels again on the next page', () => {
    const table = word(`
序号 | 村（居） | 活动开展情况（时间、地点） | 现场照片（2-3张） | 备注
1 | 楚庄村 | 甲 | ** |
2 | ^ | 乙 | ** |
序号 | 村（居） | 活动写实 | 现场照片 | 备注
3 | ^ | 丙 | ** | 补报
 | 注：此表一式两份 | | |
 | | 填表人：王二 | |`);
    expect(entries(table)).toEqual([
      ['甲', 2],
      ['乙', 2],
      ['丙', 2],
    ]);
    expect(locateProgress(table, form)?.unitTexts).toEqual(['楚庄村']);
  });

  it('tells time, place and people that stand in columns of their own', () => {
    const table = sheet(`
单位 | 活动时间 | 地点 | 参加人员 | 活动内容 | 照片
楚庄村 | 5月8日 | 村文化广场 | 群众60人 | 宣讲政策 | **
^ | ^ | 会员之家 | 妇女20人 | 义诊 | `);
    expect(entries(table)).toEqual([
      ['5月8日，村文化广场，群众60人，宣讲政策', 2],
      ['5月8日，会员之家，妇女20人，义诊', 0],
    ]);
  });

  it('divides pictures merged over several rows, and gives those in a row of their own to the row above', () => {
    const table = word(`
单位 | 活动内容 | 照片
楚庄村 | 甲 | *****
楚庄村 | 乙 | ^
楚庄村 | 丙 |
 | ** | `);
    expect(entries(table)).toEqual([
      ['甲', 3],
      ['乙', 2],
      ['丙', 2],
    ]);
  });

  it('does not lose texts that speak of times, seals or numbers', () => {
    const text = '时间：5月8日\\n地点：广场，发放盖章的倡议书，签字承诺';
    const numbered = '1.5月8日在村文化广场开展集中宣传活动，参加群众60人。';
    expect(entries(word(`单位 | 活动内容 | 照片\n甲村 | ${text} |\n甲村 | ${numbered} |`))).toEqual([
      [text.replace('\\n', '\n'), 0],
      [numbered, 0],
    ]);
  });

  it('takes the timetable of a plan for no report, unless its title says so', () => {
    const plan = word('时间 | 地点 | 活动内容\n5月8日 | 广场 | 宣讲', ['楚庄村活动实施方案']);
    expect(examine({ tables: [plan], paragraphs: ['楚庄村活动实施方案'] })).toBeNull();
    const report = word('时间 | 地点 | 活动内容\n5月8日 | 广场 | 给群众60人宣讲优生优育政策', [title]);
    expect(examine({ tables: [report], paragraphs: [title] })?.told).toEqual([
      ['5月8日，广场，给群众60人宣讲优生优育政策', '2023-05-08', 0],
    ]);
  });

  it('finishes with long tables', () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `甲村 | 5月8日活动${n} | `);
    expect(entries(sheet(`单位 | 活动内容 | 照片\n${rows.join('\n')}`))).toHaveLength(20_000);
  });
});

describe('a progress report', () => {
  const told = (day: number) => `5月${day}日上午，在村文化广场组织群众60人开展集中宣传活动，宣讲优生优育政策。`;
  const head = '单位 | 开展的具体活动写实 | 活动照片';

  it('parts several activities in one cell, and their pictures', () => {
    const table = word(`${head}\n楚庄村 | 1.${told(8)}\\n2.${told(12)} | *****`, [title, '单位：楚庄村']);
    expect(examine({ tables: [table], paragraphs: [title, '单位：楚庄村'], pictures: 5 })).toEqual({
      unit: '楚庄村',
      told: [
        [`1.${told(8)}`, '2023-05-08', 3],
        [`2.${told(12)}`, '2023-05-12', 2],
      ],
      rules: [],
    });
  });

  it('goes on in a second table without labels of its own', () => {
    const tables = [word(`${head}\n楚庄村 | ${told(8)} | **`, [title]), word(`楚庄村 | ${told(12)} | **`, [], '2')];
    expect(examine({ tables, paragraphs: [title], pictures: 4 })?.told).toHaveLength(2);
  });

  it('reads every table of the form, and passes by others', () => {
    const tables = [
      word('姓名 | 电话\n王二 | 138', ['联系人']),
      word(`${head}\n楚庄村 | ${told(8)} | **`, [title]),
      word(`${head}\n楚庄村 | ${told(12)} | **`, ['续表'], '3'),
    ];
    expect(examine({ tables, paragraphs: [title], pictures: 4 })?.told).toHaveLength(2);
  });

  it('counts once what a workbook tells on a sheet for each date, and leaves out last year’s', () => {
    const tables = [
      sheet(`${head}\n楚庄村 | ${told(8)} | **`, '5月10日'),
      sheet(`${head}\n楚庄村 | ${told(8)} | **\n楚庄村 | ${told(12)} | **`, '5月20日'),
      sheet(`2022年宣传服务月活动进展情况写实表\n${head}\n楚庄村 | ${told(20)} | **`, '旧表'),
    ];
    expect(examine({ tables, pictures: 6 })).toMatchObject({
      told: [
        [told(8), '2023-05-08', 2],
        [told(12), '2023-05-12', 2],
      ],
      rules: [],
    });
  });

  it('refuses last year’s alone', () => {
    const old = '2022年宣传服务月活动进展情况写实表';
    const table = word(`${head}\n楚庄村 | ${told(8)} | **`, [old]);
    expect(examine({ tables: [table], paragraphs: [old], pictures: 2 })?.rules).toEqual(['form/other-year']);
  });

  it('reads paragraphs that begin with a day where there is no table', () => {
    const paragraphs = [
      title,
      '单位：楚庄村',
      told(8),
      '现场气氛热烈。',
      `2、${told(12)}`,
      '2023年5月20日',
      '注：附照片',
    ];
    expect(examine({ paragraphs, pictures: 4 })).toEqual({
      unit: '楚庄村',
      told: [
        [`${told(8)}\n现场气氛热烈。`, '2023-05-08', 0],
        [`2、${told(12)}\n2023年5月20日`, '2023-05-12', 0],
      ],
      rules: [],
    });
    expect(examine({ paragraphs: ['活动总结', ...paragraphs.slice(1)] })).toBeNull();
  });

  it('names the unit by its line, else by its column where that names one', () => {
    const unit = (column: readonly string[], ...heading: string[]) =>
      examine({
        tables: [word(`${head}\n${column.map((name) => `${name} | ${told(8)} | **`).join('\n')}`, heading)],
        paragraphs: heading,
        pictures: 9,
      })?.unit;
    expect(unit(['甲村', '乙村'], title, '单位：丙村')).toBe('丙村');
    expect(unit(['甲村', '乙村'], title)).toBeNull();
    expect(unit(['甲村', '甲村村委会', ''], title, '单位：　　　　村委会')).toBe('甲村');
  });

  it('is blank as handed out, and empty with nothing but pictures', () => {
    const form = word(`${head}\nＸＸ村委 | | 2-3张活动照片`, [title, '单位：　　　　村委会']);
    expect(examine({ tables: [form], paragraphs: [title] })).toEqual({ unit: null, told: [], rules: [] });
    const pictures = word(`${head}\n楚庄村 | | **`, [title]);
    expect(examine({ tables: [pictures], paragraphs: [title], pictures: 2 })?.rules).toEqual(['progress/no-activity']);
  });
});
