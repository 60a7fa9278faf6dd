import { listOf, plural, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { spokenDue, spokenShort } from '../moments.js';
import { overdue, owingInWords } from '../owed.js';
import type { Standing } from '../standing.js';
import { clean, sentences, shortNameOf } from '../words.js';
import { daysLeft, nextOf } from './next-section.js';

/** What a message in a chat group may hold and still be read. */
const longest = 200;
/** Names that are shown of a list that is cut short. */
const fewNames = 8;

/** A paragraph for the chat group: who is missing and what to do. Said in full where it fits, else shorter. */
export function chatParagraph(report: Report, standings: readonly Standing[], locale: Locale): string {
  const owing = overdue(report, locale);
  const next = nextOf(standings);
  const full = compose(report, locale, owingInWords(owing, locale), reminders(next, report, locale, allNames));
  if ([...full].length <= longest) return full;
  const names = owing.flatMap(({ units }) => units);
  const plain = compose(
    report,
    locale,
    namesOnly(names, names.length, locale),
    reminders(next, report, locale, allNames),
  );
  if ([...plain].length <= longest) return plain;
  return compose(report, locale, namesOnly(names, fewNames, locale), reminders(next, report, locale, firstNames));
}

type Shorten = (names: readonly string[], locale: Locale) => string;

const allNames: Shorten = (names, locale) => listOf(names)[locale];
const firstNames: Shorten = (names, locale) => firstFew(names, fewNames)[locale];

function compose(report: Report, locale: Locale, owing: string, ahead: readonly string[]): string {
  const expected = report.units.filter(({ unit }) => unit.required).length;
  return `${heading(report)[locale]}${sentences([state(report, expected)[locale], ...makeUp(owing, report, locale), ...ahead, ...thanks(owing, ahead, locale)], locale)}`;
}

function heading({ campaign }: Report): Words {
  const title = clean(campaign.title);
  return { zh: `【${title}材料报送】`, en: `[${title}] ` };
}

function state({ asOf, units }: Report, expected: number): Words {
  const time = spokenShort(asOf);
  const done = units.filter(
    ({ unit, deadlines }) =>
      unit.required && deadlines.every(({ status }) => status !== 'missing' && status !== 'incomplete'),
  ).length;
  return {
    zh: `截至${time.zh}，应报单位${expected}个，到期材料已报齐的${done}个`,
    en: `As of ${time.en}, ${done} of ${plural(expected, 'unit')} have sent all that was due`,
  };
}

function makeUp(owing: string, report: Report, locale: Locale): string[] {
  if (owing === '') return [];
  const unmatched = report.counts.unmatched;
  const strays: Words = {
    zh: `另有${unmatched}份来件认不出单位，已经发过的请与办公室核对`,
    en: `${plural(unmatched, 'file')} came without a recognisable name; if you have sent yours, please ask the office`,
  };
  return [
    locale === 'zh' ? `请尽快补报：${owing}` : `Please send what is owed: ${owing}`,
    ...(unmatched > 0 ? [strays[locale]] : []),
  ];
}

function reminders(next: readonly Standing[], report: Report, locale: Locale, shorten: Shorten): string[] {
  return next.map(({ deadline, members, tally }) => {
    const due = spokenDue(deadline.due);
    const left = daysLeft(deadline, report);
    const what = listOf(deadline.materials.map((id) => clean(shortNameOf(id, report.campaign))));
    const names = members.pending.map(({ unit }) => clean(unit.unit.name));
    const who = names.length === tally.expected ? (locale === 'zh' ? '各单位' : 'all units') : shorten(names, locale);
    const ask: Words = {
      zh: names.length === 0 ? '，各单位均已报齐' : `，还没报齐的请抓紧：${who}`,
      en: names.length === 0 ? '; every unit has sent it' : `; still to come: ${who}`,
    };
    return locale === 'zh'
      ? `${due.zh}24时前报${what.zh}，${left.zh}${ask.zh}`
      : `Due ${left.en} (${due.en}): ${what.en}${ask.en}`;
  });
}

function thanks(owing: string, ahead: readonly string[], locale: Locale): string[] {
  if (owing !== '' || ahead.length > 0) return [];
  return [locale === 'zh' ? '各单位均已报齐，感谢配合' : 'Every unit has sent everything. Thank you'];
}

function namesOnly(names: readonly string[], most: number, locale: Locale): string {
  if (names.length === 0) return '';
  const shown = firstFew(names, most);
  return locale === 'zh' ? `${shown.zh}（各自所缺见通报）` : `${shown.en} (see the bulletin for what is lacking)`;
}

function firstFew(names: readonly string[], most: number): Words {
  if (names.length <= most) return listOf(names);
  const few = names.slice(0, most);
  return {
    zh: `${few.join('、')}等${names.length}个单位`,
    en: `${few.join(', ')} and ${names.length - few.length} more`,
  };
}
