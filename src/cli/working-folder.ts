import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type CampaignPlace, isShipped } from '../campaign/find-campaign.js';
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

/** The decisions kept in the working folder; none where there is no such file. */
export function loadDecisions(folder: string, campaign: Campaign, roster: Roster): readonly Decision[] {
  const path = decisionsPath(folder);
  if (!existsSync(path)) return [];
  return parseDecisions(readFileSync(path), path, campaign, roster, parseInstant);
}

/** What a ledger keeps runs apart by: one campaign and one inbox. The folder may be moved as a whole. */
export function scopeOf(campaign: Campaign, inbox: string, folder: string): string {
  return `${campaign.id} ${relative(folder, inbox).split(sep).join('/')}`;
}
