import { finding } from '../findings/finding.js';
import { ofName } from '../identify/identify-material.js';
import { kindOfName } from '../intake/kind-of-name.js';
import type { Campaign } from '../model/campaign.js';
import { lastName } from '../model/entry-path.js';
import type { Finding } from '../model/finding.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { Entry, Examination } from '../model/submission.js';
import { type MemberBytes, openZip } from '../read/open-zip.js';
import { sniff } from '../read/sniff.js';
import { examine, examineHead, unexamined } from './examine.js';

const whole = { kind: 'file' } as const;

/** An entry examined, with the bytes it was told by; null where none were read. */
export interface OpenedEntry extends Omit<StoredEntry, 'sha256'> {
  readonly name: string;
  readonly content: Uint8Array | null;
}

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

/**
 * All that one file turns out to be: itself and, where it is a container, each member, one at a time, so that no more
 * than one member is held. Touches no machine: the page in the browser opens files by the same code.
 */
export async function* openItem(bytes: Uint8Array, name: string, campaign: Campaign): AsyncGenerator<OpenedEntry> {
  yield* opened(bytes, outermost(name, bytes.length), campaign);
}

/** Files above this many bytes are not held in memory. A form is a thousand times smaller; only a video may be so long. */
export const largeFile = 100 * 1024 * 1024;
/** Enough of a very large file to tell what it is. */
export const headLength = 64 * 1024;

/** A very large file, told by its first bytes: a video is taken as it is, all else is too large. */
export function openHead(head: Uint8Array, name: string, size: number, campaign: Campaign): OpenedEntry {
  return entry(outermost(name, size), head, 'material', examineHead(head, name, size, largeFile, campaign));
}

/** A file that was not opened, and why. */
export function unreadItem(name: string, size: number, reason: UnreadableReason): OpenedEntry {
  const stored = unread(outermost(name, size), reason);
  return reason === 'settling' ? { ...stored, role: 'settling' } : stored;
}

export function ignoredItem(name: string, size: number, kind: 'noise' | 'lock'): OpenedEntry {
  return ignored(outermost(name, size), kind);
}

function outermost(name: string, size: number): Found {
  return { name, inside: '', size, mailedAt: null, archives: [], sender: null, depth: { zip: 0, eml: 0 } };
}

async function* opened(bytes: Uint8Array, at: Found, campaign: Campaign): AsyncGenerator<OpenedEntry> {
  const kind = sniff(bytes, at.name);
  if (kind !== 'zip' && kind !== 'eml') {
    yield entry(at, bytes, 'material', await examine(bytes, at.name, campaign));
    return;
  }
  const content = kind === 'zip' ? zipContent(bytes, at) : await mailContent(bytes, at);
  if (content === null) yield unread(at, 'damaged', bytes);
  else if (at.depth[kind] >= deepest[kind]) yield unread(content.at, 'too-deep', bytes);
  else if (content.members.length > mostMembers[kind]) yield unread(content.at, 'too-many', bytes);
  else if (content.members.length === 0) yield entry(content.at, bytes, 'material', emptyContainer(kind));
  else {
    yield entry(content.at, bytes, 'container', unexamined(kind, null, []));
    const depth = { ...at.depth, [kind]: at.depth[kind] + 1 };
    for (const member of content.members) {
      const inside = `${at.inside}!${member.path}`;
      yield* memberEntries(
        member,
        { ...content.at, name: lastName(inside), inside, size: member.size, depth },
        campaign,
      );
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
    yield ignored(at, kind);
    return;
  }
  const content = member.read();
  if (content.ok) yield* opened(content.bytes, at, campaign);
  else {
    const problem =
      content.problem === 'encrypted' ? finding('file/encrypted', {}, whole) : unreadable(content.problem);
    yield entry(at, null, 'material', unexamined('unknown', ofName(at.name, campaign), [problem]));
  }
}

function unread(at: Found, reason: UnreadableReason, content: Uint8Array | null = null): OpenedEntry {
  return entry(at, content, 'material', unexamined('unknown', null, [unreadable(reason)]));
}

function unreadable(reason: UnreadableReason): Finding {
  return finding('file/unreadable', { reason }, whole);
}

function ignored(at: Found, kind: 'noise' | 'lock'): OpenedEntry {
  const findings = kind === 'lock' ? [finding('file/lock-file', {}, whole)] : [];
  return entry(at, null, 'ignored', unexamined('unknown', null, findings));
}

function emptyContainer(kind: 'zip' | 'eml'): Examination {
  return unexamined(kind, null, [finding('file/empty', { what: kind === 'zip' ? 'archive' : 'mail' }, whole)]);
}

function entry(at: Found, content: Uint8Array | null, role: Entry['role'], examination: Examination): OpenedEntry {
  const { name, inside, size, mailedAt, archives, sender } = at;
  return { name, inside, bytes: size, mailedAt, archives, sender, role, examination, content };
}
