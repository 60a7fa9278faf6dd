import type { Campaign, Field, FieldId } from '../model/campaign.js';
import type { Finding, Place } from '../model/finding.js';
import type { Likely } from '../model/likely.js';

/** Where a count stands in its table, and what it is. */
export interface CountCell {
  readonly place: Place;
  readonly row: number;
  readonly column: number;
  readonly lastColumn: number;
  /** Null where the cell states nothing. */
  readonly value: number | null;
}

/** One copy of the form: the cells of its counts. Those that could not be read are left out. */
export interface Counts {
  readonly campaign: Campaign;
  readonly cells: ReadonlyMap<FieldId, CountCell>;
}

/**
 * The cell that explains several findings at once. Said only where it is exactly one, and where no other single mistake
 * would do as well; a finding that stands alone is explained by nothing.
 */
export function likelyCells(counts: Counts, findings: readonly Finding[]): ReadonlyMap<Finding, Likely> {
  const likely = new Map<Finding, Likely>();
  for (const family of families(counts.campaign, findings)) {
    const place = commonCell(family, counts);
    if (place === null) continue;
    const cell: Likely = { kind: 'cell', place };
    for (const { finding } of family) likely.set(finding, cell);
  }
  for (const [finding, moved] of movedFigure(counts, findings)) if (!likely.has(finding)) likely.set(finding, moved);
  return likely;
}

/** A finding and the fields of which any one, put right, would settle it. */
interface Suspicion {
  readonly finding: Finding;
  readonly fields: readonly Field[];
}

/** Findings that hang together by their fields. */
function families(campaign: Campaign, findings: readonly Finding[]): readonly (readonly Suspicion[])[] {
  const groups: Suspicion[][] = [];
  for (const finding of findings) {
    const fields = suspects(finding, campaign);
    if (fields.length === 0) continue;
    const touching = groups.filter((group) => group.some((one) => one.fields.some((field) => fields.includes(field))));
    const merged = [...touching.flat(), { finding, fields }];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

function suspects(finding: Finding, campaign: Campaign): readonly Field[] {
  const named = (...labels: readonly string[]) => fieldsNamed(labels, campaign);
  switch (finding.rule) {
    case 'pair/people-without-sessions':
    case 'pair/sessions-without-people':
    case 'pair/fewer-people-than-sessions':
      return named(finding.args.sessions, finding.args.people);
    case 'count/implausible': {
      const [field] = named(finding.args.label);
      const sessions = campaign.forms.statistics.fields.find(({ id }) => id === field?.sessionsField);
      return [field, finding.args.perSession ? sessions : undefined].filter((one) => one !== undefined);
    }
    default:
      return [];
  }
}

function fieldsNamed(labels: readonly string[], { forms }: Campaign): readonly Field[] {
  return forms.statistics.fields.filter(({ label }) => labels.includes(label));
}

function commonCell(family: readonly Suspicion[], { cells }: Counts): Place | null {
  if (family.length < 2 || !isOfOneKind(family)) return null;
  const [first] = family;
  const common = first?.fields.filter((field) => family.every(({ fields }) => fields.includes(field))) ?? [];
  const [only, another] = common;
  if (only === undefined || another !== undefined || swapExplains(family, cells)) return null;
  return cells.get(only.id)?.place ?? null;
}

/** A figure that is missing and one that is too large are two mistakes, whatever cells they share. */
function isOfOneKind(family: readonly Suspicion[]): boolean {
  const lacking = family.filter(({ finding }) => finding.rule.includes('without'));
  return lacking.length === 0 || lacking.length === family.length;
}

/** Sessions and people the wrong way round are as likely as one wrong figure. */
function swapExplains(family: readonly Suspicion[], cells: Counts['cells']): boolean {
  return family.some(({ finding, fields }) => {
    if (finding.rule !== 'pair/fewer-people-than-sessions') return false;
    const people = fields.find((field) => field.sessionsField !== undefined);
    const sessions = fields.find(({ id }) => id === people?.sessionsField);
    const [held, came] = [sessions, people].map((field) => cells.get(field?.id ?? '')?.value ?? null);
    if (people === undefined || sessions === undefined || held === null || came === null) return true;
    return fits(came ?? 0, sessions, null) && fits(held ?? 0, people, came ?? 0);
  });
}

function fits(value: number, { askAbove, askAbovePerSession }: Field, sessions: number | null): boolean {
  if (askAbove !== undefined && value > askAbove) return false;
  return (
    sessions === null || (value >= sessions && value <= (askAbovePerSession ?? Number.POSITIVE_INFINITY) * sessions)
  );
}

/** The only figure outside the unit's own columns stands right beside the only blank that a pair lacks. */
function movedFigure(
  { campaign, cells }: Counts,
  findings: readonly Finding[],
): readonly (readonly [Finding, Likely])[] {
  const strays = findings.filter((one) => one.rule === 'level/not-yours');
  const [stray] = strays;
  if (stray?.rule !== 'level/not-yours' || strays.length !== 1 || stray.args.labels.length !== 1) return [];
  const [field] = fieldsNamed(stray.args.labels, campaign);
  const from = cells.get(field?.id ?? '');
  const value = from?.value ?? null;
  if (from === undefined || value === null) return [];
  const lacking = findings.flatMap((finding) => {
    const to = blankOf(finding, campaign, cells);
    return to !== null && isBeside(from, to.cell) && suits(value, to, cells) ? [{ finding, to: to.cell }] : [];
  });
  const [only, another] = lacking;
  if (only === undefined || another !== undefined) return [];
  const moved: Likely = { kind: 'moved', place: from.place, value, to: only.to.place };
  return [
    [stray, moved],
    [only.finding, moved],
  ];
}

interface Blank {
  readonly field: Field;
  readonly cell: CountCell;
  /** The other of its pair, which is filled in. */
  readonly other: Field;
}

function blankOf(finding: Finding, campaign: Campaign, cells: Counts['cells']): Blank | null {
  if (finding.rule !== 'pair/people-without-sessions' && finding.rule !== 'pair/sessions-without-people') return null;
  const { sessions, people } = finding.args;
  const [blank, filled] = finding.rule === 'pair/people-without-sessions' ? [sessions, people] : [people, sessions];
  const [field] = fieldsNamed([blank], campaign);
  const [other] = fieldsNamed([filled], campaign);
  const cell = cells.get(field?.id ?? '');
  if (field === undefined || other === undefined || cell === undefined || cell.value !== null) return null;
  return { field, cell, other };
}

function isBeside(one: CountCell, other: CountCell): boolean {
  return one.row === other.row && (one.lastColumn + 1 === other.column || other.lastColumn + 1 === one.column);
}

/** Whether the pair would be in order with the value in its blank. */
function suits(value: number, { field, other }: Blank, cells: Counts['cells']): boolean {
  const filled = cells.get(other.id)?.value ?? 0;
  if (value === 0) return false;
  return field.sessionsField === undefined
    ? fits(value, field, null) && fits(filled, other, value)
    : fits(value, field, filled);
}
