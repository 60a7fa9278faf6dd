import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isShipped } from '../../campaign/find-campaign.js';
import { reaches } from '../../findings/exit-code.js';
import type { Campaign, Locale, Roster } from '../../model/campaign.js';
import { checkItem } from '../../pipeline/check-item.js';
import { recogniser } from '../../pipeline/recognise.js';
import { checkAnnotations } from '../../render/check/annotations.js';
import { checkSarif } from '../../render/check/sarif.js';
import { type CheckedFile, checkJson, renderCheck } from '../../render/check-result.js';
import { type FileMending, mendingLines } from '../../render/mending.js';
import { type Chosen, chooseCampaign, rosterOf, type Sample } from '../choose-campaign.js';
import { adviceOnReading } from '../disk-error.js';
import { Failure } from '../failure.js';
import { fixFile } from '../fix-file.js';
import type { ExitCode, Io } from '../io.js';
import type { CheckOptions } from '../options.js';
import { terminalOptions } from '../terminal-options.js';
import { workingFolder } from '../working-folder.js';

interface Subject extends Sample {
  readonly path: string;
}

/** Examines single files as `aggregate` would and says whether they can be sent. Writes nothing but corrected copies. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  version: string,
): Promise<ExitCode> {
  const subjects: Subject[] = [];
  for (const path of files) subjects.push({ path, name: basename(path), bytes: await load(path, io) });
  const chosen = await chooseCampaign(options, io, iterate(subjects));
  const roster = rosterForCheck(options, chosen, io);
  const results: CheckedFile[] = [];
  for (const subject of subjects) {
    const checked = await checkOne(subject, chosen.campaign, roster);
    results.push(...(options.fix === true ? await mended(checked, subject, chosen, io) : checked));
  }
  show(results, options, options.lang ?? chosen.campaign.locale, version, io);
  const findings = results.flatMap((one) => one.findings);
  return reaches(findings, options.failOn) ? 1 : 0;
}

/** What programs read is printed even where people asked for quiet. */
function show(results: readonly CheckedFile[], options: CheckOptions, locale: Locale, version: string, io: Io): void {
  const format = options.json === true ? 'json' : options.format;
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  if (format === 'json') io.stdout(json(checkJson(results, locale)));
  else if (format === 'sarif') io.stdout(json(checkSarif(results, locale, version)));
  else if (format === 'github') io.stdout(checkAnnotations(results, locale));
  else if (!options.quiet) io.stdout(renderCheck(results, terminalOptions(locale, io)));
  if (format !== 'sarif' && format !== 'github') return;
  for (const { mending } of results) {
    if (mending !== undefined) io.stderr(`campaign: ${mendingLines(mending, locale)[0]}\n`);
  }
}

/** With what was done about each: a file may be given a corrected copy, members of a container are only told of. */
async function mended(
  checked: readonly CheckedFile[],
  { path, bytes }: Subject,
  { campaign, place }: Chosen,
  io: Io,
): Promise<CheckedFile[]> {
  const inbox = join(workingFolder(place, io), 'inbox');
  const results: CheckedFile[] = [];
  for (const one of checked) {
    if (one.path === path) results.push({ ...one, mending: await fixFile(path, bytes, campaign, inbox, io) });
    else if (one.findings.some(({ rule }) => rule === 'count/normalised')) results.push({ ...one, mending: inside });
    else results.push(one);
  }
  return results;
}

const inside: FileMending = { outcome: 'container', path: null, changed: [] };

/** The file, or each member of the archive or mail it is. */
async function checkOne(
  { path, name, bytes }: Subject,
  campaign: Campaign,
  roster: Roster | null,
): Promise<CheckedFile[]> {
  const look = roster === null ? null : recogniser(campaign, roster);
  const results: CheckedFile[] = [];
  for await (const { inside, examination, unit, document, ...said } of checkItem(bytes, name, campaign, look)) {
    results.push({
      ...{ path: `${path}${inside}`, inside, ...said, tables: document?.tables, blank: examination.blank },
      material: campaign.materials.find((material) => material.id === examination.material)?.name ?? null,
      unit: unit?.name ?? examination.unitText,
    });
  }
  return results;
}

/** A shipped campaign's roster is some office's; names are looked up only in one's own. */
function rosterForCheck(options: CheckOptions, chosen: Chosen, io: Io): Roster | null {
  const own = options.roster !== undefined || !isShipped(chosen.place);
  return own ? rosterOf(options, chosen, io) : null;
}

async function load(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, path));
  } catch (error) {
    throw new Failure({ zh: `读不到文件：${path}`, en: `cannot read: ${path}` }, adviceOnReading(error), error);
  }
}

async function* iterate(samples: readonly Sample[]): AsyncGenerator<Sample> {
  yield* samples;
}
