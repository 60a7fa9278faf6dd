import { TZDate, tzOffset } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Day, Instant } from '../model/campaign.js';
import { isDay } from '../model/day.js';
import { remembered } from './remembered.js';

/** The instant at which a day ends (24:00) in the zone, in milliseconds. */
export function endOfDay(day: Day, timeZone: string): number {
  return remembered(ends, `${day} ${timeZone}`, () => {
    const [year, month, date] = partsOf(day);
    return new TZDate(year, month - 1, date + 1, timeZone).getTime();
  });
}

/** The instant of a time of day such as 17:30 in the zone, in milliseconds. */
export function timeOfDay(day: Day, time: string, timeZone: string): number {
  return remembered(times, `${day} ${time} ${timeZone}`, () => {
    const [year, month, date] = partsOf(day);
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return new TZDate(year, month - 1, date, hours, minutes, timeZone).getTime();
  });
}

/** Whole days from a day to the day an instant falls on in the zone; negative before. */
export function daysFrom(day: Day, instant: Instant, timeZone: string): number {
  const on = inZone(instant, timeZone).slice(0, 10);
  return remembered(distances, `${day} ${on}`, () =>
    differenceInCalendarDays(new TZDate(...monthFromZero(on), timeZone), new TZDate(...monthFromZero(day), timeZone)),
  );
}

/** The instant written with the zone's offset, to the second. */
export function inZone(instant: Instant, timeZone: string): Instant {
  const time = Date.parse(instant);
  const offset = offsetAt(time, timeZone);
  if (offset === null) return new TZDate(instant, timeZone).toISOString().replace(/\.\d+/, '');
  const local = new Date(time + offset.minutes * 60_000).toISOString();
  return `${local.slice(0, -'.000Z'.length)}${offset.written}`;
}

// Days and hours are few and instants many, and the time zone data of the runtime takes its time with each.
const ends = new Map<string, number>();
const times = new Map<string, number>();
const distances = new Map<string, number>();
const offsets = new Map<string, Offset | null>();

interface Offset {
  readonly minutes: number;
  /** As in `+08:00`. */
  readonly written: string;
}

const hour = 3_600_000;

/** The zone's offset at an instant; null where it changes within that hour, and in times when offsets had seconds. */
function offsetAt(time: number, timeZone: string): Offset | null {
  if (Number.isNaN(time)) return null;
  const from = Math.floor(time / hour) * hour;
  return remembered(offsets, `${from} ${timeZone}`, () => {
    const minutes = tzOffset(timeZone, new Date(from));
    const isSteady = Number.isInteger(minutes) && tzOffset(timeZone, new Date(from + hour)) === minutes;
    return isSteady ? { minutes, written: written(minutes) } : null;
  });
}

function written(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function partsOf(day: Day): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function monthFromZero(day: Day): readonly [number, number, number] {
  const [year, month, date] = partsOf(day);
  return [year, month - 1, date];
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

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
