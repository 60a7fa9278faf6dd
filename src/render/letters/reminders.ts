import { Chalk } from 'chalk';
import type { Words } from '../../findings/words.js';
import type { RenderOptions } from '../options.js';
import { clean } from '../words.js';
import { reachedBy } from './phone-list.js';
import type { Reminder } from './reminder.js';

export interface RemindersOptions extends RenderOptions {
  /** Where they were written; null where they were not. */
  readonly out: string | null;
}

const nothing: Words = {
  zh: '近期没有到期的，也没有逾期未报的，不用提醒。',
  en: 'Nothing is due soon and nothing is overdue: nobody to remind.',
};

/** All reminders on the terminal, each under a line that says for whom it is and how to reach them. */
export function renderReminders(
  reminders: readonly Reminder[],
  said: { readonly group: string | null; readonly messages: readonly string[] },
  { locale, colour, out }: RemindersOptions,
): string {
  if (said.group === null) return `${nothing[locale]}\n`;
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const rule = (text: string) => paint.bold(`──────── ${text} ────────`);
  const group: Words = { zh: '发到工作群', en: 'For the group' };
  const blocks = [
    `${rule(group[locale])}\n${said.group}`,
    ...reminders.map(({ unit }, n) => {
      const who = [clean(unit.unit.name), ...reachedBy(unit.unit)].join(locale === 'zh' ? '　' : '  ');
      return `${rule(who)}\n${said.messages[n] ?? ''}`;
    }),
  ];
  const where: Words = { zh: '写在：', en: 'Written to: ' };
  return `${blocks.join('\n')}${out === null ? '' : `\n${where[locale]}${clean(out)}\n`}`;
}
