import type { Day, Instant } from '../../model/campaign.js';

/** Instants in words, in the campaign's zone whatever the machine's. */
export interface Moments {
  /** `5-09 10:00`, with the year where it is not the campaign's. */
  readonly short: (at: Instant) => string;
  /** `2023-05-09 10:00`. */
  readonly full: (at: Instant) => string;
  /** `2023年5月9日 10:00`. */
  readonly spoken: (at: Instant) => string;
}

export function momentsIn(timeZone: string, year: number): Moments {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const parts = (at: Instant) => {
    const named = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
    const { year: y = '', month = '', day = '', hour = '', minute = '' } = named;
    return { year: y, month: String(Number(month)), day, time: `${hour}:${minute}` };
  };
  const full = (at: Instant) => {
    const { year: y, month, day, time } = parts(at);
    return `${y}-${month.padStart(2, '0')}-${day} ${time}`;
  };
  return {
    full,
    short: (at) => {
      const { year: y, month, day, time } = parts(at);
      return y === String(year) ? `${month}-${day} ${time}` : full(at);
    },
    spoken: (at) => {
      const { year: y, month, day, time } = parts(at);
      return `${y}年${month}月${Number(day)}日 ${time}`;
    },
  };
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export function weekdayOf(day: Day): string {
  return weekdays[weekdayNumber(day)] ?? '';
}

export function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayNumber(day));
}

function weekdayNumber(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
