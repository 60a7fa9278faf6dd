import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actionOf, parseDecisions } from '../../campaign/parse-decisions.js';
import { CampaignFileError } from '../../campaign/problem.js';
import { problemInChinese } from '../../campaign/problem-words.js';
import { withDecision } from '../../campaign/write-decisions.js';
import { inZone, parseInstant } from '../../deadlines/calendar.js';
import type { Words } from '../../findings/words.js';
import type { Locale, Roster, Unit } from '../../model/campaign.js';
import { jsonText } from '../../render/json-text.js';
import { chooseCampaign, requireRoster } from '../choose-campaign.js';
import { contentOf, outermost, pathInInbox } from '../decided-file.js';
import { cannotWrite } from '../disk-error.js';
import { Failure } from '../failure.js';
import { findUnit } from '../find-units.js';
import type { ExitCode, Io } from '../io.js';
import { type CommonOptions, isJson } from '../options.js';
import { decisionsPath, workingFolder } from '../working-folder.js';

export interface DecideOptions extends CommonOptions {
  readonly inbox: string;
  readonly file?: string;
  readonly sha256?: string;
  readonly unit?: string;
  readonly material?: string;
  readonly deadline?: string;
  readonly value?: string;
  readonly reason: string;
  readonly who: string;
  readonly date?: string;
}

/** Adds one line to decisions.csv, after the whole file has passed the check it will face at the next run. */
export async function decide(action: string, options: DecideOptions, io: Io): Promise<ExitCode> {
  const chosen = await chooseCampaign(options, io, nothing());
  const { campaign } = chosen;
  const roster = requireRoster(options, chosen, io);
  const path = decisionsPath(workingFolder(chosen.place, io));
  const before = existsSync(path) ? readFileSync(path) : null;
  const unit = options.unit === undefined ? '' : nameInRoster(findUnit(options.unit, roster, campaign), roster);
  const inbox = resolve(io.cwd, options.inbox);
  const file = options.file === undefined ? '' : pathInInbox(options.file, inbox, io.cwd);
  const { material = '', deadline = '', value = '', reason, who } = options;
  const sha256 = options.sha256 ?? (ofContent.includes(actionOf(action)) && file !== '' ? contentOf(file, inbox) : '');
  const today = inZone(io.now().toISOString(), campaign.timeZone).slice(0, 10);
  const row = { action, file, sha256, unit, material, deadline, value, reason, who, date: options.date ?? today };
  if (before !== null) parseDecisions(before, path, campaign, roster, parseInstant);
  const bytes = withDecision(before, row);
  const decisions = added(() => parseDecisions(bytes, path, campaign, roster, parseInstant));
  const { writeWhole } = await import('../../write/write-file.js');
  await writeWhole(path, bytes).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
  const locale = options.lang ?? campaign.locale;
  tell({ schema: 1, recorded: row, decisions: decisions.length, file: path }, options, locale, io);
  if (file !== '' && outermost(file, inbox) === null) io.stderr(`campaign: ${notThere(file)[locale]}\n`);
  return 0;
}

/** `--json` of `decide`, a contract. */
interface DecideJson {
  readonly schema: 1;
  readonly recorded: Readonly<Record<string, string>>;
  readonly decisions: number;
  readonly file: string;
}

function tell(done: DecideJson, options: DecideOptions, locale: Locale, io: Io): void {
  const words: Words = {
    zh: `已登记，现有${done.decisions}条处理意见：${done.file}`,
    en: `recorded; ${done.decisions} decisions now: ${done.file}`,
  };
  if (isJson(options)) io.stdout(`${jsonText(done)}\n`);
  else if (!options.quiet) io.stdout(`${words[locale]}\n`);
}

/** Rulings on one content, not on whatever comes under its name. */
const ofContent = ['accept', 'withdraw', 'received'];

/** The file was sound before: a mistake is in what was asked for, and nothing has been written. */
function added<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof CampaignFileError)) throw error;
    const last = error.problems.at(-1)?.replace(/^.*?:\d+ /su, '') ?? '';
    throw new Failure(
      { zh: `没有登记：${problemInChinese(last)}`, en: `not recorded: ${last}` },
      { zh: 'campaign decide --help 有例子', en: 'campaign decide --help has examples' },
    );
  }
}

function notThere(file: string): Words {
  return {
    zh: `收件箱里现在没有 ${file}，来件路径请照工作簿“来件清单”里的写`,
    en: `nothing lies at ${file} in the inbox now: write the path as the workbook lists it`,
  };
}

/** As people read it, where no other unit bears that name. */
function nameInRoster({ id, name }: Unit, roster: Roster): string {
  const bearers = roster.filter((one) => one.name === name || one.aliases.includes(name));
  return bearers.length === 1 ? name : id;
}

async function* nothing(): AsyncGenerator<never> {}
