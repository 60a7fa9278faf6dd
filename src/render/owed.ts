import { listOf } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { Report, UnitReport } from '../model/report.js';
import { isOver } from './moments.js';
import type { Member } from './standing.js';
import { amountOf, bracketed, clean, materialNamed } from './words.js';

/** Units that owe the same. */
export interface Owing {
  readonly units: readonly string[];
  /** The materials in words; empty where it is all that was asked for so far. */
  readonly what: string;
}

/** What is owed past its due day, grouped by what it is, in the roster's order. */
export function overdue(report: Report, locale: Locale): readonly Owing[] {
  const all = new Set(pastMaterials(report));
  return grouped(
    report.units.flatMap((unit) => {
      const ids = unit.unit.required ? owedBy(unit, report) : [];
      if (ids.length === 0) return [];
      const isEverything = ids.length > 1 && ids.length === all.size;
      const what = ids.map((id) => owedMaterial(id, unit, report, locale));
      return [{ unit: unit.unit.name, what: isEverything ? everything[locale] : listOf(what)[locale] }];
    }),
  );
}

/** What the units still owe of one deadline, in the given order. */
export function owedAt(members: readonly Member[], report: Report, locale: Locale): readonly Owing[] {
  return grouped(members.map((member) => ({ unit: member.unit.unit.name, what: lackingOf(member, report, locale) })));
}

/** What a unit lacks at a deadline, in words. */
export function lackingOf({ unit, at }: Member, report: Report, locale: Locale): string {
  return listOf(at.lacking.map((id) => owedMaterial(id, unit, report, locale)))[locale];
}

/** 甲村、乙村（活动照片、活动视频）；丙村（活动总结） */
export function owingInWords(owing: readonly Owing[], locale: Locale): string {
  return owing
    .map(({ units, what }) => `${listOf(units)[locale]}${bracketed(what, locale)}`)
    .join(locale === 'zh' ? '；' : '; ');
}

const everything = { zh: '全部材料', en: 'everything' } as const;

function pastMaterials({ campaign, asOf }: Report): readonly string[] {
  return campaign.deadlines.filter(({ due }) => isOver(due, asOf)).flatMap(({ materials }) => materials);
}

/** A cumulative report that is due again makes up for the ones before it. */
function owedBy(unit: UnitReport, { campaign, asOf }: Report): readonly string[] {
  const dueAgain = campaign.deadlines.filter(({ due }) => !isOver(due, asOf)).flatMap(({ materials }) => materials);
  const owed = unit.deadlines
    .filter(({ status }) => status === 'missing' || status === 'incomplete')
    .flatMap(({ lacking }) => lacking);
  return [...new Set(owed)].filter((id) => !dueAgain.includes(id));
}

/** Why a material that came is owed all the same: it was sent back, or there is too little of it. */
function owedMaterial(id: string, { unit }: UnitReport, { campaign, files }: Report, locale: Locale): string {
  const own = files.filter((file) => file.unit?.id === unit.id && file.material === id);
  const accepted = own.filter(({ outcome }) => outcome === 'used').length;
  const material = campaign.materials.find((one) => one.id === id);
  const name = clean(materialNamed(id, campaign));
  if (material !== undefined && accepted > 0 && accepted < material.least) {
    const amount = amountOf(accepted, material);
    return `${name}${bracketed(locale === 'zh' ? `只有${amount.zh}` : `${amount.en} so far`, locale)}`;
  }
  const isSentBack = own.some(({ outcome }) => outcome === 'rejected');
  return isSentBack ? `${name}${bracketed(locale === 'zh' ? '退回待改' : 'sent back', locale)}` : name;
}

function grouped(debts: readonly { readonly unit: string; readonly what: string }[]): readonly Owing[] {
  const byWhat = new Map<string, string[]>();
  for (const { unit, what } of debts) byWhat.set(what, [...(byWhat.get(what) ?? []), clean(unit)]);
  return [...byWhat].map(([what, units]) => ({ units, what }));
}
