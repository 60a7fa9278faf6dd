import { ratedStatuses, statusNames } from '../../findings/terms.js';
import { dayOf, plural, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Member, Report, Standing, Status, Tally } from '../../model/report.js';
import { isCut, unitsNamed } from '../long-lists.js';
import { spokenDue, spokenFull } from '../moments.js';
import { lackingOf } from '../owed.js';
import { bracketed, clean, percent } from '../words.js';
import { decisionsNote } from './decisions-note.js';
import type { Section } from './section.js';

/** The sentence a bulletin opens with: how all deadlines stand that are over. */
export function opening(report: Report, locale: Locale): string {
  const { standings } = report;
  const over = standings.filter((standing) => standing.isOver);
  const asOf = spokenFull(report.asOf);
  const expected = report.units.filter(({ unit }) => unit.required).length;
  const [only] = over;
  if (only === undefined) return noneOver(asOf, expected)[locale];
  if (standings.length === 1) {
    const figures = figuresOf(only.tally, 'units')[locale];
    return locale === 'zh' ? `截至${asOf.zh}，${figures}` : `As of ${asOf.en}: ${figures}`;
  }
  return overall(asOf, expected, report, over)[locale];
}

/** 一、报送情况: who stands how at each deadline that is over. */
export function statusSection(report: Report, locale: Locale): Section {
  const { standings } = report;
  const over = standings.filter((standing) => standing.isOver);
  const isOnly = standings.length === 1;
  const lines = over.flatMap((standing, n) => [
    ...(isOnly ? [] : [headOf(standing, n + 1)[locale]]),
    ...namesOf(standing, n === over.length - 1, report, locale),
  ]);
  const none = locale === 'zh' ? '尚无到期的时限。' : 'No deadline has passed yet.';
  return {
    title: locale === 'zh' ? '报送情况' : 'Who has reported',
    lines: [...(lines.length === 0 ? [none] : lines), ...notes(report, over).map((note) => note[locale])],
  };
}

function notes(report: Report, over: readonly Standing[]): Words[] {
  const hasIncomplete = over.some(({ members }) => members.incomplete.length > 0);
  const rate: Words = {
    zh: '注：上报率按收到材料的单位计算，含缺项单位。',
    en: 'Note: the reported rate counts every unit from which something came, even if incomplete.',
  };
  const ruled = decisionsNote(report);
  return [...(hasIncomplete ? [rate] : []), ...(ruled === null ? [] : [ruled]), ...leftOut(report.files)];
}

/** What is set aside until the next run: received after the time the summary is for, or still being written. */
function leftOut(files: Report['files']): Words[] {
  const later = files.filter(({ outcome }) => outcome === 'later');
  const unread = later.filter(({ findings }) => findings.length > 0).length;
  const after = later.length - unread;
  return [
    ...(after === 0
      ? []
      : [
          {
            zh: `注：截至时间以后收到的${after}份来件没有计入。`,
            en: `Note: not counted: ${plural(after, 'file')} received after that time.`,
          },
        ]),
    ...(unread === 0
      ? []
      : [
          {
            zh: `注：${unread}份来件正在写入，没有计入。`,
            en: `Note: not counted: ${plural(unread, 'file')} still being written.`,
          },
        ]),
  ];
}

function noneOver(asOf: Words, expected: number): Words {
  return {
    zh: `截至${asOf.zh}，各时限均未到期，应报单位${expected}个。`,
    en: `As of ${asOf.en} no deadline has passed; ${plural(expected, 'unit')} must report.`,
  };
}

function overall(asOf: Words, expected: number, report: Report, over: readonly Standing[]): Words {
  const { standings } = report;
  const faultless = report.units.filter((unit) => unit.unit.required && isFaultless(unit, over)).length;
  const passed =
    over.length === standings.length
      ? `${over.length}个时限均已到期`
      : `${standings.length}个时限中已到期${over.length}个`;
  const inTime = over.length === 1 ? '按时报齐的' : '各次均按时报齐的';
  const together = figuresOf(report.together, 'times');
  return {
    zh: `截至${asOf.zh}，${passed}，应报单位${expected}个，${inTime}${faultless}个。${over.length === 1 ? '' : `各次合计${together.zh}`}`,
    en: `As of ${asOf.en}, ${over.length} of ${plural(standings.length, 'deadline')} ${over.length === 1 ? 'has' : 'have'} passed; ${plural(expected, 'unit')} must report, and ${faultless} met every one in time.${over.length === 1 ? '' : ` In all: ${together.en}`}`,
  };
}

function isFaultless(unit: Report['units'][number], over: readonly Standing[]): boolean {
  const statuses = over.flatMap(({ deadline }) => unit.deadlines.find(({ id }) => id === deadline.id)?.status ?? []);
  return statuses.includes('on-time') && statuses.every((status) => status === 'on-time' || status === 'exempt');
}

function headOf({ deadline, due: at, tally }: Standing, number: number): Words {
  const due = spokenDue(at);
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
  const { counts, rates, reported } = tally;
  const parts = ratedStatuses.map((status) => {
    const count = counts[status];
    const share = count === 0 || rates === null ? '' : percent(rates[status]);
    return {
      zh: `${statusNames[status].zh}${count}${measure}${bracketed(share, 'zh')}`,
      en: `${count} ${statusNames[status].en}${bracketed(share, 'en')}`,
    };
  });
  return {
    zh: `应报${tally.due}${measure}，${parts.map(({ zh }) => zh).join('，')}${reported === null ? '' : `，上报率${percent(reported)}`}。`,
    en: `${tally.due} due, ${parts.map(({ en }) => en).join(', ')}${reported === null ? '' : `; ${percent(reported)} reported`}.`,
  };
}

function namesOf(standing: Standing, isLast: boolean, report: Report, locale: Locale): string[] {
  const shown = [...ratedStatuses, 'pending' as const, 'exempt' as const].filter(
    (status) => standing.members[status].length > 0,
  );
  return shown.map((status) => {
    const members = standing.members[status];
    const head = status === 'pending' ? extended : statusNames[status];
    const many = groupOf(status, standing, isLast);
    const names = many?.[locale] ?? membersNamed(status, members, report, locale);
    const aside = status === 'exempt' || status === 'pending' ? notCounted : nothing;
    const after = strays(status, standing, report);
    return locale === 'zh'
      ? `${head.zh}（${members.length}个${aside.zh}）：${names}。${after.zh}`
      : `${capital(head.en)} (${members.length}${aside.en}): ${names}.${after.en}`;
  });
}

function membersNamed(status: Status, members: readonly Member[], report: Report, locale: Locale): string {
  const name = (member: Member) => nameOf(member, report, locale);
  if (!isCut(members.length, report)) return members.map(name).join(listComma[locale]);
  return status === 'on-time' ? inWorkbook[locale] : unitsNamed(members, report, name)[locale];
}

const inWorkbook: Words = { zh: '名单见工作簿“报送情况”', en: 'see the sheet 报送情况 of the workbook' };

/** Who is still pending when the deadline is over has been given more time. */
const extended: Words = { zh: '延期', en: 'given more time' };
const listComma = { zh: '、', en: ', ' } as const;
const nothing: Words = { zh: '', en: '' };
const notCounted: Words = { zh: '，不计入应报', en: ', not counted' };

/** In words where names would only tire: everybody; and of past deadlines those who were in time. */
function groupOf(status: Status, { members, tally }: Standing, isLast: boolean): Words | null {
  const count = members[status].length;
  const isPlain =
    (status === 'on-time' || status === 'missing') && members[status].every(({ at }) => at.uncertain === null);
  if (isPlain && count === tally.due && count > fewNames) return { zh: '全部应报单位', en: 'all units' };
  if (status !== 'on-time' || !isPlain || isLast || count <= fewNames || count * 2 < tally.due) return null;
  return { zh: '除下列单位外的各应报单位', en: 'all but those below' };
}

const fewNames = 5;

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function nameOf(member: Member, report: Report, locale: Locale): string {
  return `${clean(member.unit.unit.name)}${bracketed(detailOf(member, report, locale), locale)}`;
}

function detailOf({ unit, at }: Member, report: Report, locale: Locale): string {
  if (at.status === 'late') return locale === 'zh' ? `迟${at.daysLate}天` : plural(at.daysLate, 'day');
  if (at.status === 'incomplete') return lackingOf(at.lacking, unit, report, locale);
  if (at.uncertain !== null) return locale === 'zh' ? '收到时间待核' : 'time of receipt to be confirmed';
  if (at.status !== 'pending') return '';
  const due = dayOf(at.due);
  return locale === 'zh' ? `至${due.zh}` : `until ${due.en}`;
}

/** Files of unknown owner may be what is missing: nobody is blamed in error. */
function strays(status: Status, { deadline, members }: Standing, { files }: Report): Words {
  const lacking = new Set(members.incomplete.flatMap(({ at }) => at.lacking));
  const mayBe: Readonly<Partial<Record<Status, (material: string | null) => boolean>>> = {
    incomplete: (material) => material !== null && lacking.has(material),
    missing: (material) => material === null || deadline.materials.includes(material),
  };
  const isCandidate = mayBe[status] ?? (() => false);
  const count = files.filter(({ outcome, material }) => outcome === 'unmatched' && isCandidate(material)).length;
  if (count === 0 || members[status].every(cannotBeAmongThem)) return nothing;
  return {
    zh: `另有${count}份来件未能识别归属，可能属于其中。`,
    en: ` ${plural(count, 'file')} of unknown owner may be among these.`,
  };
}

function cannotBeAmongThem({ unit, at }: Member): boolean {
  return unit.findings.some(
    (one) => one.rule === 'deadline/missing' && one.args.deadline === at.name && one.args.unmatched === 0,
  );
}
