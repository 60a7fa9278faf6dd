import { plural, type Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { FileMending, MendingOutcome } from '../model/mending.js';
import { clean } from './words.js';

/** A line on what was done, and one for each cell. */
export function mendingLines({ outcome, path, changed }: FileMending, locale: Locale): readonly string[] {
  const head = words(clean(path ?? ''), changed.length)[outcome];
  const places = changed.map(({ sheet, cell, from, to }) => `  ${clean(`${sheet}!${cell}`)}  ${clean(from)} → ${to}`);
  return [head[locale], ...places];
}

/** Told where numbers could be rewritten and nobody has asked for it. */
export const mendable: Words = {
  zh: '想把数字的写法改好另存一份，请加 --fix；数不会变，原件不动',
  en: 'Add --fix to have a copy with plain numbers written; no figure changes, the original stays',
};

function words(path: string, count: number): Readonly<Record<MendingOutcome, Words>> {
  return {
    written: {
      zh: `已写出修正本：${path}，改了${count}处写法，数没有变；原件没有动`,
      en: `Corrected copy: ${path}; ${plural(count, 'cell')} rewritten, no figure changed, the original untouched`,
    },
    there: {
      zh: `修正本已经有了：${path}，改了${count}处写法`,
      en: `The corrected copy is there already: ${path}; ${plural(count, 'cell')} rewritten`,
    },
    nothing: { zh: '没有可以代改的写法', en: 'Nothing that may be rewritten for you' },
    'other-format': {
      zh: '只能给 .xlsx 写修正本；这个文件请自己改',
      en: 'A corrected copy can be made of .xlsx only; please mend this file yourself',
    },
    unproven: {
      zh: '没有写修正本：改后重读，与原表对不上；请自己改',
      en: 'No corrected copy: read again, it did not prove to say the same; please mend the file yourself',
    },
    container: {
      zh: '压缩包和邮件里的文件不能代改；请先取出来再检查',
      en: 'Files in archives and mails are not rewritten; take them out and check them again',
    },
    inbox: {
      zh: '收件箱里不写修正本；请把文件复制到别处再修正',
      en: 'Nothing is written into the inbox; copy the file elsewhere to have it corrected',
    },
  };
}
