import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../src/findings/text.js';
import { hanging } from '../../src/render/wrap.js';

test('lines stand under the text behind the lead', () => {
  expect(hanging('  = ', '一二三四五六七八九十，一二三', 24)).toBe('  = 一二三四五六七八九\n    十，一二三');
  expect(hanging('', 'whole words stay whole here', 20)).toBe('whole words stay\nwhole here');
});

test('a closing sign never begins a line, nor an opening one ends it', () => {
  const words = fc.constantFrom('字', '“字”', '字，', '（字）', 'word ', '12', '字。', ' / ', '《字》');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.integer({ min: 20, max: 60 }), (parts, width) => {
      const text = parts.join('');
      const lines = hanging('', text, width).split('\n');
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[”’）》，。；：、？！]/u);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“‘（《]$/u);
    }),
  );
});

test('no line is wider than allowed, as long as there is a place to break', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('字', '，', 'ab ', '“字”'), { maxLength: 80 }), (parts) => {
      for (const line of hanging('   =  ', parts.join('').replace(/，+/gu, '，'), 40).split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(40);
      }
    }),
  );
});
