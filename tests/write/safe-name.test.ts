import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName, stemOf, unusedName } from '../../src/write/safe-name.js';

const reserved = /[<>:"/\\|?*\p{Cc}]/u;
const unseen = /[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff]/u;

describe('a name every system takes', () => {
  it('keeps an ordinary one', () => {
    for (const name of [
      '楚庄村委会',
      '信息统计表(更正版).xlsx',
      '5.29统计表_已标注.xlsx',
      'Ünit 3'.replace(' ', '_'),
    ]) {
      expect(safeName(name)).toBe(name);
    }
  });

  it('has no reserved or invisible signs, no dot or space at its ends, and is no device', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^[ .~_]*(?:con|AUX|Com1|lpt9|NUL|prn)(?:\.\w{0,4})?[ .]*$/u),
      fc.string({
        unit: fc.constantFrom('甲', 'a', '.', ' ', '/', '\\', ':', '\u202e', '\u0000', '\n', '?', '"', '~', '$'),
      }),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(reserved);
        expect(name).not.toMatch(unseen);
        expect(name).not.toMatch(/^[.~]|[. ]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu);
        expect(name.length).toBeGreaterThan(0);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('keeps the ending of a long one', () => {
    expect(safeName(`${'很'.repeat(200)}.xlsx`)).toMatch(/^很{60}\.xlsx$/u);
  });

  it('is numbered where another has it, whatever its case', () => {
    expect(unusedName('Table.xlsx', ['table.XLSX', 'Table(2).xlsx'])).toBe('Table(3).xlsx');
    expect(stemOf('5.29活动.tar.xlsx')).toBe('5.29活动.tar');
  });
});
