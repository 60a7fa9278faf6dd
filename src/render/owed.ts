import { materialNamed } from '../findings/terms.js';
import { listOf, type Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import { addTo } from '../model/grouped.js';
import type { Member, Report, Standing, UnitReport } from '../model/report.js';
import { filesOf, isLong, unitsNamed } from './long-lists.js';
import { amountOf, bracketed, clean } from './words.js';

/** Units that owe the same. */
export interface Owing {
  readonly units: readonly string[];
  /** In words, such as 缺活动照片、活动视频. */
  readonly what: string;
}

/** What is owed past its due day, grouped by what it is, in the roster's order. */
export function overdue(report: Report, locale: Locale): readonly Owing[] {
  const asked = pastMaterials(report.standings);
  const required = report.units.filter(({ unit }) => unit.required).length;
  const owing = grouped(
    report.units.flatMap((unit) => {
      const ids = unit.unit.required ? owedBy(unit, asked) : [];
      if (ids.length === 0) return [];
      const nothingCame = ids.length > 1 && ids.length === asked.length && !hasSent(unit, report);
      const what = nothingCame ? everything[locale] : lackingOf(ids, unit, report, locale);
      return [{ unit: unit.unit.name, what }];
    }),
  );
  return owing.map(({ units, what }) =>
    units.length > 1 && units.length === required ? { units: [everyone[locale]], what } : { units, what },
  );
}

/** What the units still owe of one deadline, in the given order. */
export function owedAt(members: readonly Member[], report: Report, locale: Locale): readonly Owing[] {
  return grouped(
    members.map(({ unit, at }) => ({ unit: unit.unit.name, what: lackingOf(at.lacking, unit, report, locale) })),
  );
}

/** 甲村、乙村（缺活动照片、活动视频）；丙村（缺活动总结） */
export function owingInWords(owing: readonly Owing[], report: Report, locale: Locale): string {
  const shown = isLong(report) ? owing.slice(0, mostDebts) : owing;
  const left = owing.slice(shown.length).reduce((sum, { units }) => sum + units.length, 0);
  const rest: Words = { zh: `其余${left}个单位见工作簿“报送情况”`, en: `for ${left} more see the workbook` };
  const told = shown.map(
    ({ units, what }) => `${unitsNamed(units, report, (name) => name)[locale]}${bracketed(what, locale)}`,
  );
  return [...told, ...(left > 0 ? [rest[locale]] : [])].join(locale === 'zh' ? '；' : '; ');
}

/** Of a long roster: different things owed. */
const mostDebts = 20;

/** What a unit lacks: first what never came, then what came and does not do. */
export function lackingOf(ids: readonly string[], unit: UnitReport, report: Report, locale: Locale): string {
  const told = ids.map((id) => ({ name: clean(materialNamed(id, report.campaign)), why: whyOwed(id, unit, report) }));
  const absent = told.filter(({ why }) => why === null).map(({ name }) => name);
  const lacks = locale === 'zh' ? `缺${listOf(absent).zh}` : `lacks ${listOf(absent).en}`;
  const others = told.flatMap(({ name, why }) => (why === null ? [] : why(name)[locale]));
  return [...(absent.length > 0 ? [lacks] : []), ...others].join(locale === 'zh' ? '，' : ', ');
}

const everyone = { zh: '各应报单位', en: 'all units' } as const;
const everything = { zh: '全部材料未报', en: 'nothing sent' } as const;

/** Past their due day and not due again: a cumulative report makes up for the ones before it. */
function pastMaterials(standings: readonly Standing[]): readonly string[] {
  const materialsOf = (those: readonly Standing[]) => those.flatMap(({ deadline }) => deadline.materials);
  const dueAgain = materialsOf(standings.filter(({ isOver }) => !isOver));
  const past = materialsOf(standings.filter(({ isOver }) => isOver));
  return [...new Set(past)].filter((id) => !dueAgain.includes(id));
}

function owedBy(unit: UnitReport, asked: readonly string[]): readonly string[] {
  const owed = unit.deadlines
    .filter(({ status }) => status === 'missing' || status === 'incomplete')
    .flatMap(({ lacking }) => lacking);
  return asked.filter((id) => owed.includes(id));
}

function hasSent({ unit }: UnitReport, report: Report): boolean {
  return filesOf(unit, report).some((file) => file.outcome !== 'later');
}

type Why = (name: string) => { readonly zh: string; readonly en: string };

/** Why a material that came is owed all the same: there is too little of it, or it was sent back. */
function whyOwed(id: string, { unit }: UnitReport, report: Report): Why | null {
  const own = filesOf(unit, report).filter((file) => file.material === id);
  const accepted = own.filter(({ outcome }) => outcome === 'used').length;
  const material = report.campaign.materials.find((one) => one.id === id);
  if (material !== undefined && accepted > 0 && accepted < material.least) {
    const { zh, en } = amountOf(accepted, material);
    return (name) => ({ zh: `${name}只有${zh}`, en: `only ${en} of ${name}` });
  }
  if (!own.some(({ outcome }) => outcome === 'rejected')) return null;
  return (name) => ({ zh: `${name}退回待改`, en: `${name} sent back` });
}

function grouped(debts: readonly { readonly unit: string; readonly what: string }[]): readonly Owing[] {
  const byWhat = new Map<string, string[]>();
  for (const { unit, what } of debts) addTo(byWhat, what, clean(unit));
  return [...byWhat].map(([what, units]) => ({ units, what }));
}
