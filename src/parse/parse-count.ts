import type { CellValue } from '../model/document.js';
import type { CountReading } from '../model/reading.js';
import { parseChineseNumber } from './chinese-number.js';

const none = /^(?:无|没有|暂无|未开展|[-－—–―_~～/／\\]+)$/u;
const unitWords = '(?:人次|人员|人|名|位|个|户|家|场次|场|次数|次|篇次|篇|条|件|份|期|部|则|项)';
const trailingUnit = new RegExp(`${unitWords}+$`, 'u');
const before = /^(?:共计|总计|合计|累计|共|计|为|有)/u;
const estimateBefore = /^(?:大约|大概|约有|约为|约|近|将近|接近|超过|超|过|上|不少于|至少|≥|>=|>|~|～)/u;
const estimateAfter = /(?:多余|余|多|来|左右|上下|以上|许|\+)$/u;

/** Reads a count. Never guesses: what is not a number comes back as such, never as 0. */
export function parseCount(cell: CellValue): CountReading {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'none', blank: true };
    case 'number':
      return judge(cell.value, { estimate: false, changed: false, households: false });
    case 'text':
      return parseText(cell.text);
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

function parseText(raw: string): CountReading {
  const spaced = raw
    .normalize('NFKC')
    .replaceAll('\u2212', '-')
    .replace(/[\u200b\ufeff]/gu, '')
    .trim();
  const text = spaced.replace(/\s+/gu, '');
  if (text === '') return { kind: 'none', blank: true };
  if (none.test(text)) return { kind: 'none', blank: false };
  if (/\d\s+\d/u.test(spaced) && !/^\d{1,3}(?: \d{3})+\D*$/u.test(spaced)) return { kind: 'unreadable' };
  const { core, estimate, households } = peel(text);
  const value = parseNumber(core) ?? (estimate ? parseRound(core) : null);
  if (value === null) return unreadable(text);
  return judge(value, { estimate, changed: spaced !== String(value) || raw.trim() !== spaced, households });
}

/** Takes off what stands around a number: units, 共, 约, 余, brackets round a unit. */
function peel(text: string): { core: string; estimate: boolean; households: boolean } {
  let core = text.replace(/[。.,,;;、]+$/u, '').replace(new RegExp(`[(\\[]${unitWords}[)\\]]$`, 'u'), '');
  core = core.replace(before, '');
  let estimate = estimateBefore.test(core);
  core = core.replace(estimateBefore, '');
  const unit = /户$|家$/u.test(core.replace(estimateAfter, ''));
  for (let step = ''; step !== core; ) {
    step = core;
    core = core.replace(trailingUnit, '');
    if (estimateAfter.test(core)) {
      estimate = true;
      core = core.replace(estimateAfter, '');
    }
  }
  return { core, estimate, households: unit };
}

/** The 百 of 近百 and 百余人. */
function parseRound(text: string): number | null {
  return /^[百千万]$/u.test(text) ? parseChineseNumber(`一${text}`) : null;
}

/** Digits with well-placed separators, a decimal with 万, or Chinese numerals; null otherwise. */
function parseNumber(text: string): number | null {
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (/^[+-]?\d+\.\d{3}$/.test(plain)) return null; // 1.200: a separator or a fraction? Nobody can tell.
  if (/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const myriads = /^(\d+(?:\.\d+)?)万$/u.exec(plain);
  if (myriads) return Math.round(Number(myriads[1]) * 1e8) / 1e4;
  return parseChineseNumber(plain);
}

function judge(value: number, manner: Manner): CountReading {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { kind: 'unreadable' };
  return { kind: 'count', value: value === 0 ? 0 : value, ...manner };
}

/** 2OO, l5 and the like: letters that look like digits. */
function unreadable(text: string): CountReading {
  const mended = text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1').replace(trailingUnit, '');
  return mended !== text && /^\d+$/.test(mended)
    ? { kind: 'unreadable', suggestion: Number(mended) }
    : { kind: 'unreadable' };
}
