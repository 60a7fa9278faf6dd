import { expect, test } from 'vitest';
import { printedColumnsOf } from '../../src/findings/text.js';
import { cellText, linesIn } from '../../src/write/text.js';

test('nothing that breaks a sheet gets into a cell', () => {
  expect(cellText('a\u0000b\u0007\u000bc\r\nd\te')).toBe('abc\nd e');
  expect(cellText('\u202egnp.\ufffe村')).toBe('gnp.村');
  expect(cellText('\ud800村')).toBe('\ufffd村');
  expect(cellText('_x000A_')).toBe('_x005F_x000A_');
  expect(cellText('村'.repeat(40_000))).toHaveLength(32_767);
  expect(cellText(`${'村'.repeat(32_765)}😀😀`)).not.toMatch(/\p{Surrogate}/u);
});

test('a full-width character is two wide', () => {
  expect(printedColumnsOf('5月29日“会员”')).toBe(15);
  expect(linesIn('一二三四五\n六', 4)).toBe(4);
});
