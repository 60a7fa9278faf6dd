import { speak, speakPlace } from '../findings/speak.js';
import type { Words } from '../findings/words.js';
import type { Campaign, Locale, Material } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { Outcome, Spoken, Status } from '../model/report.js';

export const statusNames: Readonly<Record<Status, Words>> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  incomplete: { zh: '缺项', en: 'incomplete' },
  missing: { zh: '未报', en: 'missing' },
  pending: { zh: '未到期', en: 'not yet due' },
  exempt: { zh: '免报', en: 'exempt' },
};

export const outcomeNames: Readonly<Record<Outcome, Words>> = {
  used: { zh: '使用', en: 'used' },
  superseded: { zh: '被更正版替代', en: 'superseded' },
  duplicate: { zh: '重复', en: 'duplicate' },
  rejected: { zh: '退回', en: 'rejected' },
  unmatched: { zh: '未识别', en: 'unmatched' },
  later: { zh: '截至后', en: 'later' },
  ignored: { zh: '忽略', en: 'ignored' },
  container: { zh: '压缩包', en: 'container' },
};

/** A line that says how to mend something; `explain` calls it the same. */
export const whatToDo: Words = { zh: '怎么办：', en: 'What to do: ' };

/** A finding in words that are safe to print on one line. */
export function told(finding: Finding, locale: Locale): Spoken {
  const { rule, severity, place, found, message, remedy } = speak(finding, locale);
  return {
    rule,
    severity,
    place: clean(place),
    found: clean(found),
    message: clean(message),
    remedy: clean(remedy),
  };
}

export function placeOf(place: Place, locale: Locale): string {
  return clean(speakPlace(place, locale));
}

/** On one line, without the control and direction signs by which a file's name or text could rewrite a terminal. */
export function clean(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** Closed by a full stop, unless it ends in a sign of its own. */
export function sentence(text: string, locale: Locale): string {
  return /[。！？.!?]$/u.test(text) ? text : `${text}${locale === 'zh' ? '。' : '.'}`;
}

/** Sentences in a row: Chinese needs no space between them. */
export function sentences(texts: readonly string[], locale: Locale): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => sentence(text, locale))
    .join(locale === 'zh' ? '' : ' ');
}

/** Set in brackets behind a name; nothing where there is nothing to say. */
export function bracketed(text: string, locale: Locale): string {
  if (text === '') return '';
  return locale === 'zh' ? `（${text}）` : ` (${text})`;
}

export function materialNamed(id: string, campaign: Campaign): string {
  return campaign.materials.find((material) => material.id === id)?.name ?? id;
}

/** The shortest of the material's words that is part of its name: 照片 of 活动照片. */
export function shortNameOf(id: string, campaign: Campaign): string {
  const material = campaign.materials.find((one) => one.id === id);
  if (material === undefined) return id;
  return material.words
    .filter((word) => material.name.includes(word))
    .reduce((best, word) => (word.length < best.length ? word : best), material.name);
}

/** 3张, 1个; in English the bare number. */
export function amountOf(count: number, { kind }: Material): Words {
  return { zh: `${count}${kind === 'photos' ? '张' : '个'}`, en: String(count) };
}
