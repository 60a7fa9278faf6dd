import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { NearNames } from '../../src/identify/near-names.js';

/** Few signs, so that names come near to one another. */
const name = fc.string({ unit: fc.constantFrom('东', '西', '庄', '李', '1'), minLength: 2, maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom('东', '西', '庄', '李', '1', '某'), minLength: 2, maxLength: 9 });

function isNear(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || distance(one, other) <= 1;
}

it('leaves out no name that one of the texts holds, that holds one, or that differs in one sign', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 40 }), fc.array(text, { maxLength: 4 }), (names, texts) => {
      const found = new NearNames(names).near(texts);
      expect(names.filter((one) => texts.some((other) => isNear(one, other)) && !found.includes(one))).toEqual([]);
      expect(found).toEqual(names.filter((one) => found.includes(one)));
    }),
    { numRuns: 500 },
  );
});

it('looks at a few names of many', () => {
  const sign = (n: number, of: number) => String.fromCharCode(0x4e00 + (n % of));
  const names = Array.from({ length: 20_000 }, (_, n) => `${sign(n, 5000)}${sign(n, 997)}${n}庄`);
  expect(new NearNames(names).near(['一丁0庄', '某某']).length).toBeLessThan(50);
});
