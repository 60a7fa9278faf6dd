import { join } from 'node:path';
import { reaches } from '../../findings/exit-code.js';
import type { Day, Locale } from '../../model/campaign.js';
import { isDay } from '../../model/day.js';
import type { Report } from '../../model/report.js';
import { folderOf, type Letter, type LetterOptions, writeLetter } from '../../pipeline/letters.js';
import { WatchedInbox } from '../../pipeline/watched-inbox.js';
import { jsonText } from '../../render/json-text.js';
import { returnJson } from '../../render/letters/json.js';
import { phoneList } from '../../render/letters/phone-list.js';
import { renderReturned } from '../../render/letters/returned.js';
import { byUrgency, type UnitCase, unitCases } from '../../render/letters/unit-case.js';
import { windowsText, writeFolder } from '../../write/out-folder.js';
import { cannotWrite } from '../disk-error.js';
import { Failure } from '../failure.js';
import { findUnits } from '../find-units.js';
import type { ExitCode, Io } from '../io.js';
import { openReader } from '../keeper.js';
import { type CommonOptions, isJson, type ReturnOptions } from '../options.js';
import { prepare, requireFolder } from '../prepare.js';
import { asKnown } from '../renamed-inbox.js';
import { runOver } from '../session.js';
import { terminalOptions } from '../terminal-options.js';
import { announce, languageOf, prepareOut } from './aggregate.js';

const phoneListName = '电话清单.txt';

/** Writes for each unit what it is to mend, and for the clerk whom to ring up. Nothing is recorded, nobody is sent anything. */
export async function returnToUnits(
  names: readonly string[],
  options: ReturnOptions,
  io: Io,
  version: string,
): Promise<ExitCode> {
  const inbox = await requireFolder(options.inbox, io);
  const by = dayGiven(options.by);
  const { request, work } = await prepare(options.inbox, options, io, version);
  const wanted = findUnits(names, request.roster, request.campaign).map(({ id }) => id);
  const out = await prepareOut(options.out, inbox, io);
  const locale = languageOf(options, request.campaign);
  const keeper = await openReader(options.ledger ? work : null, io, locale);
  try {
    const result = await runOver(asKnown(request, keeper.ledger, work), keeper.ledger);
    announce(result, options, io);
    const { report } = result;
    const cases = unitCases(report);
    const chosen = byUrgency(cases.filter(({ unit }) => wanted.length === 0 || wanted.includes(unit.unit.id)));
    const letters = await written(chosen, report, new WatchedInbox(inbox, request.campaign.bounds), { locale, by });
    const phone = cases.length === 0 ? null : phoneListName;
    await write(letters, phoneList(cases, report, locale), { out, phone, wanted }, report);
    print(letters, report, { out, phoneList: phone }, options, locale, io);
    return exitCodeOf(chosen, options.failOn);
  } finally {
    keeper.close();
  }
}

async function written(
  cases: readonly UnitCase[],
  report: Report,
  inbox: WatchedInbox,
  options: LetterOptions,
): Promise<readonly Letter[]> {
  const letters: Letter[] = [];
  try {
    for (const one of cases) letters.push(await writeLetter(one, report, inbox, options));
    return letters;
  } finally {
    await inbox.close();
  }
}

interface Target {
  readonly out: string;
  readonly phone: string | null;
  /** Ids of the units asked for; none for all. */
  readonly wanted: readonly string[];
}

/** What concerns units that were not asked for stays as an earlier run wrote it. */
async function write(letters: readonly Letter[], list: string, target: Target, report: Report): Promise<void> {
  const { out, phone, wanted } = target;
  const files = new Map<string, Uint8Array>();
  for (const { folder, files: own } of letters) {
    for (const [name, bytes] of own) files.set(`${folder}/${name}`, bytes);
  }
  if (phone !== null) files.set(phone, windowsText(list));
  const folders = report.units.flatMap((unit, n) =>
    wanted.includes(unit.unit.id) ? [folderOf({ unit, number: n + 1 }, report)] : [],
  );
  const covers = (path: string) =>
    wanted.length === 0 || path === phoneListName || folders.includes(path.split('/')[0] ?? '');
  try {
    await writeFolder(out, files, covers);
  } catch (error) {
    throw cannotWrite(out, error);
  }
}

function print(
  letters: readonly Letter[],
  report: Report,
  written: { readonly out: string; readonly phoneList: string | null },
  options: CommonOptions,
  locale: Locale,
  io: Io,
): void {
  if (isJson(options)) {
    io.stdout(`${jsonText(returnJson(letters, report, written, locale))}\n`);
  } else if (!options.quiet) {
    const list = written.phoneList && join(written.out, written.phoneList);
    io.stdout(renderReturned(letters, report, { ...terminalOptions(locale, io), out: written.out, phoneList: list }));
  }
}

function dayGiven(text: string | undefined): Day | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && isDay(text)) return text;
  throw new Failure(
    { zh: `--by 看不懂：${text}`, en: `cannot read --by: ${text}` },
    { zh: '请写 2023-06-16 这样的日期', en: 'write a day such as 2023-06-16' },
  );
}

/** 1 where something goes back: an error, or something owed past its day; questions count with --fail-on warning. */
function exitCodeOf(cases: readonly UnitCase[], failOn: CommonOptions['failOn']): ExitCode {
  if (failOn === 'never') return 0;
  const findings = cases.flatMap(({ files, whole }) => [...files.flatMap((one) => one.findings), ...whole]);
  return cases.some(({ debts }) => debts.length > 0) || reaches(findings, failOn) ? 1 : 0;
}
