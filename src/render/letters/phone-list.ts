import { catalogue } from '../../findings/catalogue.js';
import { listOf, plural, type Words } from '../../findings/words.js';
import type { Locale, Unit } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { spokenFull } from '../moments.js';
import { bracketed, clean } from '../words.js';
import { isAllAbsent, lackInWords } from './debts.js';
import { isOfMedia, ownName } from './items.js';
import { byUrgency, type FileCase, type UnitCase, type Urgency, untoldDebts } from './unit-case.js';

export const urgencyNames: Readonly<Record<Urgency, Words>> = {
  missing: { zh: '未报', en: 'missing' },
  rejected: { zh: '退回', en: 'sent back' },
  incomplete: { zh: '缺项', en: 'incomplete' },
  warnings: { zh: '核实', en: 'to check' },
};

/** Whom the clerk is to ring up, the most urgent first, and what to say: one line a unit. */
export function phoneList(cases: readonly UnitCase[], report: Report, locale: Locale): string {
  const time = spokenFull(report.asOf);
  const heading: Words = {
    zh: `电话清单（截至${time.zh}，共${cases.length}个单位，急的在前）`,
    en: `Whom to ring up (as of ${time.en}, ${plural(cases.length, 'unit')}, the most urgent first)`,
  };
  const lines = byUrgency(cases).map(
    (one, n) => `${n + 1}${locale === 'zh' ? '．' : '. '}${callLine(one, report, locale)}`,
  );
  const notes = [...noNumbers(cases), ...strays(report)].map((words) => words[locale]);
  return `${[heading[locale], '', ...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')}\n`;
}

function callLine(one: UnitCase, report: Report, locale: Locale): string {
  const { unit } = one.unit;
  const who = [clean(unit.name), ...reachedBy(unit)].join(locale === 'zh' ? '　' : '  ');
  const urgency = urgencyNames[one.urgency][locale];
  return locale === 'zh'
    ? `【${urgency}】${who}：${whatToSay(one, report, locale)}`
    : `[${urgency}] ${who}: ${whatToSay(one, report, locale)}`;
}

export function reachedBy({ contact, phone }: Unit): readonly string[] {
  return [contact, phone].map(clean).filter((text) => text !== '');
}

/** In a phrase: 还没有报实施方案；统计表和总结缺活动视频；统计表.xlsx有2处要改. */
export function whatToSay(one: UnitCase, report: Report, locale: Locale): string {
  const debts = untoldDebts(one);
  const nothing = debts.filter((debt) => isAllAbsent(debt, report)).map(({ deadline }) => clean(deadline.name));
  const none: Words = { zh: `还没有报${nothing.join('、')}`, en: `nothing came for ${listOf(nothing).en}` };
  const some = debts.filter((debt) => !isAllAbsent(debt, report)).map(({ owed }) => lackInWords(owed, 'plain', locale));
  const faults = faultsOf(one).map((words) => words[locale]);
  return [...(nothing.length > 0 ? [none[locale]] : []), ...some, ...faults].join(locale === 'zh' ? '；' : '; ');
}

/** Pictures by what is wrong with them, documents one by one. */
function faultsOf({ files, whole }: UnitCase): readonly Words[] {
  const media = files.filter(({ findings }) => findings.every(isOfMedia));
  const rules = [...new Set(media.flatMap(({ findings }) => findings[0]?.rule ?? []))];
  const pictures = rules.map((rule) => {
    const count = media.filter(({ findings }) => findings[0]?.rule === rule).length;
    const { zh, en } = catalogue[rule].title;
    return { zh: `${zh}（${count}个）`, en: `${en.toLowerCase()} (${count})` };
  });
  const documents = files.filter((one) => !media.includes(one)).map(documentFault);
  const compared = [...new Set(whole.map(({ rule }) => catalogue[rule].title))];
  const questions = compared.map(({ zh, en }) => ({ zh, en: en.toLowerCase() }));
  return firstFew([...pictures, ...documents, ...questions]);
}

/** How many places, and what is the matter with them. */
function documentFault({ file, findings }: FileCase): Words {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const shown = errors.length > 0 ? errors : findings;
  const titles = [...new Set(shown.map(({ rule }) => catalogue[rule].title))].slice(0, mostTitles);
  const name = ownName(file);
  const count = errors.length > 0 ? toMend(name, errors.length) : toCheck(name, findings.length);
  const zh = titles.map((title) => title.zh).join('、');
  const en = titles.map((title) => title.en.toLowerCase()).join(', ');
  return { zh: `${count.zh}${bracketed(zh, 'zh')}`, en: `${count.en}${bracketed(en, 'en')}` };
}

const mostTitles = 2;
const mostFaults = 4;

function firstFew(words: readonly Words[]): readonly Words[] {
  const left = words.length - mostFaults;
  if (left < 2) return words;
  return [...words.slice(0, mostFaults), { zh: `另有${left}处也有问题`, en: `${left} more` }];
}

function toMend(name: string, count: number): Words {
  return { zh: `${name}有${count}处要改`, en: `${plural(count, 'place')} to mend in ${name}` };
}

function toCheck(name: string, count: number): Words {
  return { zh: `${name}有${count}处请核实`, en: `${plural(count, 'place')} to check in ${name}` };
}

function noNumbers(cases: readonly UnitCase[]): Words[] {
  const without = cases.filter(({ unit }) => clean(unit.unit.phone) === '').length;
  if (without === 0) return [];
  return [
    {
      zh: `注：有${without}个单位没有登记电话，可以补在名册 roster.csv 的 contact、phone 两列，下次就会印出来。`,
      en: `Note: no phone number is known of ${plural(without, 'unit')}; add it to roster.csv (contact, phone).`,
    },
  ];
}

/** What lies unmatched may be what somebody is said to owe. */
function strays({ files }: Report): Words[] {
  const paths = files
    .filter(({ outcome, unit }) => outcome === 'unmatched' && unit === null)
    .map(({ path }) => clean(path));
  if (paths.length === 0) return [];
  const shown = paths.slice(0, mostStrays);
  const etc = paths.length > shown.length;
  return [
    {
      zh: `注：有${paths.length}份来件认不出是哪个单位的，打电话前先看一眼，也许就是缺的：${shown.join('、')}${etc ? '等' : ''}。`,
      en: `Note: ${plural(paths.length, 'file')} of unknown owner may be what is missing; look before you ring: ${shown.join(', ')}${etc ? ', …' : ''}.`,
    },
  ];
}

const mostStrays = 10;
