import type { Campaign, Day } from '../model/campaign.js';
import { isDay } from '../model/day.js';

const numbering =
  /^\s*(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]|第[一二三四五六七八九十\d]{1,3}[项次场][:、]?|\d{1,2}\s+(?!月))\s*/u;
const lead = /^[\s\p{P}]*(?:于|今年|(?:活动)?(?:时间|日期)\s*:?)?\s*/u;
/** “5.29”会员活动日 is the event's name, not the day of an activity. */
const eventName =
  /(?<=[“"『「‘'《])5[.·]29|5[.·]29(?=\s*(?:[”"』」’']|会员|活动|集中|宣传|主题|计生|纪念|系列|服务|协会|随手))/gu;
const chineseDay = /([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})(?=\s*[日号])/gu;
const plainDay =
  /(?:(?<!\d)(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月(?:份)?\s*(\d{1,2})(?!\d)(?:\s*[日号]|(?=\s*(?:[上下中早晚、,\-—~至到和及]|$|\s)))/gu;
const isoDay = /(?<!\d)(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)/gu;
/** 5.8 and 5/8 where a line begins or only a day can follow; never 5.8万份. */
const shortDay =
  /(?<=(?:^|\n)\s*|(?:时间|日期):\s*|[于(])()(\d{1,2})[./](\d{1,2})(?![\d./])(?!\s*(?:[万千百亿元米里%倍个份人名位岁亩斤平户场次分吨余多a-z]|公里|公斤|小时))/gu;

/** The days a text names, in its order: 5月8日, 5.8, 5月8号上午, 2023年5月8日, 五月八日, 5/8. Without a year it is the campaign's. */
export function daysIn(text: string, campaign: Campaign): readonly Day[] {
  const plain = plainText(text);
  return [plainDay, isoDay, shortDay]
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .flatMap(([, year = '', month = '', day = '']) => dayOf(year, month, day, campaign) ?? []);
}

/** Whether a line begins with a day, numbered or not, with 时间： before it or not. */
export function beginsWithDay(line: string): boolean {
  const start = plainText(line).replace(lead, '');
  return [plainDay, isoDay, shortDay].some((pattern) => [...start.matchAll(pattern)][0]?.index === 0);
}

/** The number a line begins with, such as 2 in （2） or 二、; null where it has none. */
export function numberOf(line: string): number | null {
  const [found] = numbering.exec(uncircled(line).normalize('NFKC')) ?? [];
  if (found === undefined) return null;
  const digits = /\d+/.exec(found)?.[0];
  return digits === undefined ? chineseNumber(/[一二三四五六七八九十]+/u.exec(found)?.[0] ?? '') : Number(digits);
}

/** One width, lines without their numbers, Chinese numerals of days as digits, and no name of the event. */
function plainText(text: string): string {
  return uncircled(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(eventName, '')
    .replace(chineseDay, (_, month: string, day: string) => `${chineseNumber(month)}月${chineseNumber(day)}`)
    .split('\n')
    .map(withoutNumber)
    .join('\n');
}

/** ① stands apart from the figure behind it. */
function uncircled(text: string): string {
  return text.replace(/[①-⑳]/gu, (sign) => `${sign.charCodeAt(0) - 0x245f}、`);
}

/** The 1. of 1.5月8日 is a number, the 5. of 5.8 is not. */
function withoutNumber(line: string): string {
  const rest = line.replace(numbering, '');
  return /^\s*\d{1,2}\.\d/.test(line) && !/^\d{1,2}\s*[月./]|^\d{4}/.test(rest) ? line : rest;
}

function dayOf(year: string, month: string, day: string, campaign: Campaign): Day | null {
  const told = year === '' ? campaign.year : Number(year);
  // 1980年9月25日 is history, not the day of an activity.
  if (Math.abs(told - campaign.year) > 3) return null;
  const written = `${told}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

const numerals = '一二三四五六七八九';

function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const high = text.includes('十') ? Math.max(numerals.indexOf(tens) + 1, tens === '' ? 1 : 0) : 0;
  return high * 10 + (ones === '' ? 0 : numerals.indexOf(ones) + 1);
}
