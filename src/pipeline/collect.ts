import { finding } from '../findings/finding.js';
import { digest } from '../intake/digest.js';
import { type InboxItem, listInbox } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import type { Finding } from '../model/finding.js';
import type { Entry, Examination } from '../model/submission.js';
import { examine, unexamined } from './examine.js';

const whole = { kind: 'file' } as const;
const nothingRead = digest(new Uint8Array());

/** Reads the inbox from end to end, one entry at a time: each with its receipt, its hash and what it turned out to be. */
export async function collect(inbox: string, campaign: Campaign): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const item of listInbox(inbox)) entries.push(await entryOf(item, campaign));
  return entries;
}

async function entryOf(item: InboxItem, campaign: Campaign): Promise<Entry> {
  if (item.kind === 'link') return unread(item, [finding('file/unreadable', { reason: 'link' }, whole)], 'material');
  if (item.kind === 'special')
    return unread(item, [finding('file/unreadable', { reason: 'unsupported' }, whole)], 'material');
  if (item.kind === 'lock') return unread(item, [finding('file/lock-file', {}, whole)], 'ignored');
  if (item.kind === 'noise') return unread(item, [], 'ignored');
  let bytes: Uint8Array;
  try {
    bytes = await item.read();
  } catch {
    return unread(item, [finding('file/unreadable', { reason: 'no-permission' }, whole)], 'material');
  }
  const name = item.path.split('/').at(-1) ?? item.path;
  return entry(item, digest(bytes), 'material', await examine(bytes, name, campaign));
}

function unread(item: InboxItem, findings: readonly Finding[], role: Entry['role']): Entry {
  return entry(item, nothingRead, role, unexamined('unknown', null, findings));
}

function entry(item: InboxItem, sha256: string, role: Entry['role'], examination: Examination): Entry {
  const { path, size, receipt } = item;
  return {
    path,
    sha256,
    bytes: size,
    receipt,
    folders: path.split('/').slice(0, -1),
    archives: [],
    sender: null,
    role,
    examination,
  };
}
