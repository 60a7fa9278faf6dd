import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/document.js';
import type { Entry } from '../../src/model/submission.js';
import { assemble } from '../../src/pipeline/assemble.js';
import { unexamined } from '../../src/pipeline/examine.js';
import { examineTables } from '../../src/pipeline/examine-tables.js';
import { Chance, draw, type Sheet, sheetTable, shipped, wordTable } from '../locate/form-sheet.js';
import { word } from '../locate/table.js';
import { villages } from './inbox.js';

const campaign = shipped('wanzhang-2023');
const drawn = draw(campaign, new Chance(1), 1e6);
const ofUnit = (sheet: Sheet, line: string): Sheet =>
  sheet.map((item) => (item.role === 'unit' ? { ...item, content: line } : item));
const filled = wordTable(ofUnit(drawn, '单位：楚庄村'), '2');
const handedOut = drawn.map((item) => (item.role === 'value' ? { ...item, content: null } : item));
const blank = wordTable(handedOut, '2');
const named = wordTable(ofUnit(handedOut, '单位：楚庄村'), '2');

const report = (rows: string, line = '单位：　　　村委会'): Table => ({
  ...word(`单位 | 开展的具体活动写实 | 活动照片\n${rows}`),
  heading: ['2023年宣传服务月活动进展情况写实表', line],
});
const told = report('楚庄村 | 5月8日，在广场宣讲 | **', '单位：楚庄村');
const untold = report('ＸＸ村委 | | 2-3张活动照片');

function examine(...tables: readonly Table[]) {
  const document: Document = { tables, paragraphs: [], pictures: 2 };
  const part = examineTables(document, campaign);
  return {
    material: part?.material,
    unit: part?.unitText,
    activities: part?.progress?.activities.length ?? 0,
    hasFigures: Object.keys(part?.statistics ?? {}).length > 0,
    isBlank: part?.blank === true || part?.findings.some(({ rule }) => rule === 'file/empty') === true,
  };
}

describe('both forms of a notice in one file', () => {
  it('is a report of activities while the statistics form is still blank, in either order', () => {
    const report = { material: 'progress', unit: '楚庄村', activities: 1, hasFigures: false, isBlank: false };
    for (const form of [blank, named]) {
      expect(examine(told, form)).toEqual(report);
      expect(examine(form, told)).toEqual(report);
    }
  });

  it('is both where both are filled in', () => {
    const both = { material: 'statistics', unit: '楚庄村', activities: 1, hasFigures: true, isBlank: false };
    expect(examine(told, filled)).toEqual(both);
    expect(examine(filled, told)).toEqual(both);
  });

  it('is the statistics form where the other is as it was handed out', () => {
    const form = { material: 'statistics', unit: '楚庄村', activities: 0, hasFigures: true, isBlank: false };
    expect(examine(untold, filled)).toEqual(form);
    expect(examine(filled, untold)).toEqual(form);
    expect(examine(filled)).toEqual(form);
  });

  it('is blank where neither is filled in', () => {
    expect(examine(untold, blank)).toMatchObject({ material: 'statistics', unit: null, isBlank: true });
  });
});

describe('a sheet without a unit’s line', () => {
  it('tells what stands above its labels, which may name the unit', () => {
    const titled = ofUnit(drawn, '楚庄村2023年“5.29会员活动月”信息统计表');
    const part = examineTables({ tables: [sheetTable(titled)], paragraphs: [], pictures: 0 }, campaign);
    expect(part).toMatchObject({ unitText: null, heading: expect.stringContaining('楚庄村2023年') });
  });
});

describe('such a file in an inbox', () => {
  const sent = (at: string, ...tables: readonly Table[]): Entry => ({
    path: `${at}.docx`,
    sha256: at,
    bytes: 1,
    receipt: { at: `${at}T10:00:00+08:00`, evidence: 'mtime' },
    folders: [],
    archives: [],
    sender: null,
    role: 'material',
    gone: false,
    examination: {
      ...unexamined('docx', null, []),
      ...examineTables({ tables, paragraphs: [], pictures: 2 }, campaign),
    },
  });
  const asOf = '2023-06-14T09:00:00+08:00';
  const standing = (...entries: readonly Entry[]) => {
    const report = assemble(entries, { campaign, roster: villages('楚庄村委会'), asOf, version: 'test' });
    const [unit] = report.units;
    return {
      deadlines: Object.fromEntries(unit?.deadlines.map(({ id, status, lacking }) => [id, [status, ...lacking]]) ?? []),
      activities: unit?.activities?.list.length,
      hasFigures: unit?.statistics !== null,
      received: unit?.materials.flatMap(({ id, firstAccepted }) => (firstAccepted === null ? [] : [id])),
    };
  };

  it('counts as the report first, and as both later', () => {
    expect(standing(sent('2023-05-10', told, blank))).toMatchObject({
      deadlines: { 'progress-1': ['on-time'], final: ['missing', 'statistics', 'summary', 'photos', 'video'] },
      ...{ activities: 1, hasFigures: false, received: ['progress'] },
    });
    expect(standing(sent('2023-05-31', told, filled))).toMatchObject({
      deadlines: {
        'progress-2': ['late'],
        'progress-3': ['on-time'],
        final: ['incomplete', 'summary', 'photos', 'video'],
      },
      ...{ activities: 1, hasFigures: true, received: ['progress', 'statistics'] },
    });
  });
});
