import { expect, test } from 'vitest';
import { catalogue, ruleIds } from '../../src/findings/catalogue.js';
import { finding } from '../../src/findings/finding.js';
import { meantBy, speak, speakPlace, wantedAt } from '../../src/findings/speak.js';
import { columnsOf } from '../../src/findings/text.js';
import type { Finding, Place } from '../../src/model/finding.js';

const places: readonly (readonly [Place, string, string])[] = [
  [{ kind: 'file' }, '整个文件', 'whole file'],
  [{ kind: 'sheet', sheet: '信息统计表', address: 'F4' }, '信息统计表!F4', '信息统计表!F4'],
  [{ kind: 'sheet', sheet: '信息统计表' }, '信息统计表', '信息统计表'],
  [{ kind: 'word', table: 1, row: 7, column: 3 }, '表1 第7行第3列', 'table 1, row 7, column 3'],
  [{ kind: 'word', table: 1, row: 7 }, '表1 第7行', 'table 1, row 7'],
  [{ kind: 'word', table: 1 }, '表1', 'table 1'],
];

test.each(places)('%j in the reader’s words', (place, zh, en) => {
  expect(speakPlace(place, 'zh')).toBe(zh);
  expect(speakPlace(place, 'en')).toBe(en);
});

test('a finding in words carries all a line needs', () => {
  const one = finding('count/unreadable', { label: '宣传人数' }, { kind: 'file' }, '很多');
  expect(speak(one, 'zh')).toEqual({
    rule: 'count/unreadable',
    severity: 'error',
    place: '整个文件',
    found: '很多',
    message: '“宣传人数”填的是“很多”，不是一个数字',
    remedy: '请填阿拉伯数字，例如 200；没有就填 0 或“无”',
  });
});

test('where nothing stood, found is empty', () => {
  expect(speak(finding('file/encrypted', { what: 'workbook' }, { kind: 'file' }), 'en').found).toBe('');
});

test('beside the cell stands what is wanted, and what may have been meant is asked', () => {
  const likely = finding('count/unreadable', { label: '宣传人数', suggestion: 200 }, { kind: 'file' }, '2OO');
  expect([wantedAt(likely, 'zh'), meantBy(likely, 'zh')]).toEqual(['要填整数', '您是否指 200？']);
  expect([wantedAt(likely, 'en'), meantBy(likely, 'en')]).toEqual(['a whole number', 'Did you mean 200?']);
  const suggestions = ['前李庄村委会', '后李庄村委会'];
  const unit = finding('unit/unknown', { text: '前李', suggestions }, { kind: 'file' });
  expect(meantBy(unit, 'zh')).toBe('您是否指前李庄村委会或后李庄村委会？');
  expect(meantBy(finding('unit/unknown', { text: '前李', suggestions: [] }, { kind: 'file' }), 'zh')).toBe('');
  expect(wantedAt(finding('file/encrypted', { what: 'workbook' }, { kind: 'file' }), 'zh')).toBe('');
});

test.each(ruleIds)('%s: what is wanted has no hole and fits beside a cell', (rule) => {
  const one = finding(rule, catalogue[rule].sample as never, { kind: 'file' }) as Finding;
  for (const locale of ['zh', 'en'] as const) {
    expect(wantedAt(one, locale)).not.toMatch(/undefined|null|NaN|\[object/);
    expect(columnsOf(wantedAt(one, locale))).toBeLessThanOrEqual(40);
  }
});
