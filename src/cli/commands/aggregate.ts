import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { inZone } from '../../deadlines/calendar.js';
import { reaches } from '../../findings/exit-code.js';
import { type InboxItem, listInbox } from '../../intake/list-inbox.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Campaign, Locale } from '../../model/campaign.js';
import type { Report, UnitReport } from '../../model/report.js';
import type { RunResult as Before } from '../../model/snapshot.js';
import { jsonPieces } from '../../render/json.js';
import type { Outputs } from '../../render/options.js';
import { renderStatusTable } from '../../render/status-table.js';
import { announcements } from '../announce.js';
import { cannotWrite } from '../disk-error.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { openKeeper, openReader } from '../keeper.js';
import { type AggregateOptions, type CommonOptions, type InboxOptions, isJson } from '../options.js';
import { type Given, givenFor, prepare, requestOf, requireFolder } from '../prepare.js';
import { progressOn } from '../progress.js';
import { asKnown, takeUp } from '../renamed-inbox.js';
import { type RunRequest, type RunResult, remember, runOver } from '../session.js';
import { terminalOptions } from '../terminal-options.js';
import { circumstancesOf, isSame, keepSaid, Listener, resultKept, termsOf } from '../unchanged.js';

/** Reads the inbox, writes the workbook, the page and the summary, prints the status table, and remembers the run. */
export async function aggregate(inbox: string, options: AggregateOptions, io: Io, version: string): Promise<ExitCode> {
  const folder = await requireFolder(inbox, io);
  const out = await prepareOut(options.out, folder, io);
  const given = await givenFor(inbox, options, io, version);
  const keeper = await openKeeper(options.ledger ? given.work : null, io, languageOf(options, given.campaign));
  try {
    const { ledger } = keeper;
    if (ledger === null) return (await run(requestOf(given, io), folder, out, options, null, io)).code;
    const words = takeUp(given, ledger, { work: given.work, out });
    if (words !== null) io.stderr(`campaign: ${words[languageOf(options, given.campaign)]}\n`);
    const terms = termsOf(given, [out, options, io.terminal]);
    const kept = resultKept(given, terms, ledger);
    // Where nothing can be the same, mistakes in the lists and want of room are told before the long walk.
    const early = kept === null ? requestOf(given, io) : null;
    const items = [...listInbox(given.inbox)];
    const now = circumstancesOf(terms, items);
    if (kept !== null && isSame(kept, now)) return sayAgain(kept, given, ledger, options, io);
    const request = early ?? requestOf(given, io);
    const listener = new Listener();
    const listening: Io = {
      ...io,
      stdout: (text) => {
        listener.hear(text);
        io.stdout(text);
      },
    };
    const { result, outputs, code } = await run(request, folder, out, options, ledger, listening, items);
    const written = Object.values(outputs).filter((path) => path !== null);
    if (result.collected?.withheld === 0)
      keepSaid(request, now, listener.said(), { report: result.report, code, outputs: written }, ledger);
    return code;
  } finally {
    keeper.close();
  }
}

async function run(
  request: RunRequest,
  inbox: string,
  out: string,
  options: AggregateOptions,
  ledger: Ledger | null,
  io: Io,
  items?: readonly InboxItem[],
) {
  const progress = options.quiet ? null : await progressOn(io, languageOf(options, request.campaign));
  const watched = progress === null ? request : { ...request, progress: progress.tell };
  const result = await runOver(watched, ledger, items).finally(() => progress?.end());
  announce(result, options, io);
  const outputs = await write(result.report, inbox, out, languageOf(options, request.campaign));
  if (ledger !== null) remember(request, result, ledger);
  await print(result.report, outputs, options, io);
  return { result, outputs, code: exitCodeOf(result.report, options.failOn) };
}

/** Nothing has changed: the outputs stay as they are, and what was said is said again. */
function sayAgain(before: Before, given: Given, ledger: Ledger, options: AggregateOptions, io: Io): ExitCode {
  const { campaign, time, scope, version } = given;
  ledger.recordAgain(scope, time.asOf, version, before.run);
  const at = inZone(before.run.asOf, campaign.timeZone).slice(11, 16);
  const words = {
    zh: `自${at}那次汇总以来没有变化，报表不用重写`,
    en: `nothing has changed since the run at ${at}; its reports stand`,
  };
  io.stderr(`campaign: ${words[languageOf(options, campaign)]}\n`);
  io.stdout(before.said);
  return before.code as ExitCode;
}

/** The same without writing anything: for a day before the last run as it is remembered, else as the inbox is now. */
export async function status(inbox: string, options: InboxOptions, io: Io, version: string): Promise<ExitCode> {
  const { request, work } = await prepare(inbox, options, io, version);
  const keeper = await openReader(options.ledger ? work : null, io, languageOf(options, request.campaign));
  try {
    const result = await runOver(asKnown(request, keeper.ledger, work), keeper.ledger);
    announce(result, options, io);
    await print(result.report, { workbook: null, summary: null, page: null }, options, io);
    return exitCodeOf(result.report, options.failOn);
  } finally {
    keeper.close();
  }
}

export function languageOf(options: CommonOptions, campaign: Campaign): Locale {
  return options.lang ?? campaign.locale;
}

export function announce(result: RunResult, options: CommonOptions, io: Io): void {
  for (const line of announcements(result, languageOf(options, result.report.campaign))) io.stderr(line);
}

/** The reports may not lie in the inbox, or they would be read as received the next time. */
export async function prepareOut(out: string, inbox: string, io: Io): Promise<string> {
  const folder = resolve(io.cwd, out);
  const below = relative(inbox, folder);
  if (below === '' || !(below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below)) {
    throw new Failure(
      { zh: `输出文件夹不能放在收件箱里：${folder}`, en: `the output folder may not lie in the inbox: ${folder}` },
      { zh: '请用 --out 换一个地方', en: 'choose another with --out' },
    );
  }
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  return folder;
}

/** Each folder on the way by itself: made all at once below /proc, they keep Node trying for ever. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null)) !== null) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function write(report: Report, inbox: string, out: string, locale: Locale): Promise<Outputs> {
  const { writeWorkbook } = await import('../../write/workbook.js');
  const { forNotepad } = await import('../../write/for-notepad.js');
  const { writeTogether } = await import('../../write/write-file.js');
  const { renderSummary } = await import('../../render/summary.js');
  const { renderReportPage } = await import('../../render/report-page.js');
  const { linksTo } = await import('../../write/workbook/links.js');
  const name = `${report.campaign.id}_${report.asOf.slice(0, 10)}`;
  const workbook = join(out, `汇总_${name}.xlsx`);
  const summary = join(out, `通报_${name}.txt`);
  const page = join(out, `汇总_${name}.html`);
  const text = forNotepad(renderSummary(report, report.locale));
  const html = await renderReportPage(report, { locale, linkTo: linksTo(report.files, inbox, page) });
  try {
    await writeTogether([
      { path: workbook, content: (file) => writeWorkbook(report, { inbox, out: workbook }, file) },
      { path: summary, content: text },
      { path: page, content: html },
    ]);
  } catch (error) {
    // A mistake of our own in drawing is no fault of the disk.
    throw error instanceof Error && 'syscall' in error ? cannotWrite(out, error) : error;
  }
  return { workbook, summary, page };
}

async function print(report: Report, outputs: Outputs, options: CommonOptions, io: Io): Promise<void> {
  const locale: Locale = options.lang ?? report.locale;
  if (isJson(options)) {
    for (const piece of jsonPieces(report, locale, outputs)) {
      io.stdout(piece);
      await io.drained?.();
    }
  } else if (!options.quiet) io.stdout(renderStatusTable(report, { ...terminalOptions(locale, io), outputs }));
}

const settledStatuses = ['on-time', 'pending', 'exempt'];

/** 1 where something needs a person: a late, incomplete or missing unit, a file nobody can place, a finding. */
function exitCodeOf(report: Report, failOn: CommonOptions['failOn']): ExitCode {
  if (failOn === 'never') return 0;
  const late = report.units.some((unit) => unit.deadlines.some((one) => !settledStatuses.includes(one.status)));
  const reached = ({ findings }: Pick<UnitReport, 'findings'>) => reaches(findings, failOn);
  return late || report.counts.unmatched > 0 || report.files.some(reached) || report.units.some(reached) ? 1 : 0;
}
