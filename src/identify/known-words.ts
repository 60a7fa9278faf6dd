import type { Campaign } from '../model/campaign.js';
import { association, dotsInNumbers, middleDots } from './fold-name.js';

/** Words that file and folder names are made of beside a unit's name, by their first sign, the longest first. */
export interface KnownWords {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** The titles of the campaign and its forms: what is part of one may follow a full name. */
  readonly titles: readonly string[];
}

/**
 * No single Chinese character: 张 could be the 张 of 3张 and of 张王庄, and 王庄 must not be found in the latter.
 * Words that may begin a place's name, such as 新建, stay out for the same reason.
 */
const common = `
  附件 附表 材料 报送 上报 报表 报告 填报 汇总 资料 文件 文档 关于 开展 情况 工作 表格 台账 名单 通知 回执 相关 全部 整理
  最终版 最新版 最终 最新 定稿 终稿 初稿 修改版 修改后 修改 修订版 更正版 更正后 更正 正式版 完整版 打印版 签字版
  转发 复制 妇联 计生办 镇计生办 乡计生办 街道计生办
  补报 重报 补充 补交 副本 复件 电子版 盖章版 扫描件 扫描版 新版 原件 压缩包 新建文件夹
  照片 图片 相片 微信图片 视频 微信视频 录像 截图 mmexport img dsc vid image video photo wx_camera
  会员活动日 会员活动月 活动日 活动月 会员日 会员 宣传服务月 宣传服务 宣传 服务 活动 进展
  统计 信息 数据 年度 上半年 下半年 总结 小结 方案 计划 计划生育 计生 copy final new ver
  负责人 联系人 填表人 填报人 经办人 联系电话 电话 填报日期 填表日期 日期 单位 填报单位 报送单位 公章 盖章 已盖章
  xls xlsx docx doc wps pdf zip rar jpg qq wx
`
  .trim()
  .split(/\s+/);

const numeral = '[一二三四五六七八九十]';
const month = '(?:1[0-2]|0?[1-9])月';
const day = '(?:3[01]|[12]\\d|0?[1-9])';
/** Numbers with what they count, before a name or behind one. Chinese numerals begin names: 三张庄, 五月花. */
const numbered = new RegExp(
  `(?:第(?:\\d+|${numeral}+)[次期版批轮]|第(?:\\d+|${numeral}+)个(?=会员)|v\\d+|20\\d{2}年度?|` +
    `(?:(?:20)?\\d{2}年)?${month}(?:${day}[日号]?|份)?|${day}日|${numeral}+月(?:份|${numeral}+[日号]))`,
  'uy',
);
/** These only behind a name. */
const counted = new RegExp(`\\d{1,2}[张段份个]|${numeral}+月`, 'uy');
const number = /\d+(?:[.\-/:,]\d+)*/uy;
const counting = '0123456789第v一二三四五六七八九十';
const gaps = ' \t\n\r()、,·';
const step = [1] as const;
const none = [] as const;

export function knownWords(campaign: Campaign): KnownWords {
  const { statistics, progress } = campaign.forms;
  const tidied = (word: string) => tidyName(word).replace(/\s+/gu, '');
  const titles = [campaign.title, statistics.title, progress?.title ?? ''].map(tidied);
  const own = [
    ...campaign.materials.flatMap((material) => [material.name, ...material.words]).map(tidied),
    ...titles.flatMap((title) => [title, withoutYear(title), withoutYear(title).replace(titleTail, '')]),
  ];
  const words = new Set([...own, ...common, ...association].filter((word) => word.length > 1));
  const byFirst = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
  }
  return { byFirst, titles };
}

function withoutYear(title: string): string {
  return title.replace(/^20\d{2}年度?/u, '');
}

/** What a title says of itself: 冬春火灾防控工作统计表 is about 冬春火灾防控. */
const titleTail = /(?:工作|活动)?(?:情况|信息|数据)*(?:统计表|汇总表|登记表|写实表|报表)?$/u;

const plain = /^[\u4e00-\u9fff0-9a-z._-]*(?: [\u4e00-\u9fff0-9a-z._-]+)*$/;

/** A name as it is compared: one width, no quotes, small letters. */
export function tidyName(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}“”"']/gu, '')
    .replace(dotsInNumbers, '.')
    .replace(middleDots, '·')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}

/** What of a text known words and gaps account for. */
export interface KnownPart {
  /** For each position: whether all before it is known. */
  readonly upTo: readonly boolean[];
  /** For each position: whether all from it on is known. */
  readonly from: readonly boolean[];
}

export function knownPart(text: string, words: KnownWords): KnownPart {
  const upTo = new Array<boolean>(text.length + 1).fill(false);
  const from = new Array<boolean>(text.length + 1).fill(false);
  upTo[0] = true;
  from[text.length] = true;
  const steps: (readonly number[])[] = [];
  for (let at = 0; at < text.length; at++) {
    const here = stepsAt(text, at, words);
    steps.push(here);
    if (upTo[at]) for (const length of here) upTo[at + length] = true;
  }
  for (let at = text.length - 1; at >= 0; at--) {
    const behind = lengthAt(text, at, counted);
    from[at] = leadsOn(steps[at] ?? none, at, from) || (behind > 0 && from[at + behind] === true);
  }
  return { upTo, from };
}

function leadsOn(steps: readonly number[], at: number, known: readonly boolean[]): boolean {
  for (const length of steps) if (known[at + length]) return true;
  return false;
}

/** What is left of a name without the known words around it. */
export function withoutWords(text: string, words: KnownWords): string {
  const { upTo, from } = knownPart(text, words);
  if (from[0]) return '';
  const start = upTo.lastIndexOf(true);
  return text.slice(start, from.indexOf(true, start));
}

/** Whether a known word or part of a title begins there, no number and no gap. */
export function beginsWithWord(text: string, at: number, { byFirst, titles }: KnownWords): boolean {
  const part = text.slice(at, at + leastPart);
  if (part.length === leastPart && titles.some((title) => title.includes(part))) return true;
  return (byFirst.get(text.charAt(at)) ?? none).some((word: string) => text.startsWith(word, at));
}

/** So many signs of a title are no chance. */
const leastPart = 3;

/** How far known words, numbers or a gap that begin here reach. */
function stepsAt(text: string, at: number, words: KnownWords): readonly number[] {
  const first = text.charAt(at);
  if (gaps.includes(first)) return step;
  const known = words.byFirst.get(first);
  if (known === undefined && !counting.includes(first)) return none;
  const lengths: number[] = [];
  for (const word of known ?? none) if (text.startsWith(word, at)) lengths.push(word.length);
  for (const pattern of [numbered, number]) {
    const length = lengthAt(text, at, pattern);
    if (length > 0) lengths.push(length);
  }
  return lengths;
}

function lengthAt(text: string, at: number, pattern: RegExp): number {
  if (!counting.includes(text.charAt(at))) return 0;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A sign between words that a name may also hold: “楚 庄 村”, “张庄（新）村”. All other signs part names. */
export function isGap(sign: string): boolean {
  return sign !== '' && gaps.includes(sign);
}
