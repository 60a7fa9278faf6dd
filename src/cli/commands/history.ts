import { inZone } from '../../deadlines/calendar.js';
import { historyJson, renderHistory } from '../../render/history.js';
import { jsonText } from '../../render/json-text.js';
import { Failure } from '../failure.js';
import { findUnit } from '../find-units.js';
import type { ExitCode, Io } from '../io.js';
import { openReader } from '../keeper.js';
import { type HistoryOptions, isJson } from '../options.js';
import { prepare } from '../prepare.js';
import { asKnown } from '../renamed-inbox.js';
import { runOver } from '../session.js';
import { terminalOptions } from '../terminal-options.js';

/** What came when, as the ledger has it: for one unit or for all. */
export async function history(
  unit: string | undefined,
  options: HistoryOptions,
  io: Io,
  version: string,
): Promise<ExitCode> {
  const { request, work } = await prepare(options.inbox, options, io, version);
  const locale = options.lang ?? request.campaign.locale;
  const keeper = await openReader(work, io, locale);
  try {
    const asked = asKnown(request, keeper.ledger, work);
    const runs = keeper.ledger?.runs(asked.scope) ?? [];
    const last = runs.at(-1);
    if (keeper.ledger === null || last === undefined) {
      throw new Failure(
        { zh: '台账里还没有记录', en: 'the ledger holds nothing yet' },
        { zh: '先运行一次 campaign aggregate', en: 'run campaign aggregate first' },
      );
    }
    const known = unit === undefined ? null : findUnit(unit, request.roster, request.campaign);
    const isPast = options.asOf !== undefined && Date.parse(request.time.asOf) < Date.parse(last.asOf);
    const asOf = isPast ? request.time.asOf : last.asOf;
    const { report } = await runOver({ ...asked, time: { asOf, live: false } }, keeper.ledger);
    const seen = runs
      .filter((run) => Date.parse(run.asOf) <= Date.parse(asOf))
      .map((run) => inZone(run.asOf, request.campaign.timeZone));
    if (isJson(options)) io.stdout(`${jsonText(historyJson(report, known, seen, locale))}\n`);
    else if (!options.quiet) io.stdout(renderHistory(report, known, seen, terminalOptions(locale, io)));
    return 0;
  } finally {
    keeper.close();
  }
}
