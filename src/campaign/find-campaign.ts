import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Campaign, Roster } from '../model/campaign.js';
import type { RuleId } from '../model/rules.js';
import { decode } from './decode.js';
import { parseCampaign } from './parse-campaign.js';
import { parseRoster } from './parse-roster.js';

const shipped = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Where a campaign file was found, and the folder whose roster.csv goes with it. */
export interface CampaignPlace {
  readonly path: string;
  readonly folder: string;
}

/** Ids of the campaigns that ship with the program. */
export function shippedCampaigns(): readonly string[] {
  return readdirSync(shipped, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(shipped, entry.name, 'campaign.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** Whether the campaign came with the program, rather than being an office's own. */
export function isShipped(place: CampaignPlace): boolean {
  // Compared as the system compares paths: on Windows d:\ and D:\ are one drive.
  return relative(shipped, dirname(place.folder)) === '';
}

/** The campaign called by id or file; without a name the campaign.yaml here or in a parent folder; else null. */
export function findCampaign(name: string | undefined, cwd: string): CampaignPlace | null {
  if (name === undefined) return findUpwards(cwd);
  if (shippedCampaigns().includes(name)) return placeAt(join(shipped, name, 'campaign.yaml'));
  const path = resolve(cwd, name);
  if (existsSync(path) && /\.ya?ml$/i.test(path)) return placeAt(path);
  return existsSync(join(path, 'campaign.yaml')) ? placeAt(join(path, 'campaign.yaml')) : null;
}

export function loadCampaign(place: CampaignPlace, rules: readonly RuleId[]): Campaign {
  return parseCampaign(decode(readFileSync(place.path)), place.path, rules);
}

/** A list as it lies on the disk, not made out yet. */
export interface ListFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The roster named, else the one beside the campaign file; null where there is neither. */
export function readRoster(path: string | undefined, place: CampaignPlace, cwd: string): ListFile | null {
  const file = path === undefined ? join(place.folder, 'roster.csv') : resolve(cwd, path);
  if (path === undefined && !existsSync(file)) return null;
  return { path: file, bytes: readFileSync(file) };
}

/** The same, made out. */
export function loadRoster(
  path: string | undefined,
  place: CampaignPlace,
  campaign: Campaign,
  cwd: string,
): Roster | null {
  const file = readRoster(path, place, cwd);
  return file && parseRoster(file.bytes, file.path, campaign.levels);
}

function placeAt(path: string): CampaignPlace {
  return { path, folder: dirname(path) };
}

function findUpwards(folder: string): CampaignPlace | null {
  const path = join(folder, 'campaign.yaml');
  if (existsSync(path)) return placeAt(path);
  const parent = dirname(folder);
  return parent === folder ? null : findUpwards(parent);
}
