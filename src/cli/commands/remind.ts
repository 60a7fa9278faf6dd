import { kindOfDay, nextDay } from '../../deadlines/workdays.js';
import { dayIn } from '../../findings/days.js';
import type { Campaign, Day, Locale } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { folderOf } from '../../pipeline/letters.js';
import { jsonText } from '../../render/json-text.js';
import { groupMessage } from '../../render/letters/group-message.js';
import { remindJson } from '../../render/letters/json.js';
import { type Reminder, remindersOf, reminderText } from '../../render/letters/reminder.js';
import { renderReminders } from '../../render/letters/reminders.js';
import { windowsText, writeFolder } from '../../write/out-folder.js';
import { cannotWrite } from '../disk-error.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { openReader } from '../keeper.js';
import { isJson, type RemindOptions } from '../options.js';
import { prepare, requireFolder } from '../prepare.js';
import { asKnown } from '../renamed-inbox.js';
import { runOver } from '../session.js';
import { terminalOptions } from '../terminal-options.js';
import { announce, languageOf, prepareOut } from './aggregate.js';

const groupName = '群消息.txt';

/** What to send to whom before a due day and after it. The as-of decides what day it is. */
export async function remind(options: RemindOptions, io: Io, version: string): Promise<ExitCode> {
  const inbox = await requireFolder(options.inbox, io);
  const { request, work } = await prepare(options.inbox, options, io, version);
  const { campaign } = request;
  const deadline = deadlineNamed(options.deadline, campaign);
  const out = options.out === undefined ? null : await prepareOut(options.out, inbox, io);
  const locale = languageOf(options, campaign);
  const keeper = await openReader(options.ledger ? work : null, io, locale);
  try {
    const result = await runOver(asKnown(request, keeper.ledger, work), keeper.ledger);
    announce(result, options, io);
    const { report } = result;
    const until = daysAhead(dayIn(report.asOf), options.days, campaign);
    const reminders = remindersOf(report, { until, deadline });
    const messages = reminders.map((one) => reminderText(one, report, locale));
    const group = groupMessage(reminders, report, locale);
    const files = reminders.map((one) => `${folderOf(one, report)}.txt`);
    if (out !== null) await write(out, files, messages, group);
    const written = { out, files: out === null ? [] : files };
    print(reminders, report, { group, messages }, written, options, locale, io);
    return options.failOn !== 'never' && reminders.length > 0 ? 1 : 0;
  } finally {
    keeper.close();
  }
}

function deadlineNamed(name: string | undefined, { deadlines }: Campaign): string | null {
  if (name === undefined) return null;
  const known = deadlines.find((one) => one.id === name || one.name === name);
  if (known !== undefined) return known.id;
  const all = deadlines.map((one) => `${one.id}（${one.name}）`).join('、');
  throw new Failure(
    { zh: `没有这个时限：${name}`, en: `no such deadline: ${name}` },
    { zh: `可用：${all}`, en: `there are: ${all}` },
  );
}

/** So many workdays on, and the free days before them: what is due on Sunday or Monday is to be said on Friday. */
function daysAhead(from: Day, days: number, campaign: Campaign): Day {
  let day = from;
  for (let left = days; left > 0; ) {
    day = nextDay(day);
    const { kind } = kindOfDay(day, campaign);
    if (kind === 'workday' || kind === 'makeup-workday') left--;
  }
  return day;
}

async function write(
  out: string,
  names: readonly string[],
  messages: readonly string[],
  group: string | null,
): Promise<void> {
  const files = new Map(names.map((name, n) => [name, windowsText(messages[n] ?? '')]));
  if (group !== null) files.set(groupName, windowsText(group));
  try {
    await writeFolder(out, files);
  } catch (error) {
    throw cannotWrite(out, error);
  }
}

function print(
  reminders: readonly Reminder[],
  report: Report,
  said: { readonly group: string | null; readonly messages: readonly string[] },
  written: { readonly out: string | null; readonly files: readonly string[] },
  options: RemindOptions,
  locale: Locale,
  io: Io,
): void {
  if (isJson(options)) io.stdout(`${jsonText(remindJson(reminders, report, said, written))}\n`);
  else if (!options.quiet) {
    io.stdout(renderReminders(reminders, said, { ...terminalOptions(locale, io), out: written.out }));
  }
}
