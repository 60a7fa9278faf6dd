import type { Campaign } from '../model/campaign.js';

/** What titles say of the form's year. */
export interface YearVerdict {
  /** The first mention of another year or ordinal, as written; null where none is. */
  readonly other: string | null;
}

const titleWords = /统计表|写实表|会员活动|活动月|活动日|宣传服务月/u;
const numerals = '一二三四五六七八九';

/** Reads year and ordinal (第N个 = year − 1998) in titles; a title that names this campaign's outweighs the rest. */
export function yearOfTitles(titles: readonly string[], campaign: Campaign): YearVerdict {
  const lines = titles.map((line) => line.normalize('NFKC')).filter((line) => titleWords.test(line));
  const years = lines
    .flatMap((line) => matches(line, /(20\d{2})\s*年/gu))
    .map((one) => ({ ...one, right: Number(one.value) === campaign.year }));
  const ordinals = lines
    .flatMap((line) => matches(line, /第\s*([0-9一二三四五六七八九十]{1,3})\s*个/gu))
    .map((one) => ({ ...one, right: ordinalOf(one.value) === campaign.ordinal }));
  const all = [...years, ...ordinals];
  if (all.some((one) => one.right)) return { other: null };
  return { other: all[0]?.text ?? null };
}

function matches(line: string, pattern: RegExp): { text: string; value: string }[] {
  return [...line.matchAll(pattern)].map((match) => ({ text: match[0].replace(/\s+/gu, ''), value: match[1] ?? '' }));
}

function ordinalOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const high = text.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens) + 1) : 0;
  return high * 10 + (ones === '' ? 0 : numerals.indexOf(ones) + 1);
}
