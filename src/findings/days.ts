import type { Day, Instant } from '../model/campaign.js';
import type { DayKind } from '../model/report.js';
import type { Words } from './words.js';

/** The day an instant of a report falls on: it bears the offset of the campaign's zone. */
export function dayIn(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** `2023-05-09 10:00`. */
export function minuteIn(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ');
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

export function weekdayOf(day: Day): Words {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? { zh: '', en: '' };
}

/** A due day on which nobody is at work. */
export function isFree({ kind }: DayKind): boolean {
  return kind === 'weekend' || kind === 'holiday';
}
