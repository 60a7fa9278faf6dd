import { weekdayOf } from '../../findings/days.js';
import { dayOf } from '../../findings/words.js';
import type { Day } from '../../model/campaign.js';
import type { DayKind, Standing } from '../../model/report.js';

/** `5月20日（周六）`. */
export function dayWithWeekday(day: Day): string {
  return `${dayOf(day).zh}（${weekdayOf(day).zh}）`;
}

/** When the deadline ends, and what is unusual about that day: `5月1日（周一）`, `节假日（劳动节）`, `原定4月30日`. */
export function dueWords({ deadline, due }: Standing): string[] {
  const until = due.cutoff === null ? '' : ` ${due.cutoff} 前`;
  const moved = due.day === deadline.due ? [] : [`原定${dayOf(deadline.due).zh}`];
  return [`${dayWithWeekday(due.day)}${until}`, ...markOf(due.kind), ...moved];
}

/** A weekend is told by its weekday. */
export function markOf({ kind, name }: DayKind): string[] {
  if (kind === 'makeup-workday') return ['调休上班'];
  return kind === 'holiday' ? [name === '' ? '节假日' : `节假日（${name}）`] : [];
}
