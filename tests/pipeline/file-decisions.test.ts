import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileTarget } from '../../src/model/decision.js';
import { FileDecisions } from '../../src/pipeline/file-decisions.js';

const hash = fc.constantFrom('aaaaaaaa11', 'aaaaaaaa22', 'bbbbbbbb11');
const path = fc.constantFrom('a.zip', 'a.zip!b.xlsx', 'a.zip!b.zip!c.xlsx', 'a.zip2!b.xlsx', 'b.xlsx');
const file: fc.Arbitrary<FileTarget> = fc.record({
  path: fc.option(path, { nil: null }),
  sha256: fc.option(
    hash.chain((one) => fc.constantFrom(one, one.slice(0, 8), one.slice(0, 9))),
    { nil: null },
  ),
});

/** By content where that is given, else by path; a container's path means all that is in it. */
function means(target: FileTarget, entry: { path: string; sha256: string }): boolean {
  if (target.sha256 !== null) return entry.sha256.startsWith(target.sha256);
  return target.path !== null && (entry.path === target.path || entry.path.startsWith(`${target.path}!`));
}

it('finds the last decision that means the file', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ file })), path, hash, (decisions, onPath, sha256) => {
      const entry = { path: onPath, sha256 };
      const found = new FileDecisions(decisions).on(entry);
      expect(found).toBe(decisions.findLast((one) => means(one.file, entry)) ?? null);
    }),
    { numRuns: 500 },
  );
});
