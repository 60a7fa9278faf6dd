import { withSeverities } from '../findings/finding.js';
import { inOrder } from '../findings/order.js';
import type { Campaign, Unit } from '../model/campaign.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import type { Likely } from '../model/likely.js';
import type { Examination } from '../model/submission.js';
import { readDocument } from '../read/read-document.js';
import { sniff } from '../read/sniff.js';
import { type OpenedEntry, openItem } from './examine-item.js';
import { likelyIn } from './likely.js';
import { meaning, type Recogniser, recogniseUnit } from './recognise.js';

/** A file, or a member of one, examined by itself: with no inbox around it and no other unit beside it. */
export interface CheckedItem {
  /** Empty for the file itself, else `!` and the path in the container. */
  readonly inside: string;
  readonly examination: Examination;
  /** Null where nothing tells whose it is, or no roster was given. */
  readonly unit: Unit | null;
  readonly findings: readonly Finding[];
  readonly likely: ReadonlyMap<Finding, Likely>;
  /** What was read, where a finding is of a cell of it. */
  readonly document: Document | null;
}

/** Examines one file and each member of the archive or mail it is; names are looked up where there is a roster. */
export async function* checkItem(
  bytes: Uint8Array,
  name: string,
  campaign: Campaign,
  look: Recogniser | null,
): AsyncGenerator<CheckedItem> {
  for await (const opened of openItem(bytes, name, campaign)) {
    if (opened.stored.role === 'material') yield checked(opened, name, campaign, look);
  }
}

async function checked(
  { stored: { inside, examination }, bytes }: OpenedEntry,
  name: string,
  campaign: Campaign,
  look: Recogniser | null,
): Promise<CheckedItem> {
  const verdict = look && recogniseUnit(examination, inside === '' ? name : inside, look);
  const unit = verdict?.unit ?? null;
  const said = meaning(examination, unit?.fills ?? [campaign.reportingLevel], campaign);
  const all = [...(verdict?.findings ?? []), ...examination.findings, ...said];
  const findings = inOrder(withSeverities(all, campaign.severities));
  const document = bytes === null ? null : await documentBehind(bytes, `${name}${inside}`, findings);
  const likely = document === null ? new Map() : likelyIn(document, findings, campaign);
  return { inside, examination, unit, findings, likely, document };
}

/** Read a second time, because examinations do not keep it: that costs little for one file, and nothing for an inbox. */
async function documentBehind(bytes: Uint8Array, name: string, findings: readonly Finding[]): Promise<Document | null> {
  if (findings.every(({ place }) => place.kind === 'file')) return null;
  const read = await readDocument(bytes, sniff(bytes, name));
  return read.ok ? read.document : null;
}
