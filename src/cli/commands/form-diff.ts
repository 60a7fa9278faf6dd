import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareCampaigns } from '../../campaign/compare/compare-campaigns.js';
import { findCampaign, loadCampaign, shippedCampaigns } from '../../campaign/find-campaign.js';
import { ruleIds } from '../../findings/catalogue.js';
import { bearerOf } from '../../locate/propose/wordings.js';
import type { Campaign } from '../../model/campaign.js';
import { draftWatched } from '../../pipeline/draft-on-disk.js';
import { type Comparison, differencesJson, renderDifferences } from '../../render/differences.js';
import { jsonText } from '../../render/json-text.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';
import { terminalOptions } from '../terminal-options.js';
import { cannotDraft, given, knownCampaigns } from './form-init.js';

export interface FormDiffOptions extends LanguageOption {
  readonly json?: boolean;
}

/** What differs between two definitions, or between a definition and a blank form. 1 where anything does. */
export async function formDiff(a: string, b: string, options: FormDiffOptions, io: Io): Promise<ExitCode> {
  const [before, after] = [definitionOf(a, io), definitionOf(b, io)];
  const defined = [before, after].filter((one) => one !== null);
  const known = [...defined, ...knownCampaigns(io)];
  const scope = defined.length === 2 ? 'all' : 'form';
  const knows = (label: string, wordings: readonly string[]) => bearerOf(label, [{ labels: wordings }]) !== undefined;
  const differences = compareCampaigns(
    before ?? (await drafted(a, known, io)),
    after ?? (await drafted(b, known, io)),
    { scope, knows },
  );
  const comparison: Comparison = { a, b, scope, differences };
  const locale = localeOf(options.lang, io.env);
  if (options.json) io.stdout(`${jsonText(differencesJson(comparison))}\n`);
  else io.stdout(renderDifferences(comparison, terminalOptions(locale, io)));
  return comparison.differences.length === 0 ? 0 : 1;
}

/** The campaign of an id, a campaign.yaml or its folder; null where the name is that of some other file. */
function definitionOf(name: string, io: Io): Campaign | null {
  const place = findCampaign(name, io.cwd);
  if (place !== null) return loadCampaign(place, ruleIds);
  const path = resolve(io.cwd, name);
  if (existsSync(path) && statSync(path).isFile()) return null;
  throw new Failure(
    { zh: `没有这个活动，也没有这个文件：${name}`, en: `neither a campaign nor a file: ${name}` },
    {
      zh: `可用：${shippedCampaigns().join(', ')}，campaign.yaml 的路径，或一张空表`,
      en: `there are: ${shippedCampaigns().join(', ')}, the path of a campaign.yaml, or a blank form`,
    },
  );
}

/** What a blank form says; labels the other definition knows get its ids. */
async function drafted(path: string, known: readonly Campaign[], io: Io): Promise<Campaign> {
  const files = given([path], io);
  const thisYear = io.now().getFullYear();
  const result = await draftWatched({ files, known, id: undefined, year: undefined, thisYear, rules: ruleIds });
  if (!result.ok) throw cannotDraft(result);
  return result.campaign;
}
