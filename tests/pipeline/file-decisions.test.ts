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

interface Known {
  path: string;
  sha256: string;
}

/** By content where that is given, and only at the path given too where it lies there; else by path; a container's path means all that is in it. */
function means(target: FileTarget, entry: Known, all: readonly Known[]): boolean {
  if (
    target.sha256 !== null &&
    all.some(({ path, sha256 }) => path === target.path && sha256.startsWith(target.sha256 ?? ''))
  )
    return entry.path === target.path;
  if (target.sha256 !== null) return entry.sha256.startsWith(target.sha256);
  return target.path !== null && (entry.path === target.path || entry.path.startsWith(`${target.path}!`));
}

it('finds the last decision that means the file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ file })),
      fc.uniqueArray(fc.record({ path, sha256: hash }), { selector: (one) => one.path }),
      (decisions, entries) => {
        const book = new FileDecisions(decisions, entries);
        for (const entry of entries) {
          expect(book.on(entry)).toBe(decisions.findLast((one) => means(one.file, entry, entries)) ?? null);
        }
      },
    ),
    { numRuns: 500 },
  );
});
