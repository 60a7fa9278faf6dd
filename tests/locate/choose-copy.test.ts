import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/document.js';
import { examineStatistics } from '../../src/pipeline/examine-statistics.js';
import { moved } from './distortions.js';
import { Chance, draw, type Item, type Sheet, sheetTable, shipped, wordTable } from './form-sheet.js';

const campaign = shipped('wanzhang-2023');
const filled = draw(campaign, new Chance(1), 1e6);
const others = draw(campaign, new Chance(2), 1e6);
const blank = filled.map((item) => (item.role === 'value' ? { ...item, content: null } : item));
const titled = (sheet: Sheet, title: string) => withRole(sheet, 'title', title);
const ofUnit = (sheet: Sheet, line: string) => withRole(sheet, 'unit', line);
const lastYears = titled(others, '2022年“5.29会员活动月”信息统计表');

function withRole(sheet: Sheet, role: Item['role'], content: string): Sheet {
  return sheet.map((item) => (item.role === role ? { ...item, content } : item));
}

function examine(...tables: readonly Table[]) {
  const document: Document = { tables, paragraphs: [], pictures: 0 };
  const examined = examineStatistics(document, campaign);
  return {
    first: examined?.statistics?.['publicity.county.sessions']?.found,
    said: examined?.findings
      .filter(({ rule }) => !rule.startsWith('count/'))
      .map(({ rule, severity, args }) => [rule, severity, args]),
    blank: examined?.blank,
  };
}

const first = (sheet: Sheet) => `${sheet.find((item) => item.field === 'publicity.county.sessions')?.content}`;
const extra = (severity: string, sheet: string, used: string) => ['form/extra-sheet', severity, { sheet, used }];
const right = first(filled);

describe('several copies in one file', () => {
  it('takes the only one without a word', () => {
    expect(examine(sheetTable(filled))).toEqual({ first: right, said: [], blank: false });
  });

  it('takes this year’s, wherever it lies, and mentions last year’s', () => {
    const said = [extra('warning', '旧表', '统计表')];
    expect(examine(sheetTable(filled, '统计表'), sheetTable(lastYears, '旧表'))).toMatchObject({ first: right, said });
    expect(examine(sheetTable(lastYears, '旧表'), sheetTable(filled, '统计表'))).toMatchObject({ first: right, said });
  });

  it('knows last year’s by the name of its sheet where its title says nothing', () => {
    const bare = titled(others, '“5.29会员活动月”信息统计表');
    expect(examine(sheetTable(bare, '2022年'), sheetTable(filled, '2023年'))).toMatchObject({
      first: right,
      said: [extra('warning', '2022年', '2023年')],
    });
  });

  it('believes a title before the name of its sheet', () => {
    expect(examine(sheetTable(lastYears, '2023年')).said).toEqual([
      ['form/other-year', 'error', { found: '2022年', wanted: '2023年（第25个）' }],
    ]);
  });

  it('passes by blank and hidden ones in silence', () => {
    expect(examine(sheetTable(blank, '空表'), sheetTable(filled))).toMatchObject({ first: right, said: [] });
    expect(examine(sheetTable(others, '隐藏', true), sheetTable(filled))).toMatchObject({ first: right, said: [] });
  });

  it('takes no hidden figures for a blank form', () => {
    expect(examine(sheetTable(blank), sheetTable(others, '隐藏', true))).toMatchObject({
      first: undefined,
      blank: true,
    });
  });

  it('says nothing of the same figures again', () => {
    const typed = filled.map((item) => (item.role === 'value' ? { ...item, content: `${item.content} ` } : item));
    expect(examine(sheetTable(filled), sheetTable(typed, 'Sheet2'))).toMatchObject({ first: right, said: [] });
  });

  it('refuses two of this year that differ', () => {
    expect(examine(sheetTable(filled, '甲'), sheetTable(others, '乙')).said).toEqual([extra('error', '乙', '甲')]);
  });

  it('refuses the same figures for two units', () => {
    const one = sheetTable(ofUnit(filled, '单位：甲村'), '甲');
    const two = sheetTable(ofUnit(filled, '单位：乙村'), '乙');
    const told = ['form/extra-sheet', 'error', { sheet: '乙', used: '甲', unit: '乙村' }];
    expect(examine(one, two).said).toEqual([told]);
  });

  it('tells the copies of one sheet apart by their rows', () => {
    const lower = moved(titled(others, '2022年“5.29会员活动月”信息统计表'), 20, 0);
    expect(examine(sheetTable([...filled, ...lower]))).toMatchObject({
      first: right,
      said: [extra('warning', 'Sheet1!21', 'Sheet1!1')],
    });
    const differing = moved(titled(others, '信息统计表'), 20, 0);
    expect(examine(sheetTable([...filled, ...differing])).said).toEqual([extra('error', 'Sheet1!21', 'Sheet1!1')]);
  });

  it('chooses among the tables of a Word document by the titles above them', () => {
    expect(examine(wordTable(lastYears, '1'), wordTable(filled, '2'))).toMatchObject({
      first: right,
      said: [extra('warning', '表1', '表2')],
    });
  });

  it('prefers a table without doubts, and mentions the other', () => {
    const doubled = [...others, { ...(others.find((item) => item.role === 'value') as Item), row: 6, content: 7 }];
    const doubtful = doubled.filter((item) => item.row !== 6 || item.content === 7);
    expect(examine(sheetTable(doubtful, '乙'), sheetTable(filled, '甲'))).toMatchObject({
      first: right,
      said: [extra('warning', '乙', '甲')],
    });
  });
});

describe('a form that states nothing', () => {
  it('is blank, or empty where it names its unit', () => {
    expect(examine(sheetTable(blank))).toMatchObject({ said: [], blank: true });
    expect(examine(sheetTable(ofUnit(blank, '单位：楚庄村委会')))).toMatchObject({
      said: [['file/empty', 'error', { what: 'form' }]],
      blank: false,
    });
  });

  it('is neither where 无 is answered', () => {
    const none = filled.map((item) => (item.role === 'value' ? { ...item, content: '无' } : item));
    expect(examine(sheetTable(ofUnit(none, '单位：楚庄村委会')))).toMatchObject({ said: [], blank: false });
  });
});
