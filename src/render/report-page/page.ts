import type { Words } from '../../findings/words.js';
import type { Field, Locale } from '../../model/campaign.js';
import type { FileReport, Report, UnitReport } from '../../model/report.js';
import { openFindings } from '../attention.js';

/** The href of a file of the inbox, relative to the page; null where there is nothing to open. */
export type LinkTo = (path: string) => string | null;

/** What every part of the page is drawn from. */
export interface Page {
  readonly report: Report;
  readonly locale: Locale;
  readonly linkTo: LinkTo;
  readonly filesOf: ReadonlyMap<string, readonly FileReport[]>;
  /** The units in the table of statuses, each of which can be opened. */
  readonly units: readonly ListedUnit[];
  /** Concerned units that have no row, because there are too many. */
  readonly unitsLeft: number;
  /** The id of what opens for a unit, by the roster's id. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly say: (words: Words) => string;
}

export interface ListedUnit {
  readonly unit: UnitReport;
  /** Of what opens for it. */
  readonly anchor: string;
  readonly attention: Attention;
}

/** How much a unit needs somebody, the gravest first. */
export const attentions = ['missing', 'incomplete', 'error', 'uncertain', 'late', 'warning', 'nothing'] as const;
export type Attention = (typeof attentions)[number];

/** A table with more rows than this is no overview any more: then only units that need somebody have one. */
const mostUnits = 300;

export function pageOf(report: Report, locale: Locale, linkTo: LinkTo): Page {
  const filesOf = filesByUnit(report.files);
  const concerned = report.units.filter((unit) => unit.concerned);
  const chosen = chosenUnits(concerned, filesOf);
  const units = chosen.map((one, n) => ({ ...one, anchor: `u${n + 1}` }));
  return {
    ...{ report, locale, linkTo, filesOf, units },
    unitsLeft: concerned.length - units.length,
    anchors: new Map(units.map(({ unit, anchor }) => [unit.unit.id, anchor])),
    say: (words) => words[locale],
  };
}

/** Levels that some unit of the roster fills. Of the others a total is no zero: nobody was asked. */
export function levelsFilled({ units }: Report): ReadonlySet<string> {
  return new Set(units.flatMap(({ unit }) => unit.fills));
}

export function isAsked({ level }: Field, filled: ReadonlySet<string>): boolean {
  return level === null || filled.has(level);
}

function filesByUnit(files: readonly FileReport[]): ReadonlyMap<string, readonly FileReport[]> {
  const byUnit = new Map<string, FileReport[]>();
  for (const file of files) {
    if (file.unit === null) continue;
    const own = byUnit.get(file.unit.id);
    if (own === undefined) byUnit.set(file.unit.id, [file]);
    else own.push(file);
  }
  return byUnit;
}

type Weighed = Omit<ListedUnit, 'anchor'>;

/** All in the roster's order; of too many those that need somebody, the gravest first. */
function chosenUnits(concerned: readonly UnitReport[], filesOf: Page['filesOf']): readonly Weighed[] {
  const weighed = concerned.map((unit) => ({ unit, attention: attentionOf(unit, filesOf.get(unit.unit.id) ?? []) }));
  if (weighed.length <= mostUnits) return weighed;
  return attentions
    .filter((attention) => attention !== 'nothing')
    .flatMap((attention) => weighed.filter((one) => one.attention === attention))
    .slice(0, mostUnits);
}

function attentionOf({ deadlines, findings }: UnitReport, files: readonly FileReport[]): Attention {
  const has = (test: (one: UnitReport['deadlines'][number]) => boolean) => deadlines.some(test);
  const open = [...findings.filter(({ rule }) => !rule.startsWith('deadline/')), ...files.flatMap(openFindings)];
  if (has(({ status }) => status === 'missing')) return 'missing';
  if (has(({ status }) => status === 'incomplete')) return 'incomplete';
  if (open.some(({ severity }) => severity === 'error')) return 'error';
  if (has(({ uncertain }) => uncertain !== null)) return 'uncertain';
  if (has(({ status }) => status === 'late')) return 'late';
  return open.some(({ severity }) => severity === 'warning') ? 'warning' : 'nothing';
}
