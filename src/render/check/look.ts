import type { ChalkInstance } from 'chalk';
import { catalogue } from '../../findings/catalogue.js';
import { speakCell } from '../../findings/speak.js';
import { severityNames } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Finding, Place, Severity } from '../../model/finding.js';
import { clean, placeOf } from '../words.js';
import { hanging } from '../wrap.js';

/** How a result is to look. */
export interface Look {
  readonly locale: Locale;
  readonly paint: ChalkInstance;
  /** Columns that lines are broken at. */
  readonly width: number;
}

const colours: Readonly<Record<Severity, (paint: ChalkInstance, text: string) => string>> = {
  error: (paint, text) => paint.red(text),
  warning: (paint, text) => paint.yellow(text),
  info: (paint, text) => paint.cyan(text),
};

export function inColourOf(severity: Severity, text: string, { paint }: Look): string {
  return colours[severity](paint, text);
}

/** `需更正 填的不是数字  count/unreadable` */
export function titleOf({ rule, severity }: Finding, count: number, look: Look): string {
  const { locale, paint } = look;
  const name = inColourOf(severity, paint.bold(severityNames[severity][locale]), look);
  const title = catalogue[rule].title[locale];
  const times = count === 1 ? '' : { zh: `，共${count}处`, en: `, ${count} times` }[locale];
  return `${name} ${paint.bold(`${title}${times}`)}  ${paint.dim(rule)}`;
}

/** Where each finding is: a table's name once, then only the cells. */
export function placesOf(findings: readonly Finding[], path: string, locale: Locale): readonly string[] {
  return findings.map(({ place }, n) => {
    const before = findings[n - 1]?.place;
    const cell = clean(speakCell(place, locale));
    if (place.kind === 'file') return clean(path);
    return cell !== '' && before !== undefined && isSameTable(before, place) ? cell : placeOf(place, locale);
  });
}

function isSameTable(one: Place, other: Place): boolean {
  if (one.kind === 'sheet') return other.kind === 'sheet' && one.sheet === other.sheet;
  return one.kind === 'word' && other.kind === 'word' && one.table === other.table;
}

/** A line with its lead, broken where the terminal ends. */
export function item(lead: string, text: string, { width, paint }: Look): string {
  return hanging(lead, text, width, (one) => paint.dim(one));
}
