import { dayIn } from '../../findings/days.js';
import { plural, type Words } from '../../findings/words.js';
import type { Campaign, Deadline, Locale } from '../../model/campaign.js';
import type { Report, Standing } from '../../model/report.js';
import { unitsNamed } from '../long-lists.js';
import { daysBetween, spokenDueWithWeekday, timeOf } from '../moments.js';
import { overdue, owedAt, owingInWords } from '../owed.js';
import { amountOf, bracketed, clean, sentence } from '../words.js';
import type { Section } from './section.js';

/** 四、下一时限: what is due next and who still owes it; what is overdue. */
export function nextSection(report: Report, locale: Locale): Section {
  const next = nextOf(report);
  const late = overdue(report, locale);
  const longer = givenMoreTime(report);
  const lines = [
    ...(next.length === 0 ? [allOver[locale]] : next.flatMap((one) => reminder(one, report, locale))),
    ...(late.length === 0 ? [] : [makeUp(owingInWords(late, report, locale), next.length > 0)[locale]]),
    ...(longer === null ? [] : [sentence(longer[locale], locale)]),
    ...(next.length === 0 && late.length === 0 && longer === null ? [nothingOwed[locale]] : []),
  ];
  return { title: locale === 'zh' ? '下一时限' : 'Next deadline', lines };
}

/** The earliest due day to come; several deadlines may share it. */
export function nextOf({ standings }: Report): readonly Standing[] {
  const ahead = standings.filter(({ isOver }) => !isOver);
  const day = ahead.map(({ due }) => due.day).sort()[0];
  return ahead.filter(({ due }) => due.day === day);
}

/** Who may still send although the deadline is over; null where nobody may. */
export function givenMoreTime(report: Report): Words | null {
  const { standings } = report;
  const pending = standings.filter(({ isOver }) => isOver).flatMap(({ members }) => members.pending);
  const names = unitsNamed([...new Set(pending.map(({ unit }) => unit.unit.name))], report, clean);
  if (pending.length === 0) return null;
  return {
    zh: `获准延期的${names.zh}，请在延期内报送`,
    en: `${names.en}: please send it within the time you were given`,
  };
}

/** 还有3天 / in 3 days. */
export function daysLeft({ due }: Standing, { asOf }: Report): Words {
  const days = daysBetween(dayIn(asOf), due.day);
  if (days === 0) return { zh: '今天到期', en: 'today' };
  return days === 1 ? { zh: '明天到期', en: 'tomorrow' } : { zh: `还有${days}天`, en: `in ${days} days` };
}

const allOver: Words = { zh: '全部时限已过。', en: 'All deadlines have passed.' };
const nothingOwed: Words = { zh: '各单位均已报齐，无需补报。', en: 'Every unit has sent everything.' };

function makeUp(owing: string, isAhead: boolean): Words {
  return {
    zh: `${isAhead ? '此前时限' : ''}仍需补报的：${owing}。请尽快补报，补报的按迟报登记；已经报过的，请告知发送的时间和方式，以便核对。`,
    en: `Still owed${isAhead ? ' from earlier deadlines' : ''}: ${owing}. Please send it soon; it will count as late. If you have sent it, please tell us when and how.`,
  };
}

function reminder(standing: Standing, report: Report, locale: Locale): string[] {
  const { deadline, members } = standing;
  const due = spokenDueWithWeekday(standing.due);
  const time = timeOf(standing.due);
  const left = daysLeft(standing, report);
  const what = whatIsDue(deadline, report.campaign)[locale];
  const head: Words = {
    zh: `${due.zh}${time.zh}报送${what}，${left.zh}。`,
    en: `Due ${left.en}, by ${time.en} ${due.en}: ${what}.`,
  };
  const done = members['on-time'].length;
  const partly = members.pending.filter(({ at }) => at.receipt !== null);
  const waiting = members.pending.filter(({ at }) => at.receipt === null);
  if (waiting.length > 0 && waiting.length === standing.tally.expected) return [head[locale], nothingCame[locale]];
  const partlyNames = owingInWords(owedAt(partly, report, locale), report, locale);
  const waitingNames = unitsNamed(waiting, report, ({ unit }) => clean(unit.unit.name))[locale];
  const said: Words[] = [
    { zh: `已报齐${done}个`, en: `${plural(done, 'unit')} done` },
    ...group('报了一部分', 'in part', partly.length, partlyNames),
    ...group('尚未报送', 'nothing yet', waiting.length, waitingNames),
  ];
  return [head[locale], sentence(said.map((one) => one[locale]).join(locale === 'zh' ? '；' : '; '), locale)];
}

const nothingCame: Words = { zh: '目前还没有单位报送。', en: 'Nothing has come yet.' };

function group(zh: string, en: string, count: number, names: string): Words[] {
  return count === 0 ? [] : [{ zh: `${zh}的${count}个：${names}`, en: `${en} (${count}): ${names}` }];
}

/** 统计表和总结（信息统计表、活动总结、活动照片3至5张、活动视频1个）; a single material goes by the deadline's name. */
export function whatIsDue(deadline: Deadline, campaign: Campaign): Words {
  const name = clean(deadline.name);
  const materials = deadline.materials.map((id) => asked(id, campaign));
  if (materials.length < 2) return { zh: name, en: name };
  return {
    zh: `${name}${bracketed(materials.map(({ zh }) => zh).join('、'), 'zh')}`,
    en: `${name}${bracketed(materials.map(({ en }) => en).join(', '), 'en')}`,
  };
}

function asked(id: string, campaign: Campaign): Words {
  const material = campaign.materials.find((one) => one.id === id);
  if (material === undefined) return { zh: id, en: id };
  const { least, most, kind } = material;
  const name = clean(material.name);
  if (kind !== 'photos' && kind !== 'video') return { zh: name, en: name };
  const upTo = amountOf(most, material);
  return least === most
    ? { zh: `${name}${upTo.zh}`, en: `${upTo.en} ${name}` }
    : { zh: `${name}${least}至${upTo.zh}`, en: `${least} to ${upTo.en} ${name}` };
}
