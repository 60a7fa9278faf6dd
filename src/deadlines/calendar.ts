import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Day, Instant } from '../model/campaign.js';

/** The instant at which a day ends (24:00) in the zone, in milliseconds. */
export function endOfDay(day: Day, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date + 1, timeZone).getTime();
}

/** The instant of a time of day such as 17:30 in the zone, in milliseconds. */
export function timeOfDay(day: Day, time: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, date, hours, minutes, timeZone).getTime();
}

/** Whole days from a day to the day an instant falls on in the zone; negative before. */
export function daysFrom(day: Day, instant: Instant, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return differenceInCalendarDays(new TZDate(instant, timeZone), new TZDate(year, month - 1, date, timeZone));
}

/** The instant written with the zone's offset, to the second. */
export function inZone(instant: Instant, timeZone: string): Instant {
  return new TZDate(instant, timeZone).toISOString().replace(/\.\d+/, '');
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;
const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const withoutOffset = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The instant a person means by an ISO time or day: a day is taken to its last second, a time without offset is the
 * zone's. Null where it is neither.
 */
export function parseInstant(text: string, timeZone: string): Instant | null {
  if (wholeDay.test(text)) {
    return isDay(text) ? inZone(new Date(endOfDay(text, timeZone) - 1000).toISOString(), timeZone) : null;
  }
  if (!isDay(text.slice(0, 10))) return null;
  if (withOffset.test(text)) {
    const time = new Date(text.replace(' ', 'T'));
    return Number.isNaN(time.getTime()) ? null : inZone(time.toISOString(), timeZone);
  }
  const match = withoutOffset.exec(text);
  if (match === null) return null;
  const [year = 0, month = 1, date = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return inZone(new TZDate(year, month - 1, date, hours, minutes, seconds, timeZone).toISOString(), timeZone);
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
