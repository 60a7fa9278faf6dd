import { Chalk } from 'chalk';
import Table from 'cli-table3';
import { dayOf } from '../findings/words.js';
import type { Deadline } from '../model/campaign.js';
import type { RenderOptions } from './options.js';
import { clean } from './words.js';

/** What a list says of a campaign. */
export interface ListedCampaign {
  readonly id: string;
  readonly title: string;
  readonly deadlines: readonly Pick<Deadline, 'name' | 'due'>[];
}

/** One campaign a row: the id to type, what it is, when it is due. */
export function renderCampaignList(
  list: readonly ListedCampaign[],
  { locale, colour }: Pick<RenderOptions, 'locale' | 'colour'>,
): string {
  const paint = new Chalk({ level: colour ? 1 : 0 });
  if (list.length === 0) return locale === 'zh' ? '没有自带的活动。\n' : 'No campaigns.\n';
  const table = new Table({
    head: locale === 'zh' ? ['编号', '活动', '时限'] : ['Id', 'Campaign', 'Deadlines'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, title, deadlines } of list) {
    const days = deadlines.map(({ name, due }) => `${dayOf(due)[locale]} ${clean(name)}`);
    table.push([paint.bold(clean(id)), clean(title), days.join('\n')]);
  }
  return `${table.toString()}\n`;
}
