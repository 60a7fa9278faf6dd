import { type FileHandle, open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { reaches } from '../../findings/exit-code.js';
import type { CheckedFile } from '../../model/checked-file.js';
import { checkFile, type GivenFile } from '../../pipeline/check-file.js';
import { headLength, largeFile } from '../../pipeline/open-item.js';
import { recogniser } from '../../pipeline/recognise.js';
import { checkJson } from '../../render/check-json.js';
import { renderCheck } from '../../render/check-result.js';
import { chooseCampaign, ownRoster, type Sample } from '../choose-campaign.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { type CommonOptions, isJson } from '../options.js';
import { terminalOptions } from '../terminal-options.js';

/** Examines single files as `aggregate` would and says whether they can be sent. Writes nothing. */
export async function check(files: readonly string[], options: CommonOptions, io: Io): Promise<ExitCode> {
  const samples: GivenFile[] = [];
  for (const path of files) samples.push({ path, name: basename(path), ...(await load(path, io)) });
  const chosen = await chooseCampaign(options, io, iterate(samples));
  const roster = ownRoster(options, chosen, io);
  const look = roster && recogniser(chosen.campaign, roster);
  const results: CheckedFile[] = [];
  for (const given of samples) {
    for await (const { file } of checkFile(given, chosen.campaign, look)) results.push(file);
  }
  const locale = options.lang ?? chosen.campaign.locale;
  if (isJson(options)) io.stdout(`${JSON.stringify(checkJson(results, locale), null, 2)}\n`);
  else if (!options.quiet) io.stdout(renderCheck(results, terminalOptions(locale, io)));
  return reaches(
    results.flatMap((one) => one.findings),
    options.failOn,
  )
    ? 1
    : 0;
}

/** All bytes of the file; of a very large one the first, as `aggregate` does. */
async function load(path: string, io: Io): Promise<{ readonly bytes: Uint8Array; readonly size: number }> {
  try {
    const file = await open(resolve(io.cwd, path));
    try {
      const { size } = await file.stat();
      if (size > largeFile) return { bytes: await headOf(file), size };
      const bytes = await file.readFile();
      return { bytes, size: bytes.length };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new Failure({ zh: `读不到文件：${path}`, en: `cannot read: ${path}` }, null, error);
  }
}

async function headOf(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
  return buffer.subarray(0, bytesRead);
}

async function* iterate(samples: readonly Sample[]): AsyncGenerator<Sample> {
  yield* samples;
}
