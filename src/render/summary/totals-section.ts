import { listOf, plural, type Words } from '../../findings/words.js';
import type { Block, Campaign, Field, Group, Locale } from '../../model/campaign.js';
import type { Due, Report, UnitReport } from '../../model/report.js';
import type { FieldValue } from '../../model/submission.js';
import { unitsNamed } from '../long-lists.js';
import { figuresDue, nothingYet } from '../nothing-yet.js';
import { clean, sentence } from '../words.js';
import type { Section } from './section.js';

/** 二、数据汇总: the totals of the form, and what is and is not in them. */
export function totalsSection(report: Report, locale: Locale): Section {
  const title = locale === 'zh' ? '数据汇总' : 'Totals';
  const counted = report.units.filter(({ statistics }) => statistics !== null);
  const due = figuresDue(report);
  if (counted.length === 0) return { title, lines: [nothingYet(due)[locale]] };
  return {
    title,
    lines: [
      coverage(report, counted, due)[locale],
      ...report.campaign.forms.statistics.blocks.map((block, n) => blockLine(block, n, report, counted, locale)),
      remarks(report, counted, locale),
    ],
  };
}

function coverage(report: Report, counted: readonly UnitReport[], due: Due | null): Words {
  const { used, expected, absent } = report.coverage;
  const names = unitsNamed(absent, report, ({ name }) => clean(name));
  const extra = unitsNamed(
    counted.filter(({ unit }) => !unit.required),
    report,
    ({ unit }) => clean(unit.name),
  );
  const left: Words =
    due !== null
      ? { zh: '（尚未到期）', en: ' (not yet due)' }
      : absent.length === 0
        ? { zh: '', en: '' }
        : { zh: `，未计入：${names.zh}`, en: `; not in the totals: ${names.en}` };
  return {
    zh: `已汇总${used}/${expected}个单位${left.zh}。${extra.zh === '' ? '' : `另计入${extra.zh}填报的数据。`}`,
    en: `Totals of ${used} of ${plural(expected, 'unit')}${left.en}.${extra.en === '' ? '' : ` Figures of ${extra.en} are included as well.`}`,
  };
}

/** 宣传活动：村居社区计生协活动场次62场，宣传人数4120人。 */
function blockLine(
  block: Block,
  index: number,
  report: Report,
  counted: readonly UnitReport[],
  locale: Locale,
): string {
  const fields = report.campaign.forms.statistics.fields.filter(({ at }) => at.block === index);
  const name = labelOf(block.labels).replace(/（[^）]*）$/u, '');
  const said = fields.some(({ kind }) => kind === 'count')
    ? groupsOf(block, fields, report, counted, locale)
    : filledIn(block, fields, report)[locale];
  return sentence(locale === 'zh' ? `${name}：${said}` : `${name}: ${said}`, locale);
}

/** Groups that are all zero are named together; levels nobody fills are left out. */
function groupsOf(
  block: Block,
  fields: readonly Field[],
  report: Report,
  counted: readonly UnitReport[],
  locale: Locale,
): string {
  const groups = block.groups
    .map((group, n) => ({ group, own: fields.filter(({ at }) => at.group === n) }))
    .filter(({ group }) => isFilled(group, counted));
  const hasAny = ({ own }: { readonly own: readonly Field[] }) => own.some(({ id }) => (report.totals[id] ?? 0) > 0);
  const said = groups.filter(hasAny).map(({ group, own }) => {
    const comma = locale === 'zh' ? '，' : ', ';
    const space = locale === 'zh' ? '' : ' ';
    return `${nameOf(group)}${nameOf(group) && space}${own.map((field) => figure(field, block, report, locale)).join(comma)}`;
  });
  const empty = groups
    .filter((group) => !hasAny(group))
    .flatMap(
      ({ group, own }) =>
        nameOf(group) || own.map(({ at }) => labelOf(block.rows[at.row]?.leaves[at.leaf]?.labels ?? [])),
    );
  const zeros: Words = { zh: `${listOf(empty).zh}均为0`, en: `${listOf(empty).en} 0` };
  return [...said, ...(empty.length > 0 ? [zeros[locale]] : [])].join(locale === 'zh' ? '；' : '; ');
}

/** A label that leaves no trace in ids leaves none in sentences. */
function nameOf({ id, labels }: Group): string {
  return id === '' ? '' : labelOf(labels);
}

function isFilled(group: Group, counted: readonly UnitReport[]): boolean {
  const { level } = group;
  return level === null || counted.some(({ unit }) => unit.fills.includes(level));
}

function figure(field: Field, block: Block, report: Report, locale: Locale): string {
  const leaf = block.rows[field.at.row]?.leaves[field.at.leaf];
  const name = labelOf(leaf?.labels ?? [field.label]);
  const total = report.totals[field.id] ?? 0;
  return locale === 'zh' ? `${name}${total}${measures[leaf?.id ?? ''] ?? ''}` : `${name} ${total}`;
}

const measures: Readonly<Record<string, string>> = { sessions: '场', people: '人', articles: '篇', av: '篇' };

/** Texts do not add up: how many units have filled them in. */
function filledIn(block: Block, fields: readonly Field[], report: Report): Words {
  const parts = fields.map((field) => {
    const name = labelOf(block.rows[field.at.row]?.leaves[field.at.leaf]?.labels ?? [field.label]);
    const units = report.filledIn[field.id] ?? 0;
    return { zh: `有${name}的${units}个`, en: `${name} ${units}` };
  });
  return {
    zh: `各单位中，${parts.map(({ zh }) => zh).join('，')}`,
    en: `units that have one: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

function remarks(report: Report, counted: readonly UnitReport[], locale: Locale): string {
  const notes = [people, ...estimates(report, counted), ...otherLevels(report, counted)];
  const [only] = notes;
  if (only !== undefined && notes.length === 1) return locale === 'zh' ? `注：${only.zh}。` : `Note: ${only.en}.`;
  return locale === 'zh'
    ? `注：${notes.map(({ zh }, n) => `${n + 1}．${zh}。`).join('')}`
    : `Notes: ${notes.map(({ en }, n) => `${n + 1}. ${en}.`).join(' ')}`;
}

const people: Words = {
  zh: '人数由各单位所报相加，同一人参加几次活动的可能重复计算',
  en: 'Numbers of people are added up over the units and may count a person more than once',
};

function estimates({ campaign }: Report, counted: readonly UnitReport[]): Words[] {
  const counts = countsOf(campaign);
  const isRough = (field: Field, unit: UnitReport) => isOwn(field, unit) && heldBy(field, unit)?.estimate === true;
  const rough = counted.reduce((sum, unit) => sum + counts.filter((field) => isRough(field, unit)).length, 0);
  if (rough === 0) return [];
  const isIn = campaign.estimates === 'include';
  return [
    {
      zh: `约数${rough}处，${isIn ? '暂按所写的数计入' : '没有计入'}，有待核实`,
      en: `${plural(rough, 'estimate')} ${isIn ? 'counted as written for now' : 'left out'}, to be confirmed`,
    },
  ];
}

function otherLevels(report: Report, counted: readonly UnitReport[]): Words[] {
  const { campaign } = report;
  const counts = countsOf(campaign);
  const isStated = (value: FieldValue | undefined) => value !== undefined && value.value !== 0;
  const units = counted.filter((unit) => counts.some((field) => !isOwn(field, unit) && isStated(heldBy(field, unit))));
  if (units.length === 0) return [];
  const names = unitsNamed(units, report, ({ unit }) => clean(unit.name));
  return [
    {
      zh: `${names.zh}填在其他级别栏内的数没有计入，以免重复`,
      en: `Figures that ${names.en} entered for other levels are left out, lest they be counted twice`,
    },
  ];
}

function countsOf({ forms }: Campaign): readonly Field[] {
  return forms.statistics.fields.filter(({ kind }) => kind === 'count');
}

function heldBy({ id }: Field, { statistics }: UnitReport): FieldValue | undefined {
  return statistics?.record[id];
}

function isOwn({ level }: Field, { unit }: UnitReport): boolean {
  return level === null || unit.fills.includes(level);
}

function labelOf(labels: readonly string[]): string {
  return clean(labels[0] ?? '');
}
