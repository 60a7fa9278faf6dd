import workerpool from 'workerpool';
import type { InboxItem } from '../intake/list-inbox.js';
import type { Bounds } from '../model/bounds.js';
import type { Campaign, Roster } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Marks } from '../model/marks.js';
import { checkOnDisk, type FileOnDisk } from './check-on-disk.js';
import type { DraftResult } from './draft-campaign.js';
import type { DraftOrder } from './draft-on-disk.js';
import { type ExaminedFile, examineFile, tryFiles } from './examine-file.js';
import { InboxBytes, type InboxEntry } from './inbox-bytes.js';
import type { Mending } from './mend.js';
import type { PictureTerms } from './merged-units.js';
import { useNode } from './native.js';
import type { UnitSources } from './progress-material.js';
import { trialOf } from './trial.js';
import { watchMemory } from './watch-memory.js';

/** The process that examines files for another one; see `crew.ts` and `aside.ts`. */

let known: { readonly fingerprint: string; readonly campaign: Campaign } | null = null;

/** The campaign is sent with every batch and made out once: what is worked out of it is kept by its identity. */
function sameAs(fingerprint: string, campaign: Campaign): Campaign {
  if (known?.fingerprint !== fingerprint) known = { fingerprint, campaign };
  return known.campaign;
}

async function tryBatch(
  inbox: string,
  items: readonly InboxItem[],
  fingerprint: string,
  campaign: Campaign,
): Promise<readonly (ExaminedFile | null)[]> {
  return tryFiles(inbox, items, sameAs(fingerprint, campaign), trialOf);
}

/** One file with all that it may cost, and what this process then takes up. */
async function examine(
  inbox: string,
  item: InboxItem,
  fingerprint: string,
  campaign: Campaign,
): Promise<readonly [ExaminedFile, number]> {
  return [await examineFile(inbox, item, sameAs(fingerprint, campaign)), process.memoryUsage.rss()];
}

/** The same for a file that is checked by itself. */
async function check(
  file: FileOnDisk,
  campaign: Campaign,
  roster: Roster | null,
): Promise<readonly [readonly CheckedFile[], number]> {
  return [await checkOnDisk(file, campaign, roster), process.memoryUsage.rss()];
}

/** A corrected copy of a file. */
async function mend(file: FileOnDisk, campaign: Campaign): Promise<readonly [Mending, number]> {
  const { mendOnDisk } = await import('./mend-on-disk.js');
  return [await mendOnDisk(file, campaign), process.memoryUsage.rss()];
}

let inboxOpen: { readonly folder: string; readonly inbox: InboxBytes } | null = null;

/** One after the other, files of one inbox are asked for; a large archive among them is read once. */
function opened(folder: string, bounds: Bounds): InboxBytes {
  if (inboxOpen?.folder !== folder) inboxOpen = { folder, inbox: new InboxBytes(folder, bounds) };
  return inboxOpen.inbox;
}

/** A copy of an entry, marked for who sent it. */
async function mark(folder: string, entry: InboxEntry, name: string, marks: Marks, bounds: Bounds) {
  const { copyFromInbox } = await import('./marked-copy.js');
  return [await copyFromInbox(opened(folder, bounds), entry, name, marks), process.memoryUsage.rss()];
}

/** A unit's part of the merged report, pictures made fit. */
async function merge(folder: string, sources: UnitSources, terms: PictureTerms, bounds: Bounds) {
  const { mergedPart } = await import('./merged-units.js');
  return [await mergedPart(sources, opened(folder, bounds), terms), process.memoryUsage.rss()];
}

/** A campaign drafted from blank forms. */
async function draft(order: DraftOrder): Promise<readonly [DraftResult, number]> {
  const { draftOnDisk } = await import('./draft-on-disk.js');
  return [await draftOnDisk(order), process.memoryUsage.rss()];
}

function ready(): boolean {
  return true;
}

useNode();
watchMemory(Number(process.argv[2]));
workerpool.worker({ tryBatch, examine, check, mend, mark, merge, draft, ready });
