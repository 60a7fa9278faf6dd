import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isShipped } from '../../campaign/find-campaign.js';
import { reaches } from '../../findings/exit-code.js';
import { withSeverities } from '../../findings/finding.js';
import { inOrder } from '../../findings/order.js';
import type { Campaign, Roster } from '../../model/campaign.js';
import { examineItem } from '../../pipeline/examine-item.js';
import { isHandedOut } from '../../pipeline/handed-out.js';
import { meaning, recogniser, recogniseUnit } from '../../pipeline/recognise.js';
import { type CheckedFile, checkJson, renderCheck } from '../../render/check-result.js';
import { type Chosen, chooseCampaign, rosterOf, type Sample } from '../choose-campaign.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { type CommonOptions, isJson } from '../options.js';
import { terminalOptions } from '../terminal-options.js';

/** Examines single files as `aggregate` would and says whether they can be sent. Writes nothing. */
export async function check(files: readonly string[], options: CommonOptions, io: Io): Promise<ExitCode> {
  const samples: (Sample & { path: string })[] = [];
  for (const path of files) samples.push({ path, name: basename(path), bytes: await load(path, io) });
  const chosen = await chooseCampaign(options, io, iterate(samples));
  const roster = rosterForCheck(options, chosen, io);
  const results: CheckedFile[] = [];
  for (const { path, name, bytes } of samples)
    results.push(...(await checkOne(path, name, bytes, chosen.campaign, roster)));
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

/** The file, or each member of the archive or mail it is. */
async function checkOne(
  path: string,
  name: string,
  bytes: Uint8Array,
  campaign: Campaign,
  roster: Roster | null,
): Promise<CheckedFile[]> {
  const look = roster === null ? null : recogniser(campaign, roster);
  const entries = await examineItem(bytes, name, campaign);
  const [first] = entries;
  const handedOut = first?.inside === '' && (await isHandedOut(bytes, first.examination));
  return entries
    .filter((entry) => entry.role === 'material')
    .map(({ inside, examination }) => {
      const blank = examination.blank || handedOut;
      const verdict = look && recogniseUnit(examination, inside === '' ? name : inside, look);
      const fills = verdict?.unit?.fills ?? [campaign.reportingLevel];
      const findings = [
        ...(verdict?.findings ?? []),
        ...(handedOut ? [] : examination.findings),
        ...meaning(examination, fills, campaign),
      ];
      return {
        path: `${path}${inside}`,
        material: campaign.materials.find((material) => material.id === examination.material)?.name ?? null,
        unit: verdict?.unit?.name ?? examination.unitText,
        blank,
        findings: inOrder(withSeverities(findings, campaign.severities)),
      };
    });
}

/** A shipped campaign's roster is some office's; names are looked up only in one's own. */
function rosterForCheck(options: CommonOptions, chosen: Chosen, io: Io): Roster | null {
  const own = options.roster !== undefined || !isShipped(chosen.place);
  return own ? rosterOf(options, chosen, io) : null;
}

async function load(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, path));
  } catch (error) {
    throw new Failure({ zh: `读不到文件：${path}`, en: `cannot read: ${path}` }, null, error);
  }
}

async function* iterate(samples: readonly Sample[]): AsyncGenerator<Sample> {
  yield* samples;
}
