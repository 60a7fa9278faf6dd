import type { Locale } from '../model/campaign.js';

/** The language asked for, else the system's; Chinese where that says nothing, as under cron. */
export function localeOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  if (asked === 'zh' || asked === 'en') return asked;
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?:zh|C|POSIX|$)/.test(system) ? 'zh' : 'en';
}
