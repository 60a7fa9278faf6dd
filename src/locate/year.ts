import type { Campaign } from '../model/campaign.js';
import { ofText } from '../model/memo.js';

/** What titles say of the form's year. */
export interface YearVerdict {
  /** The first mention of another year or ordinal, as written; null where none is, or where this year's stands too. */
  readonly other: string | null;
  /** Whether this campaign's year or ordinal is named. */
  readonly right: boolean;
}

const formWords = /(?:统计|写实|登记|汇总|情况|一览|调查|明细)表/u;
const eventWords = /会员活动|活动月|活动日|宣传服务月/u;
/** Sentences end otherwise. A unit's name may stand behind the form's. */
const titleEnd =
  /(?:统计|写实|登记|汇总|情况|一览|调查|明细)表[^比较与同]{0,12}$|(?:活动[月日]?|服务月|会员日|情况|统计|数据|表|["”」』》])$/u;
const attachment = /^附\s*[件表]\s*(?:\d{1,2}?(?=\s*20\d{2})|\d{0,2})\s*[:.、]?/u;
const longestTitle = 60;
/** Not the year of a date that ends a line: 信息统计表（2023年6月5日）. */
const year = /(?<!\d)(20\d{2})(?:年(?!\d{1,2}月\d{1,2}日\)?$)|(?=["“”'「《]|(?!年)\p{Script=Han}|$))/gu;
const ordinal =
  /第([0-9一二三四五六七八九十]{1,3})个(?=\P{Script=Han}{0,4}(?:(?:中国|全国)?计(?:生协|划生育协会))?\P{Script=Han}{0,4}(?:会员|活动))/gu;
/** The year before the first 会员活动日, and that in which the association was founded. */
const firstYear = 1998;
const foundingYear = 1980;
const numerals = '零一二三四五六七八九';

/**
 * Reads year and ordinal (第N个 = year − 1998) in titles, those that name a form before others; one that names this
 * campaign's outweighs the rest.
 */
export function yearOfTitles(titles: readonly string[], campaign: Campaign): YearVerdict {
  const mentions = titles.flatMap(mentionsOf);
  const own = mentions.filter(({ ofForm }) => ofForm);
  return verdict(own.length > 0 ? own : mentions, campaign);
}

/** What the titles in a text mention. */
const mentionsOf = ofText((text): readonly Mention[] =>
  partsOf(text)
    .filter(looksLikeTitle)
    .flatMap((part) => mentionsIn(plain(part))),
);

/** The same for the name of a sheet, which may be a year and nothing else. */
export function yearOfSheet(name: string, campaign: Campaign): YearVerdict {
  const isYear = /^20\d{2}年?(?:度|表|数据)?$/u.test(plain(name));
  return isYear ? verdict(mentionsIn(plain(name)), campaign) : yearOfTitles([name], campaign);
}

/** Every year that titles state, as a year or as an ordinal (第N个 = year − 1998), in the order they stand there. */
export function statedYears(titles: readonly string[]): readonly number[] {
  const stated = titles
    .map(plain)
    .flatMap((line) => [
      ...[...line.matchAll(year)].map(([, value]) => Number(value)),
      ...[...line.matchAll(ordinal)].map(([, value = '']) => ordinalOf(value) + firstYear),
    ]);
  return [...new Set(stated)];
}

/** The same text for another year: the year itself, the ordinal that goes with it, and 成立N周年. */
export function withYear(text: string, from: number, to: number): string {
  const moved = (value: number, origin: number) => (value + origin === from ? to - origin : null);
  return text
    .replace(/(?<!\d)20\d{2}(?!\d)/gu, (value) => (Number(value) === from ? `${to}` : value))
    .replace(
      /(?<=第)[0-9一二三四五六七八九十]{1,3}(?=个)/gu,
      (value) => `${moved(ordinalOf(value), firstYear) ?? value}`,
    )
    .replace(/(?<=成立)\d{2}(?=周年)/gu, (value) => `${moved(Number(value), foundingYear) ?? value}`);
}

/** A line that names a form or the event, and is neither a sentence nor a line to be filled in. */
export const looksLikeTitle: (text: string) => boolean = ofText((text) => {
  if (!namesForm(text)) return false;
  const line = plain(text);
  const bare = line.replace(/\([^)]*\)/gu, '');
  if (line.length > longestTitle || /[,;:。!?]|^(?:说明|注|备注|\d{1,2}[.、])/u.test(bare)) return false;
  return titleEnd.test(bare);
});

/** Whether the title is that of a 会员活动日 or the month around it, and of no other work. */
export function namesEvent(title: string): boolean {
  return eventWords.test(title) || /5[.·]29|计生|计划生育/u.test(title.normalize('NFKC'));
}

/** Whether a form or the event is named at all, which most texts are soon told not to do. */
function namesForm(text: string): boolean {
  const line = text.normalize('NFKC').replace(/[\p{Cf}\s]+/gu, '');
  return formWords.test(line) || eventWords.test(line);
}

interface Mention {
  readonly text: string;
  /** The year or the ordinal it names. */
  readonly year: number | null;
  readonly ordinal: number | null;
  /** It stands in a line that names a form. */
  readonly ofForm: boolean;
}

function verdict(mentions: readonly Mention[], campaign: Campaign): YearVerdict {
  const right = mentions.some(
    ({ year, ordinal }) => year === campaign.year || (ordinal !== null && ordinal + firstYear === campaign.year),
  );
  return { other: right ? null : (mentions[0]?.text ?? null), right };
}

/** Lines of a cell, and what stands far apart in a line where it is no title as a whole. */
function partsOf(title: string): readonly string[] {
  if (looksLikeTitle(title)) return [title];
  return title.split('\n').flatMap((line) => (looksLikeTitle(line) ? [line] : line.split(/\s{2,}/u)));
}

/** One line without its 附件2 and without spaces; 二〇二三年 as 2023年. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .trim()
    .replace(attachment, '')
    .replace(/\s+/gu, '')
    .replace(/二[零〇○Oo0][零〇○Oo0一二三四五六七八九]{2}(?=年)/gu, (digits) =>
      [...digits].map((sign) => Math.max(numerals.indexOf(sign), 0)).join(''),
    );
}

function mentionsIn(line: string): Mention[] {
  const ofForm = formWords.test(line);
  const years = [...line.matchAll(year)].map(([text, value]) => ({ text, year: Number(value), ordinal: null, ofForm }));
  const ordinals = [...line.matchAll(ordinal)].map(([text, value = '']) => ({
    ...{ text, year: null, ordinal: ordinalOf(value), ofForm },
  }));
  return [...years, ...ordinals];
}

function ordinalOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const high = text.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens)) : 0;
  return high * 10 + (ones === '' ? 0 : numerals.indexOf(ones));
}
