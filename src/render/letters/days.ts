import { dayIn, isFree, weekdayOf } from '../../findings/days.js';
import { dayOf, type Words } from '../../findings/words.js';
import type { Campaign, Day, Instant } from '../../model/campaign.js';
import type { DayKind, DeadlineReport, Due } from '../../model/report.js';
import { daysBetween, timeOf } from '../moments.js';

/** 5月10日，周三; 6月22日，周四，端午节. */
function dayWithWeekday(day: Day, kind: DayKind): Words {
  const { zh, en } = dayOf(day);
  const weekday = weekdayOf(day);
  const more = remarkOn(kind);
  return {
    zh: [`${zh}，${weekday.zh}`, ...more.map((one) => one.zh)].join('，'),
    en: [`${weekday.en} ${en}`, ...more.map((one) => one.en)].join(', '),
  };
}

function remarkOn({ kind, name }: DayKind): Words[] {
  if (kind === 'holiday') return [name === '' ? { zh: '节假日', en: 'a holiday' } : { zh: name, en: name }];
  return kind === 'makeup-workday' ? [{ zh: '调休上班', en: 'a make-up workday' }] : [];
}

/** 明日（5月10日，周三）; past days and those further off go by their date alone. */
export function dueDay({ due, dayKind }: DeadlineReport, asOf: Instant): Words {
  const { zh, en } = dayWithWeekday(due, dayKind);
  const near = nearDays[daysBetween(dayIn(asOf), due)];
  if (near !== undefined) return { zh: `${near.zh}（${zh}）`, en: `${near.en} (${en})` };
  const date = dayOf(due);
  const behind = zh.slice(date.zh.length + 1);
  return { zh: `${date.zh}（${behind}）`, en };
}

const nearDays: readonly (Words | undefined)[] = [
  { zh: '今日', en: 'today' },
  { zh: '明日', en: 'tomorrow' },
  { zh: '后天', en: 'the day after tomorrow' },
];

/** The due day and its cutoff as one deadline of one unit has them. */
export function dueOf({ id, due, dayKind }: DeadlineReport, { deadlines, cutoff }: Campaign): Due {
  return { day: due, kind: dayKind, cutoff: deadlines.find((one) => one.id === id)?.cutoff ?? cutoff };
}

/** 6月10日（周六）24时前 / the end of Saturday 10 June. */
export function byWhen(deadline: DeadlineReport, campaign: Campaign): Words {
  const { zh, en } = dayWithWeekday(deadline.due, deadline.dayKind);
  const time = timeOf(dueOf(deadline, campaign));
  const date = dayOf(deadline.due).zh;
  return { zh: `${date}（${zh.slice(date.length + 1)}）${time.zh}`, en: `${time.en} ${en}` };
}

/** A minute belongs to the due time until its end. */
export function isPast(deadline: DeadlineReport, campaign: Campaign, asOf: Instant): boolean {
  const { day, cutoff } = dueOf(deadline, campaign);
  return asOf.slice(0, 16) > `${day}T${cutoff ?? '23:59'}`;
}

/** Said where the due day is one nobody works on; empty otherwise. */
export function onFreeDay({ due, dayKind }: DeadlineReport): Words {
  if (!isFree(dayKind)) return { zh: '', en: '' };
  const { kind, name } = dayKind;
  const what = kind === 'holiday' && name !== '' ? { zh: name, en: name } : weekdayOf(due);
  return {
    zh: `当天是${what.zh}，时限不顺延，方便的话请提前报来`,
    en: `That is ${what.en}, and the day is not moved: earlier is welcome`,
  };
}
