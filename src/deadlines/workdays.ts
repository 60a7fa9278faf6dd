import chineseDays from 'chinese-days';
import type { Campaign, Day } from '../model/campaign.js';
import type { DayKind } from '../model/report.js';
import { weekday } from './calendar.js';
import { remembered } from './remembered.js';

/** The years whose statutory holidays and make-up workdays the package knows; later ones come from the campaign file. */
const known = { from: 2004, to: 2026 };

/** What is known of the days of a campaign: units share a few due days. */
const kinds = new WeakMap<Campaign, Map<Day, DayKind>>();

/** What sort of day it is: the campaign's own list first, then the statutory calendar, then the week. */
export function kindOfDay(day: Day, campaign: Campaign): DayKind {
  const known = kinds.get(campaign) ?? new Map<Day, DayKind>();
  kinds.set(campaign, known);
  return remembered(known, day, () => lookedUp(day, campaign));
}

function lookedUp(day: Day, campaign: Campaign): DayKind {
  const { holidays, workdays } = campaign.calendar;
  if (workdays.includes(day)) return { kind: 'makeup-workday', name: '' };
  if (holidays.includes(day)) return { kind: 'holiday', name: '' };
  const isWeekend = weekday(day) === 0 || weekday(day) === 6;
  // Of ordinary days the package speaks by the machine's clock, so only what it says of holidays is used.
  const { work, name } = chineseDays.getDayDetail(day);
  const holiday = name.split(',')[1];
  if (holiday === undefined) return { kind: isWeekend ? 'weekend' : 'workday', name: '' };
  if (!work) return { kind: 'holiday', name: holiday };
  return { kind: isWeekend ? 'makeup-workday' : 'workday', name: isWeekend ? holiday : '' };
}

/** Whether nobody can say yet which days of the year are free. */
export function isCalendarUnknown(year: number): boolean {
  return year < known.from || year > known.to;
}

/** The day after, as the calendar goes. */
export function nextDay(day: Day): Day {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The day a deadline really falls on: some offices move one that is no workday. */
export function effectiveDay(day: Day, rollover: Campaign['rollover'], campaign: Campaign): Day {
  const isFree = (one: Day) => ['weekend', 'holiday'].includes(kindOfDay(one, campaign).kind);
  if (rollover === 'none' || !isFree(day)) return day;
  if (rollover === 'next-day') return nextDay(day);
  let moved = nextDay(day);
  while (isFree(moved)) moved = nextDay(moved);
  return moved;
}
