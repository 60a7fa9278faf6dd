import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type CampaignPlace, isShipped, type ListFile } from '../campaign/find-campaign.js';
import { parseDecisions } from '../campaign/parse-decisions.js';
import { parseInstant } from '../deadlines/calendar.js';
import type { Campaign, Roster } from '../model/campaign.js';
import type { Decision } from '../model/decision.js';
import type { Io } from './io.js';

/** Where the office keeps what lasts: the folder of its own campaign.yaml, else the current one. */
export function workingFolder(place: CampaignPlace, io: Io): string {
  return isShipped(place) ? io.cwd : place.folder;
}

export function ledgerPath(folder: string): string {
  return join(folder, '.campaign', 'ledger.db');
}

export function lockPath(folder: string): string {
  return join(folder, '.campaign', 'lock');
}

export function decisionsPath(folder: string): string {
  return join(folder, 'decisions.csv');
}

/** The decisions kept in the working folder, not made out yet; null where there is no such file. */
export function readDecisions(folder: string): ListFile | null {
  const path = decisionsPath(folder);
  return existsSync(path) ? { path, bytes: readFileSync(path) } : null;
}

export function decisionsIn(file: ListFile | null, campaign: Campaign, roster: Roster): readonly Decision[] {
  return file === null ? [] : parseDecisions(file.bytes, file.path, campaign, roster, parseInstant);
}

/**
 * What a ledger keeps runs apart by: one campaign and one inbox. The folder may be moved as a whole. On Windows `Inbox`
 * and `inbox` are one folder, whichever was typed, so there the names are those on the disk.
 */
export function scopeOf(campaign: Campaign, inbox: string, folder: string, onDisk = nameOnDisk): string {
  return `${campaign.id} ${relative(onDisk(folder), onDisk(inbox)).split(sep).join('/')}`;
}

function nameOnDisk(path: string): string {
  if (process.platform !== 'win32') return path;
  try {
    return realpathSync.native(path);
  } catch {
    return path; // Some network and memory drives do not tell.
  }
}
