import { speak, speakPlace } from '../findings/speak.js';
import { visible } from '../findings/text.js';
import type { Words } from '../findings/words.js';
import type { Campaign, Locale, Material } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { Spoken } from '../model/report.js';

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

/** On one line, and safe to print. */
export function clean(text: string): string {
  return oneLine(text).trim();
}

/** The same with the spaces at its ends. U+FEFF is white space to JavaScript and a disguise to us. */
export function oneLine(text: string): string {
  return visible(text.replace(/[^\S\ufeff]+/gu, ' '));
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

/** The shortest of the material's words that its name ends in: 照片 of 活动照片. */
export function shortNameOf(id: string, campaign: Campaign): string {
  const material = campaign.materials.find((one) => one.id === id);
  if (material === undefined) return id;
  return material.words
    .filter((word) => material.name.endsWith(word))
    .reduce((best, word) => (word.length < best.length ? word : best), material.name);
}

/** 3张, 1个; in English the bare number. */
export function amountOf(count: number, { kind }: Material): Words {
  return { zh: `${count}${kind === 'photos' ? '张' : '个'}`, en: String(count) };
}

/** 95.5%, from tenths. */
export function percent(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`;
}
