import { existsSync, readFileSync } from 'node:fs';
import { parseDecisions } from '../../campaign/parse-decisions.js';
import { withDecision } from '../../campaign/write-decisions.js';
import { inZone, parseInstant } from '../../deadlines/calendar.js';
import type { Roster, Unit } from '../../model/campaign.js';
import { chooseCampaign, requireRoster } from '../choose-campaign.js';
import { cannotWrite } from '../disk-error.js';
import { findUnit } from '../find-units.js';
import type { ExitCode, Io } from '../io.js';
import type { CommonOptions } from '../options.js';
import { decisionsPath, workingFolder } from '../working-folder.js';

export interface DecideOptions extends CommonOptions {
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
  const { file = '', sha256 = '', material = '', deadline = '', value = '', reason, who } = options;
  const today = inZone(io.now().toISOString(), campaign.timeZone).slice(0, 10);
  const row = { action, file, sha256, unit, material, deadline, value, reason, who, date: options.date ?? today };
  const bytes = withDecision(before, row);
  const decisions = parseDecisions(bytes, path, campaign, roster, parseInstant);
  const { writeWhole } = await import('../../write/write-file.js');
  await writeWhole(path, bytes).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
  const locale = options.lang ?? campaign.locale;
  io.stdout(
    `${{ zh: `已登记，现有${decisions.length}条处理意见：${path}`, en: `recorded; ${decisions.length} decisions now: ${path}` }[locale]}\n`,
  );
  return 0;
}

/** As people read it, where no other unit bears that name. */
function nameInRoster({ id, name }: Unit, roster: Roster): string {
  const bearers = roster.filter((one) => one.name === name || one.aliases.includes(name));
  return bearers.length === 1 ? name : id;
}

async function* nothing(): AsyncGenerator<never> {}
