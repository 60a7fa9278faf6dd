import { correctedNames } from '../mend/corrected-names.js';
import { largestHeld } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Table } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { type CheckedEntry, checkFile, type GivenFile } from '../pipeline/check-file.js';
import { type Excerpt, excerptAt, isCell } from '../pipeline/excerpt.js';
import { mend } from '../pipeline/mend.js';
import { headLength, type OpenedEntry } from '../pipeline/open-item.js';
import type { Recogniser } from '../pipeline/recognise.js';

/** What files are checked against. */
export interface Checker {
  readonly campaign: Campaign;
  readonly look: Recogniser | null;
}

/** One file, or one member of it, with what the page shows beside its findings. */
export interface ShownFile {
  readonly name: string;
  /** Which file it is, for people: `材料.zip › 附件2.xlsx`. */
  readonly label: string;
  readonly checked: CheckedFile;
  readonly excerpts: ReadonlyMap<Finding, Excerpt>;
  readonly corrected: CorrectedCopy | null;
}

/** The file with its numbers written plainly, as `check --fix` writes it. */
export interface CorrectedCopy {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of one file that was handed in, which is told of even where there is nothing in it. A file never stops the others. */
export type Outcome =
  | { readonly kind: 'checked'; readonly name: string; readonly files: readonly ShownFile[] }
  | { readonly kind: 'failed'; readonly name: string; readonly why: FailureReason; readonly detail: string };

/** `folder` and `unread`: the bytes cannot be had; `bug`: the program came to an end of its wits. */
export type FailureReason = 'folder' | 'unread' | 'bug';

/** Of more findings nobody reads every one beside its table. */
const mostExcerpts = 30;

export async function checkHandedIn(file: File, checker: Checker): Promise<Outcome> {
  const { name } = file;
  const failed = (why: FailureReason, error: unknown): Outcome => ({
    kind: 'failed',
    name,
    why,
    detail: String(error),
  });
  let given: GivenFile;
  try {
    given = await read(file);
  } catch (error) {
    return failed('unread', error);
  }
  try {
    const files: ShownFile[] = [];
    for await (const one of checkFile(given, checker.campaign, checker.look))
      files.push(await shown(one, name, checker));
    return { kind: 'checked', name, files };
  } catch (error) {
    return failed('bug', error);
  }
}

async function read(file: File): Promise<GivenFile> {
  const { name, size } = file;
  const part = size > largestHeld ? file.slice(0, headLength) : file;
  return { path: name, name, size, bytes: new Uint8Array(await part.arrayBuffer()) };
}

/** What was read is let go once it is drawn: of many files it would be much. */
async function shown({ file, entry }: CheckedEntry, outermost: string, { campaign }: Checker): Promise<ShownFile> {
  const { tables, ...checked } = file;
  const label = `${outermost}${entry.inside.replaceAll('!', ' › ')}`;
  const excerpts = excerptsFor(checked.findings, tables ?? []);
  return { name: entry.name, label, checked, excerpts, corrected: await correctedCopy(entry, checked, campaign) };
}

/** Members of a container are not corrected: their sender sends the container. */
async function correctedCopy(
  { name, inside, content }: OpenedEntry,
  { findings }: CheckedFile,
  campaign: Campaign,
): Promise<CorrectedCopy | null> {
  const isWorth = inside === '' && findings.some(({ rule }) => rule === 'count/normalised');
  const [correctedName] = correctedNames(name);
  if (content === null || !isWorth || correctedName === undefined) return null;
  const mending = await mend(content, name, campaign);
  return mending.kind === 'mended' ? { name: correctedName, bytes: mending.bytes } : null;
}

function excerptsFor(findings: readonly Finding[], tables: readonly Table[]): ReadonlyMap<Finding, Excerpt> {
  const excerpts = new Map<Finding, Excerpt>();
  const shownPlaces = new Set<string>();
  for (const finding of findings
    .filter(({ severity, place }) => severity !== 'info' && isCell(place))
    .slice(0, mostExcerpts)) {
    const place = JSON.stringify(finding.place);
    const excerpt = shownPlaces.has(place) ? null : excerptAt(finding.place, tables);
    if (excerpt !== null) excerpts.set(finding, excerpt);
    shownPlaces.add(place);
  }
  return excerpts;
}
