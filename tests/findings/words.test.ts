import { expect, test } from 'vitest';
import {
  choiceOf,
  dayOf,
  formatChoice,
  labelsOf,
  listOf,
  plural,
  quote,
  quotePath,
  sizeOf,
} from '../../src/findings/words.js';

test('lists are joined as each language joins them', () => {
  expect(listOf(['甲', '乙', '丙'])).toEqual({ zh: '甲、乙、丙', en: '甲, 乙 and 丙' });
  expect(choiceOf(['甲', '乙', '丙'])).toEqual({ zh: '甲、乙或丙', en: '甲, 乙 or 丙' });
  expect(choiceOf(['甲'])).toEqual({ zh: '甲', en: '甲' });
  expect(listOf([])).toEqual({ zh: '', en: '' });
});

test('a long list of labels is cut and counted', () => {
  const labels = ['一', '二', '三', '四', '五', '六', '七'];
  expect(labelsOf(labels)).toEqual({
    zh: '“一”、“二”、“三”、“四”、“五”等7项',
    en: '“一”, “二”, “三”, “四”, “五” and 2 more',
  });
});

test('days are said without the year, which is the campaign’s', () => {
  expect(dayOf('2023-05-10')).toEqual({ zh: '5月10日', en: '10 May' });
  expect(dayOf('soon')).toEqual({ zh: 'soon', en: 'soon' });
});

test('what is quoted stays on one line and short, a path stays whole', () => {
  expect(quote(' 很\n多 ')).toBe('“很 多”');
  expect(quote('人'.repeat(41))).toBe(`“${'人'.repeat(40)}…”`);
  expect(quotePath('村/'.repeat(60))).toHaveLength(122);
});

test('sizes as a file manager shows them', () => {
  expect([0, 1023, 1536, 268_435_456, 2_254_857_830].map(sizeOf)).toEqual([
    '0 B',
    '1023 B',
    '1.5 KB',
    '256 MB',
    '2.1 GB',
  ]);
});

test('formats and numbers', () => {
  expect(formatChoice(['xlsx', 'docx']).zh).toBe('Excel 表格（.xlsx）或 Word 文档（.docx）');
  expect(plural(1, 'photo')).toBe('1 photo');
  expect(plural(2, 'activity', 'activities')).toBe('2 activities');
});
