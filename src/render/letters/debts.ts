import { listOf, type Words } from '../../findings/words.js';
import type { Campaign, Locale, Material, Unit } from '../../model/campaign.js';
import type { DeadlineReport, Report, UnitReport } from '../../model/report.js';
import { amountOf, bracketed, clean } from '../words.js';
import { spokenTo } from './courtesy.js';

/** What one unit still owes of one deadline. */
export interface Debt {
  readonly deadline: DeadlineReport;
  readonly isOver: boolean;
  readonly owed: readonly OwedMaterial[];
  /** Earlier deadlines that the same cumulative report makes up for. */
  readonly alsoFor: readonly DeadlineReport[];
}

export interface OwedMaterial {
  readonly material: Material;
  /** `sent-back`: it came, with errors. `short`: some of it is there. */
  readonly state: 'absent' | 'short' | 'sent-back';
  /** How many can be used. */
  readonly have: number;
}

/** Everything a unit still owes, past or to come, in the campaign's order of deadlines. */
export function debtsOf(unit: UnitReport, report: Report): readonly Debt[] {
  return unit.deadlines.flatMap((deadline) => {
    const { status, lacking } = deadline;
    const isOver = status === 'missing' || status === 'incomplete';
    const owed = isOver || status === 'pending' ? lacking.flatMap((id) => owedMaterial(id, unit, report)) : [];
    return owed.length === 0 ? [] : [{ deadline, isOver, owed, alsoFor: [] }];
  });
}

/** Nothing at all of what the deadline asks for is there. */
export function isAllAbsent({ deadline, owed }: Debt, { campaign }: Report): boolean {
  const asked = campaign.deadlines.find(({ id }) => id === deadline.id)?.materials ?? [];
  return (
    owed.every(({ state }) => state === 'absent') && asked.every((id) => owed.some((one) => one.material.id === id))
  );
}

/** A cumulative report is asked for once, at the last of these deadlines: it makes up for the ones before. */
export function askedOnce(debts: readonly Debt[]): readonly Debt[] {
  return debts
    .map((debt, n) => {
      const later = debts.slice(n + 1);
      const owed = debt.owed.filter((one) => !isCumulative(one) || !later.some((other) => asks(other, one)));
      const before = debt.owed.some(isCumulative) ? debts.slice(0, n).filter((one) => one.owed.some(isCumulative)) : [];
      return { ...debt, owed, alsoFor: before.map(({ deadline }) => deadline) };
    })
    .filter(({ owed }) => owed.length > 0);
}

/** `still` past the due day, `so-far` before it; `plain` in a list, where nothing is said of time. */
type Since = 'still' | 'so-far' | 'plain';

const adverbs: Readonly<Record<Since, string>> = { still: '仍', 'so-far': '尚', plain: '' };

/** What is lacking of one deadline, said to a unit; a deadline that asks for one thing goes by its own name. */
export function debtInWords(debt: Debt, since: Since, unit: Unit, { campaign }: Report, locale: Locale): string {
  const asked = campaign.deadlines.find(({ id }) => id === debt.deadline.id)?.materials ?? [];
  const who = spokenTo(unit);
  const isAbsent = debt.owed.some(({ state }) => state === 'absent');
  if (isAbsent && asked.length === 1) {
    const soFar = since === 'so-far' ? '目前' : '';
    return { zh: `${soFar}还没有收到${who.zh}的`, en: `nothing has come from ${who.en}` }[locale];
  }
  const lacks = lackInWords(debt.owed, since, locale);
  return locale === 'zh'
    ? `${who.zh}${isAbsent ? '' : '的'}${lacks}`
    : `${who.en} is ${isAbsent ? '' : 'asked for '}${lacks}`;
}

/** 仍缺活动总结、活动视频（1个），活动照片还差2张，信息统计表退回后还没有重报. In a list without amounts, as they stand in brackets. */
export function lackInWords(owed: readonly OwedMaterial[], since: Since, locale: Locale): string {
  const of = (state: OwedMaterial['state']) => owed.filter((one) => one.state === state);
  const absent = of('absent').map(({ material }) => {
    const amount = since === 'plain' ? '' : amountAsked(material)[locale];
    return `${clean(material.name)}${bracketed(amount, locale)}`;
  });
  const lacking: Words = { zh: `${adverbs[since]}缺${absent.join('、')}`, en: `lacking ${listOf(absent).en}` };
  const parts = [
    ...(absent.length > 0 ? [lacking[locale]] : []),
    ...of('short').map((one) => shortOf(one)[locale]),
    ...of('sent-back').map(({ material }) => sentBack(clean(material.name), since)[locale]),
  ];
  return parts.join(locale === 'zh' ? '，' : ', ');
}

function shortOf({ material, have }: OwedMaterial): Words {
  const left = amountOf(material.least - have, material);
  const name = clean(material.name);
  return { zh: `${name}还差${left.zh}`, en: `${left.en} more of ${name}` };
}

function sentBack(name: string, since: Since): Words {
  return {
    zh: since === 'plain' ? `${name}退回待改` : `${name}退回后还没有重报`,
    en: `${name} once more, mended`,
  };
}

/** 3至5张; nothing for what comes as one document. */
function amountAsked(material: Material): Words {
  const { kind, least, most } = material;
  if (kind !== 'photos' && kind !== 'video') return { zh: '', en: '' };
  const upTo = amountOf(most, material);
  return least === most ? upTo : { zh: `${least}至${upTo.zh}`, en: `${least} to ${upTo.en}` };
}

function owedMaterial(id: string, { unit }: UnitReport, { campaign, files }: Report): OwedMaterial[] {
  const material = materialOf(id, campaign);
  if (material === undefined) return [];
  const own = files.filter((file) => file.unit?.id === unit.id && file.material === id);
  const have = own.filter(({ outcome }) => outcome === 'used').length;
  const isSet = material.kind === 'photos' || material.kind === 'video';
  if (isSet && have > 0 && have < material.least) return [{ material, state: 'short', have }];
  const isBack = own.some(({ outcome, replacedBy }) => outcome === 'rejected' && replacedBy === null);
  return [{ material, state: isBack ? 'sent-back' : 'absent', have: isSet ? have : 0 }];
}

function isCumulative({ material }: OwedMaterial): boolean {
  return material.kind === 'progress';
}

function asks({ owed }: Debt, { material }: OwedMaterial): boolean {
  return owed.some((one) => one.material.id === material.id);
}

function materialOf(id: string, { materials }: Campaign): Material | undefined {
  return materials.find((one) => one.id === id);
}
