import workerpool from 'workerpool';
import type { InboxItem } from '../intake/list-inbox.js';
import type { Campaign, Roster } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import { checkOnDisk, type FileOnDisk } from './check-on-disk.js';
import { type ExaminedFile, examineFile, tryFiles } from './examine-file.js';
import { useNode } from './native.js';
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

function ready(): boolean {
  return true;
}

useNode();
watchMemory(Number(process.argv[2]));
workerpool.worker({ tryBatch, examine, check, ready });
