import { dayIn } from '../../findings/days.js';
import type { Words } from '../../findings/words.js';
import type { Day, Locale } from '../../model/campaign.js';
import type { Report, UnitReport } from '../../model/report.js';
import { timeOf } from '../moments.js';
import { clean, sentences } from '../words.js';
import { greeting, ifSent, signature, thanks } from './courtesy.js';
import { dueDay, dueOf, onFreeDay } from './days.js';
import { askedOnce, type Debt, debtInWords, debtsOf } from './debts.js';
import { onceForAll } from './message.js';

/** What one unit is to be reminded of. */
export interface Reminder {
  readonly unit: UnitReport;
  /** The unit's place in the roster, from 1. */
  readonly number: number;
  readonly debts: readonly Debt[];
}

export interface RemindScope {
  /** Due days up to this one are told of beforehand. */
  readonly until: Day;
  /** This deadline alone, whenever it is due; null for the next one and those that are over. */
  readonly deadline: string | null;
}

/** Who still owes what is due next or overdue, in the roster's order. */
export function remindersOf(report: Report, scope: RemindScope): readonly Reminder[] {
  return report.units.flatMap((unit, n) => {
    const debts = unit.unit.required ? askedOnce(chosen(debtsOf(unit, report), report, scope)) : [];
    return debts.length === 0 ? [] : [{ unit, number: n + 1, debts }];
  });
}

function chosen(debts: readonly Debt[], { asOf }: Report, { until, deadline }: RemindScope): readonly Debt[] {
  if (deadline !== null) return debts.filter((debt) => debt.deadline.id === deadline);
  const ahead = debts.filter(({ isOver, deadline: { due } }) => !isOver && due <= until && due >= dayIn(asOf));
  const next = ahead.map((debt) => debt.deadline.due).sort()[0];
  return debts.filter((debt) => debt.isOver || (ahead.includes(debt) && debt.deadline.due === next));
}

/** A reminder for one unit, to be pasted into WeChat or DingTalk. */
export function reminderText({ unit, debts }: Reminder, report: Report, locale: Locale): string {
  const isOver = debts.some((debt) => debt.isOver);
  const lines = [
    greeting(unit.unit),
    ...[...debts].sort((a, b) => Number(a.isOver) - Number(b.isOver)).map((debt) => debtWords(debt, unit, report)),
    ...(isOver ? [{ zh: `请尽快补报。${ifSent.zh}`, en: `Please send it soon. ${ifSent.en}` }] : []),
    thanks,
    signature(report),
  ];
  return `${lines.map((words) => words[locale]).join('\n')}\n`;
}

function debtWords(debt: Debt, unit: UnitReport, report: Report): Words {
  return { zh: debtIn(debt, unit, report, 'zh'), en: debtIn(debt, unit, report, 'en') };
}

function debtIn(debt: Debt, unit: UnitReport, report: Report, locale: Locale): string {
  const { deadline, isOver } = debt;
  const { campaign, asOf } = report;
  const name = clean(deadline.name);
  const day = dueDay(deadline, asOf);
  const lacks = debtInWords(debt, isOver ? 'still' : 'so-far', unit.unit, report, locale);
  const once = onceForAll(debt, campaign.period.from)[locale];
  if (isOver) {
    const said: Words = {
      zh: `“${name}”已于${day.zh}到期，${lacks}`,
      en: `${name} was due ${day.en}; ${lacks}`,
    };
    return sentences([said[locale], once], locale);
  }
  const time = timeOf(dueOf(deadline, campaign));
  const said: Words = {
    zh: `“${name}”${day.zh}到期，${lacks}，请在当天${time.zh}报来`,
    en: `${name} is due ${day.en}, by ${time.en} that day; ${lacks}`,
  };
  return sentences([said[locale], onFreeDay(deadline)[locale], once], locale);
}
