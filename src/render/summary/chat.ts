import { listOf, plural, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { DeadlineReport, Report, Standing } from '../../model/report.js';
import { spokenDue, spokenShort, timeOf } from '../moments.js';
import { overdue, owingInWords } from '../owed.js';
import { clean, sentences } from '../words.js';
import { daysLeft, givenMoreTime, nextOf, whatIsDue } from './next-section.js';

/** What a message in a chat group may hold and still be read. */
const longest: Readonly<Record<Locale, number>> = { zh: 200, en: 400 };
/** Names that are shown of a list that is cut short. */
const fewNames = 10;

/** A paragraph for the chat group: who is missing and what to do. Said in full where it fits, else shorter. */
export function chatParagraph(report: Report, locale: Locale): string {
  const owing = overdue(report, locale);
  const names = owing.flatMap(({ units }) => units);
  const versions = [
    () => owingInWords(owing, report, locale),
    // So many names do not fit, however short.
    ...(names.length > longest[locale] ? [] : [() => namesOnly(names, names.length, locale)]),
    () => namesOnly(names, fewNames, locale),
  ];
  let text = '';
  for (const version of versions) {
    text = compose(version(), report, locale);
    if (text.length <= 2 * longest[locale] && [...text].length <= longest[locale]) break;
  }
  return text;
}

function compose(owed: string, report: Report, locale: Locale): string {
  const late = owed === '' ? [] : makeUp(owed, report);
  const longer = givenMoreTime(report);
  const ahead = nextOf(report).map((next) => reminder(next, report));
  const asks = [...late, ...(longer === null ? [] : [longer]), ...ahead];
  const all = [...state(report), ...(asks.length === 0 ? [allDone] : asks)];
  const said = all.map((words) => words[locale]);
  return `${heading(report)[locale]}${sentences(said, locale)}`;
}

const allDone: Words = {
  zh: '各单位均已报齐，感谢配合',
  en: 'Every unit has sent everything. Thank you',
};

function heading({ campaign }: Report): Words {
  const title = clean(campaign.title);
  return { zh: `【${title}材料报送】`, en: `[${title}] ` };
}

function state({ asOf, units, standings }: Report): Words[] {
  const over = new Set(standings.filter(({ isOver }) => isOver).map(({ deadline }) => deadline.id));
  if (over.size === 0) return [];
  const time = spokenShort(asOf);
  const required = units.filter(({ unit }) => unit.required);
  const done = required.filter(({ deadlines }) => isDone(deadlines.filter(({ id }) => over.has(id)))).length;
  return [
    {
      zh: `截至${time.zh}，应报单位${required.length}个，到期材料已报齐的${done}个`,
      en: `As of ${time.en}, ${done} of ${plural(required.length, 'unit')} have sent all that was due`,
    },
  ];
}

/** Who was let off everything, or given more time, has not sent it. */
function isDone(due: readonly DeadlineReport[]): boolean {
  const hasSent = ({ status }: DeadlineReport) => status === 'on-time' || status === 'late';
  return due.some(hasSent) && due.every((one) => hasSent(one) || one.status === 'exempt');
}

function makeUp(owed: string, { counts }: Report): Words[] {
  const strays: Words = {
    zh: `另有${counts.unmatched}份来件未能识别，已经发过的请与办公室核对`,
    en: `${plural(counts.unmatched, 'file')} could not be matched: if you have sent yours, please ask the office`,
  };
  return [
    { zh: `请尽快补报：${owed}`, en: `Please send what is owed: ${owed}` },
    ...(counts.unmatched > 0 ? [strays] : []),
  ];
}

function reminder(standing: Standing, report: Report): Words {
  const { deadline, members, tally } = standing;
  const due = spokenDue(standing.due);
  const time = timeOf(standing.due);
  const left = daysLeft(standing, report);
  const what = whatIsDue(deadline, report.campaign);
  const names = members.pending.map(({ unit }) => clean(unit.unit.name));
  const ask = askOf(names, names.length === tally.expected);
  return {
    zh: `${due.zh}${time.zh}报${what.zh}，${left.zh}，${ask.zh}`,
    en: `Due ${left.en}, by ${time.en} ${due.en}: ${what.en}; ${ask.en}`,
  };
}

function askOf(names: readonly string[], isEveryone: boolean): Words {
  const count = names.length;
  if (count === 0) return { zh: '各单位均已报齐', en: 'every unit has sent it' };
  if (isEveryone) return { zh: '请各单位按时报送', en: 'all units, please send it in time' };
  if (count > fewNames) return { zh: `还有${count}个单位没报齐，请抓紧`, en: `${count} units still to come` };
  const { zh, en } = listOf(names);
  return { zh: `还没报齐的请抓紧：${zh}`, en: `still to come: ${en}` };
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
