import { plural, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { spokenDue, spokenFull } from '../moments.js';
import { lackingOf } from '../owed.js';
import { type Member, percent, rated, reportedRate, type Standing, type Tally, togetherOf } from '../standing.js';
import { bracketed, clean, statusNames } from '../words.js';
import type { Section } from './section.js';

/** The sentence a bulletin opens with: how all deadlines stand that are over. */
export function opening(report: Report, standings: readonly Standing[], locale: Locale): string {
  const over = standings.filter((standing) => standing.isOver);
  const asOf = spokenFull(report.asOf);
  const expected = report.units.filter(({ unit }) => unit.required).length;
  const [only] = over;
  if (only === undefined) return noneOver(asOf, expected)[locale];
  if (standings.length === 1) {
    const figures = figuresOf(only.tally, 'units')[locale];
    return locale === 'zh' ? `截至${asOf.zh}，${figures}` : `As of ${asOf.en}: ${figures}`;
  }
  return overall(asOf, expected, report, standings)[locale];
}

/** 一、报送情况: who stands how at each deadline that is over. */
export function statusSection(report: Report, standings: readonly Standing[], locale: Locale): Section {
  const over = standings.filter((standing) => standing.isOver);
  const isOnly = standings.length === 1;
  const lines = over.flatMap((standing, n) => [
    ...(isOnly ? [] : [headOf(standing, n + 1)[locale]]),
    ...namesOf(standing, report, locale),
  ]);
  const none = locale === 'zh' ? '尚无到期的时限。' : 'No deadline has passed yet.';
  const rate: Words = {
    zh: '注：上报率按收到材料的单位计算，含缺项单位。',
    en: 'Note: the reported rate counts every unit from which something came, even if incomplete.',
  };
  return {
    title: locale === 'zh' ? '报送情况' : 'Who has reported',
    lines: lines.length === 0 ? [none] : [...lines, rate[locale]],
  };
}

function noneOver(asOf: Words, expected: number): Words {
  return {
    zh: `截至${asOf.zh}，各时限均未到期，应报单位${expected}个。`,
    en: `As of ${asOf.en} no deadline has passed; ${plural(expected, 'unit')} must report.`,
  };
}

function overall(asOf: Words, expected: number, report: Report, standings: readonly Standing[]): Words {
  const over = standings.filter((standing) => standing.isOver);
  const figures = figuresOf(togetherOf(over), 'times');
  const faultless = report.units.filter((unit) => unit.unit.required && isFaultless(unit, over)).length;
  const all = over.length === standings.length;
  return {
    zh: `截至${asOf.zh}，${all ? `${over.length}个时限均已到期` : `${standings.length}个时限已到期${over.length}个`}，应报单位${expected}个，已到期的各次均按时报齐的${faultless}个。${over.length > 1 ? '各次合计' : '其中'}${figures.zh}`,
    en: `As of ${asOf.en}, ${over.length} of ${plural(standings.length, 'deadline')} have passed; ${plural(expected, 'unit')} must report, and ${faultless} met every one in time. In all: ${figures.en}`,
  };
}

function isFaultless(unit: Report['units'][number], over: readonly Standing[]): boolean {
  const statuses = over.flatMap(({ deadline }) => unit.deadlines.find(({ id }) => id === deadline.id)?.status ?? []);
  return statuses.includes('on-time') && statuses.every((status) => status === 'on-time' || status === 'exempt');
}

function headOf({ deadline, tally }: Standing, number: number): Words {
  const due = spokenDue(deadline.due);
  const figures = figuresOf(tally, 'units');
  const numeral = numerals[number - 1] ?? String(number);
  const name = clean(deadline.name);
  return {
    zh: `（${numeral}）${name}，${due.zh}到期：${figures.zh}`,
    en: `(${number}) ${name}, due ${due.en}: ${figures.en}`,
  };
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 应报22个，按时20个（90.9%），… Units of one deadline, or times units were due over several. */
function figuresOf(tally: Tally, of: 'units' | 'times'): Words {
  const measure = of === 'units' ? '个' : '次';
  const { counts, rates } = tally;
  const parts = rated.map((status) => {
    const count = counts[status];
    const share = count === 0 || rates === null ? '' : percent(rates[status]);
    return {
      zh: `${statusNames[status].zh}${count}${measure}${bracketed(share, 'zh')}`,
      en: `${count} ${statusNames[status].en}${bracketed(share, 'en')}`,
    };
  });
  const reported = reportedRate(tally);
  const exempt = counts.exempt;
  return {
    zh: `应报${tally.expected}${measure}，${parts.map(({ zh }) => zh).join('，')}${reported === null ? '' : `，上报率${percent(reported)}`}${exempt === 0 ? '' : `；另有免报${exempt}${measure}，不计入应报`}。`,
    en: `${tally.expected} due, ${parts.map(({ en }) => en).join(', ')}${reported === null ? '' : `; ${percent(reported)} reported`}${exempt === 0 ? '' : `; ${exempt} exempt, not counted`}.`,
  };
}

function namesOf(standing: Standing, report: Report, locale: Locale): string[] {
  const { members, tally } = standing;
  if (tally.expected > 0 && tally.counts['on-time'] === tally.expected) {
    return [locale === 'zh' ? '应报单位全部按时报齐。' : 'All units reported everything in time.'];
  }
  const shown = [...rated, 'exempt' as const].filter((status) => members[status].length > 0);
  return shown.map((status) => {
    const names = members[status].map((member) => nameOf(member, report, locale));
    const head = statusNames[status];
    if (locale === 'en')
      return `${head.en} (${names.length}): ${names.join(', ')}.${strays(standing, status, report).en}`;
    return `${head.zh}（${names.length}个）：${names.join('、')}。${strays(standing, status, report).zh}`;
  });
}

function nameOf(member: Member, report: Report, locale: Locale): string {
  const { unit, at } = member;
  const name = clean(unit.unit.name);
  if (at.status === 'late') {
    return `${name}${bracketed(locale === 'zh' ? `迟${at.daysLate}天` : plural(at.daysLate, 'day'), locale)}`;
  }
  return at.status === 'incomplete' ? `${name}${bracketed(lackingOf(at.lacking, unit, report, locale), locale)}` : name;
}

/** Files of unknown owner may be what is missing: nobody is blamed in error. */
function strays(standing: Standing, status: string, report: Report): Words {
  const unmatched = report.files.filter(({ outcome }) => outcome === 'unmatched').length;
  if (status !== 'missing' || unmatched === 0) return { zh: '', en: '' };
  if (standing.members.missing.every((member) => cannotBeAmongThem(member))) return { zh: '', en: '' };
  return {
    zh: `另有${unmatched}份来件未能识别归属，可能属于其中，请先核对。`,
    en: ` ${plural(unmatched, 'file')} of unknown owner may be among these; please check first.`,
  };
}

function cannotBeAmongThem({ unit, at }: Member): boolean {
  return unit.findings.some(
    (one) => one.rule === 'deadline/missing' && one.args.deadline === at.name && one.args.unmatched === 0,
  );
}
