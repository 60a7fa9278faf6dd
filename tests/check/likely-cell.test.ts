import { describe, expect, test } from 'vitest';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { type CountCell, likelyCells } from '../../src/check/likely-cell.js';
import { sumAmong } from '../../src/check/likely-row.js';
import { checkMeaning } from '../../src/check/rules-of-unit.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign } from '../../src/model/campaign.js';
import type { StatisticsRecord } from '../../src/model/submission.js';

const place = findCampaign('wanzhang-2023', '/');
if (place === null) throw new Error('no campaign');
const wanzhang = loadCampaign(place, ruleIds);

/** The levels of one row of the form side by side, each with its sessions and its people: `township.people` is next to `village.sessions`. */
const columns = ['county', 'township', 'village'].flatMap((level) => [`${level}.sessions`, `${level}.people`]);
const rows = ['publicity', 'visits', 'services'];

/** What is said of figures by `visits.village.people`, and which cells are named as the likely ones. */
function likely(figures: Readonly<Record<string, number>>, campaign: Campaign = wanzhang): readonly string[] {
  const cells = new Map<string, CountCell>();
  const record: Record<string, StatisticsRecord[string]> = {};
  const unfilled: Record<string, 'blank'> = {};
  for (const field of campaign.forms.statistics.fields) {
    const [block = '', ...rest] = field.id.split('.');
    const column = columns.indexOf(rest.join('.')) + 1;
    if (!rows.includes(block) || column === 0) continue;
    const at = { kind: 'sheet', sheet: '表', address: field.id } as const;
    const value = figures[field.id] ?? null;
    cells.set(field.id, { place: at, row: rows.indexOf(block) + 1, column, lastColumn: column, value });
    if (value === null) unfilled[field.id] = 'blank';
    else record[field.id] = { value, estimate: false, place: at, found: String(value) };
  }
  const findings = checkMeaning({ campaign, record, unfilled, fills: ['village'] });
  return [...likelyCells({ campaign, cells }, findings)].map(([{ rule }, one]) => {
    const cell = one.place.kind === 'sheet' ? one.place.address : '';
    return one.kind === 'moved' && one.to.kind === 'sheet'
      ? `${rule} ${cell} ${one.value} → ${one.to.address}`
      : `${rule} ${cell}`;
  });
}

describe('the cell that explains several findings', () => {
  test('sessions beyond all measure, and so more than the people', () => {
    expect(likely({ 'visits.village.sessions': 120, 'visits.village.people': 60 })).toEqual([
      'pair/fewer-people-than-sessions visits.village.sessions',
      'count/implausible visits.village.sessions',
    ]);
  });

  test('but not where the two may have been swapped', () => {
    expect(likely({ 'visits.village.sessions': 120, 'visits.village.people': 2 })).toEqual([]);
  });

  test('a figure one cell beside the blank it belongs into', () => {
    expect(likely({ 'publicity.township.people': 3, 'publicity.village.people': 60 })).toEqual([
      'level/not-yours publicity.township.people 3 → publicity.village.sessions',
      'pair/people-without-sessions publicity.township.people 3 → publicity.village.sessions',
    ]);
  });

  test.each([
    ['it is not beside the blank', { 'publicity.county.people': 3, 'publicity.village.people': 60 }],
    ['it is in another row', { 'visits.township.people': 3, 'publicity.village.people': 60 }],
    ['it would not suit the pair', { 'publicity.township.people': 90, 'publicity.village.people': 60 }],
    ['it is more than usual there', { 'publicity.township.people': 40, 'publicity.village.people': 60 }],
    [
      'there is a second figure of that level',
      { 'publicity.township.people': 3, 'publicity.township.sessions': 1, 'publicity.village.people': 60 },
    ],
    [
      'there is a figure of a third level',
      { 'publicity.township.people': 3, 'publicity.county.people': 1, 'publicity.village.people': 60 },
    ],
    [
      'the pair is complete',
      { 'publicity.township.people': 3, 'publicity.village.people': 60, 'publicity.village.sessions': 2 },
    ],
  ])('not where %s', (_, figures) => expect(likely(figures)).toEqual([]));

  test('nothing where each finding stands alone', () => {
    expect(likely({ 'publicity.village.people': 60, 'visits.village.sessions': 2 })).toEqual([]);
    expect(likely({ 'visits.village.sessions': 120, 'visits.village.people': 130 })).toEqual([]);
  });

  test('nothing where a figure is missing and another too large: two mistakes', () => {
    expect(likely({ 'publicity.village.people': 9000 })).toEqual([]);
  });

  test('sessions that several counts of people hang on', () => {
    const fields = wanzhang.forms.statistics.fields.map((field) =>
      field.id === 'services.village.people' ? { ...field, sessionsField: 'visits.village.sessions' } : field,
    );
    const statistics = { ...wanzhang.forms.statistics, fields };
    const campaign = { ...wanzhang, forms: { ...wanzhang.forms, statistics } };
    const people = { 'visits.village.people': 30, 'services.village.people': 50, 'services.village.sessions': 2 };
    expect(likely(people, campaign)).toEqual([
      'pair/people-without-sessions visits.village.sessions',
      'pair/people-without-sessions visits.village.sessions',
    ]);
  });
});

describe('the row that is the sum of the others', () => {
  const row = (number: number, ...figures: readonly (number | null)[]) => ({
    row: number,
    figures: new Map(figures.flatMap((figure, n) => (figure === null ? [] : [[n, figure] as const]))),
  });

  test('is the only one that is, in every column', () => {
    expect(sumAmong([row(7, 1, 80), row(8, 2, 120), row(9, 3, 200)])?.row).toBe(9);
    expect(sumAmong([row(6, 3, 200), row(7, 1, 80), row(8, 2, 120)])?.row).toBe(6);
    expect(sumAmong([row(7, 1, null), row(8, null, 120), row(9, 1, 120)])?.row).toBe(9);
  });

  test('is none where one column does not add up, where there are two rows, or where a row is empty', () => {
    expect(sumAmong([row(7, 1, 80), row(8, 2, 120), row(9, 3, 210)])).toBeNull();
    expect(sumAmong([row(7, 1, 80), row(8, 1, 80)])).toBeNull();
    expect(sumAmong([row(7, 1, 80), row(8, 0, 0), row(9, 1, 80)])).toBeNull();
    expect(sumAmong([row(7, 1, 80), row(8, 2, 120), row(9, 3, 200, 5)])).toBeNull();
  });
});
