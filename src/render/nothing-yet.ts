import type { Words } from '../findings/words.js';
import type { Due, Report } from '../model/report.js';
import { spokenDue } from './moments.js';

/** What stands in place of a form full of zeros while no figures have come; `due` where they are yet to come. */
export function nothingYet(due: Due | null): Words {
  if (due === null) return { zh: '目前没有可以汇总的数据。', en: 'There are no figures to add up yet.' };
  const day = spokenDue(due);
  return {
    zh: `统计表${day.zh}到期，目前没有可以汇总的数据。`,
    en: `The statistics are due ${day.en}; there are no figures to add up yet.`,
  };
}

/** When the figures are due, if that is yet to come: till then nobody is “not in”. */
export function figuresDue({ campaign, standings }: Report): Due | null {
  const id = campaign.materials.find(({ kind }) => kind === 'statistics')?.id ?? '';
  const standing = standings.find(({ deadline }) => deadline.materials.includes(id));
  return standing === undefined || standing.isOver ? null : standing.due;
}
