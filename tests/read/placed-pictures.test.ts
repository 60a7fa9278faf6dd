import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as docx from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pngPhoto } from '../../scripts/fixtures/media.js';
import { progressSheet } from '../../scripts/fixtures/progress-sheet.js';
import { progressDocument } from '../../scripts/fixtures/word.js';
import { sortPictures } from '../../src/pipeline/activity-pictures.js';
import { examine } from '../../src/pipeline/examine.js';
import type { StoredPicture } from '../../src/read/picture-marks.js';
import { placedPictures } from '../../src/read/placed-pictures.js';
import { wanzhang } from '../pipeline/inbox.js';

const photos = Array.from({ length: 8 }, (_, n) => pngPhoto(`p${n}`, 24, 16));
const numberOf = (picture: StoredPicture) =>
  photos.findIndex((photo) => Buffer.from(photo).equals(Buffer.from(picture.read() ?? [])));

async function sorted(bytes: Uint8Array, name = '写实表.docx') {
  const { progress, format } = await examine(bytes, name, wanzhang);
  const activities = progress?.activities ?? [];
  const placed = await placedPictures(bytes, format);
  if (placed === null) throw new Error('not placed');
  return { activities, ...sortPictures(activities, placed) };
}

const text = (day: number) =>
  `5月${day}日上午，在村文化广场开展集中宣传活动，会员和群众共${day * 10}人参加，发放折页。`;

describe('the pictures of a Word report', () => {
  it('go to the activities whose rows they lie in, as many as were counted', async () => {
    const lines = [
      { unit: '甲村', text: text(3), pictures: photos.slice(0, 2) },
      { unit: '甲村', text: text(8), pictures: [] },
      { unit: '甲村', text: `${text(10)}\n${text(12)}`, pictures: photos.slice(2, 5) },
    ];
    const { activities, byActivity, loose } = await sorted(await progressDocument(wanzhang, { unit: '甲村', lines }));
    expect(activities.length).toBe(4);
    expect(byActivity.map((pictures) => pictures.length)).toEqual(activities.map((one) => one.photos));
    expect(byActivity.map((pictures) => pictures.map(numberOf))).toEqual([[0, 1], [], [2, 3], [4]]);
    expect(loose).toEqual([]);
  });

  it('outside the table belong to nobody in particular, unless there is but one activity', async () => {
    const two = await sorted(await withPicturesBelow(2));
    expect(two.byActivity).toEqual([[], []]);
    expect(two.loose.map(numberOf)).toEqual([0, 1]);
    const one = await sorted(await withPicturesBelow(1));
    expect(one.byActivity.map((pictures) => pictures.map(numberOf))).toEqual([[0, 1]]);
    expect(one.loose).toEqual([]);
  });

  it('are had from Word 97 files too', async () => {
    const file = fileURLToPath(new URL('files/photos.doc', import.meta.url));
    const bytes = new Uint8Array(readFileSync(file));
    const { activities, byActivity } = await sorted(bytes, '写实表.doc');
    expect(activities.length).toBe(2);
    expect(byActivity.map((pictures) => pictures.length)).toEqual(activities.map((one) => one.photos));
    expect(byActivity.map((pictures) => pictures.map(({ read }) => read()?.length ?? 0))).toEqual([
      [photos[0]?.length, photos[1]?.length],
      [photos[2]?.length],
    ]);
  });

  it('are none in what is no Word file, whatever it is', async () => {
    const bytes = await withPicturesBelow(1);
    expect(await placedPictures(bytes, 'xlsx')).toBeNull();
    expect(await placedPictures(bytes, 'ods')).toBeNull();
    expect(await placedPictures(bytes.subarray(0, 2000), 'docx')).toBeNull();
    expect(await placedPictures(bytes, 'doc')).toBeNull();
    expect(await placedPictures(new Uint8Array(), 'docx')).toBeNull();
  });
});

describe('the pictures of a report in a spreadsheet', () => {
  const line = (day: number, ...floating: Uint8Array[]) => ({ text: text(day), floating });
  const picture = (n: number) => photos[n] ?? new Uint8Array();

  it('go to the activities whose rows they lie over or are kept in, as many as were counted', async () => {
    const bytes = await progressSheet(wanzhang, '甲村', [
      line(3, picture(0), picture(1)),
      { ...line(8), inCell: picture(2) },
      line(10),
      { ...line(12, picture(4)), inCell: picture(3) },
    ]);
    const { activities, byActivity, loose } = await sorted(bytes, '写实表.xlsx');
    expect(activities.map(({ photos }) => photos)).toEqual([2, 1, 0, 2]);
    expect(byActivity.map((pictures) => pictures.map(numberOf))).toEqual([[0, 1], [2], [], [3, 4]]);
    expect(loose).toEqual([]);
  });

  it('in a cell over several rows are dealt out to them', async () => {
    const lines = [line(3, picture(0), picture(1), picture(2)), line(8)];
    const bytes = await progressSheet(wanzhang, '甲村', lines, { mergedRows: 2 });
    const { activities, byActivity } = await sorted(bytes, '写实表.xlsx');
    expect(byActivity.map((pictures) => pictures.length)).toEqual(activities.map((one) => one.photos));
    expect(byActivity.map((pictures) => pictures.map(numberOf))).toEqual([[0, 1], [2]]);
  });

  it('that the file has no bytes for are told as not stored, never thrown', async () => {
    const bytes = await progressSheet(wanzhang, '甲村', [
      { ...line(3), inCell: picture(0) },
      { ...line(8), inCell: picture(1) },
    ]);
    const parts = unzipSync(bytes);
    delete parts['xl/media/kept1.png'];
    const { byActivity } = await sorted(zipSync(parts), '写实表.xlsx');
    expect(byActivity.map((pictures) => pictures.map((one) => one.read()?.length ?? null))).toEqual([
      [null],
      [picture(1).length],
    ]);
    delete parts['xl/cellimages.xml'];
    const without = await sorted(zipSync(parts), '写实表.xlsx');
    expect(without.byActivity.flat().map(({ name, read }) => [name, read()])).toEqual([
      ['', null],
      ['', null],
    ]);
  });

  it('lie where they lie by sheet and row', async () => {
    const bytes = await progressSheet(wanzhang, '甲村', [line(3, picture(0)), line(8, picture(1))]);
    const placed = await placedPictures(bytes, 'xlsx');
    expect(placed?.cells.map(({ table, row, rowSpan }) => [table, row, rowSpan])).toEqual([
      ['写实表', 4, 1],
      ['写实表', 5, 1],
    ]);
  });
});

/** A report of so many activities with two pictures behind its table. */
async function withPicturesBelow(activities: number): Promise<Uint8Array> {
  const cell = (content: string) => new docx.TableCell({ children: [new docx.Paragraph(content)] });
  const row = (...cells: string[]) => new docx.TableRow({ children: cells.map(cell) });
  const rows = Array.from({ length: activities }, (_, n) => row('甲村', text(n + 3), ''));
  const run = (data: Uint8Array) => new docx.ImageRun({ type: 'png', data, transformation: { width: 40, height: 30 } });
  const children = [
    new docx.Paragraph('2023年宣传服务月活动进展情况写实表'),
    new docx.Paragraph('单位：甲村'),
    new docx.Table({ rows: [row('单位', '开展的具体活动写实', '活动照片'), ...rows] }),
    new docx.Paragraph({ children: photos.slice(0, 2).map(run) }),
  ];
  return new Uint8Array(await docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] })));
}
