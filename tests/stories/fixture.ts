import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { restoreTimes } from '../../scripts/restore-times.js';
import { findCampaign, loadCampaign, loadRoster } from '../../src/campaign/find-campaign.js';
import { parseDecisions } from '../../src/campaign/parse-decisions.js';
import { remember, runOver } from '../../src/cli/session.js';
import { parseInstant } from '../../src/deadlines/calendar.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { openDatabase } from '../../src/ledger/database.js';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Campaign, Roster } from '../../src/model/campaign.js';
import type { Decision } from '../../src/model/decision.js';
import type { Report } from '../../src/model/report.js';
import type { Entry } from '../../src/model/submission.js';
import { assemble } from '../../src/pipeline/assemble.js';
import { collect } from '../../src/pipeline/collect.js';

export const project = fileURLToPath(new URL('../../', import.meta.url));
export const fixtures = join(project, 'fixtures');

/** A fixture's inbox, read once, ready to be reported on as of any moment. */
export interface Story {
  readonly folder: string;
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly entries: readonly Entry[];
  readonly decisions: readonly Decision[];
  readonly expected: unknown;
}

interface StoryFile {
  readonly campaign: string;
  /** Files to be made as large as this before they are read; no repository would keep them. */
  readonly drawnOut?: Readonly<Record<string, number>>;
}

/** Reads `fixtures/<name>` in place, each file with the time it was received at. */
export async function readStory(name: string): Promise<Story> {
  restoreTimes(fixtures);
  const folder = join(fixtures, name);
  const expected = readJson(join(folder, 'expected.json')) as StoryFile;
  const own = join(folder, 'campaign.yaml');
  const place = findCampaign(existsSync(own) ? own : expected.campaign, folder);
  if (place === null) throw new Error(`no campaign ${expected.campaign}`);
  const campaign = loadCampaign(place, ruleIds);
  const roster = loadRoster(rosterOf(folder), place, campaign, folder);
  if (roster === null) throw new Error(`no roster for ${name}`);
  const time = { asOf: endOfTime, live: false };
  const inbox = drawnOut(join(folder, 'inbox'), expected.drawnOut ?? {});
  const { entries } = await collect({ inbox, campaign, time, fingerprint: 'test' });
  if (expected.drawnOut !== undefined) rmSync(inbox, { recursive: true });
  return { folder, campaign, roster, entries, decisions: decisionsOf(folder, campaign, roster), expected };
}

/** Collecting is one for all moments: none of them is now. */
const endOfTime = '2099-12-31T00:00:00Z';

export function reportOn({ entries, campaign, roster, decisions }: Story, asOf: string): Report {
  const instant = parseInstant(asOf, campaign.timeZone) ?? '';
  return assemble(entries, { campaign, roster, asOf: instant, version: 'test', decisions });
}

/**
 * The report of a story whose past the ledger remembers: a run over `before/`, then one over `inbox/`, both at the same
 * place.
 */
export async function reportOnSecondRun(story: Story, before: string, asOf: string): Promise<Report> {
  const { folder, campaign, roster, decisions } = story;
  const work = mkdtempSync(join(tmpdir(), 'campaign-'));
  const inbox = join(work, 'inbox');
  const { database } = openDatabase(join(work, 'ledger.db'), new Date(before));
  const ledger = new Ledger(database);
  const requestAt = (moment: string) => {
    const time = { asOf: parseInstant(moment, campaign.timeZone) ?? '', live: false };
    return { inbox, campaign, roster, decisions, time, version: 'test', scope: 'story' };
  };
  try {
    cpSync(join(folder, 'before'), inbox, { recursive: true, preserveTimestamps: true });
    remember(requestAt(before), await runOver(requestAt(before), ledger), ledger);
    rmSync(inbox, { recursive: true });
    cpSync(join(folder, 'inbox'), inbox, { recursive: true, preserveTimestamps: true });
    return (await runOver(requestAt(asOf), ledger)).report;
  } finally {
    ledger.close();
    rmSync(work, { recursive: true });
  }
}

/** Every file below a folder, relative to it, as a plain walk finds them. */
export function filesBelow(folder: string): string[] {
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((one) => {
      const path = join(at, one.name);
      return one.isDirectory() ? walk(path) : [relative(folder, path).replaceAll('\\', '/')];
    });
  return walk(folder).sort();
}

/** The inbox itself, or a copy in which the files are drawn out with nothing, at no cost of space. */
function drawnOut(inbox: string, sizes: Readonly<Record<string, number>>): string {
  if (Object.keys(sizes).length === 0) return inbox;
  const copy = mkdtempSync(join(tmpdir(), 'campaign-'));
  cpSync(inbox, copy, { recursive: true, preserveTimestamps: true });
  for (const [path, size] of Object.entries(sizes)) {
    const { atime, mtime } = statSync(join(inbox, path));
    truncateSync(join(copy, path), size);
    utimesSync(join(copy, path), atime, mtime);
  }
  return copy;
}

function decisionsOf(folder: string, campaign: Campaign, roster: Roster): readonly Decision[] {
  const path = join(folder, 'decisions.csv');
  return existsSync(path) ? parseDecisions(readFileSync(path), path, campaign, roster, parseInstant) : [];
}

function rosterOf(folder: string): string | undefined {
  return [join(folder, 'roster.csv'), join(folder, '..', 'roster.csv')].find(existsSync);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
