import { finding } from '../findings/finding.js';
import type { Unit } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { UnitEvidence } from '../model/rules.js';
import { namesNothing } from './fold-name.js';
import type { KnownWords } from './known-words.js';
import { unitsInName } from './name-in-path.js';
import { readableName, strangeParts } from './name-pieces.js';
import { underEitherName } from './renamed.js';
import { suggestUnits } from './suggest-units.js';
import { type UnitDirectory, unitsNamed } from './unit-directory.js';

/** What tells of a unit: the line inside the form, the names on the way to the file, the sender. */
export interface UnitClues {
  readonly formText: string | null;
  /** The same line of other forms that the file holds. */
  readonly otherForms: readonly string[];
  /** Folder names from the inbox inwards. */
  readonly folders: readonly string[];
  /** Names of the containers around the entry, outermost first. */
  readonly archives: readonly string[];
  readonly fileName: string;
  readonly sender: string | null;
  /** The first lines of a text; they tell where nothing else does. */
  readonly title: string;
}

export interface UnitVerdict {
  readonly unit: Unit | null;
  readonly findings: readonly Finding[];
}

interface Claim {
  readonly evidence: UnitEvidence;
  readonly text: string;
  readonly units: readonly Unit[];
}

const whole = { kind: 'file' } as const;

/** The one unit that all evidence allows; otherwise none, with a finding that says why and suggests. */
export function identifyUnit(clues: UnitClues, words: KnownWords, directory: UnitDirectory): UnitVerdict {
  const several = unitsOfForms(clues, words, directory);
  if (several.length > 1)
    return { unit: null, findings: [finding('unit/several', { units: namesOf(several) }, whole)] };
  const claims = claimsOf(clues, words, directory);
  const silent = claims.find((claim) => claim.units.length === 0);
  if (silent !== undefined) return unknown({ text: silent.text }, [silent.text], words, directory);
  const [first, ...rest] = claims.length > 0 ? claims : titleClaims(clues.title, words, directory);
  if (first === undefined) {
    const names = [clues.fileName, ...clues.archives, ...clues.folders];
    return unknown({ text: clues.fileName, inName: true }, names, words, directory);
  }
  let units = first.units;
  for (const claim of rest) {
    const allowed = new Set(claim.units);
    const common = units.filter((unit) => allowed.has(unit));
    if (common.length === 0) return conflict(claims);
    units = common;
  }
  const [unit, ...others] = units;
  if (unit !== undefined && others.length === 0) return { unit, findings: [] };
  const args = { text: first.text, candidates: namesOf(units), ...countOf(units) };
  return { unit: null, findings: [finding('unit/ambiguous', args, whole, first.text)] };
}

/** The units whose forms a file with more than one holds, as far as each names one. */
function unitsOfForms(
  { formText, otherForms }: UnitClues,
  words: KnownWords,
  directory: UnitDirectory,
): readonly Unit[] {
  if (otherForms.length === 0) return [];
  const named = [...(formText === null ? [] : [formText]), ...otherForms].map((text) =>
    unitsInForm(text, words, directory),
  );
  return [...new Set(named.flatMap((units) => (units.length === 1 ? units : [])))];
}

/** In a whole country hundreds of villages bear one name: nobody reads them all. */
const mostNamed = 20;

function namesOf(units: readonly Unit[]): readonly string[] {
  return units.slice(0, mostNamed).map((unit) => unit.name);
}

function countOf({ length }: readonly Unit[]): { of?: number } {
  return length > mostNamed ? { of: length } : {};
}

/** Only the form's own line may claim a unit that is not in the roster; other names are mostly no unit's. */
function claimsOf(clues: UnitClues, words: KnownWords, directory: UnitDirectory): Claim[] {
  const claim = (evidence: UnitEvidence, text: string, units: readonly Unit[]) =>
    units.length > 0 ? [{ evidence, text, units }] : [];
  const inName = (text: string) => remembered(text, words, directory);
  const { formText, sender } = clues;
  const senders = sender === null ? [] : (directory.byEmail.get(sender.toLowerCase()) ?? []);
  const claims: Claim[] = [
    ...(formText === null || namesNothing(formText)
      ? []
      : [{ evidence: 'form' as const, text: formText, units: unitsInForm(formText, words, directory) }]),
    ...clues.folders.flatMap((text) => claim('folder', text, inName(text))),
    ...clues.archives.flatMap((text) => claim('archive', text, inName(text))),
    ...claim('file-name', clues.fileName, inName(clues.fileName)),
    ...(sender === null || senders.length === 0 ? [] : [{ evidence: 'sender' as const, text: sender, units: senders }]),
  ];
  return claims.filter((claim) => !isFrame(claim, claims, directory));
}

/** A name that is a unit's id or tells of units. */
function unitsTold(text: string, words: KnownWords, directory: UnitDirectory): readonly Unit[] {
  const byId = directory.byId.get(text.replace(/\.[^.]*$/, '').trim()) ?? [];
  if (byId.length > 0) return byId;
  return underEitherName(text, (name) => unitsInName(name, { words, directory, mayFollow: true }));
}

interface Told {
  readonly words: KnownWords;
  readonly units: Map<string, readonly Unit[]>;
}

/** What names tell: many entries lie in the same folder, and many files are called alike. */
const told = new WeakMap<UnitDirectory, Told>();
const mostRemembered = 10_000;

function remembered(text: string, words: KnownWords, directory: UnitDirectory): readonly Unit[] {
  const known = told.get(directory);
  const before = known?.words === words ? known.units.get(text) : undefined;
  if (before !== undefined) return before;
  const units = unitsTold(text, words, directory);
  if (known?.words === words && known.units.size < mostRemembered) known.units.set(text, units);
  else told.set(directory, { words, units: new Map([[text, units]]) });
  return units;
}

/** A folder or archive named after the office holds what its villages sent: it says nothing against them. */
function isFrame(claim: Claim, claims: readonly Claim[], { offices }: UnitDirectory): boolean {
  const isOffice = (one: Claim) => one.units.length > 0 && one.units.every((unit) => offices.has(unit));
  return claim.evidence !== 'form' && isOffice(claim) && claims.some((other) => !isOffice(other));
}

/** A title such as “楚庄村“5.29会员活动月”活动总结”. */
function titleClaims(title: string, words: KnownWords, directory: UnitDirectory): Claim[] {
  const lines = title.split('\n').slice(0, 3);
  return lines.flatMap((text) => {
    const units = unitsInName(text, { words, directory, mayFollow: true });
    return units.length > 0 ? [{ evidence: 'form' as const, text, units }] : [];
  });
}

/** The line as a whole, else a name in it that stands apart from the rest: “楚庄村 （填表人…）”. */
function unitsInForm(text: string, words: KnownWords, directory: UnitDirectory): readonly Unit[] {
  return underEitherName(text, (name) => {
    const units = unitsNamed(name, directory);
    return units.length > 0 ? units : unitsInName(name, { words, directory, mayFollow: false });
  });
}

function unknown(
  said: { readonly text: string; readonly inName?: true },
  told: readonly string[],
  words: KnownWords,
  directory: UnitDirectory,
): UnitVerdict {
  const named = said.inName ? told.filter((one) => readableName(one) !== '') : told;
  const parts = named.flatMap((one) => [one, ...strangeParts(one, words)]);
  const suggestions = suggestUnits(parts, directory).map((unit) => unit.name);
  return { unit: null, findings: [finding('unit/unknown', { ...said, suggestions }, whole, said.text)] };
}

function conflict(claims: readonly Claim[]): UnitVerdict {
  const told = claims.map(({ evidence, text, units }) => ({
    evidence,
    text,
    unit: namesOf(units).join('、'),
    ...countOf(units),
  }));
  return { unit: null, findings: [finding('unit/conflict', { claims: told }, whole)] };
}
