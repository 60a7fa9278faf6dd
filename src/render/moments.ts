import { dayIn, weekdayOf } from '../findings/days.js';
import { dayOf, type Words } from '../findings/words.js';
import type { Day, Instant } from '../model/campaign.js';
import type { Due } from '../model/report.js';

/** 2023年6月14日9时 / 09:00 on 14 June 2023. */
export function spokenFull(instant: Instant): Words {
  const year = instant.slice(0, 4);
  const { zh, en } = spokenShort(instant);
  return { zh: `${year}年${zh}`, en: `${en} ${year}` };
}

/** 6月14日9时 / 09:00 on 14 June. */
export function spokenShort(instant: Instant): Words {
  const day = dayOf(dayIn(instant));
  const time = instant.slice(11, 16);
  return { zh: `${day.zh}${clockOf(time)}`, en: `${time} on ${day.en}` };
}

/** 2023年6月14日 / 14 June 2023. */
export function spokenDate(day: Day): Words {
  const { zh, en } = dayOf(day);
  const year = day.slice(0, 4);
  return { zh: `${year}年${zh}`, en: `${en} ${year}` };
}

/** 6月10日（周六）, 6月22日（端午节）; nothing is added to a common workday, so that the others catch the eye. */
export function spokenDue({ day, kind }: Pick<Due, 'day' | 'kind'>): Words {
  const { zh, en } = dayOf(day);
  if (kind.kind === 'workday') return { zh, en };
  const weekday = weekdayOf(day);
  if (kind.kind === 'weekend') return { zh: `${zh}（${weekday.zh}）`, en: `${weekday.en} ${en}` };
  if (kind.kind === 'makeup-workday') {
    return { zh: `${zh}（${weekday.zh}，调休上班）`, en: `${weekday.en} ${en} (a make-up workday)` };
  }
  const { name } = kind;
  return { zh: `${zh}（${name === '' ? '节假日' : name}）`, en: `${en} (${name === '' ? 'a holiday' : name})` };
}

/** With the weekday, whatever day it is. */
export function spokenDueWithWeekday(due: Pick<Due, 'day' | 'kind'>): Words {
  if (due.kind.kind !== 'workday') return spokenDue(due);
  const { zh, en } = dayOf(due.day);
  const weekday = weekdayOf(due.day);
  return { zh: `${zh}（${weekday.zh}）`, en: `${weekday.en} ${en}` };
}

/** 24时前 / the end of; 17时30分前 / 17:30 on. */
export function timeOf({ cutoff }: Due): Words {
  if (cutoff === null) return { zh: '24时前', en: 'the end of' };
  return { zh: `${clockOf(cutoff)}前`, en: `${cutoff} on` };
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** 9时, 17时30分. */
function clockOf(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  return `${Number(hours)}时${minutes === '00' ? '' : `${Number(minutes)}分`}`;
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
