import { access, constants, mkdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parseInstant } from '../../deadlines/calendar.js';
import { reaches } from '../../findings/exit-code.js';
import type { Campaign, Instant, Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { assemble } from '../../pipeline/assemble.js';
import { collect } from '../../pipeline/collect.js';
import { reportJson } from '../../render/json.js';
import { renderStatusTable } from '../../render/status-table.js';
import { chooseCampaign, requireRoster, samplesOfInbox } from '../choose-campaign.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { type AggregateOptions, type CommonOptions, type InboxOptions, isJson } from '../options.js';
import { terminalOptions } from '../terminal-options.js';

interface Outputs {
  readonly workbook: string | null;
  readonly summary: string | null;
}

/** Reads the inbox, writes the workbook and the summary, prints the status table. */
export async function aggregate(inbox: string, options: AggregateOptions, io: Io, version: string): Promise<ExitCode> {
  const folder = await requireFolder(inbox, io);
  const out = await prepareOut(options.out, folder, io);
  const report = await makeReport(folder, options, io, version);
  const outputs = await write(report, folder, out);
  print(report, outputs, options, io);
  return exitCodeOf(report, options.failOn);
}

/** The same without writing anything. */
export async function status(inbox: string, options: InboxOptions, io: Io, version: string): Promise<ExitCode> {
  const report = await makeReport(await requireFolder(inbox, io), options, io, version);
  print(report, { workbook: null, summary: null }, options, io);
  return exitCodeOf(report, options.failOn);
}

async function makeReport(inbox: string, options: InboxOptions, io: Io, version: string): Promise<Report> {
  const chosen = await chooseCampaign(options, io, samplesOfInbox(inbox));
  const roster = requireRoster(options, chosen, io);
  const { campaign } = chosen;
  const asOf = asOfInstant(options, campaign, io);
  const entries = await collect(inbox, campaign);
  if (entries.length === 0) {
    const locale = options.lang ?? campaign.locale;
    io.stderr(`campaign: ${{ zh: `收件箱是空的：${inbox}`, en: `the inbox is empty: ${inbox}` }[locale]}\n`);
  }
  return assemble(entries, campaign, roster, asOf, version);
}

function asOfInstant(options: InboxOptions, campaign: Campaign, io: Io): Instant {
  if (options.asOf === undefined) return io.now().toISOString();
  const instant = parseInstant(options.asOf, campaign.timeZone);
  if (instant !== null) return instant;
  throw new Failure(
    { zh: `--as-of 看不懂：${options.asOf}`, en: `cannot read --as-of: ${options.asOf}` },
    { zh: '请写 2023-05-20 或 2023-05-20T17:30', en: 'write 2023-05-20 or 2023-05-20T17:30' },
  );
}

async function requireFolder(inbox: string, io: Io): Promise<string> {
  const folder = resolve(io.cwd, inbox);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return folder;
  throw new Failure(
    found === null
      ? { zh: `没有这个文件夹：${folder}`, en: `no such folder: ${folder}` }
      : { zh: `不是文件夹：${folder}`, en: `not a folder: ${folder}` },
    {
      zh: '请给出存放来件的文件夹，例如 campaign aggregate ./inbox',
      en: 'name the folder that holds what was received: campaign aggregate ./inbox',
    },
  );
}

/** The reports may not lie in the inbox, or they would be read as received the next time. */
async function prepareOut(out: string, inbox: string, io: Io): Promise<string> {
  const folder = resolve(io.cwd, out);
  const below = relative(inbox, folder);
  if (below === '' || !(below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below)) {
    throw new Failure(
      { zh: `输出文件夹不能放在收件箱里：${folder}`, en: `the output folder may not lie in the inbox: ${folder}` },
      { zh: '请用 --out 换一个地方', en: 'choose another with --out' },
    );
  }
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  return folder;
}

function cannotWrite(path: string, cause: unknown): Failure {
  return new Failure(
    { zh: `写不进去：${path}`, en: `cannot write: ${path}` },
    {
      zh: '请检查文件夹权限和磁盘空间，旧报告没有改动；文件若正在 WPS 或 Excel 里打开，请先关闭',
      en: 'look at permissions and free space; the earlier report is untouched; close the file if a program has it open',
    },
    cause,
  );
}

async function write(report: Report, inbox: string, out: string): Promise<Outputs> {
  const { writeWorkbook } = await import('../../write/workbook.js');
  const { writeWhole } = await import('../../write/write-file.js');
  const { renderSummary } = await import('../../render/summary.js');
  const name = `${report.campaign.id}_${report.asOf.slice(0, 10)}`;
  const workbook = join(out, `汇总_${name}.xlsx`);
  const summary = join(out, `通报_${name}.txt`);
  const bytes = await writeWorkbook(report, { inbox, out: workbook });
  const text = new TextEncoder().encode(renderSummary(report, report.locale));
  try {
    await writeWhole(workbook, bytes);
    await writeWhole(summary, text);
  } catch (error) {
    throw cannotWrite(out, error);
  }
  return { workbook, summary };
}

function print(report: Report, outputs: Outputs, options: CommonOptions, io: Io): void {
  const locale: Locale = options.lang ?? report.locale;
  if (isJson(options)) io.stdout(`${JSON.stringify(reportJson(report, locale, outputs), null, 2)}\n`);
  else if (!options.quiet) io.stdout(renderStatusTable(report, { ...terminalOptions(locale, io), outputs }));
}

const settledStatuses = ['on-time', 'pending', 'exempt'];

/** 1 where something needs a person: a late, incomplete or missing unit, a file nobody can place, a finding. */
function exitCodeOf(report: Report, failOn: CommonOptions['failOn']): ExitCode {
  if (failOn === 'never') return 0;
  const findings = [...report.files, ...report.units].flatMap((one) => one.findings);
  const late = report.units.some((unit) => unit.deadlines.some((one) => !settledStatuses.includes(one.status)));
  return late || report.counts.unmatched > 0 || reaches(findings, failOn) ? 1 : 0;
}
