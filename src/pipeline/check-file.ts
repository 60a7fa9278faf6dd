import { withSeverities } from '../findings/finding.js';
import { inOrder } from '../findings/order.js';
import { largestHeld } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { UnreadableReason } from '../model/rules.js';
import { Allowance } from '../read/allowance.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { isHandedOut } from './handed-out.js';
import { likelyIn } from './likely.js';
import { type Ending, endedItem, type OpenedEntry, openHead, openItem, unreadItem } from './open-item.js';
import { asOfUnit, meaning, type Recogniser, recogniseUnit } from './recognise.js';

/** A file as it is handed in to be checked before it is sent. */
export interface GivenFile {
  readonly path: string;
  readonly name: string;
  /** All bytes; of a file larger than `largestHeld` the first `headLength`. */
  readonly bytes: Uint8Array;
  readonly size: number;
  /** Why there are no bytes; left out where there are. */
  readonly unread?: UnreadableReason;
}

export interface CheckedEntry {
  readonly file: CheckedFile;
  readonly entry: OpenedEntry;
}

/**
 * What `check` has to say of a file, or of each member of the archive or mail it is, one at a time. The command line and
 * the page in the browser both ask here, so that they cannot differ. Names are looked up only where there is a roster.
 */
export async function* checkFile(
  given: GivenFile,
  campaign: Campaign,
  look: Recogniser | null,
  allowance = new Allowance(campaign.bounds),
): AsyncGenerator<CheckedEntry> {
  for await (const entry of entriesOf(given, campaign, allowance)) {
    if (entry.role === 'material' || entry.role === 'settling')
      yield { file: await checked(entry, given, { campaign, look, allowance }), entry };
  }
}

/** What is said of a file whose examination had to be ended. */
export function endedCheck({ path, name, size }: GivenFile, why: Ending, campaign: Campaign): CheckedFile {
  const { findings } = endedItem(name, size, why, campaign).examination;
  return { path, inside: '', material: null, unit: null, blank: false, findings };
}

interface Terms {
  readonly campaign: Campaign;
  readonly look: Recogniser | null;
  readonly allowance: Allowance;
}

async function* entriesOf(
  { name, bytes, size, unread }: GivenFile,
  campaign: Campaign,
  allowance: Allowance,
): AsyncGenerator<OpenedEntry> {
  if (unread !== undefined) yield unreadItem(name, size, unread);
  else if (size > largestHeld) yield openHead(bytes, name, size, campaign);
  else yield* openItem(bytes, name, campaign, allowance);
}

async function checked(
  { inside, content, examination }: OpenedEntry,
  { path, name }: GivenFile,
  { campaign, look, allowance }: Terms,
): Promise<CheckedFile> {
  const handedOut = content !== null && (await isHandedOut(content, examination, allowance.again()));
  const verdict = look && recogniseUnit(examination, inside === '' ? name : inside, look);
  const fills = verdict?.unit?.fills ?? [campaign.reportingLevel];
  const said = [
    ...(verdict?.findings ?? []),
    ...(handedOut ? [] : asOfUnit(examination.findings, { findings: verdict?.findings ?? [] }, fills)),
    ...meaning(examination, fills, campaign),
  ];
  const findings = inOrder(withSeverities(said, campaign.severities));
  const document =
    content === null ? null : await documentBehind(content, `${name}${inside}`, findings, allowance.again());
  return {
    path: `${path}${inside}`,
    inside,
    material: campaign.materials.find((material) => material.id === examination.material)?.name ?? null,
    unit: verdict?.unit?.name ?? examination.unitText,
    blank: examination.blank || handedOut,
    findings,
    likely: document === null ? new Map() : allowance.within(() => likelyIn(document, findings, campaign)),
    tables: document?.tables,
  };
}

/** Read a second time, because examinations do not keep it: that costs little for one file, and nothing for an inbox. */
async function documentBehind(
  bytes: Uint8Array,
  name: string,
  findings: readonly Finding[],
  allowance: Allowance,
): Promise<Document | null> {
  if (findings.every(({ place }) => place.kind === 'file')) return null;
  const read = await readDocument(bytes, sniff(bytes, name), allowance);
  return read.ok ? read.document : null;
}
