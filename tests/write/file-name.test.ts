import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseName } from '../../src/identify/fold-name.js';
import { fileNamePart } from '../../src/write/file-name.js';

it('leaves a usual name as it is', () => {
  expect(fileNamePart('顺河东村村民委员会')).toBe('顺河东村村民委员会');
  expect(fileNamePart('甲村（新）')).toBe('甲村（新）');
});

it('gives no name that Windows refuses, of whatever text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const name = `${fileNamePart(text)}_表.xlsx`;
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(new TextEncoder().encode(name).length).toBeLessThan(256);
    }),
    { numRuns: 500 },
  );
});

it.each(['con', 'NUL.村', 'lpt1'])('%s is a device there, and is told apart', (name) => {
  expect(fileNamePart(name)).toBe(`_${name}`);
});

it('writes what is forbidden full-width, so that the name is read as the same again', () => {
  expect(fileNamePart('甲/乙村')).toBe('甲／乙村');
  expect(normaliseName(fileNamePart('A:B/村'))).toBe(normaliseName('A:B/村'));
});
