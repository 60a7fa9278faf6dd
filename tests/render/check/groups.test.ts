import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import type { Table } from '../../../src/model/document.js';
import type { Finding } from '../../../src/model/finding.js';
import { groupsOf } from '../../../src/render/check/groups.js';

const label = '宣传人数';
const sheet = (name: string): Table => ({ source: 'sheet', name, hidden: false, heading: [], cells: [] });
const unreadable = (address: string, name = '表') =>
  finding('count/unreadable', { label }, { kind: 'sheet', sheet: name, address }, '很多');
const estimate = (address: string) =>
  finding('count/estimate', { label, value: 2, counted: true }, { kind: 'sheet', sheet: '表', address }, '约2');
const missing = finding('form/label-missing', { label }, { kind: 'file' });

function placesOf(findings: readonly Finding[]): readonly (readonly string[])[] {
  return groupsOf(findings, [sheet('表'), sheet('二')]).map((group) =>
    group.findings.map(({ place }) => (place.kind === 'sheet' ? (place.address ?? '') : place.kind)),
  );
}

describe('groups', () => {
  test('neighbouring rows of one table are one, whatever the rules; far ones and other tables are apart', () => {
    expect(
      placesOf([unreadable('B5'), estimate('F5'), estimate('B7'), unreadable('B20'), unreadable('B5', '二')]),
    ).toEqual([['B5'], ['B5', 'F5', 'B7'], ['B20']]);
  });

  test('one never grows beyond what a glance takes in', () => {
    const rows = [5, 7, 9, 11, 13].map((row) => unreadable(`B${row}`));
    expect(placesOf(rows)).toEqual([
      ['B5', 'B7', 'B9'],
      ['B11', 'B13'],
    ]);
  });

  test('the gravest finding decides where a group stands, and comes first in it', () => {
    expect(placesOf([estimate('B5'), estimate('B20'), unreadable('C20')])).toEqual([['C20', 'B20'], ['B5']]);
  });

  test('what is of no cell is grouped by its rule', () => {
    const groups = groupsOf([unreadable('B5'), missing, missing, unreadable('B5', '不在')], [sheet('表')]);
    expect(groups.map(({ findings, table }) => [findings.length, table?.name ?? null])).toEqual([
      [2, null],
      [1, null],
      [1, '表'],
    ]);
  });
});
