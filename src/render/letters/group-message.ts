import { listOf, plural, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { DeadlineReport, Report } from '../../model/report.js';
import { timeOf } from '../moments.js';
import { bracketed, clean, sentences } from '../words.js';
import { signature } from './courtesy.js';
import { dueDay, dueOf, onFreeDay } from './days.js';
import { type Debt, isAllAbsent, lackInWords, type OwedMaterial } from './debts.js';
import type { Reminder } from './reminder.js';

/** What a message in a group may hold and still be read. */
const longest: Readonly<Record<Locale, number>> = { zh: 500, en: 1000 };

/**
 * One message for the group: what is due when, whom the office still waits for, thanks to all others. It names, and
 * blames nobody. Null where there is nothing to remind of.
 */
export function groupMessage(reminders: readonly Reminder[], report: Report, locale: Locale): string | null {
  if (reminders.length === 0) return null;
  const full = compose(reminders, report, locale, true);
  return [...full].length <= longest[locale] ? full : compose(reminders, report, locale, false);
}

function compose(reminders: readonly Reminder[], report: Report, locale: Locale, inFull: boolean): string {
  const ahead = comingOf(reminders).map((coming) => comingLine(coming, report, locale, inFull));
  const late = reminders.filter(({ debts }) => debts.some(({ isOver }) => isOver));
  const title = clean(report.campaign.title);
  const lines = [
    { zh: `【${title}材料报送提醒】`, en: `[${title}: a reminder]` }[locale],
    ...ahead,
    ...(late.length === 0 ? [] : [overdueLine(late, ahead.length > 0, locale, inFull)]),
    ...aboutStrays(report, late.length > 0).map((words) => words[locale]),
    ...gratitude(reminders, report).map((words) => words[locale]),
    signature(report)[locale],
  ];
  return `${lines.join('\n')}\n`;
}

/** One deadline to come and who owes it. */
interface Coming {
  readonly deadline: DeadlineReport;
  readonly owing: readonly { readonly name: string; readonly debt: Debt }[];
}

/** Units that were given more time are told apart: their day is another. */
function comingOf(reminders: readonly Reminder[]): readonly Coming[] {
  const byDay = new Map<string, { deadline: DeadlineReport; owing: { name: string; debt: Debt }[] }>();
  for (const { unit, debts } of reminders) {
    for (const debt of debts.filter(({ isOver }) => !isOver)) {
      const key = `${debt.deadline.due} ${debt.deadline.id}`;
      const coming = byDay.get(key) ?? { deadline: debt.deadline, owing: [] };
      coming.owing.push({ name: clean(unit.unit.name), debt });
      byDay.set(key, coming);
    }
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, coming]) => coming);
}

function comingLine({ deadline, owing }: Coming, report: Report, locale: Locale, inFull: boolean): string {
  const name = clean(deadline.name);
  const day = dueDay(deadline, report.asOf);
  const time = timeOf(dueOf(deadline, report.campaign));
  const isEveryone = owing.length === report.units.filter(({ unit }) => unit.required).length;
  const due: Words = {
    zh: `“${name}”${day.zh}到期，请${isEveryone ? '各单位' : '还没报齐的'}在当天${time.zh}报来`,
    en: `${name} is due ${day.en}, by ${time.en} that day${isEveryone ? '; all units, please' : ''}`,
  };
  const names = owing.map((one) => partly(one, report, locale, inFull));
  const waiting: Words = {
    zh: `还在等${names.length}个单位的材料：${names.join('、')}`,
    en: `We still wait for ${plural(names.length, 'unit')}: ${names.join(', ')}`,
  };
  return sentences([due[locale], onFreeDay(deadline)[locale], ...(isEveryone ? [] : [waiting[locale]])], locale);
}

/** What is lacking is said of those who have sent some of it. */
function partly({ name, debt }: Coming['owing'][number], report: Report, locale: Locale, inFull: boolean): string {
  if (!inFull || isAllAbsent(debt, report)) return name;
  return `${name}${bracketed(lackInWords(debt.owed, 'plain', locale), locale)}`;
}

function overdueLine(late: readonly Reminder[], isAhead: boolean, locale: Locale, inFull: boolean): string {
  const byWhat = new Map<string, string[]>();
  for (const { unit, debts } of late) {
    const owed = debts.filter(({ isOver }) => isOver).flatMap((debt): readonly OwedMaterial[] => debt.owed);
    const what = inFull ? lackInWords(owed, 'plain', locale) : '';
    byWhat.set(what, [...(byWhat.get(what) ?? []), clean(unit.unit.name)]);
  }
  const named = [...byWhat].map(([what, names]) => `${listOf(names)[locale]}${bracketed(what, locale)}`);
  const words: Words = {
    zh: `${isAhead ? '此前' : ''}已经到期、还没有收齐的：${named.join('；')}。麻烦尽快补报；已经发过的，请告诉我们发送的时间和方式，我们马上核对`,
    en: `${isAhead ? 'From before, ' : ''}${isAhead ? 'still' : 'Still'} to come: ${named.join('; ')}. Please send it soon; if you have, please tell us when and how`,
  };
  return sentences([words[locale]], locale);
}

function aboutStrays({ counts }: Report, isLate: boolean): Words[] {
  if (!isLate || counts.unmatched === 0) return [];
  return [
    {
      zh: `另有${counts.unmatched}份来件没能认出是哪个单位的，也许就在其中，我们正在核对。`,
      en: `${plural(counts.unmatched, 'file')} of unknown owner may be among these; we are looking into it.`,
    },
  ];
}

function gratitude(reminders: readonly Reminder[], { units }: Report): Words[] {
  const others = units.filter(({ unit }) => unit.required).length - reminders.length;
  if (others <= 0) return [{ zh: '辛苦大家，谢谢！', en: 'Thank you all!' }];
  return [
    {
      zh: `其余${others}个单位都已按要求报来，谢谢支持！`,
      en: `${others === 1 ? 'The other unit has' : `The other ${others} units have`} sent what was asked: thank you!`,
    },
  ];
}
