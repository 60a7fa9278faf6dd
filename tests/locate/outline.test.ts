import { describe, expect, it } from 'vitest';
import { readProgressOutline } from '../../src/locate/outline/progress-outline.js';
import { readOutline } from '../../src/locate/outline/read-outline.js';
import { statedYears, withYear } from '../../src/locate/year.js';
import type { Document, Table } from '../../src/model/document.js';
import { shipped } from './form-sheet.js';
import { sheet, word } from './table.js';

const words = { unit: ['单位', '填报单位'], others: ['联系人', '电话', '填报日期'], lists: ['村名', '序号'] };

function read(table: Table, paragraphs: readonly string[] = []) {
  const document: Document = { tables: [table], paragraphs, pictures: 0 };
  return readOutline(document, table, words);
}

/** Blocks as lines: label > groups > leaves of each row. */
function shape(table: Table): readonly string[] {
  const blocks = read(table)?.outline.blocks ?? [];
  return blocks.map(
    ({ label, groups, rows }) =>
      `${label} > ${groups.join(' ')} > ${rows.map(({ leaves }) => leaves.join(' ')).join(' / ')}`,
  );
}

const doubts = (table: Table) =>
  (read(table)?.outline.blocks ?? [])
    .flatMap((block) => [...block.doubts, ...block.rows.flatMap((row) => row.doubts)])
    .map(({ kind }) => kind);

const plain = sheet(`
2024年会员活动月信息统计表 | < | < | < | <
单位：　　　　村委会 | < | < | < | <
宣传活动 | 乡镇 | < | 村居 | <
^ | 活动场次 | 宣传人数 | 活动场次 | 宣传人数
^ | | | |
培训 | 乡镇 | < | 村居 | <
^ | 班次 | 人数 | 班次 | 人数
^ | | | |
^ | 资料份数 | < | 资料份数 | <
^ | | | |
注：1.人数按人次统计。 | < | < | < | <`);

describe('the outline of a blank form', () => {
  it('has blocks at the left, groups across, leaves below, and where each value goes', () => {
    expect(shape(plain)).toEqual([
      '宣传活动 > 乡镇 村居 > 活动场次 宣传人数',
      '培训 > 乡镇 村居 > 班次 人数 / 资料份数',
    ]);
    const { outline, unused } = read(plain)!;
    expect(outline).toMatchObject({
      ...{ title: '2024年会员活动月信息统计表', isTitleSure: true, header: [], notes: ['注：1.人数按人次统计。'] },
      unit: { labels: ['单位'], blank: '　　　　村委会', inTable: true },
    });
    expect(unused).toEqual([]);
    expect(outline.blocks[1]?.rows[1]?.cells).toEqual([
      { group: 0, leaf: 0, row: 10, column: 2 },
      { group: 1, leaf: 0, row: 10, column: 4 },
    ]);
  });

  it('is the same with empty rows between, and with nothing merged', () => {
    const loose = sheet(`
宣传活动 | 乡镇 | | 村居 |
 | | | |
 | 活动场次 | 宣传人数 | 活动场次 | 宣传人数
 | | | |
 | | | |
培训 | 乡镇 | | 村居 |
 | 班次 | 人数 | 班次 | 人数`);
    expect(shape(loose)).toEqual(['宣传活动 > 乡镇 村居 > 活动场次 宣传人数', '培训 > 乡镇 村居 > 班次 人数']);
    expect(doubts(loose)).toEqual([]);
  });

  it('may have no groups, and no labels at the left', () => {
    const flat = sheet('宣传 | 活动场次 | 宣传人数\n^ | |\n慰问 | 慰问场次 | 慰问人数\n^ | |');
    expect(shape(flat)).toEqual(['宣传 >  > 活动场次 宣传人数', '慰问 >  > 慰问场次 慰问人数']);
    const bare = sheet('乡镇 | < | 村居 | <\n活动场次 | 宣传人数 | 活动场次 | 宣传人数\n | | |');
    expect(shape(bare)).toEqual(['null > 乡镇 村居 > 活动场次 宣传人数']);
    expect(doubts(bare)).toEqual(['no-block-label']);
  });

  it('takes labels that differ in a bracket for one leaf, but not where both stand under one group', () => {
    const units = sheet('宣传 | 乡镇 | < | 村居 | <\n^ | 场次 | 人数 | 场次（场） | 人数(人)\n^ | | | |');
    expect(shape(units)).toEqual(['宣传 > 乡镇 村居 > 场次 人数']);
    expect(doubts(units)).toEqual([]);
    const sexes = sheet('宣传 | 乡镇 | < | 村居 | <\n^ | 人数（男） | 人数（女） | 人数（女） | 人数（男）\n^ | | | |');
    expect(shape(sexes)).toEqual(['宣传 > 乡镇 村居 > 人数（男） 人数（女）']);
    const [row] = read(sexes)?.outline.blocks[0]?.rows ?? [];
    expect(row?.cells.map(({ leaf }) => leaf)).toEqual([0, 1, 1, 0]);
  });

  it('leaves totals out and says so', () => {
    const totals = sheet(`
宣传 | 乡镇 | < | 村居 | < | 合计
^ | 场次 | 人数 | 场次 | 人数 | ^
^ | | | | |`);
    expect(shape(totals)).toEqual(['宣传 > 乡镇 村居 > 场次 人数']);
    expect(doubts(totals)).toContain('total-left-out');
  });

  it('parts a block by a second column of labels', () => {
    const parts = sheet(`
服务 | 慰问 | 乡镇 | 村居
^ | ^ | 场次 | 场次
^ | ^ | |
^ | 义诊 | 乡镇 | 村居
^ | ^ | 人数 | 人数
^ | ^ | |`);
    expect(shape(parts)).toEqual(['慰问 > 乡镇 村居 > 场次', '义诊 > 乡镇 村居 > 人数']);
    expect(doubts(parts)).toEqual(['part-of', 'part-of']);
  });

  it('takes texts in the last row of a block for what stands where values go', () => {
    const hinted = sheet('网站 | 村居 | <\n^ | 官网 | 微信公众号\n^ | 填网址 | 填名称');
    expect(shape(hinted)).toEqual(['网站 > 村居 > 官网 微信公众号']);
    expect(doubts(hinted)).toEqual(['filled-in']);
    const none = sheet('网站 | 村居 | <\n^ | 官网 | 微信公众号\n^ | 无 | 无');
    expect(doubts(none)).toEqual([]);
    const units = sheet('宣传 | 村居 | <\n^ | 活动 | 参加\n^ | 场 | （人）\n^ | |');
    expect(shape(units)).toEqual(['宣传 > 村居 > 活动 参加']);
    expect(read(units)?.outline.blocks[0]?.rows[0]?.cells[0]).toMatchObject({ row: 4 });
  });

  it('doubts what the program cannot hold', () => {
    const deep = sheet('宣传 | 全县 | < | < | <\n^ | 乡镇 | < | 村居 | <\n^ | 场次 | 人数 | 场次 | 人数\n^ | | | |');
    expect(doubts(deep)).toEqual(['deep-labels']);
    const uneven = sheet('宣传 | 乡镇 | 村居 | <\n^ | 场次 | 场次 | 人数\n^ | | |');
    expect(doubts(uneven)).toEqual(['uneven-leaves']);
    const twice = sheet('宣传 | 村居 | < | <\n^ | 场次 | 人数 | 人数\n^ | | |');
    expect(doubts(twice)).toEqual(['label-twice']);
  });

  it('reads the lines around it', () => {
    const lines = sheet(`
附件3 |
滨江街道工作台账 | < | < | <
填报单位（盖章）： | | 负责人： | 填报日期：
宣传 | 村居 | < | <
^ | 场次 | 人数 | <
^ | | | `);
    expect(read(lines)?.outline).toMatchObject({
      ...{ title: '滨江街道工作台账', isTitleSure: false, attachment: '附件3', header: ['负责人', '填报日期'] },
      unit: { labels: ['填报单位'], blank: '（盖章）', inTable: false },
    });
    const table = word('宣传 | 村居 | <\n^ | 场次 | 人数\n^ | |', [
      '附件2',
      '2024年会员活动月信息统计表',
      '单位：　　村',
    ]);
    const paragraphs = [...table.heading, '说明：没有就填 0。'];
    expect(read(table, paragraphs)?.outline).toMatchObject({
      ...{ title: '2024年会员活动月信息统计表', attachment: '附件2', notes: ['说明：没有就填 0。'] },
      unit: { blank: '　　村', inTable: false },
    });
  });

  it('takes from a letter with several forms only what belongs to each', () => {
    const form = '宣传 | 村居 | <\n^ | 场次 | 人数\n^ | |';
    const first = word(form, ['关于开展活动月的通知', '各村居：', '附件1', '2024年活动月统计表', '单位：']);
    const second = word(form, ['说明：一式两份。', '附件2', '2024年会员活动月信息统计表'], '2');
    const tables = [first, second];
    const document = { tables, paragraphs: [...first.heading, ...second.heading, '注：没有就填0。'], pictures: 0 };
    const outlines = tables.map((table) => readOutline(document, table, words)?.outline);
    expect(outlines).toMatchObject([
      { title: '2024年活动月统计表', attachment: '附件1', notes: ['说明：一式两份。'], unit: { labels: ['单位'] } },
      { title: '2024年会员活动月信息统计表', attachment: '附件2', notes: ['注：没有就填0。'], unit: null },
    ]);
  });

  it.each([
    ['村名 | 活动场次 | 宣传人数\n | |'],
    ['序号 | 宣传 | <\n^ | 场次 | 人数\n1 | |'],
    ['活动月总结\n今年五月，我村开展了活动。'],
    [''],
  ])('is none in %j', (drawn) => {
    expect(read(sheet(drawn))).toBeNull();
  });
});

describe('the outline of a 写实表', () => {
  const form = shipped('wanzhang-2023').forms.progress!;
  const outline = (table: Table) =>
    readProgressOutline({ tables: [table], paragraphs: [], pictures: 0 }, table, [form], words);

  it('has the columns of the form it is like', () => {
    const table = word('单位 | 活动情况 | 照片\n | | 2—4张照片', ['附件1', '2024年活动进展情况写实表']);
    expect(outline(table)).toMatchObject({
      ...{ title: '2024年活动进展情况写实表', attachment: '附件1', photos: { least: 2, most: 4 }, doubts: [] },
      columns: { unit: '单位', content: '活动情况', photos: '照片' },
    });
  });

  it('doubts a column it does not know, and photos nobody asked for', () => {
    const table = word('单位 | 亮点做法 | 照片\n | |');
    expect(outline(table)?.columns.content).toBe('亮点做法');
    expect(outline(table)?.doubts.map(({ kind }) => kind)).toEqual(['content-column', 'photos-asked']);
    expect(outline(word('单位 | 亮点做法\n |'))).toBeNull();
  });
});

describe('the year of a title', () => {
  it.each<[string, readonly number[]]>([
    ['2024年“5.29会员活动月”信息统计表', [2024]],
    ['第二十七个“5.29会员活动日”信息统计表', [2025]],
    ['2024年第25个会员活动日统计表', [2024, 2023]],
    ['会员活动月信息统计表', []],
  ])('%s', (title, years) => {
    expect(statedYears([title])).toEqual(years);
  });

  it('moves with the ordinal and the anniversary', () => {
    const title = '2023年庆祝协会成立43周年暨第25个“会员活动日”第3个专场，见2023年5月通知、12023号';
    expect(withYear(title, 2023, 2026)).toBe(
      '2026年庆祝协会成立46周年暨第28个“会员活动日”第3个专场，见2026年5月通知、12023号',
    );
  });
});
