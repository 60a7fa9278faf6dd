import { dayIn } from '../../findings/days.js';
import { dayOf, type Words } from '../../findings/words.js';
import type { Unit } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { spokenShort } from '../moments.js';
import { clean } from '../words.js';

/** How every message to a unit begins. */
export function greeting({ name }: Unit): Words {
  return { zh: `${clean(name)}，您好！`, en: `Dear colleagues of ${clean(name)},` };
}

/** How a unit is spoken to: 贵村, 贵社区; 贵单位 where its name does not tell. */
export function spokenTo({ name }: Unit): Words {
  if (name.includes('社区') || name.includes('居委会') || name.includes('居民委员会')) {
    return { zh: '贵社区', en: 'your community' };
  }
  return name.includes('村') ? { zh: '贵村', en: 'your village' } : { zh: '贵单位', en: 'your unit' };
}

/** Nobody is blamed who has sent it. */
export const ifSent: Words = {
  zh: '如果已经发过，请告诉我们发送的时间和方式，我们马上核对。',
  en: 'If you have sent it, please tell us when and how, and we shall look for it.',
};

export const thanks: Words = { zh: '辛苦了，谢谢！', en: 'Thank you!' };

/** Who writes, and what was known then. */
export function signature({ campaign, asOf }: Report): Words {
  const office = clean(campaign.office);
  // A whole day is meant where only a day was given.
  const time = asOf.slice(11, 16) === '23:59' ? dayOf(dayIn(asOf)) : spokenShort(asOf);
  return { zh: `——${office}（截至${time.zh}）`, en: `${office} (as of ${time.en})` };
}
