import type { Locale } from '../model/campaign.js';
import type { Finding, FindingOf, Place } from '../model/finding.js';
import type { Spoken } from '../model/report.js';
import type { RuleId } from '../model/rules.js';
import { catalogue } from './catalogue.js';
import { choiceOf, spaced, type Words } from './words.js';

/** A finding in words. */
export function speak(finding: Finding, locale: Locale): Spoken {
  const { message, remedy } = wordsFor(finding);
  return {
    rule: finding.rule,
    severity: finding.severity,
    place: speakPlace(finding.place, locale),
    found: finding.found ?? '',
    message: message[locale],
    remedy: remedy[locale],
  };
}

/** What should stand at the place of a finding, in a few words; empty where nothing is said of it. */
export function wantedAt(finding: Finding, locale: Locale): string {
  return hintsFor(finding).wanted?.[locale] ?? '';
}

/** What may have been meant, as a question; empty where nothing suggests itself. */
export function meantBy(finding: Finding, locale: Locale): string {
  const { suggestions } = hintsFor(finding);
  const meant = choiceOf(suggestions);
  if (suggestions.length === 0) return '';
  return locale === 'zh' ? `您是否指${spaced(meant.zh)}？` : `Did you mean ${meant.en}?`;
}

export function speakPlace(place: Place, locale: Locale): string {
  if (place.kind === 'file') return locale === 'zh' ? '整个文件' : 'whole file';
  const cell = speakCell(place, locale);
  if (place.kind === 'sheet') return cell === '' ? place.sheet : `${place.sheet}!${cell}`;
  const table = locale === 'zh' ? `表${place.table}` : `table ${place.table}`;
  return cell === '' ? table : `${table}${locale === 'zh' ? ' ' : ', '}${cell}`;
}

/** Where in its table; empty for a table or a file as a whole. */
export function speakCell(place: Place, locale: Locale): string {
  if (place.kind === 'file') return '';
  if (place.kind === 'sheet') return place.address ?? '';
  const { row, column } = place;
  const words: readonly Words[] = [
    ...(row === undefined ? [] : [{ zh: `第${row}行`, en: `row ${row}` }]),
    ...(column === undefined ? [] : [{ zh: `第${column}列`, en: `column ${column}` }]),
  ];
  return words.map((one) => one[locale]).join(locale === 'zh' ? '' : ', ');
}

function hintsFor<R extends RuleId>(
  finding: FindingOf<R>,
): { readonly wanted: Words | null; readonly suggestions: readonly string[] } {
  const entry = catalogue[finding.rule];
  return { wanted: entry.wanted?.(finding.args) ?? null, suggestions: entry.suggestions?.(finding.args) ?? [] };
}

/** Generic, so that the compiler pairs each rule's words with its own args. */
function wordsFor<R extends RuleId>(finding: FindingOf<R>): { readonly message: Words; readonly remedy: Words } {
  const entry = catalogue[finding.rule];
  return { message: entry.message(finding.args, finding.found), remedy: entry.remedy(finding.args, finding.found) };
}
