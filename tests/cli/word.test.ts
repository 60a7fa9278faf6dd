import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreTimes } from '../../scripts/restore-times.js';
import { sortPictures } from '../../src/pipeline/activity-pictures.js';
import { examine } from '../../src/pipeline/examine.js';
import { mergedUnits } from '../../src/pipeline/watched-inbox.js';
import { volumesOf } from '../../src/pipeline/word-volumes.js';
import type { PlacedPictures } from '../../src/read/picture-marks.js';
import { placedPictures } from '../../src/read/placed-pictures.js';
import { wanzhang } from '../pipeline/inbox.js';
import { command, emptyFolder, removeFolders, stateOf } from '../stories/command.js';
import { filesBelow, fixtures, readStory, reportOn } from '../stories/fixture.js';

const inbox = join(fixtures, 'wanzhang-2023', 'inbox');
const argv = ['word', inbox, '--campaign', 'wanzhang-2023', '--as-of', '2023-06-12', '--no-ledger'];
let untouched: Record<string, string>;

beforeAll(() => {
  restoreTimes(fixtures);
  untouched = stateOf(inbox);
});
afterAll(() => {
  removeFolders();
  expect(stateOf(inbox)).toEqual(untouched);
});

describe('word', () => {
  it('writes one document with every activity the report knows, told in JSON', async () => {
    const cwd = emptyFolder();
    const { code, out, err } = await command([...argv, '--json'], { cwd });
    expect(err).toBe('');
    const told = JSON.parse(out);
    const report = reportOn(await readStory('wanzhang-2023'), '2023-06-12');
    const texts = report.units.flatMap(({ activities }) => (activities?.list ?? []).map(({ text }) => text));
    const absent = report.units.filter(({ unit, activities }) => unit.required && !activities?.list.length);
    expect(filesBelow(cwd)).toEqual(['reports/写实表_wanzhang-2023_2023-06-12.docx']);
    expect(told.outputs.word).toEqual([join(cwd, 'reports/写实表_wanzhang-2023_2023-06-12.docx')]);
    expect(told).toMatchObject({ schema: 1, campaign: 'wanzhang-2023', activities: texts.length });
    expect(told.coverage.absent).toEqual(absent.map(({ unit }) => unit.id));
    expect(told.coverage.included + absent.length).toBe(told.coverage.expected);
    expect(code).toBe(absent.length > 0 || told.leftOut.length > 0 ? 1 : 0);
    const bytes = readFileSync(told.outputs.word[0]);
    const again = await examine(new Uint8Array(bytes), '写实表.docx', wanzhang);
    expect(again.progress?.activities.map(({ text }) => text)).toEqual(texts);
  });

  it('says how much is in it, what is not, and where it is', async () => {
    const { out } = await command(argv);
    expect(out).toContain('写实表_wanzhang-2023_2023-06-12.docx');
    expect(out).toMatch(/\d+项活动，\d+张图片/);
    const english = await command([...argv, '--lang', 'en']);
    expect(english.out).toContain('activities');
    expect((await command([...argv, '--quiet', '--fail-on', 'never'])).out).toBe('');
    expect((await command([...argv, '--quiet', '--fail-on', 'never'])).code).toBe(0);
  });

  it('takes the pictures of spreadsheets too, each beside its activity', async () => {
    const story = join(fixtures, 'rules', 'silence-pictures-in-a-sheet', 'inbox');
    const roster = join(fixtures, 'rules', 'roster.csv');
    const asked = ['--campaign', 'wanzhang-2023', '--roster', roster, '--as-of', '2023-05-04', '--no-ledger', '--json'];
    const told = JSON.parse((await command(['word', story, ...asked])).out);
    expect(told).toMatchObject({ activities: 2, pictures: 4, surplus: 0, leftOut: [] });
    const merged = new Uint8Array(readFileSync(told.outputs.word[0]));
    const { progress } = await examine(merged, '写实表.docx', wanzhang);
    const sent = new Uint8Array(readFileSync(join(story, '东岭村第一次写实表.xlsx')));
    const before = await examine(sent, '写实表.xlsx', wanzhang);
    const shown = sortPictures(progress?.activities ?? [], placed(await placedPictures(merged, 'docx')));
    const given = sortPictures(before.progress?.activities ?? [], placed(await placedPictures(sent, 'xlsx')));
    const bytes = ({ byActivity }: typeof shown) =>
      byActivity.map((pictures) => pictures.map(({ read }) => Buffer.from(read() ?? []).toString('base64')));
    expect(bytes(shown)).toEqual(bytes(given));
    expect(bytes(shown).map((pictures) => pictures.length)).toEqual([2, 2]);
  });

  it('cannot run where no progress reports are asked for, nor write into the inbox', async () => {
    const none = await command(['word', inbox, '--campaign', 'binjiang-2021', '--no-ledger']);
    expect([none.code, none.out]).toEqual([2, '']);
    const into = await command([...argv, '--out', join(inbox, 'out')]);
    expect([into.code, into.out]).toEqual([2, '']);
  });
});

function placed(pictures: PlacedPictures | null): PlacedPictures {
  if (pictures === null) throw new Error('not placed');
  return pictures;
}

describe('the units of the merged report', () => {
  it('bring as many pictures as the notice asks for, each fit for paper, and say what became of the others', async () => {
    const story = await readStory('wanzhang-2023');
    const report = reportOn(story, '2023-06-12');
    const form = wanzhang.forms.progress;
    if (form === undefined) throw new Error('no form');
    let placed = 0;
    for await (const { unit, pictures, leftOut, surplus } of mergedUnits(report, form, inbox)) {
      const own = report.units.find((one) => one.unit.name === unit.name);
      const counted = own?.activities?.list.reduce((sum, { photos }) => sum + photos, 0) ?? 0;
      const inRows = unit.activities.reduce((sum, one) => sum + one.pictures.length, 0);
      const lost = leftOut.reduce((sum, { count }) => sum + count, 0);
      for (const one of unit.activities) expect(one.pictures.length).toBeLessThanOrEqual(form.photos.most);
      if (counted > 0) expect(inRows + lost + surplus).toBe(counted);
      expect(pictures).toBe(inRows + (unit.loose?.pictures.length ?? 0));
      for (const picture of unit.activities.flatMap((one) => one.pictures)) {
        expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(1200);
        expect(picture.bytes.length).toBeLessThanOrEqual(400 * 1024);
      }
      placed += inRows;
    }
    expect(placed).toBeGreaterThan(30);
  });

  it('that are too many for one document go into several, whole and in order', async () => {
    const part = (n: number) => ({
      unit: { name: `村${n}`, activities: Array(700).fill({ text: `${n}`, pictures: [] }), loose: null },
      ...{ pictures: 0, leftOut: [], surplus: 0 },
    });
    async function* five() {
      for (let n = 1; n <= 5; n++) yield part(n);
    }
    const volumes: [number, boolean, string[]][] = [];
    for await (const { number, isLast, parts } of volumesOf(five())) {
      volumes.push([number, isLast, parts.map(({ unit }) => unit.name)]);
    }
    expect(volumes).toEqual([
      [1, false, ['村1', '村2']],
      [2, false, ['村3', '村4']],
      [3, true, ['村5']],
    ]);
  });
});
