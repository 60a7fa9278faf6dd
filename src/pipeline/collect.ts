import { finding } from '../findings/finding.js';
import { ofName } from '../identify/identify-material.js';
import { digest } from '../intake/digest.js';
import { type InboxItem, kindOfName, listInbox } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { UnreadableReason } from '../model/rules.js';
import type { Entry, Examination, Receipt } from '../model/submission.js';
import { type MemberBytes, openZip } from '../read/open-zip.js';
import { sniff } from '../read/sniff.js';
import { examine, unexamined } from './examine.js';

const whole = { kind: 'file' } as const;
const nothingRead = digest(new Uint8Array());

/** Containers in containers are opened so far, and a container so many members. */
const deepest = { zip: 3, eml: 10 };
const mostMembers = { zip: 10_000, eml: 2_000 };

/** Reads the inbox from end to end: each entry with its receipt, its hash and what it turned out to be. */
export async function collect(inbox: string, campaign: Campaign): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const item of listInbox(inbox)) {
    for await (const entry of entriesOf(item, campaign)) entries.push(entry);
  }
  return entries;
}

/** Where an entry was found and what is known of it from there. */
interface Found {
  readonly path: string;
  readonly size: number;
  readonly receipt: Receipt;
  readonly archives: readonly string[];
  readonly sender: string | null;
  readonly depth: { readonly zip: number; readonly eml: number };
}

async function* entriesOf(item: InboxItem, campaign: Campaign): AsyncGenerator<Entry> {
  const { path, size, receipt } = item;
  const at: Found = { path, size, receipt, archives: [], sender: null, depth: { zip: 0, eml: 0 } };
  if (item.kind === 'link') yield unread(at, 'link');
  else if (item.kind === 'special') yield unread(at, 'unsupported');
  else if (item.kind !== 'file') yield ignored(at, item.kind);
  else {
    const bytes = await item.read().catch(() => null);
    if (bytes === null) yield unread(at, 'no-permission');
    else yield* opened(bytes, at, campaign);
  }
}

/** The entry itself and, where it is a container, all that is in it. */
async function* opened(bytes: Uint8Array, at: Found, campaign: Campaign): AsyncGenerator<Entry> {
  const name = nameOf(at.path);
  const kind = sniff(bytes, name);
  if (kind !== 'zip' && kind !== 'eml') {
    yield entry(at, digest(bytes), 'material', await examine(bytes, name, campaign));
    return;
  }
  const inside = kind === 'zip' ? zipContent(bytes, at) : await mailContent(bytes, at);
  const sha256 = digest(bytes);
  if (inside === null) yield unread(at, 'damaged', sha256);
  else if (at.depth[kind] >= deepest[kind]) yield unread(inside.at, 'too-deep', sha256);
  else if (inside.members.length > mostMembers[kind]) yield unread(inside.at, 'too-many', sha256);
  else if (inside.members.length === 0) yield entry(inside.at, sha256, 'material', emptyContainer(kind));
  else {
    yield entry(inside.at, sha256, 'container', unexamined(kind, null, []));
    const depth = { ...at.depth, [kind]: at.depth[kind] + 1 };
    for (const member of inside.members) {
      const path = `${at.path}!${member.path}`;
      yield* memberEntries(member, { ...inside.at, path, size: member.size, depth }, campaign);
    }
  }
}

interface ContainerMember {
  readonly path: string;
  readonly size: number;
  readonly decoration?: boolean;
  readonly read: () => MemberBytes;
}

/** A container's members, and the container itself with what its content told of it. */
interface Content {
  readonly at: Found;
  readonly members: readonly ContainerMember[];
}

function zipContent(bytes: Uint8Array, at: Found): Content | null {
  const members = openZip(bytes);
  return members && { at: { ...at, archives: [...at.archives, nameOf(at.path)] }, members };
}

/** What hangs on a mail was received when the outermost mail was. */
async function mailContent(bytes: Uint8Array, at: Found): Promise<Content | null> {
  const { openMail } = await import('../read/open-mail.js');
  const mail = await openMail(bytes);
  if (mail === null) return null;
  const isOuter = at.depth.eml === 0;
  const receipt = isOuter && mail.receivedAt !== null ? { at: mail.receivedAt, evidence: 'mail' as const } : at.receipt;
  const archives = [...at.archives, nameOf(at.path), mail.subject];
  return { at: { ...at, receipt, archives, sender: at.sender ?? mail.sender }, members: mail.attachments };
}

async function* memberEntries(member: ContainerMember, at: Found, campaign: Campaign): AsyncGenerator<Entry> {
  const kind = member.decoration === true ? 'noise' : kindOfName(nameOf(at.path), member.path);
  if (kind !== 'file') {
    yield ignored(at, kind);
    return;
  }
  const content = member.read();
  if (content.ok) yield* opened(content.bytes, at, campaign);
  else {
    const problem =
      content.problem === 'encrypted' ? finding('file/encrypted', {}, whole) : unreadable(content.problem);
    yield entry(at, nothingRead, 'material', unexamined('unknown', ofName(nameOf(at.path), campaign), [problem]));
  }
}

function unread(at: Found, reason: UnreadableReason, sha256 = nothingRead): Entry {
  return entry(at, sha256, 'material', unexamined('unknown', null, [unreadable(reason)]));
}

function unreadable(reason: UnreadableReason): Finding {
  return finding('file/unreadable', { reason }, whole);
}

function ignored(at: Found, kind: 'noise' | 'lock'): Entry {
  const findings = kind === 'lock' ? [finding('file/lock-file', {}, whole)] : [];
  return entry(at, nothingRead, 'ignored', unexamined('unknown', null, findings));
}

function emptyContainer(kind: 'zip' | 'eml'): Examination {
  return unexamined(kind, null, [finding('file/empty', { what: kind === 'zip' ? 'archive' : 'mail' }, whole)]);
}

function entry(at: Found, sha256: string, role: Entry['role'], examination: Examination): Entry {
  const { path, size, receipt, archives, sender } = at;
  const folders = path.split('!').flatMap((part) => part.split('/').slice(0, -1));
  return { path, sha256, bytes: size, receipt, folders, archives, sender, role, examination };
}

function nameOf(path: string): string {
  return path.split(/[/!]/).at(-1) ?? path;
}
