import { join } from 'node:path';
import {
  type CampaignPlace,
  findCampaign,
  isShipped,
  type ListFile,
  loadCampaign,
  readRoster,
  shippedCampaigns,
} from '../campaign/find-campaign.js';
import { parseRoster } from '../campaign/parse-roster.js';
import { ruleIds } from '../findings/catalogue.js';
import { type InboxItem, listInbox } from '../intake/list-inbox.js';
import { readItem } from '../intake/read-item.js';
import type { Campaign, Roster } from '../model/campaign.js';
import { campaignsNamed } from '../pipeline/name-campaign.js';
import { mostTried } from '../pipeline/trial.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import type { CampaignOptions } from './options.js';

export interface Chosen {
  readonly campaign: Campaign;
  readonly place: CampaignPlace;
}

/** So many documents are looked into for the name of a campaign. */
const enoughDocuments = 60;

/** The campaign asked for, else the one here or above, else the shipped one that the forms' own titles name. */
export async function chooseCampaign(
  options: CampaignOptions,
  io: Io,
  samples: AsyncIterable<Sample>,
): Promise<Chosen> {
  const place = findCampaign(options.campaign, io.cwd);
  if (place !== null) return { campaign: loadCampaign(place, ruleIds), place };
  if (options.campaign !== undefined) throw unknownCampaign(options.campaign);
  const shipped = shippedCampaigns().map((id) => chosen(id, io));
  const [first, second] = (await countNames(samples, shipped)).sort((a, b) => b.votes - a.votes);
  if (first === undefined || first.votes === 0 || first.votes === second?.votes) throw noCampaign();
  return first.one;
}

async function countNames(samples: AsyncIterable<Sample>, shipped: readonly Chosen[]) {
  const counts = shipped.map((one) => ({ one, votes: 0 }));
  const campaigns = shipped.map((one) => one.campaign);
  let seen = 0;
  for await (const { name, bytes } of samples) {
    const named = await campaignsNamed(bytes, name, campaigns);
    for (const count of counts) if (named.includes(count.one.campaign)) count.votes++;
    seen++;
    if (seen === enoughDocuments) break;
  }
  return counts;
}

function chosen(id: string, io: Io): Chosen {
  const place = findCampaign(id, io.cwd);
  if (place === null) throw unknownCampaign(id);
  return { campaign: loadCampaign(place, ruleIds), place };
}

/** A file whose title may tell the campaign. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function* samplesOfInbox(inbox: string): AsyncGenerator<Sample> {
  for (const item of listInbox(inbox)) {
    const mayTell = /\.(?:xlsx|xls|et|ods|docx|doc|csv)$/i.test(item.name) && item.size <= mostTried;
    const bytes = item.kind === 'file' && mayTell ? bytesOf(inbox, item) : null;
    if (bytes !== null) yield { name: item.name, bytes };
  }
}

/** One that cannot be had, being open elsewhere, names no campaign; the run itself tells of it. */
function bytesOf(inbox: string, item: InboxItem): Uint8Array | null {
  try {
    const bytes = readItem(inbox, item);
    return bytes === 'changed' ? null : bytes;
  } catch {
    return null;
  }
}

/** The roster named or beside the campaign file; it must be there. */
export function requireRoster(options: CampaignOptions, chosen: Chosen, io: Io): Roster {
  return rosterIn(requireRosterFile(options, chosen, io), chosen.campaign);
}

/** The same as it lies on the disk. */
export function requireRosterFile(options: CampaignOptions, { place }: Chosen, io: Io): ListFile {
  const file = rosterFile(options, place, io);
  if (file !== null) return file;
  throw new Failure(
    { zh: `没有名册：${join(place.folder, 'roster.csv')}`, en: `no roster: ${join(place.folder, 'roster.csv')}` },
    { zh: '请用 --roster 指定名册，列为 id,name,level', en: 'give one with --roster; columns id,name,level' },
  );
}

export function rosterIn({ path, bytes }: ListFile, { levels }: Campaign): Roster {
  return parseRoster(bytes, path, levels);
}

function rosterFile(options: CampaignOptions, place: CampaignPlace, io: Io): ListFile | null {
  try {
    return readRoster(options.roster, place, io.cwd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const path = options.roster ?? join(place.folder, 'roster.csv');
    throw new Failure({ zh: `读不到名册：${path}`, en: `cannot read the roster: ${path}` }, null, error);
  }
}

/** Where single files are checked: a shipped campaign's roster is some office's; names are looked up only in one's own. */
export function ownRoster(options: CampaignOptions, chosen: Chosen, io: Io): Roster | null {
  const isOwn = options.roster !== undefined || !isShipped(chosen.place);
  const file = isOwn ? rosterFile(options, chosen.place, io) : null;
  return file && rosterIn(file, chosen.campaign);
}

function unknownCampaign(name: string): Failure {
  const known = shippedCampaigns().join(', ');
  return new Failure(
    { zh: `没有这个活动：${name}`, en: `no such campaign: ${name}` },
    { zh: `可用：${known}，或一个 campaign.yaml 的路径`, en: `there are: ${known}, or the path of a campaign.yaml` },
  );
}

function noCampaign(): Failure {
  const known = shippedCampaigns().join(', ');
  return new Failure(
    {
      zh: '不知道是哪次活动：这里和上级文件夹没有 campaign.yaml，来件标题也没有写明',
      en: 'which campaign? There is no campaign.yaml here or above, and no form names one',
    },
    { zh: `请用 --campaign 指定，可用：${known}`, en: `name one with --campaign: ${known}` },
  );
}
