import { finding } from '../findings/finding.js';
import { ofName } from '../identify/identify-material.js';
import { kindOfName } from '../intake/kind-of-name.js';
import { type Bounds, mebibyte } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import { lastName } from '../model/entry-path.js';
import type { UnreadableReason } from '../model/rules.js';
import type { StoredEntry } from '../model/snapshot.js';
import type { Entry, Examination } from '../model/submission.js';
import { Allowance } from '../read/allowance.js';
import { type MemberBytes, openZip } from '../read/open-zip.js';
import { type Trouble, troubleOf } from '../read/problem.js';
import { examine, examineHead, troubled, unexamined } from './examine.js';
import { kindOf } from './kind-of.js';

const whole = { kind: 'file' } as const;

/** An entry examined, with the bytes it was told by; null where none were read. */
export interface OpenedEntry extends Omit<StoredEntry, 'sha256'> {
  readonly name: string;
  readonly content: Uint8Array | null;
}

/** Containers in containers are opened so far. */
const depthOf = { zip: 'zipDepth', eml: 'mailDepth' } as const;

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
export async function* openItem(
  bytes: Uint8Array,
  name: string,
  campaign: Campaign,
  allowance = new Allowance(campaign.bounds),
): AsyncGenerator<OpenedEntry> {
  yield* opened(bytes, outermost(name, bytes.length), { campaign, allowance });
}

/** What every entry of a file is examined by. */
interface Terms {
  readonly campaign: Campaign;
  readonly allowance: Allowance;
}

/** Enough of a very large file to tell what it is. */
export const headLength = 64 * 1024;

/** A very large file, told by its first bytes: a video is taken as it is, all else is too large. */
export function openHead(head: Uint8Array, name: string, size: number, campaign: Campaign): OpenedEntry {
  return entry(outermost(name, size), head, 'material', examineHead(head, name, size, campaign));
}

/** A file that was not opened, and why. */
export function unreadItem(name: string, size: number, reason: UnreadableReason): OpenedEntry {
  const stored = untold(outermost(name, size), null, { rule: 'file/unreadable', args: { reason } });
  return isPassing(reason) ? { ...stored, role: 'settling' } : stored;
}

/** What a file's examination took too much of; `given-up` where it ended its process otherwise. */
export type Ending = 'seconds' | 'memoryMebibytes' | 'given-up';

export function endedItem(name: string, size: number, why: Ending, { bounds }: Campaign): OpenedEntry {
  return untold(outermost(name, size), null, troubleOfEnding(why, bounds));
}

export function troubleOfEnding(why: Ending, bounds: Bounds): Trouble {
  if (why === 'given-up') return { rule: 'file/unreadable', args: { reason: why } };
  return { rule: 'file/too-large', args: { bound: why, limit: bounds[why] } };
}

/** What a next run will most likely find otherwise. */
function isPassing(reason: UnreadableReason): boolean {
  return reason === 'settling' || reason === 'vanished-meanwhile';
}

export function ignoredItem(name: string, size: number, kind: 'noise' | 'lock'): OpenedEntry {
  return ignored(outermost(name, size), kind);
}

function outermost(name: string, size: number): Found {
  return { name, inside: '', size, mailedAt: null, archives: [], sender: null, depth: { zip: 0, eml: 0 } };
}

async function* opened(bytes: Uint8Array, at: Found, terms: Terms): AsyncGenerator<OpenedEntry> {
  const { campaign, allowance } = terms;
  const told = allowance.within(() => kindOf(bytes, at.name));
  const kind = told.format;
  // One of another program's holds nothing for us.
  if ((kind !== 'zip' && kind !== 'eml') || told.cause !== null) {
    yield entry(at, bytes, 'material', await examine(bytes, at.name, campaign, allowance, told));
    return;
  }
  const content = kind === 'zip' ? zipContent(bytes, at, allowance) : await mailContent(bytes, at, allowance);
  const trouble = content.trouble ?? beyond(kind, at, content.members.length, allowance);
  if (trouble !== null) yield untold(content.at, bytes, trouble);
  else {
    yield content.members.some((member) => kindOfMember(member) === 'file')
      ? entry(content.at, bytes, 'container', unexamined(kind, null, []))
      : entry(content.at, bytes, 'material', emptyContainer(kind));
    const depth = { ...at.depth, [kind]: at.depth[kind] + 1 };
    for (const member of content.members) {
      const inside = `${at.inside}!${member.path}`;
      yield* memberEntries(member, { ...content.at, name: lastName(inside), inside, size: member.size, depth }, terms);
    }
  }
}

/** The bound that a container of this size, at this depth, with so many members meets; null where it meets none. */
function beyond(kind: 'zip' | 'eml', at: Found, members: number, allowance: Allowance): Trouble | null {
  try {
    allowance.keepTo('containerMebibytes', at.size / mebibyte);
    allowance.keepTo(depthOf[kind], at.depth[kind] + 1);
    if (kind === 'eml') allowance.keepTo('attachments', members);
    allowance.addMembers(members);
    return null;
  } catch (error) {
    return troubleOf(error);
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
  readonly trouble: Trouble | null;
}

function zipContent(bytes: Uint8Array, at: Found, allowance: Allowance): Content {
  const opened = openZip(bytes, allowance);
  if (!opened.ok) return { at, members: [], trouble: opened.trouble };
  return { at: { ...at, archives: [...at.archives, at.name] }, members: opened.members, trouble: null };
}

/** What hangs on a mail was received when the outermost mail was. */
async function mailContent(bytes: Uint8Array, at: Found, allowance: Allowance): Promise<Content> {
  const { openMail } = await import('../read/open-mail.js');
  const opened = await openMail(bytes, allowance);
  if (!opened.ok) return { at, members: [], trouble: opened.trouble };
  const { mail } = opened;
  const mailedAt = at.depth.eml === 0 ? mail.receivedAt : at.mailedAt;
  const archives = [...at.archives, at.name, mail.subject];
  return {
    at: { ...at, mailedAt, archives, sender: at.sender ?? mail.sender },
    members: mail.attachments,
    trouble: null,
  };
}

async function* memberEntries(member: ContainerMember, at: Found, terms: Terms): AsyncGenerator<OpenedEntry> {
  const kind = kindOfMember(member);
  if (kind !== 'file') {
    yield ignored(at, kind);
    return;
  }
  const content = member.read();
  if (content.ok) yield* opened(content.bytes, at, terms);
  else {
    const material = ofName(at.name, terms.campaign);
    yield entry(at, null, 'material', unexamined('unknown', material, [troubled(content.trouble)]));
  }
}

/** A signature's logo is noise too: a mail that holds nothing else has no attachment. */
function kindOfMember({ decoration, path }: ContainerMember): 'file' | 'noise' | 'lock' {
  return decoration === true ? 'noise' : kindOfName(lastName(path), path);
}

function untold(at: Found, content: Uint8Array | null, trouble: Trouble): OpenedEntry {
  return entry(at, content, 'material', unexamined('unknown', null, [troubled(trouble)]));
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
