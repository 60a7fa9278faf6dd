import type { Unit } from '../model/campaign.js';
import { foldName, normaliseName, saysKind } from './fold-name.js';
import { beginsWithWord, isGap, type KnownWords, knownPart, withoutWords } from './known-words.js';
import { splitAtGaps } from './name-pieces.js';
import type { Region } from './region.js';
import { type UnitDirectory, unitsNamed } from './unit-directory.js';

const longestName = 60;

/** What a name is read with. */
export interface Look {
  readonly words: KnownWords;
  readonly directory: UnitDirectory;
  /** Whether a known word may stand right before a unit's name: 统计表楚庄村 may be a file's name, no unit's. */
  readonly mayFollow: boolean;
}

export interface NameFound {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
  /** Whether the name says its kind: 楚庄村, not 楚庄. */
  readonly isFull: boolean;
}

/** The units' names in a piece of a name, if they and known words account for all of it. */
export function namesInPiece(piece: string, look: Look): readonly NameFound[] {
  const whole = readPart(piece, look);
  if (whole.length > 0) return whole;
  const rest = afterRegion(piece, look.directory.region);
  if (rest !== null) return namesInPiece(rest, look);
  const spaced = /\s/.test(piece) ? readPart(piece.replace(/\s+/g, ''), look) : [];
  return spaced.length > 0 ? spaced : namesInList(splitAtGaps(piece), look);
}

/** “嘉祥县2023年统计表（楚庄村）”: the county before other words says nothing new. */
function afterRegion(piece: string, region: Region | null): string | null {
  const own = region?.prefixes.filter((prefix) => piece.startsWith(prefix)) ?? [];
  const length = Math.max(0, ...own.map((prefix) => prefix.length));
  return length > 0 && length < piece.length ? piece.slice(length).trim() : null;
}

/**
 * “楚庄村、骆堂村”, “楚庄村（王某某）”: parts nobody knows may only follow a full name, and must not look like one, or
 * “前 李庄村” and “张庄村 西村” would name 李庄村 and 张庄村.
 */
function namesInList(parts: readonly string[], look: Look): readonly NameFound[] {
  const read = parts
    .map((text) => ({ rest: withoutWords(text, look.words), names: readPartOrTopic(text, look) }))
    .filter(({ rest, names }) => rest !== '' || names.length > 0);
  const firstStrange = read.findIndex(({ names }) => names.length === 0);
  if (firstStrange !== -1) {
    const behind = read.slice(firstStrange);
    const isFull = read[firstStrange - 1]?.names.every((name) => name.isFull) === true;
    if (!isFull || behind.some(({ rest, names }) => names.length > 0 || saysKind(`某${rest}`))) return [];
  }
  return read.flatMap(({ names }) => names);
}

function readPartOrTopic(text: string, look: Look): readonly NameFound[] {
  const names = readPart(text, look);
  return names.length > 0 ? names : readTopic(text, look);
}

/** Of a place or a body within another: what such a name begins with is not whose it is. */
const otherPlace = /村|社区|居委|小区|片区|[镇乡街屯庄寨]|嘎查|苏木|[农林牧渔茶]场|[学院校]/u;

/**
 * “楚庄村委会关于开展系列活动的总结”: a full name in front, with a known word right behind it and known words at the end, is
 * whose it is, whatever it is about; unless that may name a place too.
 */
function readTopic(text: string, look: Look): readonly NameFound[] {
  if (!look.mayFollow) return [];
  const { upTo: before, from: after } = knownPart(text, look.words);
  const end = after.indexOf(true);
  const endsKnown = (to: number) =>
    end < text.length || look.words.titles.some((title) => title.includes(text.slice(to)));
  const found: NameFound[] = [];
  for (const from of places(text, before)) {
    for (let to = from + 2; to <= Math.min(text.length, from + longestName); to++) {
      if (!beginsWithWord(text, to, look.words) || !endsKnown(to)) continue;
      const name = nameAt(text, from, to, look);
      if (name?.isFull && isTopic(text.slice(to), look)) found.push(name);
    }
  }
  return found.filter((one) => !found.some((other) => encloses(other, one)));
}

/** Words that name neither a place nor one of the units. */
function isTopic(text: string, { directory }: Look): boolean {
  if (otherPlace.test(text)) return false;
  for (let from = 0; from < text.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(text.length, from + longestName); to++) {
      if (directory.cores.has(text.slice(from, to))) return false;
    }
  }
  return true;
}

const trailers = new Set('的表版');

/** The names in a text that together with known words account for all of it; the longest where they overlap. */
function readPart(text: string, look: Look): readonly NameFound[] {
  const { upTo: before, from: after } = knownPart(text, look.words);
  if (after[0]) return [];
  const starts = places(text, before).filter((at) => !isGap(text.charAt(at)) || text.charAt(at) === '(');
  const isEnd = after.map((known, at) => known || (trailers.has(text.charAt(at)) && after[at + 1] === true));
  const ends = places(text, isEnd).filter((at) => !isGap(text.charAt(at - 1)) || text.charAt(at - 1) === ')');
  const found: NameFound[] = [];
  for (const from of starts) {
    for (const to of ends) {
      const name = to - from > 1 && to - from <= longestName ? nameAt(text, from, to, look) : null;
      if (name !== null) found.push(name);
    }
  }
  return found.length < 2 ? found : found.filter((one) => !found.some((other) => encloses(other, one)));
}

/** Where a name may begin or end: not within a number or a Latin word. */
function places(text: string, known: readonly boolean[]): number[] {
  const all: number[] = [];
  for (let at = 0; at < known.length; at++) if (known[at] && !isWithin(text, at)) all.push(at);
  return all;
}

function isWithin(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at);
  return (isDigit(before) && isDigit(behind)) || (isLatin(before) && isLatin(behind));
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

function isLatin(sign: string): boolean {
  return sign >= 'a' && sign <= 'z';
}

/** A number right before a name may be its number in a list or a date; 309 of 309医院 is part of the name. */
const listNumber =
  /(?<![\d.])(?:\d{1,2}|(?:19|20)\d{2}|(?:\d{2}|\d{4})?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{9,12}|.*[.\-/:]\d+)$/u;

function nameAt(text: string, from: number, to: number, look: Look): NameFound | null {
  const name = text.slice(from, to);
  if (!mayStandBehind(text.slice(0, from), name, look)) return null;
  const units = unitsNamed(name, look.directory);
  if (units.length === 0) return null;
  const isFull = saysKind(name);
  if (isFull) return { from, to, units, isFull };
  const rest = text.slice(to);
  if (/^(?:[的表版]|\d+段|[一二三四五六七八九十]+月)/u.test(rest)) return null;
  const isNumbered = /^\d{1,2}(?![\d.\-/:月日年])/.test(rest);
  return { from, to, units: isNumbered ? [...units, ...numberedLike(name, look.directory)] : units, isFull };
}

/** 信息 before 港社区 makes 信息港社区, so that a name of one sign may follow nothing but a date. */
function mayStandBehind(before: string, name: string, { mayFollow }: Look): boolean {
  if (!/[\p{L}\p{N}]$/u.test(before)) return true;
  if (!mayFollow || (/\d$/.test(before) && !listNumber.test(before))) return false;
  return /\d(?:\d{3}|[月日])$/u.test(before) || foldName(name).every(({ core }) => core.length > 1);
}

/** 前进2 may be the second photo of 前进村, or 前进二村. */
function numberedLike(name: string, directory: UnitDirectory): readonly Unit[] {
  const known = numbered.get(directory) ?? beforeNumbers(directory);
  numbered.set(directory, known);
  return known.get(normaliseName(name)) ?? [];
}

/** Units by what stands before a number in their names. */
const numbered = new WeakMap<UnitDirectory, ReadonlyMap<string, readonly Unit[]>>();

function beforeNumbers({ cores }: UnitDirectory): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  for (const [core, bearers] of cores) {
    for (const { index } of core.matchAll(/[0-9一二三四五六七八九十]/gu)) {
      const before = core.slice(0, index);
      const own = units.get(before) ?? [];
      for (const { unit } of bearers) own.push(unit);
      units.set(before, own);
    }
  }
  return units;
}

function encloses(outer: NameFound, inner: NameFound): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
