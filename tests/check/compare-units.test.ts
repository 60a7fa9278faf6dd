import { describe, expect, it } from 'vitest';
import { compareUnits } from '../../src/check/compare-units.js';
import { shipped } from '../locate/form-sheet.js';
import { fullRecord, recordOf, unitOf } from './record.js';

const campaign = shipped('wanzhang-2023');
const people = 'publicity.village.people';

function said(values: Readonly<Record<string, Parameters<typeof recordOf>[0]>>) {
  const figures = Object.entries(values).map(([id, record]) => ({ unit: unitOf(id), record: recordOf(record) }));
  return Object.fromEntries(
    [...compareUnits(figures, campaign)].map(([id, found]) => [id, found.map(({ rule, args }) => [rule, args])]),
  );
}

const others = Object.fromEntries([90, 100, 110, 120].map((value, n) => [`村${n}`, { [people]: value }]));

describe('a figure far from the others’', () => {
  it('is asked about at ten times their median', () => {
    expect(said({ ...others, 甲: { [people]: 1100 } })).toEqual({
      甲: [['series/outlier', { label: '宣传活动 / 村居社区计生协 / 宣传人数', value: 1100, median: 110 }]],
    });
    expect(said({ ...others, 甲: { [people]: 1099 } })).toEqual({});
  });

  it('is asked about only where enough others have one', () => {
    const { 村0: _, ...few } = others;
    expect(said({ ...few, 甲: { [people]: 5000 } })).toEqual({});
    const zeros = { ...few, 村9: { [people]: 0 }, 甲: { [people]: 5000 } };
    expect(said(zeros)).toEqual({});
  });

  it('is no other level’s', () => {
    const county = Object.fromEntries(
      ['一', '二', '三', '四', '五'].map((id, n) => [id, { 'publicity.county.people': n === 4 ? 9000 : 10 }]),
    );
    expect(said(county)).toEqual({});
  });
});

describe('the same figures twice', () => {
  const record = fullRecord(campaign, (n) => 3 + n);

  it('are asked about of both, by name', () => {
    const figures = ['甲', '乙', '丙'].map((id, n) => ({
      unit: unitOf(id),
      record: n === 2 ? recordOf({ [people]: 3 }) : record,
    }));
    const found = compareUnits(figures, campaign);
    expect([...found].map(([id, [one]]) => [id, one?.rule, one?.args])).toEqual([
      ['甲', 'series/same-figures-as-another-unit', { unit: '乙村' }],
      ['乙', 'series/same-figures-as-another-unit', { unit: '甲村' }],
    ]);
  });

  it('may be chance where few are not 0, or where only other levels are alike', () => {
    const few = { [people]: 60, 'publicity.village.sessions': 2, 'visits.village.people': 5 };
    expect(said({ 甲: few, 乙: few })).toEqual({});
    const county = {
      'publicity.county.people': 60,
      'publicity.county.sessions': 2,
      'visits.county.people': 5,
      'visits.county.sessions': 1,
    };
    expect(said({ 甲: county, 乙: county })).toEqual({});
  });

  it('take a blank for the 0 it adds to the totals', () => {
    const four = {
      [people]: 60,
      'publicity.village.sessions': 2,
      'visits.village.people': 5,
      'visits.village.sessions': 1,
    };
    expect(Object.keys(said({ 甲: four, 乙: { ...four, 'media.county.av': 0 } }))).toEqual(['甲', '乙']);
  });
});
