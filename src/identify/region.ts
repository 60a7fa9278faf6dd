import { association, normaliseName, squeezeOffice as squeeze } from './fold-name.js';

/** Where the units of a roster lie, read from the name of their office: 嘉祥县万张街道. */
export interface Region {
  readonly name: string;
  /** What may stand before a unit's name: 嘉祥县万张街道, 嘉祥县, 万张街道. */
  readonly prefixes: readonly string[];
  /** Those before which a province or a city may stand that the name leaves out. */
  readonly open: readonly string[];
}

const higher = '省|自治区|自治州|自治县|自治旗|地区|市|州|盟|县|区|旗';
const lower = '街道|苏木|镇|乡';
const levels = new RegExp(`${higher}|${lower}`, 'gu');
const isHigher = new RegExp(`^(?:${higher})$`, 'u');
const upperParts = new RegExp(`^(?:\\p{Script=Han}{1,8}?(?:${higher}))+$`, 'u');

/** The region an office's name tells; null where it tells none. */
export function regionOf(office: string): Region | null {
  const word = association.find((one) => normaliseName(office).endsWith(one)) ?? '';
  const text = squeeze(normaliseName(office).slice(0, -word.length || undefined));
  const marks = [...text.matchAll(levels)].map((match) => ({ level: match[0], end: match.index + match[0].length }));
  return marks.length === 0 ? null : regionWith(text, partsOf(marks));
}

/** `ends`: where the parts of the text end. */
function regionWith(text: string, ends: readonly number[]): Region {
  const name = text.slice(0, ends.at(-1));
  const township = name.slice(ends.at(-2) ?? 0);
  const heads = ends.map((end) => name.slice(0, end));
  const open = [...new Set([...heads, ...heads.slice(0, -1).map((head) => head + township)])];
  const inner = ends.flatMap((start, n) => ends.slice(n + 1).map((end) => name.slice(start, end)));
  return { name, open, prefixes: [...open, ...inner].filter((part) => part.length > 1) };
}

interface Mark {
  readonly level: string;
  readonly end: number;
}

/**
 * From the last backwards. 市 of 新市镇 ends no part, nor does that of 嘉祥县新市场镇: too little is left behind it to be
 * a name. Only the first may have so short a one behind it, as 寿光市 has 侯镇.
 */
function partsOf(marks: readonly Mark[]): readonly number[] {
  const first = marks.findIndex((mark) => isHigher.test(mark.level) && mark.end > 1);
  const kept: Mark[] = [];
  for (const [n, mark] of [...marks.entries()].reverse()) {
    const [next] = kept;
    const room = next === undefined ? 2 : next.end - next.level.length - mark.end;
    const isPart = next === undefined || (isHigher.test(mark.level) && mark.end > 1);
    if (isPart && room > (n === first ? 0 : 1)) kept.unshift(mark);
  }
  return kept.map((mark) => mark.end);
}

/**
 * What is left of a name once our own province, city, county or township before it is taken off. A prefix that names
 * others stays: a village of another township may bear the same name.
 */
export function stripRegion(name: string, region: Region | null): string[] {
  return region === null ? [] : restsOf(squeeze(name), region).filter((rest) => rest.length > 1);
}

/** Whether the text is the name of a township or county that is not ours. */
export function isElsewhere(text: string, region: Region | null): boolean {
  const name = squeeze(normaliseName(text));
  if (!/(?:[^乡城集村小各]镇|[^下家城回返故老乡]乡|..街道|苏木|[^各全区本]县)$/u.test(name) || name.length < 2)
    return false;
  return !isHere(name, region);
}

/** Whether the text is the name of our own township or county. */
export function isHere(text: string, region: Region | null): boolean {
  return region !== null && restsOf(squeeze(text), region).includes('');
}

function restsOf(name: string, { prefixes, open }: Region): string[] {
  const rests = prefixes.filter((part) => name.startsWith(part)).map((part) => name.slice(part.length));
  for (const part of open) {
    const at = name.indexOf(part, 1);
    if (at > 0 && upperParts.test(name.slice(0, at))) rests.push(name.slice(at + part.length));
  }
  return rests;
}
