import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ListFile } from '../campaign/find-campaign.js';
import { parseInstant } from '../deadlines/calendar.js';
import type { Campaign, Instant } from '../model/campaign.js';
import { chooseCampaign, requireRosterFile, rosterIn, samplesOfInbox } from './choose-campaign.js';
import { asListed } from './decided-file.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { askForRoom } from './more-room.js';
import type { InboxOptions } from './options.js';
import type { RunRequest } from './session.js';
import { decisionsIn, readDecisions, scopeOf, workingFolder } from './working-folder.js';

/** What one run is given, its lists as they lie on the disk: to make out those of a country takes seconds and much room. */
export interface Given extends Omit<RunRequest, 'roster' | 'decisions' | 'progress' | 'holding'> {
  readonly roster: ListFile;
  readonly decisions: ListFile | null;
  /** Where the office keeps what lasts. */
  readonly work: string;
}

/** From the options. */
export async function givenFor(dir: string, options: InboxOptions, io: Io, version: string): Promise<Given> {
  const inbox = await requireFolder(dir, io);
  const chosen = await chooseCampaign(options, io, samplesOfInbox(inbox));
  const { campaign } = chosen;
  const work = workingFolder(chosen.place, io);
  return {
    inbox,
    campaign,
    roster: requireRosterFile(options, chosen, io),
    decisions: readDecisions(work),
    time: { asOf: asOfInstant(options, campaign, io), live: options.asOf === undefined },
    version,
    scope: scopeOf(campaign, inbox, work),
    work,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  };
}

/** The same with its lists made out; asks for room where they are long. */
export function requestOf(given: Given, io: Io): RunRequest {
  const { campaign, time, version, scope, inbox, jobs } = given;
  const roster = rosterIn(given.roster, campaign);
  askForRoom(roster.length, io);
  return {
    inbox,
    campaign,
    roster,
    decisions: asListed(decisionsIn(given.decisions, campaign, roster), inbox, given.work),
    time,
    version,
    scope,
    ...(jobs === undefined ? {} : { jobs }),
    holding: (entries) => askForRoom(entries, io, 2),
  };
}

/** Both at once, and the working folder. */
export async function prepare(
  dir: string,
  options: InboxOptions,
  io: Io,
  version: string,
): Promise<{ request: RunRequest; work: string }> {
  const given = await givenFor(dir, options, io, version);
  return { request: requestOf(given, io), work: given.work };
}

function asOfInstant(options: InboxOptions, campaign: Campaign, io: Io): Instant {
  if (options.asOf === undefined) return io.now().toISOString();
  const instant = parseInstant(options.asOf, campaign.timeZone);
  if (instant !== null) return instant;
  throw new Failure(
    { zh: `--as-of 看不懂：${options.asOf}`, en: `cannot read --as-of: ${options.asOf}` },
    { zh: '请写 2023-05-20 或 2023-05-20T17:30', en: 'write 2023-05-20 or 2023-05-20T17:30' },
  );
}

export async function requireFolder(inbox: string, io: Io): Promise<string> {
  const folder = resolve(io.cwd, inbox);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return folder;
  throw new Failure(
    found === null
      ? { zh: `没有这个文件夹：${folder}`, en: `no such folder: ${folder}` }
      : { zh: `不是文件夹：${folder}`, en: `not a folder: ${folder}` },
    {
      zh: '请给出存放来件的文件夹，例如 campaign aggregate ./inbox',
      en: 'name the folder that holds what was received: campaign aggregate ./inbox',
    },
  );
}
