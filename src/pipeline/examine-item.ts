import { finding } from '../findings/finding.js';
import { ofName } from '../identify/identify-material.js';
import { digest } from '../intake/digest.js';
import { kindOfName } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { Entry, Examination } from '../model/submission.js';
import { type MemberBytes, openZip } from '../read/open-zip.js';
import { sniff } from '../read/sniff.js';
import { examine, examineHead, unexamined } from './examine.js';

const whole = { kind: 'file' } as const;
export const nothingRead = digest(new Uint8Array());

/** Containers in containers are opened so far, and a container so many members. */
const deepest = { zip: 3, eml: 10 };
const mostMembers = { zip: 10_000, eml: 2_000 };

/** Where in the item an entry lies and what is known of it from there. */
interface Found {
  readonly name: string;
  readonly inside: string;
  readonly size: number;
  readonly mailedAt: string | null;
  readonly archives: readonly string[];
  readonly sender: string | null;
  readonly depth: { readonly zip: number; readonly eml: number };
}

/** All that one file of the inbox turns out to be: itself and, where it is a container, each member. */
export async function examineItem(
  bytes: Uint8Array,
  name: string,
  campaign: Campaign,
): Promise<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const { stored } of openItem(bytes, name, campaign)) entries.push(stored);
  return entries;
}

/** What one file turns out to be, with the bytes it was examined by; null where they could not be had. */
export interface OpenedEntry {
  readonly stored: StoredEntry;
  readonly bytes: Uint8Array | null;
}

/** The same one by one, so that the bytes of no more than one member need be held. */
export function openItem(bytes: Uint8Array, name: string, campaign: Campaign): AsyncGenerator<OpenedEntry> {
  return opened(bytes, outermost(name, bytes.length), campaign);
}

/** Files above this many bytes are not held in memory. A form is a thousand times smaller; only a video may be so long. */
export const largeFile = 100 * 1024 * 1024;

/** A very large file, told by its first bytes: a video is taken as it is, all else is too large. */
export function largeItem(
  head: Uint8Array,
  name: string,
  size: number,
  sha256: string,
  campaign: Campaign,
): StoredEntry {
  return entry(outermost(name, size), sha256, 'material', examineHead(head, name, size, largeFile, campaign));
}

/** A file that was not opened, and why. */
export function unreadItem(name: string, size: number, reason: UnreadableReason): readonly StoredEntry[] {
  const stored = unread(outermost(name, size), reason);
  return [reason === 'settling' ? { ...stored, role: 'settling' } : stored];
}

export function ignoredItem(name: string, size: number, kind: 'noise' | 'lock'): readonly StoredEntry[] {
  return [ignored(outermost(name, size), kind)];
}

function outermost(name: string, size: number): Found {
  return { name, inside: '', size, mailedAt: null, archives: [], sender: null, depth: { zip: 0, eml: 0 } };
}

async function* opened(bytes: Uint8Array, at: Found, campaign: Campaign): AsyncGenerator<OpenedEntry> {
  const kind = sniff(bytes, at.name);
  if (kind !== 'zip' && kind !== 'eml') {
    yield { stored: entry(at, digest(bytes), 'material', await examine(bytes, at.name, campaign)), bytes };
    return;
  }
  const content = kind === 'zip' ? zipContent(bytes, at) : await mailContent(bytes, at);
  const sha256 = digest(bytes);
  const problem = content === null ? unread(at, 'damaged', sha256) : notOpened(content, kind, sha256);
  if (problem !== null) yield { stored: problem, bytes };
  else if (content !== null) {
    yield { stored: entry(content.at, sha256, 'container', unexamined(kind, null, [])), bytes };
    const depth = { ...at.depth, [kind]: at.depth[kind] + 1 };
    for (const member of content.members) {
      const inside = `${at.inside}!${member.path}`;
      yield* memberEntries(member, { ...content.at, name: nameOf(inside), inside, size: member.size, depth }, campaign);
    }
  }
}

/** A container that is left shut, and why; null where it is to be opened. */
function notOpened({ at, members }: Content, kind: 'zip' | 'eml', sha256: string): StoredEntry | null {
  if (at.depth[kind] >= deepest[kind]) return unread(at, 'too-deep', sha256);
  if (members.length > mostMembers[kind]) return unread(at, 'too-many', sha256);
  return members.length === 0 ? entry(at, sha256, 'material', emptyContainer(kind)) : null;
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
  return members && { at: { ...at, archives: [...at.archives, at.name] }, members };
}

/** What hangs on a mail was received when the outermost mail was. */
async function mailContent(bytes: Uint8Array, at: Found): Promise<Content | null> {
  const { openMail } = await import('../read/open-mail.js');
  const mail = await openMail(bytes);
  if (mail === null) return null;
  const mailedAt = at.depth.eml === 0 ? mail.receivedAt : at.mailedAt;
  const archives = [...at.archives, at.name, mail.subject];
  return { at: { ...at, mailedAt, archives, sender: at.sender ?? mail.sender }, members: mail.attachments };
}

async function* memberEntries(member: ContainerMember, at: Found, campaign: Campaign): AsyncGenerator<OpenedEntry> {
  const kind = member.decoration === true ? 'noise' : kindOfName(at.name, member.path);
  if (kind !== 'file') {
    yield { stored: ignored(at, kind), bytes: null };
    return;
  }
  const content = member.read();
  if (content.ok) yield* opened(content.bytes, at, campaign);
  else {
    const problem =
      content.problem === 'encrypted' ? finding('file/encrypted', {}, whole) : unreadable(content.problem);
    const stored = entry(at, nothingRead, 'material', unexamined('unknown', ofName(at.name, campaign), [problem]));
    yield { stored, bytes: null };
  }
}

function unread(at: Found, reason: UnreadableReason, sha256 = nothingRead): StoredEntry {
  return entry(at, sha256, 'material', unexamined('unknown', null, [unreadable(reason)]));
}

function unreadable(reason: UnreadableReason): Finding {
  return finding('file/unreadable', { reason }, whole);
}

function ignored(at: Found, kind: 'noise' | 'lock'): StoredEntry {
  const findings = kind === 'lock' ? [finding('file/lock-file', {}, whole)] : [];
  return entry(at, nothingRead, 'ignored', unexamined('unknown', null, findings));
}

function emptyContainer(kind: 'zip' | 'eml'): Examination {
  return unexamined(kind, null, [finding('file/empty', { what: kind === 'zip' ? 'archive' : 'mail' }, whole)]);
}

function entry(at: Found, sha256: string, role: Entry['role'], examination: Examination): StoredEntry {
  const { inside, size, mailedAt, archives, sender } = at;
  return { inside, sha256, bytes: size, mailedAt, archives, sender, role, examination };
}

function nameOf(path: string): string {
  return path.split(/[/!]/).at(-1) ?? path;
}
