import { strFromU8, unzipSync } from 'fflate';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { pngPhoto } from '../../scripts/fixtures/media.js';
import type { ProgressForm } from '../../src/model/campaign.js';
import { sortPictures } from '../../src/pipeline/activity-pictures.js';
import { examine } from '../../src/pipeline/examine.js';
import { placedPictures } from '../../src/read/placed-pictures.js';
import type { FittedPicture } from '../../src/write/pictures/fit-picture.js';
import { type MergedUnit, mergedProgress } from '../../src/write/progress-report.js';
import { wanzhang } from '../pipeline/inbox.js';
import { quarters } from './pictures/samples.js';

const form = wanzhang.forms.progress as ProgressForm;
const photo = (width: number, height: number): FittedPicture => ({
  ...{ type: 'jpg', bytes: new Uint8Array(jpeg.encode(quarters(width, height), 70).data), width, height },
});
const shot: FittedPicture = { type: 'png', bytes: pngPhoto('shot', 60, 90), width: 60, height: 90 };

const units: MergedUnit[] = [
  {
    name: '甲村村委会',
    activities: [
      {
        text: '5月6日上午，在村文化广场开展集中宣传活动，群众86人参加。',
        pictures: [photo(400, 300), photo(300, 400), shot],
      },
      { text: '5月12日，走访慰问12户。\n送去米、面、油。', pictures: [] },
    ],
    loose: {
      remark: '注：以下照片取自单独报送的活动照片，未注明属于哪项活动。',
      pictures: [photo(200, 100), photo(100, 200)],
    },
  },
  {
    name: '乙<b>&村',
    activities: [
      { text: '5月20日，<script>&"\'\u0000\u202e\ufffe 在会员之家举办讲座，45人参加。', pictures: [shot] },
      { text: `5月28日，在村委会${'讲解政策、发放折页，'.repeat(300)}80人参加。`, pictures: [] },
    ],
    loose: null,
  },
];
const paper = () =>
  mergedProgress({ campaign: wanzhang, form, units, remarks: ['说明：应报3个单位，未收到写实表的1个：丙村。'] });

describe('the merged report', () => {
  it('read again by the program gives the same activities, in their order', async () => {
    const { progress, material } = await examine(await paper(), '写实表.docx', wanzhang);
    expect(material).toBe('progress');
    const harmless = units.flatMap(({ activities }) =>
      activities.map(({ text }) => text.replace(/[^\P{Cc}\n]|[\u202e\ufffe]/gu, '')),
    );
    expect(progress?.activities.map(({ text }) => text)).toEqual(harmless);
  });

  it('has the pictures of each activity in its row, byte for byte', async () => {
    const bytes = await paper();
    const { progress } = await examine(bytes, '写实表.docx', wanzhang);
    const placed = await placedPictures(bytes, 'docx');
    if (placed === null) throw new Error('not placed');
    const rows = placed.cells.map(({ row, pictures }) => [row, pictures.map(({ read }) => read()?.length)]);
    const lengths = (pictures: readonly FittedPicture[]) => pictures.map((one) => one.bytes.length);
    expect(rows).toEqual([
      [2, lengths(units[0]?.activities[0]?.pictures ?? [])],
      [4, lengths(units[0]?.loose?.pictures ?? [])],
      [5, lengths([shot])],
    ]);
    expect(sortPictures(progress?.activities ?? [], placed).loose).toEqual([]);
  });

  it('is in the form the notice printed, with the office as its unit and the notes below', async () => {
    const text = await documentXml();
    const said = [form.attachment, form.title, `单位：${wanzhang.office}`, ...form.notes, '未收到写实表的1个：丙村'];
    let at = -1;
    for (const one of said) {
      const next = text.indexOf(one.replaceAll('&', '&amp;'));
      expect(next, one).toBeGreaterThan(at);
      at = next;
    }
  });

  it('keeps the shape of each picture, within its column, and never larger than it is', async () => {
    const extents = [...(await documentXml()).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)];
    const sizes = extents.map(([, cx, cy]) => [Number(cx) / 9525, Number(cy) / 9525]);
    const pictures = units.flatMap(({ activities, loose }) => [
      ...activities.flatMap((one) => one.pictures),
      ...(loose?.pictures ?? []),
    ]);
    expect(sizes.length).toBe(pictures.length);
    sizes.forEach(([width = 0, height = 0], n) => {
      const { width: own = 1, height: tall = 1 } = pictures[n] ?? {};
      expect(Math.max(width, height)).toBeLessThanOrEqual(172);
      expect(width).toBeLessThanOrEqual(own);
      expect(width / height).toBeCloseTo(own / tall, 1);
    });
  });

  it('is sound: each picture it refers to is there and of a stated type, and no two drawings share a number', async () => {
    const parts = unzipSync(await paper());
    const rels = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    const targets = new Map([...rels.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(([, id, to]) => [id, to]));
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const xml = await documentXml();
    for (const [, id] of xml.matchAll(/r:embed="([^"]+)"/g)) {
      const target = targets.get(id ?? '') ?? '';
      expect(Object.keys(parts)).toContain(`word/${target}`);
      expect(types).toContain(`Extension="${target.split('.').at(-1)}"`);
    }
    const numbers = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is the same bytes whenever it is made', async () => {
    const [one, two] = [await paper(), await paper()];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

async function documentXml(): Promise<string> {
  return strFromU8(unzipSync(await paper())['word/document.xml'] ?? new Uint8Array());
}
