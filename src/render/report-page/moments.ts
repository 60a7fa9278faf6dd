import { dayIn } from '../../findings/days.js';
import { dayOf } from '../../findings/words.js';
import type { Campaign, Instant, Locale } from '../../model/campaign.js';
import type { Receipt } from '../../model/submission.js';

/** 5月9日 10:00 / 9 May 10:00; with the year where it is not the campaign's. */
export function momentOf(at: Instant, { year }: Campaign, locale: Locale): string {
  const day = dayOf(dayIn(at))[locale];
  const time = at.slice(11, 16);
  if (at.startsWith(`${year}-`)) return `${day} ${time}`;
  return locale === 'zh' ? `${at.slice(0, 4)}年${day} ${time}` : `${day} ${at.slice(0, 4)} ${time}`;
}

/** Where only an interval is known, its end. */
export function receiptOf(receipt: Receipt, campaign: Campaign, locale: Locale): string {
  const moment = momentOf(receipt.at, campaign, locale);
  if (receipt.notBefore === undefined) return moment;
  return locale === 'zh' ? `${moment} 前` : `by ${moment}`;
}
