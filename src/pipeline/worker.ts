import workerpool from 'workerpool';
import type { InboxItem } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import { type ExaminedFile, examineFiles } from './examine-file.js';
import { useNode } from './native.js';

/** The process that examines files for another one; see `crew.ts`. */

let known: { readonly fingerprint: string; readonly campaign: Campaign } | null = null;

/** The campaign is sent with every batch and made out once: what is worked out of it is kept by its identity. */
async function examine(
  inbox: string,
  items: readonly InboxItem[],
  fingerprint: string,
  campaign: Campaign,
): Promise<readonly ExaminedFile[]> {
  if (known?.fingerprint !== fingerprint) known = { fingerprint, campaign };
  return examineFiles(inbox, items, known.campaign);
}

useNode();
workerpool.worker({ examine });
