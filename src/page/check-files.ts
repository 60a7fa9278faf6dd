import type { Campaign } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Finding } from '../model/finding.js';
import { type CheckedEntry, checkFile, type GivenFile } from '../pipeline/check-file.js';
import { type Excerpt, excerptsOf, isCell } from '../pipeline/excerpt.js';
import { headLength, largeFile } from '../pipeline/open-item.js';
import type { Recogniser } from '../pipeline/recognise.js';
import type { Mend, Mended } from './mend.js';

/** What files are checked against. */
export interface Checker {
  readonly campaign: Campaign;
  readonly look: Recogniser | null;
  readonly mend: Mend;
}

/** One file, or one member of it, with what the page shows beside its findings. */
export interface ShownFile {
  readonly name: string;
  /** Which file it is, for people: `材料.zip › 附件2.xlsx`. */
  readonly label: string;
  readonly checked: CheckedFile;
  readonly excerpts: ReadonlyMap<Finding, Excerpt>;
  readonly mended: Mended | null;
}

/** What became of one file that was handed in. A file never stops the others. */
export type Outcome =
  | { readonly kind: 'checked'; readonly name: string; readonly files: readonly ShownFile[] }
  | { readonly kind: 'failed'; readonly name: string; readonly why: FailureReason; readonly detail: string };

/** `folder` and `unread`: the bytes cannot be had; `bug`: the program came to an end of its wits. */
export type FailureReason = 'folder' | 'unread' | 'bug';

/** Excerpts are for forms. Of something larger nobody wants to read twice. */
const excerptBytes = 3 * 1024 * 1024;
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
  const part = size > largeFile ? file.slice(0, headLength) : file;
  return { path: name, name, size, bytes: new Uint8Array(await part.arrayBuffer()) };
}

async function shown({ file: checked, entry }: CheckedEntry, outermost: string, { mend }: Checker): Promise<ShownFile> {
  const { name, content, inside } = entry;
  const mended = content === null || inside !== '' ? null : mend(content, checked.findings);
  const label = `${outermost}${inside.replaceAll('!', ' › ')}`;
  return { name, label, checked, mended, excerpts: await excerptsFor(content, name, checked.findings) };
}

async function excerptsFor(content: Uint8Array | null, name: string, findings: readonly Finding[]) {
  const excerpts = new Map<Finding, Excerpt>();
  const grave = findings.filter(({ severity, place }) => severity !== 'info' && isCell(place)).slice(0, mostExcerpts);
  if (content === null || content.length > excerptBytes || grave.length === 0) return excerpts;
  const excerptAt = await excerptsOf(content, name);
  const shownPlaces = new Set<string>();
  for (const finding of grave) {
    const place = JSON.stringify(finding.place);
    const excerpt = shownPlaces.has(place) ? null : excerptAt(finding.place);
    if (excerpt !== null) excerpts.set(finding, excerpt);
    shownPlaces.add(place);
  }
  return excerpts;
}
