import { dayOf, type Words } from '../findings/words.js';
import type { Day, Instant } from '../model/campaign.js';

/** The day an instant of a report falls on. Reports write instants with the offset of the campaign's zone. */
export function dayIn(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** 2023年6月14日9时 / 09:00 on 14 June 2023. */
export function spokenFull(instant: Instant): Words {
  const year = instant.slice(0, 4);
  const { zh, en } = spokenShort(instant);
  return { zh: `${year}年${zh}`, en: `${en} ${year}` };
}

/** 6月14日9时 / 09:00 on 14 June. */
export function spokenShort(instant: Instant): Words {
  const day = dayOf(dayIn(instant));
  const [hours = '00', minutes = '00'] = instant.slice(11, 16).split(':');
  const zhTime = `${Number(hours)}时${minutes === '00' ? '' : `${Number(minutes)}分`}`;
  return { zh: `${day.zh}${zhTime}`, en: `${hours}:${minutes} on ${day.en}` };
}

/** 2023年6月14日 / 14 June 2023. */
export function spokenDate(day: Day): Words {
  const { zh, en } = dayOf(day);
  const year = day.slice(0, 4);
  return { zh: `${year}年${zh}`, en: `${en} ${year}` };
}

/** 6月10日（周六）; the weekday only where nobody works, so that it catches the eye. */
export function spokenDue(day: Day): Words {
  return isWeekend(day) ? spokenDueWithWeekday(day) : dayOf(day);
}

export function spokenDueWithWeekday(day: Day): Words {
  const { zh, en } = dayOf(day);
  const weekday = weekdays[weekdayNumber(day)] ?? { zh: '', en: '' };
  return { zh: `${zh}（${weekday.zh}）`, en: `${weekday.en} ${en}` };
}

/** Whether a due day is over: it ends at 24:00. */
export function isOver(due: Day, asOf: Instant): boolean {
  return due < dayIn(asOf);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

const weekdays: readonly Words[] = [
  { zh: '周日', en: 'Sunday' },
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
];

function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayNumber(day));
}

function weekdayNumber(day: Day): number {
  return new Date(midnight(day)).getUTCDay();
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
