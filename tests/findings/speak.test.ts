import { expect, test } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import { speak, speakPlace } from '../../src/findings/speak.js';
import type { Place } from '../../src/model/finding.js';

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
  expect(speak(finding('file/encrypted', {}, { kind: 'file' }), 'en').found).toBe('');
});
