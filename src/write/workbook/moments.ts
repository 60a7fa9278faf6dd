import { dayIn, minuteIn } from '../../findings/days.js';
import { dayOf } from '../../findings/words.js';
import type { Instant } from '../../model/campaign.js';

/** `5-09 10:00`, with the year where it is not the campaign's. */
export function shortMinute(at: Instant, year: number): string {
  const minute = minuteIn(at);
  return minute.startsWith(`${year}-`) ? minute.slice(5).replace(/^0/, '') : minute;
}

/** `2023年5月9日 10:00`. */
export function spokenMinute(at: Instant): string {
  return `${at.slice(0, 4)}年${dayOf(dayIn(at)).zh} ${at.slice(11, 16)}`;
}
