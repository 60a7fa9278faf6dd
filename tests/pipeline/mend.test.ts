import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Typed, TypedForm } from '../../scripts/fixtures/grid.js';
import { asExcel97, drawnForms, officialForm } from '../../scripts/fixtures/spreadsheet.js';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { examine } from '../../src/pipeline/examine.js';
import { mend } from '../../src/pipeline/mend.js';

const place = findCampaign('wanzhang-2023', '/');
if (place === null) throw new Error('no campaign');
const campaign = loadCampaign(place, ruleIds);
const name = '附件2.xlsx';
const counts = campaign.forms.statistics.fields.filter(({ kind }) => kind === 'count');
const ofPeople = new Set(counts.filter((field) => field.sessionsField !== undefined).map(({ id }) => id));

async function form(typed: TypedForm): Promise<Uint8Array> {
  return (await officialForm(campaign, { unit: '东岭村委会', typed })).bytes;
}

/** The figures alone, without how they were written. */
async function figures(bytes: Uint8Array) {
  const { statistics, findings } = await examine(bytes, name, campaign);
  const values = Object.entries(statistics ?? {}).map(([id, { value, estimate }]) => [id, value, estimate]);
  return { values, rules: findings.map(({ rule }) => rule).filter((rule) => rule !== 'count/normalised') };
}

describe('a form whose numbers are written in all manners', () => {
  const units = (id: string) =>
    ofPeople.has(id) ? ['人', '人次', '名'] : id.startsWith('media') ? ['篇', '条'] : ['场', '次'];
  const written = (id: string) =>
    fc
      .record({ value: fc.nat(99_999), unit: fc.constantFrom('', ...units(id)), manner: fc.nat(5) })
      .map(({ value, unit, manner }): Typed => {
        const digits = String(value);
        const wide = [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        const grouped = value.toLocaleString('en-US');
        return (
          [value, digits, `${wide}${unit}`, ` ${grouped} ${unit}`, `约${value}${unit}`, `共${value}${unit}`][manner] ??
          value
        );
      });
  const anyForm = fc.record(Object.fromEntries(counts.map(({ id }) => [id, written(id)])));

  test('says the same when mended, and says it in plain numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (typed) => {
        const bytes = await form(typed);
        const mending = await mend(bytes, name, campaign);
        const { findings } = await examine(bytes, name, campaign);
        const remarks = findings.filter(({ rule }) => rule === 'count/normalised').length;
        fc.pre(remarks > 0);
        if (mending.kind !== 'mended') throw new Error(mending.kind);
        expect(mending.changed.length).toBe(remarks);
        expect(await figures(mending.bytes)).toEqual(await figures(bytes));
        expect((await mend(mending.bytes, name, campaign)).kind).toBe('nothing');
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('estimates, households and what cannot be read stay as they are', async () => {
    const bytes = await form({
      'publicity.village.sessions': '３场',
      'publicity.village.people': '约200人',
      'visits.village.people': '30户',
      'services.village.people': '很多',
    });
    const mending = await mend(bytes, name, campaign);
    expect(mending).toMatchObject({ kind: 'mended', changed: [{ from: '３场', to: 3 }] });
  });
});

describe('no copy is made', () => {
  test('where the same would no longer be said: of two copies of a form only one is mended', async () => {
    const drawn = { unit: '东岭村委会', typed: { 'publicity.village.sessions': '３场' } };
    const { bytes } = await drawnForms(campaign, [drawn, drawn]);
    expect((await mend(bytes, name, campaign)).kind).toBe('unproven');
  });

  test('where a part beside the sheet is broken, so that the copy cannot be read either', async () => {
    const parts = unzipSync(await form({ 'publicity.village.sessions': '３场' }));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const bytes = zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings.slice(0, -10)) });
    expect((await mend(bytes, name, campaign)).kind).toBe('nothing');
  });

  test('of other formats, and of files without such numbers', async () => {
    const xls = asExcel97(await form({ 'publicity.village.sessions': '３场' }));
    expect((await mend(xls, '附件2.xls', campaign)).kind).toBe('other-format');
    expect((await mend(await form({ 'publicity.village.sessions': 3 }), name, campaign)).kind).toBe('nothing');
    expect((await mend(strToU8('说明'), '说明.txt', campaign)).kind).toBe('nothing');
  });
});
