import { Chalk } from 'chalk';
import { plural, type Words } from '../../findings/words.js';
import type { Report } from '../../model/report.js';
import { spokenFull } from '../moments.js';
import type { RenderOptions } from '../options.js';
import { clean } from '../words.js';
import { ownName } from './items.js';
import type { MadeLetter } from './json.js';
import { urgencyNames, whatToSay } from './phone-list.js';
import type { Urgency } from './unit-case.js';

export interface ReturnedOptions extends RenderOptions {
  readonly out: string;
  readonly phoneList: string | null;
}

/** What `return` says on the terminal: for whom something was written, why, and what could not be marked. */
export function renderReturned(letters: readonly MadeLetter[], report: Report, options: ReturnedOptions): string {
  const { locale, colour } = options;
  const paint = new Chalk({ level: colour ? 1 : 0 });
  const time = spokenFull(report.asOf);
  const heading: Words = {
    zh: `退回和催报　截至${time.zh}　${letters.length}个单位`,
    en: `To be returned or asked for, as of ${time.en}: ${plural(letters.length, 'unit')}`,
  };
  if (letters.length === 0)
    return `${{ zh: '没有要退回、要催的。', en: 'Nothing to return or to ask for.' }[locale]}\n`;
  const colours: Readonly<Record<Urgency, (text: string) => string>> = {
    ...{ missing: paint.red, rejected: paint.red, incomplete: paint.magenta, warnings: paint.yellow },
  };
  const blocks = letters.map(({ about, folder, attachments, unmarked }) => {
    const urgency = urgencyNames[about.urgency][locale];
    const head = `  ${colours[about.urgency](urgency)} ${clean(folder)}`;
    const names = attachments.map(({ name }) => clean(name));
    const notes = unmarked.map(({ file, why }) => paint.yellow(notMarked(ownName(file), why)[locale]));
    return [head, `    ${whatToSay(about, report, locale)}`, ...[...names, ...notes].map((line) => `    ${line}`)].join(
      '\n',
    );
  });
  const where: readonly (readonly [Words, string | null])[] = [
    [{ zh: '写在：', en: 'Written to: ' }, options.out],
    [{ zh: '电话清单：', en: 'Whom to ring up: ' }, options.phoneList],
  ];
  const paths = where.flatMap(([words, path]) => (path === null ? [] : [`${words[locale]}${clean(path)}`]));
  return `${[paint.bold(heading[locale]), ...blocks, '', ...paths].join('\n')}\n`;
}

function notMarked(name: string, why: string): Words {
  const reasons: Readonly<Record<string, Words>> = {
    gone: { zh: '已经不在收件箱里', en: 'is no longer in the inbox' },
    changed: { zh: '检查以后又有改动', en: 'has changed since it was examined' },
    'no-permission': { zh: '没有权限打开', en: 'may not be opened' },
  };
  const reason = reasons[why] ?? { zh: '读不出来', en: 'cannot be read' };
  return { zh: `${name}${reason.zh}，没有做标注件，只写了修改说明`, en: `${name} ${reason.en}: listed, not marked` };
}
