import type { Locale } from '../model/campaign.js';
import type { Finding, FindingOf, Place } from '../model/finding.js';
import type { Spoken } from '../model/report.js';
import type { RuleId } from '../model/rules.js';
import { catalogue } from './catalogue.js';
import type { Words } from './words.js';

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

export function speakPlace(place: Place, locale: Locale): string {
  if (place.kind === 'file') return locale === 'zh' ? '整个文件' : 'whole file';
  if (place.kind === 'sheet') return place.address === undefined ? place.sheet : `${place.sheet}!${place.address}`;
  return locale === 'zh' ? wordPlaceInChinese(place) : wordPlaceInEnglish(place);
}

type WordPlace = Extract<Place, { kind: 'word' }>;

function wordPlaceInChinese({ table, row, column }: WordPlace): string {
  const cell = `${row === undefined ? '' : `第${row}行`}${column === undefined ? '' : `第${column}列`}`;
  return cell === '' ? `表${table}` : `表${table} ${cell}`;
}

function wordPlaceInEnglish({ table, row, column }: WordPlace): string {
  const parts = [
    `table ${table}`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `column ${column}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Generic, so that the compiler pairs each rule's words with its own args. */
function wordsFor<R extends RuleId>(finding: FindingOf<R>): { readonly message: Words; readonly remedy: Words } {
  const entry = catalogue[finding.rule];
  return { message: entry.message(finding.args, finding.found), remedy: entry.remedy(finding.args) };
}
