import type { CellValue } from '../model/document.js';
import type { CountReading } from '../model/reading.js';
import { parseChineseNumber } from './chinese-number.js';
import { plainText } from './plain-text.js';
import { saysNone, saysZero } from './says-none.js';

/** Measures that would be another figure in another unit, such as 亩 or 小时, are none. */
const unitWords =
  '(?:人次|人员|人|名|位|个|户|家|场次|场|次数|次|篇次|篇|条|件|份|期|部|则|项|[处起具只头台套辆栋座所间本册张幅块面盏支株例宗枚])';
const trailingUnit = new RegExp(`(?:${unitWords}|[(\\[/]${unitWords}[)\\]]?)$`, 'u');
const before = /^(?:共计|总计|合计|累计|共|计|为|有)+/u;
const estimateBefore =
  /^(?:大约|大概|约有|约为|约|近|将近|接近|超过|超|过|上|不少于|至少|不到|不足|≥|>=|>|≤|<=|<|~|～|≈)/u;
const estimateAfter = /(?:多余|余|多|来|左右|上下|以上|以内|许|\+)$/u;
/** With more digits it is a telephone number or a code. */
const mostDigits = 9;

/**
 * Reads a count. Never guesses: what is not a number comes back as such, never as 0. Only below a label that asks for
 * money, such as 慰问金（元）, may 元 stand behind it.
 */
export function parseCount(cell: CellValue, label = ''): CountReading {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'none', blank: true };
    case 'number':
      // Nobody who looks at it sees this number.
      if (cell.shown !== undefined) return { kind: 'unreadable' };
      return judge(cell.value, { estimate: false, changed: false, households: false });
    case 'text':
      return parseText(cell.text, asksMoney.test(label));
    case 'error':
      return { kind: 'formula-error', code: cell.code };
    case 'formula':
      return { kind: 'formula-without-value', formula: cell.formula };
    case 'boolean':
    case 'date':
      return { kind: 'unreadable' };
  }
}

interface Manner {
  readonly estimate: boolean;
  readonly changed: boolean;
  readonly households: boolean;
}

const asksMoney = /元|金额|款/u;

function parseText(raw: string, isMoney: boolean): CountReading {
  const spaced = plainText(raw);
  const written = spaced.replace(/\s+/gu, '');
  const text = isMoney
    ? written.replace(/(?<=[\d零一二三四五六七八九十百千万余多])元整?(?=左右|上下|以上|$)/u, '')
    : written;
  if (text === '') return { kind: 'none', blank: true };
  if (saysNone(text)) return { kind: 'none', blank: false };
  const changed = { estimate: false, changed: true, households: false };
  if (saysZero(text)) return judge(0, changed);
  if (isBroken(spaced)) return { kind: 'unreadable' };
  const { core, estimate, households } = peel(text);
  const value = parseNumber(core) ?? (estimate ? parseRound(core) : null);
  return value === null
    ? unreadable(text)
    : judge(value, { estimate, households, changed: raw.trim() !== String(value) });
}

/** “3 5” is two numbers; “1 200” is one. */
function isBroken(spaced: string): boolean {
  return /[\d.,]\s+[\d.,]/u.test(spaced) && !/^\D*\d{1,3}(?: \d{3})+(?![\d\s]*\d)\D*$/u.test(spaced);
}

/** Takes off what stands around a number: units, 共, 约, 余. */
function peel(text: string): { core: string; estimate: boolean; households: boolean } {
  let core = text.replace(/[。.,;、]$/u, '').replace(before, '');
  let estimate = estimateBefore.test(core);
  core = core.replace(estimateBefore, '');
  let households = false;
  for (let step = ''; step !== core; ) {
    step = core;
    households ||= /[户家][)\]]?$/u.test(core);
    core = core.replace(trailingUnit, '');
    estimate ||= estimateAfter.test(core);
    core = core.replace(estimateAfter, '');
  }
  return { core, estimate, households };
}

/** The 百 of 近百 and 百余人. */
function parseRound(text: string): number | null {
  return /^[百千万]$/u.test(text) ? parseChineseNumber(`一${text}`) : null;
}

/** Digits with well-placed separators, a decimal with 万, or Chinese numerals; null otherwise. */
function parseNumber(text: string): number | null {
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (/^[+-]?\d+\.\d{3}$/.test(plain)) return null; // 1.200: a separator or a fraction? Nobody can tell.
  if (/^[+-]?0\d\d/.test(plain)) return null; // 0508 and 0537 are no counts.
  if (/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const [, figure, unit] = /^(\d+(?:\.\d+)?)([千万])$/u.exec(plain) ?? [];
  if (figure !== undefined) return Math.round(Number(figure) * (unit === '万' ? 1e8 : 1e7)) / 1e4;
  return parseChineseNumber(plain);
}

function judge(value: number, manner: Manner): CountReading {
  const isCode = Math.abs(value) >= 10 ** mostDigits || dayNumber.test(String(value));
  if (!Number.isFinite(value) || isCode) return { kind: 'unreadable' };
  return { kind: 'count', value: value === 0 ? 0 : value, ...manner };
}

/** 20230510 is a day. */
const dayNumber = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** 2OO, l5 and the like: letters that look like digits. */
function unreadable(text: string): CountReading {
  const mended = text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1').replace(trailingUnit, '');
  return mended !== text && /^(?:0|[1-9]\d{0,8})$/.test(mended) && /^[\doOlI|]/.test(text)
    ? { kind: 'unreadable', suggestion: Number(mended) }
    : { kind: 'unreadable' };
}
