import { join } from 'node:path';
import type { Campaign, ProgressForm, Unit } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import type { LeftOut } from '../../pipeline/merged-units.js';
import { mergedUnits } from '../../pipeline/watched-inbox.js';
import { volumesOf } from '../../pipeline/word-volumes.js';
import { jsonText } from '../../render/json-text.js';
import { renderWordResult, type WordResult, wordJson } from '../../render/word-result.js';
import { writeWhole } from '../../write/write-file.js';
import { announcements } from '../announce.js';
import { cannotWrite } from '../disk-error.js';
import { Failure } from '../failure.js';
import type { ExitCode, Io } from '../io.js';
import { openReader } from '../keeper.js';
import { type AggregateOptions, isJson } from '../options.js';
import { prepare } from '../prepare.js';
import { asKnown } from '../renamed-inbox.js';
import { runOver } from '../session.js';
import { prepareOut } from './aggregate.js';

/** Merges the 写实表 of all units into one Word document, pictures included, ready to be sent up. */
export async function word(inbox: string, options: AggregateOptions, io: Io, version: string): Promise<ExitCode> {
  const { request, work } = await prepare(inbox, options, io, version);
  const form = requireForm(request.campaign);
  const out = await prepareOut(options.out, request.inbox, io);
  const locale = options.lang ?? request.campaign.locale;
  const keeper = await openReader(options.ledger ? work : null, io, locale);
  try {
    const run = await runOver(asKnown(request, keeper.ledger, work), keeper.ledger);
    for (const line of announcements(run, locale)) io.stderr(line);
    if (io.terminal.isTerminal && !options.quiet) io.stderr(`campaign: ${patience[locale]}\n`);
    const result = await writeAll(run.report, form, request.inbox, out);
    if (isJson(options)) io.stdout(`${jsonText(wordJson(result))}\n`);
    else if (!options.quiet) io.stdout(renderWordResult(result, locale));
    const isComplete = result.absent.length === 0 && result.leftOut.length === 0;
    return isComplete || options.failOn === 'never' ? 0 : 1;
  } finally {
    keeper.close();
  }
}

/** A photograph takes a third of a second. */
const patience = { zh: '正在整理照片，照片多时要一两分钟', en: 'preparing pictures; many take a minute or two' };

function requireForm({ id, forms }: Campaign): ProgressForm {
  if (forms.progress !== undefined) return forms.progress;
  throw new Failure({ zh: `活动 ${id} 不要求写实表`, en: `the campaign ${id} asks for no progress reports` });
}

async function writeAll(report: Report, form: ProgressForm, inbox: string, out: string): Promise<WordResult> {
  const { mergedProgress } = await import('../../write/progress-report.js');
  const { campaign } = report;
  const absent = absentFrom(report);
  const tally = { included: 0, activities: 0, pictures: 0, surplus: 0 };
  const leftOut: LeftOut[] = [];
  const written: { path: string; bytes: number }[] = [];
  for await (const { parts, number, isLast } of volumesOf(mergedUnits(report, form, inbox))) {
    const suffix = number === 1 && isLast ? '' : `_${number}`;
    const path = join(out, `写实表_${campaign.id}_${report.asOf.slice(0, 10)}${suffix}.docx`);
    const units = parts.map((part) => part.unit);
    const bytes = await mergedProgress({ campaign, form, units, remarks: isLast ? remarkOn(absent, report) : [] });
    await writeWhole(path, bytes).catch((error: unknown) => {
      throw cannotWrite(out, error);
    });
    written.push({ path, bytes: bytes.length });
    for (const part of parts) {
      tally.included++;
      tally.activities += part.unit.activities.length;
      tally.pictures += part.pictures;
      tally.surplus += part.surplus;
      leftOut.push(...part.leftOut);
    }
  }
  return { ...tally, campaign, asOf: report.asOf, expected: report.coverage.expected, absent, leftOut, written };
}

/** Units that must report and have nothing to show. */
function absentFrom({ units }: Report): readonly Unit[] {
  const silent = units.filter(({ unit, activities }) => unit.required && (activities?.list.length ?? 0) === 0);
  return silent.map(({ unit }) => unit);
}

/** Names of this many fit under a table. */
const mostNames = 30;

/** Whoever reads the document must see that it is not complete. */
function remarkOn(absent: readonly Unit[], { coverage: { expected } }: Report): readonly string[] {
  if (absent.length === 0) return [];
  const names = absent.slice(0, mostNames).map(({ name }) => name);
  const more = absent.length > mostNames ? '等' : '';
  return [`说明：应报${expected}个单位，未收到写实表的${absent.length}个：${names.join('、')}${more}。`];
}
