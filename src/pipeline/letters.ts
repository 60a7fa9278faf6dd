import type { Day, Locale } from '../model/campaign.js';
import type { FileReport, Report } from '../model/report.js';
import type { Format } from '../model/rules.js';
import { changeList } from '../render/letters/change-list.js';
import { type Item, ownName } from '../render/letters/items.js';
import { marksOf } from '../render/letters/marks.js';
import { type Attachment, type MessageOptions, unitMessage } from '../render/letters/message.js';
import type { FileCase, UnitCase } from '../render/letters/unit-case.js';
import { windowsText } from '../write/out-folder.js';
import { safeName, stemOf, unusedName } from '../write/safe-name.js';
import type { WhyUnmarked } from './marked-copy.js';
import type { WatchedInbox } from './watched-inbox.js';

/** All that goes back to one unit. */
export interface Letter {
  readonly about: UnitCase;
  /** The name of its folder. */
  readonly folder: string;
  readonly message: string;
  readonly attachments: readonly Attachment[];
  /** What could not be marked, and why. */
  readonly unmarked: readonly Unmarked[];
  /** By name, the message among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Unmarked {
  readonly file: FileReport;
  readonly why: WhyUnmarked;
}

export interface LetterOptions {
  readonly locale: Locale;
  readonly by: Day | null;
}

const messageName = '消息.txt';

/** Writes what one unit is to get back: marked copies, lists, and a message that tells of them. */
export async function writeLetter(
  about: UnitCase,
  report: Report,
  inbox: WatchedInbox,
  { locale, by }: LetterOptions,
): Promise<Letter> {
  const files = new Map<string, Uint8Array>();
  const attachments: Attachment[] = [];
  const unmarked: Unmarked[] = [];
  const enclose = (path: string | null, { name, kind, bytes }: Enclosure) => {
    const own = unusedName(safeName(name), [...files.keys(), messageName]);
    files.set(own, bytes);
    attachments.push({ path, name: own, kind });
  };
  for (const one of about.files) {
    const { enclosure, why } = await enclosureOf(one, about, report, inbox, locale);
    if (why !== null) unmarked.push({ file: one.file, why });
    if (enclosure !== null) enclose(one.file.path, enclosure);
  }
  const rest = leftUntold(about, report, { locale, by, attachments });
  if (rest.length > 0) enclose(null, listed('其他', rest, about, report, locale));
  const { text } = unitMessage(about, report, { locale, by, attachments });
  files.set(messageName, windowsText(text));
  return { about, folder: folderOf(about, report), message: text, attachments, unmarked, files };
}

interface Enclosure {
  readonly name: string;
  readonly kind: Attachment['kind'];
  readonly bytes: Uint8Array;
}

/** What goes with the message for one file: a marked copy of a workbook, a list for a Word file, else nothing. */
async function enclosureOf(
  one: FileCase,
  about: UnitCase,
  report: Report,
  inbox: WatchedInbox,
  locale: Locale,
): Promise<{ readonly enclosure: Enclosure | null; readonly why: Unmarked['why'] | null }> {
  const name = stemOf(ownName(one.file)).replace(/(?:_已标注)+$/u, '');
  const copy = isSheet(one) ? await copyOf(one, report, inbox, locale) : null;
  if (copy !== null && 'made' in copy) {
    return { enclosure: { name: `${name}_已标注.xlsx`, kind: copy.made, bytes: copy.bytes }, why: null };
  }
  if (copy === null && !isWord(one.file)) return { enclosure: null, why: null };
  const items = one.findings.map((finding) => ({ file: one.file, finding }));
  return { enclosure: listed(name, items, about, report, locale), why: copy?.why ?? null };
}

function listed(name: string, items: readonly Item[], about: UnitCase, report: Report, locale: Locale): Enclosure {
  const text = changeList(about.unit.unit.name, items, report, locale);
  return { name: `${name}_修改说明.txt`, kind: 'list', bytes: windowsText(text) };
}

/** What the message would leave out and nothing that goes with it holds. */
function leftUntold(about: UnitCase, report: Report, options: MessageOptions): readonly Item[] {
  const covered = options.attachments.map(({ path }) => path);
  const { left } = unitMessage(about, report, options);
  return left.flat().filter(({ file }) => file === null || !covered.includes(file.path));
}

/** `07_万张村委会`: numbered as in the workbook, so that folders lie in the roster's order. */
export function folderOf({ number, unit }: Pick<UnitCase, 'number' | 'unit'>, { units }: Report): string {
  const digits = Math.max(2, String(units.length).length);
  return `${String(number).padStart(digits, '0')}_${safeName(unit.unit.name)}`;
}

async function copyOf(one: FileCase, report: Report, inbox: WatchedInbox, locale: Locale) {
  const { file } = one;
  return file.gone ? { why: 'gone' as const } : inbox.markedCopy(file, ownName(file), marksOf(one, report, locale));
}

function isSheet({ findings }: FileCase): boolean {
  return findings.some(({ place }) => place.kind === 'sheet');
}

const wordFormats: readonly Format[] = ['docx', 'doc'];

function isWord({ format }: FileReport): boolean {
  return wordFormats.includes(format);
}
