import { basename, join, resolve } from 'node:path';
import { reaches } from '../../findings/exit-code.js';
import { asOnDisk } from '../../intake/disk-name.js';
import type { Locale } from '../../model/campaign.js';
import type { CheckedFile } from '../../model/checked-file.js';
import type { FileMending } from '../../model/mending.js';
import type { GivenFile } from '../../pipeline/check-file.js';
import type { FileOnDisk } from '../../pipeline/check-on-disk.js';
import { WatchedChecker } from '../../pipeline/check-watched.js';
import { readGiven } from '../../pipeline/read-given.js';
import { mostTried } from '../../pipeline/trial.js';
import { checkAnnotations } from '../../render/check/annotations.js';
import { checkSarif } from '../../render/check/sarif.js';
import { checkJson } from '../../render/check-json.js';
import { renderCheck } from '../../render/check-result.js';
import { jsonText } from '../../render/json-text.js';
import { mendingLines } from '../../render/mending.js';
import { type Chosen, chooseCampaign, ownRoster, type Sample } from '../choose-campaign.js';
import { adviceOnReading } from '../disk-error.js';
import { Failure } from '../failure.js';
import { fixFile } from '../fix-file.js';
import type { ExitCode, Io } from '../io.js';
import type { CheckOptions } from '../options.js';
import { terminalOptions } from '../terminal-options.js';
import { workingFolder } from '../working-folder.js';

/** Examines single files as `aggregate` would and says whether they can be sent. Writes nothing but corrected copies. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  version: string,
): Promise<ExitCode> {
  const subjects: GivenFile[] = [];
  for (const typed of files) {
    const path = asOnDisk(typed, io.cwd);
    subjects.push({ path, name: basename(path), ...load(path, io) });
  }
  const chosen = await chooseCampaign(options, io, iterate(subjects));
  const roster = ownRoster(options, chosen, io);
  const checker = new WatchedChecker(chosen.campaign, roster);
  const results: CheckedFile[] = [];
  try {
    for (const subject of subjects) {
      const { path, name } = subject;
      const onDisk = { path, name, absolute: resolve(io.cwd, path) };
      const said = await checker.check(subject, onDisk);
      results.push(...(options.fix === true ? await mended(said, onDisk, checker, chosen, io) : said));
    }
  } finally {
    await checker.close();
  }
  show(results, options, options.lang ?? chosen.campaign.locale, version, io);
  const findings = results.flatMap((one) => one.findings);
  return reaches(findings, options.failOn) ? 1 : 0;
}

/** What programs read is printed even where people asked for quiet. */
function show(results: readonly CheckedFile[], options: CheckOptions, locale: Locale, version: string, io: Io): void {
  const format = options.json === true ? 'json' : options.format;
  const json = (value: unknown) => `${jsonText(value)}\n`;
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
  files: readonly CheckedFile[],
  onDisk: FileOnDisk,
  checker: WatchedChecker,
  { place }: Chosen,
  io: Io,
): Promise<CheckedFile[]> {
  const inbox = join(workingFolder(place, io), 'inbox');
  const results: CheckedFile[] = [];
  for (const one of files) {
    const isToMend = one.findings.some(({ rule }) => rule === 'count/normalised');
    const isFile = one.path === onDisk.path;
    if (isFile && isToMend)
      results.push({ ...one, mending: await fixFile(onDisk.path, await checker.mend(onDisk), inbox, io) });
    else if (isFile) results.push({ ...one, mending: untouched });
    else results.push(isToMend ? { ...one, mending: inside } : one);
  }
  return results;
}

const inside: FileMending = { outcome: 'container', path: null, changed: [] };
const untouched: FileMending = { outcome: 'nothing', path: null, changed: [] };

/** All bytes of the file; of one larger than may be read here the first; why there are none, where it is no file. */
function load(path: string, io: Io): Pick<GivenFile, 'bytes' | 'size' | 'unread'> {
  try {
    return readGiven(resolve(io.cwd, path), mostTried);
  } catch (error) {
    throw new Failure({ zh: `读不到文件：${path}`, en: `cannot read: ${path}` }, adviceOnReading(error), error);
  }
}

async function* iterate(samples: readonly Sample[]): AsyncGenerator<Sample> {
  yield* samples;
}
