import { checkMeaning } from '../check/rules-of-unit.js';
import { finding, hasError, withSeverities } from '../findings/finding.js';
import { identifyUnit, type UnitVerdict } from '../identify/identify-unit.js';
import { type KnownWords, knownWords } from '../identify/known-words.js';
import { buildDirectory, type UnitDirectory } from '../identify/unit-directory.js';
import type { Campaign, Roster } from '../model/campaign.js';
import { lastName } from '../model/entry-path.js';
import type { Finding } from '../model/finding.js';
import type { Entry, Examination, Submission } from '../model/submission.js';
import type { DecisionBook } from './decision-book.js';

/** What names are looked up in, made once a run. */
export interface Recogniser {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly words: KnownWords;
}

export function recogniser(campaign: Campaign, roster: Roster): Recogniser {
  return { campaign, directory: buildDirectory(roster, campaign.office), words: knownWords(campaign) };
}

/** Whose the entry is, and what the rules say of its figures as that unit's. Decisions come before all evidence. */
export function recognise(entry: Entry, { campaign, directory, words }: Recogniser, book: DecisionBook): Submission {
  const assigned = book.assigned(entry);
  const byHand = assigned?.unit == null ? undefined : directory.byId.get(assigned.unit)?.[0];
  const verdict = byHand === undefined ? unitOf(entry, words, directory) : { unit: byHand, findings: [] };
  const material = assigned?.material ?? entry.examination.material;
  const examination = material === entry.examination.material ? entry.examination : { ...entry.examination, material };
  const fills = verdict.unit?.fills ?? [campaign.reportingLevel];
  const findings = withSeverities(
    [
      ...verdict.findings,
      ...asOfUnit(examination.findings, verdict, fills),
      ...meaning(examination, fills, campaign),
      ...notFilledIn(examination),
      ...gone(entry),
    ],
    campaign.severities,
  );
  const { path, sha256, bytes, receipt } = entry;
  return { path, sha256, bytes, receipt, unit: verdict.unit, examination, findings: acceptedOr(findings, entry, book) };
}

/** What the clerk accepted is no longer refused: its errors become questions. */
function acceptedOr(findings: readonly Finding[], entry: Entry, book: DecisionBook): readonly Finding[] {
  const accepted = hasError(findings) ? book.accepted(entry) : null;
  if (accepted === null) return findings;
  return [
    accepted,
    ...findings.map((one) => (one.severity === 'error' ? { ...one, severity: 'warning' as const } : one)),
  ];
}

function gone(entry: Entry): Finding[] {
  return entry.gone ? [finding('file/vanished', {}, { kind: 'file' })] : [];
}

/** The rules of meaning on one form, for a unit that fills these levels. `check` asks the same with no unit known. */
export function meaning(examination: Examination, fills: readonly string[], campaign: Campaign): readonly Finding[] {
  const { statistics: record, unfilled } = examination;
  if (record === null || Object.keys(record).length === 0) return [];
  return checkMeaning({ campaign, record, unfilled, fills });
}

/** What the examination found, as it concerns the unit: levels it does not fill may be missing from its form. */
export function asOfUnit(
  findings: readonly Finding[],
  { findings: verdict }: Pick<UnitVerdict, 'findings'>,
  fills: readonly string[],
): readonly Finding[] {
  // Forms of other units are told as such, not as sheets that were left out.
  const isSeveral = verdict.some((one) => one.rule === 'unit/several');
  return findings
    .filter((one) => !isSeveral || one.rule !== 'form/extra-sheet')
    .map((one) => (isOthersLevel(one, fills) ? { ...one, severity: 'warning' } : one));
}

function isOthersLevel(one: Finding, fills: readonly string[]): boolean {
  return one.rule === 'form/label-missing' && one.args.level !== undefined && !fills.includes(one.args.level);
}

/** Where no form says whose it is, the names of their sheets may. */
function otherForms({ unitText, findings }: Examination): readonly string[] {
  return findings.flatMap((one) => {
    if (one.rule !== 'form/extra-sheet') return [];
    const { sheet, used, unit } = one.args;
    return unitText === null ? [used, unit ?? sheet] : (unit ?? []);
  });
}

/** For a file by itself: the unit its form or name tells of; silent where neither tells of any. */
export function recogniseUnit(examination: Examination, name: string, { directory, words }: Recogniser): UnitVerdict {
  const { unitText: formText, heading: title } = examination;
  const clues = { ...noClues, formText, otherForms: otherForms(examination), fileName: name, title };
  const verdict = identifyUnit(clues, words, directory);
  return verdict.unit === null && formText === null ? { unit: null, findings: [] } : verdict;
}

const noClues = { folders: [], archives: [], sender: null };

function unitOf(entry: Entry, words: KnownWords, directory: UnitDirectory): UnitVerdict {
  const { folders, archives, sender, examination } = entry;
  const fileName = lastName(entry.path);
  const { unitText: formText, heading: title } = examination;
  const clues = { formText, otherForms: otherForms(examination), folders, archives, sender, fileName, title };
  return identifyUnit(clues, words, directory);
}

/** A blank form is no finding for who looks at the form, and an empty submission for who receives it. */
function notFilledIn(examination: Examination): Finding[] {
  return examination.blank ? [finding('file/empty', { what: 'form' }, { kind: 'file' })] : [];
}
