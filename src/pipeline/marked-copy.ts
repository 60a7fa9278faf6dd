import type { Document, Table } from '../model/document.js';
import type { Marks } from '../model/marks.js';
import { Allowance } from '../read/allowance.js';
import { openZip } from '../read/open-zip.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { drawDocument } from '../write/marked/draw-document.js';
import { markWorkbook } from '../write/marked/mark-workbook.js';
import type { Part } from '../write/marked/parts.js';
import type { InboxBytes, InboxEntry, Unfetched } from './inbox-bytes.js';

export interface MarkedCopy {
  readonly bytes: Uint8Array;
  /** `own`: the file itself with marks in it. `drawn`: a new workbook with what was read of it. */
  readonly made: 'own' | 'drawn';
}

/** `unreadable`: nothing of it can be shown in cells. */
export type WhyUnmarked = Unfetched | 'unreadable';

/** The copy of an entry of an inbox, or why there is none. */
export async function copyFromInbox(
  inbox: InboxBytes,
  { path, sha256 }: InboxEntry,
  name: string,
  marks: Marks,
): Promise<MarkedCopy | { readonly why: WhyUnmarked }> {
  const found = await inbox.fetch(path, sha256);
  if (!found.ok) return { why: found.why };
  return (await markedCopy(found.bytes, name, marks)) ?? { why: 'unreadable' };
}

/**
 * A workbook that shows its sender what to change: a copy of the file, or where it is of another format or cannot be
 * copied, one drawn from what was read. Null where nothing of it can be read.
 */
export async function markedCopy(bytes: Uint8Array, name: string, marks: Marks): Promise<MarkedCopy | null> {
  const format = sniff(bytes, name);
  const read = await readDocument(bytes, format);
  if (!read.ok || !read.document.tables.some(({ source }) => source === 'sheet')) return null;
  const own = format === 'xlsx' ? await ownCopy(bytes, read.document, marks) : null;
  if (own !== null) return { bytes: own, made: 'own' };
  const drawn = await drawDocument(read.document);
  const marked = markWorkbook(partsOf(drawn.bytes) ?? [], renamed(marks, drawn.names), null);
  return marked && { bytes: marked, made: 'drawn' };
}

/** Handed out only where it reads as the file itself does, but for the list. */
async function ownCopy(bytes: Uint8Array, document: Document, marks: Marks): Promise<Uint8Array | null> {
  const parts = partsOf(bytes);
  if (parts === null) return null;
  const earlier = document.tables.find((table) => isEarlierList(table, marks))?.name ?? null;
  const marked = markWorkbook(parts, marks, earlier);
  const again = marked && (await readDocument(marked, 'xlsx'));
  if (marked === null || !again?.ok) return null;
  const names = document.tables.map((table) => table.name).filter((name) => name !== earlier);
  const tables = (one: Document) => JSON.stringify(one.tables.filter((table) => names.includes(table.name)));
  return tables(document) === tables(again.document) ? marked : null;
}

/** The list of a copy we marked before, which its sender has mended and sent back. */
function isEarlierList({ name, cells }: Table, { list }: Marks): boolean {
  const [first] = cells;
  return name.startsWith(list.name) && first?.value.kind === 'text' && first.value.text === list.title;
}

/** Null where the package is not one we can put together again. */
function partsOf(bytes: Uint8Array): readonly Part[] | null {
  const parts: Part[] = [];
  const opened = openZip(bytes, new Allowance());
  if (!opened.ok) return null;
  for (const member of opened.members) {
    const content = member.read();
    if (!content.ok) return null;
    parts.push({ name: member.path, bytes: content.bytes });
  }
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  return parts.length === 0 || names.size < parts.length ? null : parts;
}

function renamed(marks: Marks, names: ReadonlyMap<string, string>): Marks {
  const of = (sheet: string) => names.get(sheet) ?? sheet;
  return {
    ...marks,
    cells: marks.cells.map((cell) => ({ ...cell, sheet: of(cell.sheet) })),
    list: {
      ...marks.list,
      rows: marks.list.rows.map((row) => ({ ...row, at: row.at && { ...row.at, sheet: of(row.at.sheet) } })),
    },
  };
}
