import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { TypedForm } from '../../scripts/fixtures/grid.js';
import { officialForm } from '../../scripts/fixtures/spreadsheet.js';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { CheckedFile } from '../../src/model/checked-file.js';
import { type CheckedEntry, checkFile } from '../../src/pipeline/check-file.js';
import { examineItem } from '../../src/pipeline/examine-item.js';
import { Allowance } from '../../src/read/allowance.js';

const place = findCampaign('wanzhang-2023', '/');
if (place === null) throw new Error('no campaign');
const campaign = loadCampaign(place, ruleIds);

async function form(typed: TypedForm) {
  return officialForm(campaign, { unit: '东岭村委会', typed });
}

async function entries(bytes: Uint8Array, name: string, of = campaign): Promise<readonly CheckedEntry[]> {
  const all: CheckedEntry[] = [];
  for await (const one of checkFile({ path: name, name, bytes, size: bytes.length }, of, null)) all.push(one);
  return all;
}

async function files(bytes: Uint8Array, name: string, of = campaign): Promise<readonly CheckedFile[]> {
  return (await entries(bytes, name, of)).map(({ file }) => file);
}

describe('one file, checked', () => {
  test('comes with its document where a finding is of a cell, and without where none is', async () => {
    const faulty = await form({ 'publicity.village.people': '很多' });
    const [withFault] = await files(faulty.bytes, '附件2.xlsx');
    const cells = withFault?.tables?.[0]?.cells ?? [];
    expect(cells.map(({ value }) => value)).toContainEqual({ kind: 'text', text: '很多' });
    const [text] = await files(new TextEncoder().encode('x'), '照片.jpg');
    expect(text?.tables).toBeUndefined();
  });

  test('of an archive each member is one, with its own document, as examining the archive finds them', async () => {
    const [first, second] = await Promise.all([
      form({ 'publicity.village.people': -1 }),
      form({ 'visits.village.people': 0.5 }),
    ]);
    const bytes = zipSync({ '一.xlsx': first.bytes, 'b/二.xlsx': second.bytes, 'Thumbs.db': new Uint8Array(4) });
    const checked = await entries(bytes, '材料.zip');
    expect(checked.map(({ file }) => file.inside)).toEqual(['!一.xlsx', '!b/二.xlsx']);
    expect(checked.every(({ file }) => file.tables?.length === 1)).toBe(true);
    const examined = (await examineItem(bytes, '材料.zip', campaign, new Allowance())).filter(
      ({ role }) => role === 'material',
    );
    expect(checked.map(({ entry }) => entry.examination)).toEqual(examined.map(({ examination }) => examination));
  });

  test('is told of even where it holds nothing, or nothing but what systems leave behind', async () => {
    const noise = zipSync({
      'Thumbs.db': new Uint8Array(4),
      '__MACOSX/._a.xlsx': new Uint8Array(4),
      'b/': new Uint8Array(),
    });
    const given = [new Uint8Array(), zipSync({}), noise, zipSync({ 'a.zip': noise, 'b.zip': zipSync({}) })];
    const told = await Promise.all(given.map((bytes) => files(bytes, 'Thumbs.db')));
    expect(told.map(({ length }) => length)).toEqual([1, 1, 1, 2]);
    expect(told.flat().filter(({ findings }) => findings.length === 0)).toEqual([]);
  });

  test('names the cell that explains several findings, and the row that is the sum of others', async () => {
    const { bytes, at } = await form({ 'visits.village.sessions': 120, 'visits.village.people': 60 });
    const [explained] = await files(bytes, '附件2.xlsx');
    const cell = {
      kind: 'cell',
      place: { kind: 'sheet', sheet: '信息统计表', address: at.get('visits.village.sessions') },
    };
    expect([...(explained?.likely?.values() ?? [])]).toEqual([cell, cell]);
    const moved = await form({ 'publicity.township.people': 3, 'publicity.village.people': 60 });
    const [shifted] = await files(moved.bytes, '附件2.xlsx');
    expect([...(shifted?.likely?.values() ?? [])]).toMatchObject([
      { kind: 'moved', value: 3, place: { address: moved.at.get('publicity.township.people') } },
      { kind: 'moved', to: { address: moved.at.get('publicity.village.sessions') } },
    ]);
  });

  test('three rows of which the last is the sum of the others', async () => {
    const rows = [
      ['宣传活动', '村居社区计生协', ''],
      ['', '活动场次', '宣传人数'],
      ['', '1', '80'],
      ['', '2', '120'],
      ['', '3', '200'],
      ['服务活动', '村居社区计生协', ''],
      ['', '慰问服务场次', '慰问人数'],
      ['', '1', '2'],
      ['', '其他服务场次', '服务人数'],
      ['', '1', '2'],
    ];
    const csv = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'));
    const few = {
      ...campaign.forms.statistics,
      fields: campaign.forms.statistics.fields.filter(({ level }) => level === 'village'),
    };
    const [one] = await files(csv, '统计表.csv', { ...campaign, forms: { ...campaign.forms, statistics: few } });
    const [finding, told] = [...(one?.likely ?? [])][0] ?? [];
    expect(finding?.rule).toBe('form/several-value-rows');
    expect(told).toMatchObject({ kind: 'sum', of: [3, 4], place: { address: 'B5' } });
  });
});
