import type { Activity } from '../model/submission.js';

/** Texts alike in this part of the pairs of the shorter one tell of the same activity where no day says otherwise. */
const alike = 0.5;
/** The same activity with its day put right differs in nothing else. */
const identical = 0.95;
/** A longer text that holds this part of a shorter one's pairs tells of it among other things. */
const contained = 0.8;
const muchLonger = 1.5;
/** Beyond so many no report is read to the end by anyone. */
const most = 300;

/** Activities of an earlier report that a later one does not tell of. Each later one accounts for one, however reworded. */
export function missingFrom(earlier: readonly Activity[], later: readonly Activity[]): readonly Activity[] {
  const before = earlier.slice(0, most).map(withPairs);
  const after = later.slice(0, most).map(withPairs);
  const matches = before
    .flatMap((one) => after.map((other) => ({ one, other, likeness: likenessOf(one, other) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const found = new Set<Told>();
  const taken = new Set<Told>();
  for (const { one, other } of matches) {
    if (found.has(one) || taken.has(other)) continue;
    found.add(one);
    taken.add(other);
  }
  return before
    .filter((one) => !found.has(one) && !after.some((other) => isPartOf(one, other)))
    .map(({ activity }) => activity);
}

interface Told {
  readonly activity: Activity;
  readonly pairs: ReadonlySet<string>;
}

/** Pairs of neighbouring characters, days and signs left out. */
function withPairs(activity: Activity): Told {
  const text = activity.text
    .normalize('NFKC')
    .replace(/\d{1,2}\s*[月./]\s*\d{1,2}\s*[日号]?/gu, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
  const signs = [...text];
  return { activity, pairs: new Set(signs.slice(1).map((sign, n) => `${signs[n]}${sign}`)) };
}

/** 0 where the two cannot be the same; more for one day than for like words without a day. */
function likenessOf(one: Told, other: Told): number {
  const [a, b] = [one.activity.day, other.activity.day];
  const words = overlap(one.pairs, other.pairs);
  if (a !== null && b !== null) {
    if (a === b) return 1 + words;
    // Villages tell different days in the same words, so two known days decide.
    return words >= identical ? words : 0;
  }
  return words >= alike ? words : 0;
}

function isPartOf(one: Told, other: Told): boolean {
  const isLonger = other.pairs.size >= muchLonger * one.pairs.size;
  return isLonger && namesDay(other.activity.text, one.activity.day) && overlap(one.pairs, other.pairs) >= contained;
}

function namesDay(text: string, day: string | null): boolean {
  if (day === null) return true;
  const [, month, date] = day.split('-').map(Number);
  return new RegExp(`(?<!\\d)0?${month}\\s*[月./]\\s*0?${date}(?!\\d)`, 'u').test(text.normalize('NFKC'));
}

/** The part of the smaller set that the other has too (Szymkiewicz–Simpson): added sentences make no difference. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common++;
  return common / small.size;
}
