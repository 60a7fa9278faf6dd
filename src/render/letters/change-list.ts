import { severityNames, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { spokenFull } from '../moments.js';
import { clean, placeOf, sentence, told, whatToDo } from '../words.js';
import { type Item, ownName } from './items.js';

/** A plain list of what is to be changed, for what cannot be marked: Word files, photos, a file that does not open. */
export function changeList(unitName: string, items: readonly Item[], report: Report, locale: Locale): string {
  const time = spokenFull(report.asOf);
  const heading: Words = { zh: '修改说明', en: 'What to change' };
  const about: Words = {
    zh: `${clean(unitName)}　检查时间：${time.zh}`,
    en: `${clean(unitName)}, examined as of ${time.en}`,
  };
  const files = [...new Set(items.map(({ file }) => file))];
  const blocks = files.map((file) => {
    const own = items.filter((one) => one.file === file);
    const all: Words = { zh: '几份材料对照来看', en: 'Of what was sent as a whole' };
    const name = file === null ? all[locale] : ownName(file);
    return [name, ...own.map((item, n) => itemLines(item, n + 1, locale))].join('\n');
  });
  return `${[heading[locale], about[locale], '', blocks.join('\n\n')].join('\n')}\n`;
}

function itemLines({ finding }: Item, number: number, locale: Locale): string {
  const { message, remedy, found } = told(finding, locale);
  const severity = severityNames[finding.severity][locale];
  const where = finding.place.kind === 'file' ? '' : placeOf(finding.place, locale);
  const stood: Words = { zh: `   原来填的：${found}`, en: `   As it stands: ${found}` };
  const head =
    locale === 'zh'
      ? `${number}．【${severity}】${where === '' ? '' : `${where}，`}${sentence(message, locale)}`
      : `${number}. [${severity}] ${where === '' ? '' : `${where}: `}${sentence(message, locale)}`;
  // A whole cell of a report is told by its place and need not be repeated.
  const short = found !== '' && [...found].length <= longestFound && !message.includes(found);
  return [head, ...(short ? [stood[locale]] : []), `   ${whatToDo[locale]}${sentence(remedy, locale)}`].join('\n');
}

const longestFound = 60;
