import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import { outcomeNames, ratedStatuses, statusNames } from '../findings/terms.js';
import { columnsOf } from '../findings/text.js';
import { plural, type Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { DeadlineReport, FileReport, Report, Standing, Status, UnitReport } from '../model/report.js';
import { filesToDealWith } from './attention.js';
import { bordersOf } from './borders.js';
import { inLines } from './lines.js';
import { isLong } from './long-lists.js';
import { spokenDue, spokenFull } from './moments.js';
import type { Outputs, RenderOptions } from './options.js';
import { bracketed, clean, percent, sentences, shortNameOf, told } from './words.js';

export interface StatusTableOptions extends RenderOptions {
  /** Left out where nothing was to be written. */
  readonly outputs?: Outputs | undefined;
}

/** Units × deadlines, what to deal with, and what was written. */
export function renderStatusTable(report: Report, options: StatusTableOptions): string {
  const look: Look = { report, options, paint: new Chalk({ level: options.colour ? 1 : 0 }) };
  const blocks = [
    heading(look),
    tableOf(look),
    report.standings.map((standing) => tallyLine(standing, look)).join('\n'),
    toDealWith(look),
    written(look),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

interface Look {
  readonly report: Report;
  readonly options: StatusTableOptions;
  readonly paint: ChalkInstance;
}

const usualWidth = 80;
const narrowest = 8;
const mostFiles = 20;

function heading({ report, options: { locale }, paint }: Look): string {
  const asOf = spokenFull(report.asOf);
  const words: Words = {
    zh: `报送情况　截至${asOf.zh}`,
    en: `Who has reported, as of ${asOf.en}`,
  };
  return `${paint.bold(clean(report.campaign.title))}\n${words[locale]}`;
}

function tableOf(look: Look): string {
  const { report, options } = look;
  const { deadlines } = report.campaign;
  const { units, left } = unitsShown(report);
  if (units.length === 0 && left > 0) return allWell(report)[options.locale];
  const nameColumn = units.reduce((most, { unit }) => Math.max(most, columnsOf(nameOf(unit, options.locale))), 4);
  const widest = widestCell(options.width ?? usualWidth, nameColumn, deadlines.length);
  const due = report.standings.map(({ deadline, due }) =>
    [
      ...evenly(clean(deadline.name), widest),
      ...inLines(spokenDue(due)[options.locale].split(/(?=（)|(?<= )/u), '', widest),
    ].join('\n'),
  );
  const table = new Table({
    head: [options.locale === 'zh' ? '单位' : 'Unit', ...due],
    // The library's own colours know nothing of ours being off.
    style: { head: [], border: [], compact: true },
    ...bordersOf(options),
  });
  for (const unit of units) {
    table.push([nameOf(unit.unit, options.locale), ...deadlines.map(({ id }) => cellOf(unit, id, widest, look))]);
  }
  return left === 0 ? table.toString() : `${table.toString()}\n${moreUnits(units.length, report)[options.locale]}`;
}

/** Of a long roster: rows that still tell something before they have run off the terminal. */
const mostRows = 100;

/** All that are concerned; of a long roster those with whom something is amiss, the gravest first. */
function unitsShown(report: Report): { readonly units: readonly UnitReport[]; readonly left: number } {
  const units = report.units.filter(({ concerned }) => concerned);
  const shown = isLong(report) ? gravestFirst(units).slice(0, mostRows) : units;
  return { units: shown, left: units.length - shown.length };
}

function gravestFirst(units: readonly UnitReport[]): readonly UnitReport[] {
  return gravity.flatMap((isSo, n) =>
    units.filter((unit) => isSo(unit) && !gravity.slice(0, n).some((isGraver) => isGraver(unit))),
  );
}

const has = (status: Status) => (unit: UnitReport) => unit.deadlines.some((at) => at.status === status);
const isUnsure = (unit: UnitReport) => unit.deadlines.some(({ uncertain }) => uncertain !== null);
const gravity: readonly ((unit: UnitReport) => boolean)[] = [has('missing'), has('incomplete'), has('late'), isUnsure];

function allWell({ units }: Report): Words {
  return {
    zh: `共${units.length}个单位，没有迟报、缺项、未报的；逐个情况见工作簿“报送情况”。`,
    en: `${units.length} units, none late, incomplete or missing; each is in the sheet 报送情况 of the workbook.`,
  };
}

function moreUnits(shown: number, { units }: Report): Words {
  const amiss = gravestFirst(units.filter(({ concerned }) => concerned)).length;
  return {
    zh: `共${units.length}个单位，其中${amiss}个有未报、缺项、迟报或待核的，以上是前${shown}个；全部见工作簿“报送情况”。`,
    en: `${units.length} units, ${amiss} of them missing, incomplete, late or unsure; these are the first ${shown}. All are in the sheet 报送情况 of the workbook.`,
  };
}

/** Broken where it must be, into lines of about the same width. */
function evenly(name: string, widest: number): readonly string[] {
  const columns = columnsOf(name);
  const lines = Math.max(1, Math.ceil(columns / widest));
  return inLines([...name], '', Math.ceil(columns / lines));
}

function nameOf({ name, required }: UnitReport['unit'], locale: Locale): string {
  return required ? clean(name) : `${clean(name)}${bracketed(locale === 'zh' ? '不计入' : 'not counted', locale)}`;
}

/** What is left for each deadline of the terminal's width, with two columns of padding and a border each. */
function widestCell(width: number, nameColumn: number, deadlines: number): number {
  return Math.max(narrowest, Math.floor((width - nameColumn - 4) / Math.max(1, deadlines)) - 3);
}

function cellOf(unit: UnitReport, deadline: string, widest: number, { report, options, paint }: Look): string {
  const at = unit.deadlines.find(({ id }) => id === deadline);
  if (at === undefined) return '';
  const colour = colours[at.status];
  return inLines(statusPieces(at, report, options.locale), '', widest)
    .map((line) => colour(paint, line))
    .join('\n');
}

/** 迟报3天, or 缺项： and the materials; each a piece that a line may end after. */
function statusPieces(at: DeadlineReport, report: Report, locale: Locale): readonly string[] {
  const { status, daysLate, receipt, uncertain } = at;
  const name = statusNames[status][locale];
  if (status === 'late') return [locale === 'zh' ? `${name}${daysLate}天` : `${name} ${daysLate}d`];
  if (uncertain !== null) return locale === 'zh' ? [name, '（待核）'] : [`${name} `, '(unsure)'];
  if (status === 'incomplete') return [locale === 'zh' ? '缺项：' : 'lacks: ', ...lackingPieces(at, report, locale)];
  if (status !== 'pending' || receipt === null) return [name];
  const [first = '', ...more] = lackingPieces(at, report, locale);
  return locale === 'zh' ? ['未到期，', `缺${first}`, ...more] : ['to come: ', first, ...more];
}

function lackingPieces({ lacking }: DeadlineReport, { campaign }: Report, locale: Locale): readonly string[] {
  const comma = locale === 'zh' ? '、' : ', ';
  return lacking.map((id, n) => `${clean(shortNameOf(id, campaign))}${n < lacking.length - 1 ? comma : ''}`);
}

const colours: Readonly<Record<Status, (paint: ChalkInstance, text: string) => string>> = {
  'on-time': (paint, text) => paint.green(text),
  late: (paint, text) => paint.yellow(text),
  incomplete: (paint, text) => paint.magenta(text),
  missing: (paint, text) => paint.red(text),
  pending: (paint, text) => paint.dim(text),
  exempt: (paint, text) => paint.dim(text),
};

function tallyLine({ deadline, due: at, isOver, tally }: Standing, { options: { locale }, paint }: Look): string {
  const { counts, rates, reported } = tally;
  const head = `${clean(deadline.name)}${locale === 'zh' ? '：' : ': '}`;
  if (!isOver) {
    const ahead: Words = {
      zh: `${spokenDue(at).zh}到期，已报齐${counts['on-time']}/${tally.expected}`,
      en: `due ${spokenDue(at).en}, ${counts['on-time']} of ${tally.expected} done`,
    };
    return `${head}${paint.dim(ahead[locale])}`;
  }
  const parts = ratedStatuses.map((status) => {
    const rate = rates === null || counts[status] === 0 ? '' : bracketed(percent(rates[status]), locale);
    const said: Words = {
      zh: `${statusNames[status].zh}${counts[status]}${rate}`,
      en: `${counts[status]} ${statusNames[status].en}${rate}`,
    };
    return counts[status] === 0 ? said[locale] : colours[status](paint, said[locale]);
  });
  const rate: Words = {
    zh: `上报率${percent(reported ?? 0)}`,
    en: `${percent(reported ?? 0)} reported`,
  };
  const due: Words = { zh: `应报${tally.due}`, en: `${tally.due} due` };
  const all = [due[locale], ...parts, ...(reported === null ? [] : [rate[locale]])];
  return `${head}${all.join(locale === 'zh' ? '，' : ', ')}`;
}

function toDealWith(look: Look): string {
  const { report, options, paint } = look;
  const files = filesToDealWith(report);
  if (files.length === 0) return '';
  const { zh, en }: Words = { zh: `需要处理（${files.length}个）`, en: `To deal with (${files.length})` };
  const left = files.length - mostFiles;
  const more: Words = { zh: `  …另有${left}个`, en: `  … and ${plural(left, 'more file')}` };
  return [
    paint.bold(options.locale === 'zh' ? zh : en),
    ...files.slice(0, mostFiles).flatMap((file) => fileLines(file, look)),
    ...(left > 0 ? [more[options.locale]] : []),
  ].join('\n');
}

function fileLines({ path, outcome, findings }: FileReport, { options: { locale }, paint }: Look): string[] {
  const word = outcome === 'unmatched' ? paint.yellow : paint.red;
  const head = `  ${word(outcomeNames[outcome][locale])} ${clean(path)}`;
  const [first] = findings;
  if (first === undefined) return [head];
  const { message, remedy } = told(first, locale);
  return [head, `    ${sentences([message, remedy], locale)}`];
}

function written({ options: { outputs, locale } }: Look): string {
  const lines: readonly (readonly [Words, string | null])[] = [
    [{ zh: '工作簿：', en: 'Workbook: ' }, outputs?.workbook ?? null],
    [{ zh: '通报：', en: 'Bulletin: ' }, outputs?.summary ?? null],
    [{ zh: '网页：', en: 'Page: ' }, outputs?.page ?? null],
  ];
  return lines.flatMap(([name, path]) => (path === null ? [] : [`${name[locale]}${clean(path)}`])).join('\n');
}
