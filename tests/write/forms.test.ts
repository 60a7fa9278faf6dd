import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findCampaign, shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { blankProgressForm } from '../../src/write/progress-form.js';
import { blankStatisticsForm } from '../../src/write/statistics-form.js';
import { shipped } from './sample-report.js';

describe.each(shippedCampaigns())('%s', (id) => {
  const { campaign } = shipped(id);
  const folder = findCampaign(id, '/')?.folder ?? '';

  test('the shipped forms are what the campaign file says (else run `npm run forms`)', async () => {
    const statistics = await blankStatisticsForm(campaign);
    expect(readFileSync(join(folder, 'statistics.xlsx')).equals(statistics)).toBe(true);
    const progress = await blankProgressForm(campaign);
    if (progress) expect(readFileSync(join(folder, 'progress.docx')).equals(progress)).toBe(true);
  });

  test('every cell of the table has borders on all sides and every label stands in its place', async () => {
    const { sheet, top } = await openBlank(id);
    const { layout } = campaign.forms.statistics;
    for (const cell of layout.cells) {
      const drawn = sheet.getCell(cell.row + top, cell.column);
      expect(String(drawn.value ?? '').replaceAll('\n', '')).toBe(cell.text);
      for (let row = 0; row < cell.rowSpan; row++) {
        for (let column = 0; column < cell.columnSpan; column++) {
          const part = sheet.getCell(cell.row + top + row, cell.column + column);
          expect(part.master.address).toBe(drawn.address);
          expect(Object.keys(part.border).sort()).toEqual(['bottom', 'left', 'right', 'top']);
        }
      }
    }
  });

  test('counts take whole numbers only, texts take anything', async () => {
    const { sheet, top } = await openBlank(id);
    const { layout, fields } = campaign.forms.statistics;
    for (const cell of layout.cells.filter(({ role }) => role === 'value')) {
      const validation = sheet.getCell(cell.row + top, cell.column).dataValidation;
      const isCount = fields.find((field) => field.id === cell.field)?.kind === 'count';
      if (isCount) expect(validation).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] });
      else expect(validation).toBeUndefined();
    }
  });

  test('it prints on one page of A4 across', async () => {
    const { sheet } = await openBlank(id);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true });
    expect([sheet.pageSetup.fitToWidth, sheet.pageSetup.fitToHeight]).toEqual([1, 1]);
  });
});

test('a form made for a unit bears its name; only values and lines to fill in are open to typing', async () => {
  const { campaign } = shipped('binjiang-2021');
  const sheet = await open(await blankStatisticsForm(campaign, { name: '灰桥社区', fills: ['village'] }));
  expect(sheet.getCell('A3').value).toBe('单位（公章）：灰桥社区');
  expect(sheetXml(await blankStatisticsForm(campaign, { name: '灰桥社区', fills: ['village'] }))).toContain(
    '<sheetProtection sheet="1"',
  );
  const open_ = (address: string) => sheet.getCell(address).protection?.locked === false;
  expect(['A3', 'A4', 'B4', 'B5', 'B6', 'J3'].map(open_)).toEqual([false, false, false, false, true, true]);
  const named = await open(
    await blankStatisticsForm(shipped('wanzhang-2023').campaign, { name: '楚庄村委会', fills: ['village'] }),
  );
  expect(named.getCell('A3').value).toBe('单位：楚庄村委会');
});

test('the progress form has three columns and the notes of the notice', async () => {
  const { campaign } = shipped('wanzhang-2023');
  const xml = documentXml(await blankProgressForm(campaign, '楚庄村委会'));
  for (const text of ['附件1', '单位：楚庄村委会', '开展的具体活动写实', '活动照片', '注：1、'])
    expect(xml).toContain(text);
  expect(xml.match(/<w:tr>|<w:tr /g)).toHaveLength(9);
  expect(await blankProgressForm(shipped('binjiang-2021').campaign)).toBeNull();
});

async function openBlank(id: string) {
  const { campaign } = shipped(id);
  const sheet = await open(await blankStatisticsForm(campaign));
  return { sheet, top: campaign.forms.statistics.unit.inTable ? 2 : 3 };
}

async function open(bytes: Uint8Array): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('信息统计表');
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function sheetXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

function documentXml(bytes: Uint8Array | null): string {
  return strFromU8(unzipSync(bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
}

test('a row is as high as its longest label needs', async () => {
  const { campaign } = shipped('wanzhang-2023');
  const { statistics } = campaign.forms;
  const longer = (text: string) => (text === '宣传人数' ? '参加集中宣传活动和入户宣传活动的群众人数（人次）' : text);
  const cells = statistics.layout.cells.map((cell) => ({ ...cell, text: longer(cell.text) }));
  const form = { ...statistics, layout: { ...statistics.layout, cells } };
  const { sheet } = await openBlank('wanzhang-2023');
  const drawn = await open(await blankStatisticsForm({ ...campaign, forms: { ...campaign.forms, statistics: form } }));
  expect(drawn.getRow(5).height).toBeGreaterThan(sheet.getRow(5).height);
  expect(drawn.getRow(8).height).toBe(sheet.getRow(8).height);
});
