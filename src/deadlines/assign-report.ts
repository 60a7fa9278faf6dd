import type { Campaign, Day, Deadline, Instant } from '../model/campaign.js';
import { daysFrom } from './calendar.js';
import { remembered } from './remembered.js';

/**
 * The deadline a cumulative report belongs to: the one its names or heading tell (5月20日, 5.20, 0520, 第二次), looked at
 * in the given order; else the one whose day is nearest its receipt, the earlier of two equally near.
 */
export function assignReport(
  texts: readonly string[],
  receivedAt: Instant,
  deadlines: readonly Deadline[],
  campaign: Campaign,
): Deadline | null {
  for (const raw of texts) {
    const text = raw.normalize('NFKC').replace(/\s+/gu, '');
    const told = deadlines.filter((deadline, n) => tells(text, deadline, n + 1));
    if (told.length === 1) return told[0] ?? null;
  }
  const byDistance = deadlines
    .map((deadline) => ({ deadline, distance: Math.abs(daysFrom(deadline.due, receivedAt, campaign.timeZone)) }))
    .sort((a, b) => a.distance - b.distance);
  return byDistance[0]?.deadline ?? null;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function tells(text: string, deadline: Deadline, number: number): boolean {
  return patternsOf(deadline.due, number).some((pattern) => pattern.test(text));
}

const patterns = new Map<string, readonly RegExp[]>();

/** 第二次; 5月20日, 5.20, 2023.5.20; 0520. */
function patternsOf(due: Day, number: number): readonly RegExp[] {
  return remembered(patterns, `${due} ${number}`, () => {
    const [, month = 0, day = 0] = due.split('-').map(Number);
    const two = (value: number) => String(value).padStart(2, '0');
    return [
      new RegExp(`第(?:${number}|${numerals[number - 1]})[次期批回轮]`, 'u'),
      new RegExp(`(?:(?<![\\d.])|(?<=(?<!\\d)20\\d{2}\\.))0?${month}(?:月|[.\\-/])0?${day}(?:日|号)?(?![\\d])`, 'u'),
      new RegExp(`(?<!\\d)(?:20\\d{2})?${two(month)}${two(day)}(?!\\d)`, 'u'),
    ];
  });
}
