import { constants, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { decode } from '../../campaign/decode.js';
import { findCampaign, shippedCampaigns } from '../../campaign/find-campaign.js';
import { forExcel } from '../../campaign/for-excel.js';
import { noDecisions } from '../../campaign/write-decisions.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';

export interface InitOptions extends LanguageOption {
  readonly campaign: string;
}

/** Makes a working folder: the campaign and roster to edit, an inbox, blank forms. Nothing that is there is touched. */
export async function init(dir: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const place = shippedCampaigns().includes(options.campaign) ? findCampaign(options.campaign, io.cwd) : null;
  if (place === null) {
    const known = shippedCampaigns().join(', ');
    throw new Failure(
      { zh: `没有这个活动：${options.campaign}`, en: `no such campaign: ${options.campaign}` },
      { zh: `可用：${known}`, en: `there are: ${known}` },
    );
  }
  const folder = resolve(io.cwd, dir);
  const locale = localeOf(options.lang, io.env);
  const say = (path: string, made: boolean) => {
    const word = made ? { zh: '新建', en: 'made' } : { zh: '已有，未改动', en: 'kept' };
    io.stdout(`${word[locale]}  ${relative(io.cwd, path) || '.'}\n`);
  };
  try {
    await mkdir(join(folder, 'inbox'), { recursive: true });
    say(join(folder, 'inbox'), true);
    await mkdir(join(folder, 'forms'), { recursive: true });
    for (const name of (await readdir(place.folder)).sort()) {
      const target = join(folder, /\.(?:xlsx|docx)$/.test(name) ? 'forms' : '.', name);
      say(target, await copyNew(join(place.folder, name), target));
    }
    const decisions = join(folder, 'decisions.csv');
    say(decisions, await writeNew(decisions, noDecisions()));
  } catch (error) {
    throw new Failure({ zh: `建不了：${folder}`, en: `cannot make: ${folder}` }, null, error);
  }
  const next = {
    zh: '下一步：核对 campaign.yaml 和 roster.csv，把来件存进 inbox，然后运行 campaign aggregate',
    en: 'next: look through campaign.yaml and roster.csv, save what comes into inbox, then run campaign aggregate',
  };
  io.stdout(`${next[locale]}\n`);
  return 0;
}

async function copyNew(from: string, to: string): Promise<boolean> {
  if (from.endsWith('.csv')) return writeNew(to, forExcel(decode(await readFile(from))));
  return unlessThere(() => copyFile(from, to, constants.COPYFILE_EXCL));
}

async function writeNew(to: string, bytes: Uint8Array): Promise<boolean> {
  return unlessThere(() => writeFile(to, bytes, { flag: 'wx' }));
}

async function unlessThere(make: () => Promise<void>): Promise<boolean> {
  try {
    await make();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
