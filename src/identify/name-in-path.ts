import type { Unit } from '../model/campaign.js';
import { isSign, type KnownWords, knownFrom, knownUpTo, tidyName } from './known-words.js';
import { type UnitDirectory, unitsNamed } from './unit-directory.js';

const longestName = 60;

/**
 * Units a file or folder name may stand for. A stretch of it names a unit only as a whole, between known words, signs
 * or the ends: 李庄 is never found in 前李庄. Longer finds win over shorter ones inside them.
 */
export function unitsInName(name: string, words: KnownWords, directory: UnitDirectory): readonly Unit[] {
  const text = tidyName(name.replace(/\.[a-z0-9]{1,5}$/i, '')).slice(0, 4 * longestName);
  const found = stretches(text, words).flatMap(({ from, to }) => {
    const units = unitsNamed(text.slice(from, to), directory);
    return units.length > 0 ? [{ from, to, units }] : [];
  });
  const longest = found.filter((one) => !found.some((other) => encloses(other, one)));
  return [...new Set(longest.flatMap((one) => one.units))];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretches(text: string, words: KnownWords): Stretch[] {
  const before = knownUpTo(text, words);
  const after = knownFrom(text, words);
  const ends = (at: number) => after[at] === true || at === text.length || isSign(text[at] ?? '');
  const starts = (at: number) => before[at] === true || at === 0 || isSign(text[at - 1] ?? '');
  const found: Stretch[] = [];
  for (let from = 0; from < text.length; from++) {
    if (!starts(from) || isSign(text[from] ?? '')) continue;
    for (let to = from + 2; to <= Math.min(text.length, from + longestName); to++) {
      if (ends(to) && !isSign(text[to - 1] ?? '')) found.push({ from, to });
    }
  }
  return found;
}

function encloses(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
