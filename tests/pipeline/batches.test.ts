import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfBatch } from '../../src/pipeline/batches.js';

const megabyte = 1024 * 1024;

function batchesOf(sizes: readonly number[], hands: number): (readonly number[])[] {
  const waiting = sizes.map((size) => ({ item: { size } }));
  const batches: (readonly number[])[] = [];
  for (let from = 0; from < waiting.length; ) {
    const to = endOfBatch(waiting, from, hands);
    if (to <= from) throw new Error('no file in a batch');
    batches.push(sizes.slice(from, to));
    from = to;
  }
  return batches;
}

describe('batches of files to examine', () => {
  it('take each file once, in order, and no more than can be read in the time of one', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 100 * megabyte }), { maxLength: 2000, size: 'max' });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 16 }), (all, hands) => {
        const batches = batchesOf(all, hands);
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(256);
          const butLast = batch.slice(0, -1).reduce((sum, size) => sum + size, 0);
          expect(butLast).toBeLessThan(64 * megabyte);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are large where many wait, and small towards the end', () => {
    const lengths = batchesOf(Array(20_000).fill(7_000), 4).map((batch) => batch.length);
    expect(lengths[0]).toBe(256);
    expect(lengths.at(-2)).toBe(64);
  });
});
