import { severities } from '../../findings/terms.js';
import { severityNames, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Marks } from '../../model/marks.js';
import type { Report } from '../../model/report.js';
import { spokenFull } from '../moments.js';
import { clean, placeOf, sentences, told, whatToDo } from '../words.js';
import { ownName } from './items.js';
import type { FileCase } from './unit-case.js';

const sheetName: Words = { zh: '修改说明', en: 'What to change' };
const title: Words = {
  zh: '修改说明（改好后这一页可以留着，不影响报送）',
  en: 'What to change (this sheet may stay, it does no harm)',
};
const headers: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['序号', '级别', '位置', '原来填的', '问题', '怎么改'],
  en: ['No.', 'Kind', 'Where', 'As it stands', 'What is wrong', 'What to write'],
};

/** What the copy of a workbook is to show: its cells at fault, and all of it as a list. */
export function marksOf({ file, findings }: FileCase, report: Report, locale: Locale): Marks {
  const time = spokenFull(report.asOf);
  const caption: Words = {
    zh: `${ownName(file)}　检查时间：${time.zh}　红色的要改，黄色的请核实`,
    en: `${ownName(file)}, examined as of ${time.en}; red is to be mended, yellow to be checked`,
  };
  return {
    author: clean(report.campaign.office),
    noteHeads: severities.flatMap((severity) => [headOf(severity, 'zh'), headOf(severity, 'en')]),
    cells: findings.flatMap((finding) => {
      const at = cellOf(finding);
      return at === null ? [] : [{ ...at, severity: finding.severity, text: noteText(finding, locale) }];
    }),
    list: {
      name: sheetName[locale],
      title: title[locale],
      caption: caption[locale],
      headers: headers[locale],
      rows: findings.map((finding, n) => {
        const { found, message, remedy } = told(finding, locale);
        const cells = [String(n + 1), severityNames[finding.severity][locale], placeOf(finding.place, locale)];
        return { severity: finding.severity, at: cellOf(finding), cells: [...cells, found, message, remedy] };
      }),
    },
  };
}

/** 【需更正】“宣传人数”填的是“很多”，不是一个数字。 怎么办：请填阿拉伯数字。 */
function noteText(finding: Finding, locale: Locale): string {
  const { message, remedy } = told(finding, locale);
  return `${headOf(finding.severity, locale)}${sentences([message], locale)}\n${whatToDo[locale]}${sentences([remedy], locale)}`;
}

function headOf(severity: Severity, locale: Locale): string {
  const name = severityNames[severity][locale];
  return locale === 'zh' ? `【${name}】` : `[${name}] `;
}

function cellOf({ place }: Finding): { sheet: string; address: string } | null {
  if (place.kind !== 'sheet' || place.address === undefined) return null;
  return { sheet: place.sheet, address: place.address };
}
