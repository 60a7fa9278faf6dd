/**
 * Writes `fixtures/`: the same bytes on every run. What must come of them follows from the plan of each inbox, never from
 * running the program.
 */
import { findCampaign, loadCampaign, loadRoster } from '../src/campaign/find-campaign.js';
import { ruleIds } from '../src/findings/catalogue.js';
import type { Campaign, Roster, Unit } from '../src/model/campaign.js';
import { planBinjiang } from './fixtures/binjiang.js';
import type { Sent } from './fixtures/sent.js';
import { figureStories } from './fixtures/stories/figures.js';
import { type Story, villages } from './fixtures/stories/kit.js';
import { materialStories } from './fixtures/stories/materials.js';
import { paperStories } from './fixtures/stories/papers.js';
import { togetherStories } from './fixtures/stories/together.js';
import { type Assignment, letters, type Truth, truthOf } from './fixtures/truth.js';
import { planWanzhang, strays } from './fixtures/wanzhang.js';
import { emptyFolder, type Times, writeInbox, writeJson, writeText } from './fixtures/write-inbox.js';

const beforeAnyDueDay = '2023-05-04T12:00:00+08:00';
const times: Times = {};
const wanzhang = shipped('wanzhang-2023');
const binjiang = shipped('binjiang-2021');

await makeWanzhang();
await makeBinjiang();
await makeStories();
writeJson('times.json', Object.fromEntries(Object.entries(times).sort(([a], [b]) => (a < b ? -1 : 1))));
// Bytes are the point here: no line ending may be touched.
writeText('.gitattributes', '* -text\n');

async function makeWanzhang(): Promise<void> {
  const planned = await planWanzhang(wanzhang.campaign, wanzhang.roster);
  const sent = [...planned.flatMap((one) => one.sent), ...(await strays(wanzhang.campaign))];
  const moments = ['2023-05-06', '2023-05-11', '2023-05-21', '2023-06-01', '2023-06-12T09:00:00+08:00'];
  makeInbox(wanzhang, sent, moments, new Map(planned.map(({ short, row }) => [short, row])));
}

async function makeBinjiang(): Promise<void> {
  const planned = await planBinjiang(binjiang.campaign, binjiang.roster, binjiang.path);
  const sent = planned.flatMap((one) => one.sent);
  const moments = ['2021-06-07T12:00:00+08:00', '2021-06-07', '2021-06-09T09:00:00+08:00'];
  makeInbox(binjiang, sent, moments, new Map(planned.map(({ short, row }) => [short, row])));
}

interface Shipped {
  readonly campaign: Campaign;
  readonly roster: Roster;
  readonly path: string;
}

function makeInbox(
  { campaign, roster }: Shipped,
  sent: readonly Sent[],
  moments: readonly string[],
  rows: ReadonlyMap<string, string>,
): void {
  const folder = campaign.id;
  emptyFolder(folder);
  writeInbox(`${folder}/inbox`, sent, times);
  const assignment = assignmentOf(campaign, roster);
  const truths = moments.map((asked) => ({ asked, ...truthOf(sent, assignment, instantOf(asked)) }));
  compareRows(truths.at(-1) as Truth, roster, rows);
  const isMaterial = ({ fate }: Sent) => fate !== 'noise' && fate !== 'container';
  writeJson(`${folder}/expected.json`, {
    campaign: folder,
    owners: Object.fromEntries(sent.filter(isMaterial).map(({ path, unit, material }) => [path, [unit, material]])),
    rules: Object.fromEntries(sent.flatMap(({ path, rules }) => (rules ? [[path, rules]] : []))),
    moments: truths,
  });
}

/** The planner wrote down how each row must read; what follows from the facts of the files must say the same. */
function compareRows({ deadlines }: Truth, roster: Roster, rows: ReadonlyMap<string, string>): void {
  for (const [short, row] of rows) {
    const unit = roster.find((one) => one.required && one.name.startsWith(short));
    const worked = letters(deadlines[unit?.id ?? ''] ?? []);
    if (worked !== row) throw new Error(`${short}: planned ${row}, but its files make ${worked}`);
  }
}

/** A day is meant to its last second. */
function instantOf(asked: string): string {
  return asked.length === 10 ? `${asked}T23:59:59+08:00` : asked;
}

function assignmentOf(campaign: Campaign, roster: Roster): Assignment {
  return {
    units: roster,
    deadlines: campaign.deadlines,
    least: Object.fromEntries(campaign.materials.map(({ id, least }) => [id, least])),
    sets: ['photos', 'video'],
    progress: 'progress',
    counted: (field) => !/^(?:publicity|visits|services)\.(?!village)|^online\./.test(field),
  };
}

async function makeStories(): Promise<void> {
  const desk = { wanzhang: wanzhang.campaign, binjiang: binjiang.campaign };
  const parts = [paperStories, figureStories, materialStories, togetherStories];
  emptyFolder('rules');
  writeText('rules/roster.csv', csv(villages));
  for (const part of parts) for (const story of await part(desk)) makeStory(story);
}

function makeStory(story: Story): void {
  const folder = `rules/${story.name}`;
  const { asOf = beforeAnyDueDay, campaign = 'wanzhang-2023', roster, before, drawnOut, findings, statuses } = story;
  writeInbox(`${folder}/inbox`, story.files, times);
  if (before !== undefined) writeInbox(`${folder}/before`, before.files, times);
  if (roster !== undefined) writeText(`${folder}/roster.csv`, csv(roster));
  for (const [name, text] of Object.entries(story.beside ?? {})) writeText(`${folder}/${name}`, text);
  writeJson(`${folder}/expected.json`, {
    ...{ campaign, asOf, rules: findings },
    ...(before && { before: before.asOf }),
    ...(drawnOut && { drawnOut }),
    ...(statuses && { statuses }),
  });
}

function csv(roster: readonly Unit[]): string {
  const rows = roster.map(({ id, name, level }) => `${id},${name},${level},yes\n`);
  return `id,name,level,required\n${rows.join('')}`;
}

function shipped(id: string): Shipped {
  const place = findCampaign(id, '/');
  if (place === null) throw new Error(`no campaign ${id}`);
  const campaign = loadCampaign(place, ruleIds);
  return { campaign, roster: loadRoster(undefined, place, campaign, '/') ?? [], path: place.path };
}
