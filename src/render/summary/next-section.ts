import { listOf, plural, type Words } from '../../findings/words.js';
import type { Campaign, Deadline, Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { dayIn, daysBetween, spokenDueWithWeekday } from '../moments.js';
import { overdue, owedAt, owingInWords } from '../owed.js';
import type { Standing } from '../standing.js';
import { amountOf, clean, sentence } from '../words.js';
import type { Section } from './section.js';

/** 四、下一时限: what is due next and who still owes it; what is overdue. */
export function nextSection(report: Report, standings: readonly Standing[], locale: Locale): Section {
  const next = nextOf(standings);
  const late = overdue(report, locale);
  const lines = [
    ...(next.length === 0 ? [allOver[locale]] : next.flatMap((one) => reminder(one, report, locale))),
    ...(late.length === 0 ? [] : [makeUp(owingInWords(late, locale), next.length > 0)[locale]]),
    ...(next.length === 0 && late.length === 0 ? [nothingOwed[locale]] : []),
  ];
  return { title: locale === 'zh' ? '下一时限' : 'Next deadline', lines };
}

/** The earliest due day to come; several deadlines may share it. */
export function nextOf(standings: readonly Standing[]): readonly Standing[] {
  const ahead = standings.filter(({ isOver }) => !isOver);
  const day = ahead.map(({ deadline }) => deadline.due).sort()[0];
  return ahead.filter(({ deadline }) => deadline.due === day);
}

/** 还有3天 / in 3 days. */
export function daysLeft(deadline: Deadline, { asOf }: Report): Words {
  const days = daysBetween(dayIn(asOf), deadline.due);
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
  const due = spokenDueWithWeekday(deadline.due);
  const left = daysLeft(deadline, report);
  const materials = listOf(deadline.materials.map((id) => asked(id, report.campaign, locale)))[locale];
  const head: Words = {
    zh: `${due.zh}24时前报送${clean(deadline.name)}：${materials}，${left.zh}。`,
    en: `Due ${left.en}, by the end of ${due.en}: ${clean(deadline.name)} (${materials}).`,
  };
  const done = members['on-time'].length;
  const [partly, nothing] = [true, false].map((came) =>
    members.pending.filter(({ at }) => (at.receipt !== null) === came),
  );
  const said: Words[] = [
    { zh: `已报齐${done}个`, en: `${plural(done, 'unit')} done` },
    ...owing('报了一部分', 'in part', partly ?? [], (them) => owingInWords(owedAt(them, report, locale), locale)),
    ...owing('尚未报送', 'nothing yet', nothing ?? [], (them) =>
      them.length === standing.tally.expected
        ? locale === 'zh'
          ? '全部应报单位'
          : 'all units'
        : listOf(them.map(({ unit }) => clean(unit.unit.name)))[locale],
    ),
  ];
  return [head[locale], sentence(said.map((one) => one[locale]).join(locale === 'zh' ? '；' : '; '), locale)];
}

type Members = Standing['members']['pending'];

function owing(zh: string, en: string, members: Members, names: (members: Members) => string): Words[] {
  if (members.length === 0) return [];
  const who = names(members);
  return [{ zh: `${zh}的${members.length}个：${who}`, en: `${en} (${members.length}): ${who}` }];
}

/** 活动照片3至5张. */
function asked(id: string, campaign: Campaign, locale: Locale): string {
  const material = campaign.materials.find((one) => one.id === id);
  if (material === undefined) return id;
  const name = clean(material.name);
  if (material.kind !== 'photos' && material.kind !== 'video') return name;
  const { least, most } = material;
  const amount = amountOf(most, material);
  const range: Words =
    least === most ? { zh: amount.zh, en: String(most) } : { zh: `${least}至${amount.zh}`, en: `${least} to ${most}` };
  return locale === 'zh' ? `${name}${range.zh}` : `${name}: ${range.en}`;
}
