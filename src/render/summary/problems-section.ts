import { plural, severityNames, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import { lastName } from '../../model/entry-path.js';
import type { Finding, Place, Severity } from '../../model/finding.js';
import type { FileReport, Report, UnitReport } from '../../model/report.js';
import type { RuleId } from '../../model/rules.js';
import { openFindings } from '../attention.js';
import { type Bundle, bundled } from '../bundled.js';
import { filesOf, isLong } from '../long-lists.js';
import { bracketed, clean, placeOf, sentences, told } from '../words.js';
import type { Section } from './section.js';

/** Beyond these the workbook has the rest. */
const mostOfOneUnit = 10;
/** Of many places or files the first are named. */
const mostShown = 5;

/** 三、需核实的问题: by unit, errors before warnings; what was only recorded stays in the workbook. */
export function problemsSection(report: Report, locale: Locale): Section {
  const groups = [
    ...report.units.map((unit) => ({ name: clean(unit.unit.name), problems: problemsOf(unit, report) })),
    { name: nobodys[locale], problems: nobodysProblems(report) },
    { name: clerks[locale], problems: clerksProblems(report) },
  ].filter(({ problems }) => problems.length > 0);
  const shown = theGravest(groups, report);
  return {
    title: locale === 'zh' ? '需核实的问题' : 'To be mended or checked',
    lines:
      groups.length === 0
        ? [locale === 'zh' ? '没有需要更正或核实的问题。' : 'Nothing needs mending or checking.']
        : [
            introduction(groups.flatMap(({ problems }) => problems))[locale],
            ...shown.flatMap(({ name, problems }, n) => linesOf(name, problems, n + 1, locale)),
            ...(groups.length > shown.length ? [leftOut(groups.length - shown.length)[locale]] : []),
          ],
  };
}

interface Group {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** Of a long roster those come first who have something to mend, and not all of them. */
function theGravest(groups: readonly Group[], report: Report): readonly Group[] {
  if (!isLong(report)) return groups;
  const isGrave = ({ problems }: Group) => problems.some(([{ finding }]) => finding.severity === 'error');
  const grave = groups.filter(isGrave);
  if (grave.length >= mostGroups) return grave.slice(0, mostGroups);
  return [...grave, ...groups.filter((group) => !isGrave(group)).slice(0, mostGroups - grave.length)];
}

/** Of a long roster: units whose problems are told. */
const mostGroups = 100;

function leftOut(count: number): Words {
  return {
    zh: `……另有${count}个单位的问题，见工作簿“问题清单”。`,
    en: `… and ${plural(count, 'more unit')}; see the sheet 问题清单 of the workbook.`,
  };
}

const nobodys: Words = { zh: '归属不明或打不开的来件', en: 'Files of unknown owner, or that do not open' };

const clerks: Words = { zh: '收件登记（由经办人核实）', en: 'The register of receipts, for the clerk' };

/** Section 一 tells these. */
const toldElsewhere: readonly RuleId[] = ['deadline/late', 'deadline/missing', 'deadline/incomplete'];
/** What no unit can answer: how the inbox was kept. */
const forTheClerk: readonly RuleId[] = ['file/vanished', 'deadline/receipt-uncertain'];

/** A finding and the file it stands in; null where no one file is meant. */
interface Located {
  readonly file: string | null;
  readonly finding: Finding;
}

type Problem = Bundle<Located>;

function problemsOf({ unit, statistics, findings }: UnitReport, report: Report): readonly Problem[] {
  const own = filesOf(unit, report);
  if (findings.length === 0 && own.every((file) => file.findings.length === 0)) return [];
  const name = namer(own);
  const onWhole = findings
    .filter(({ rule, severity }) => ![...toldElsewhere, ...forTheClerk].includes(rule) && severity !== 'info')
    .map((finding) => ({
      file: finding.place.kind === 'file' || statistics === null ? null : name(statistics.path),
      finding,
    }));
  return bundled([...inFiles(own, name), ...onWhole], ({ finding }) => finding.rule);
}

function nobodysProblems(report: Report): readonly Problem[] {
  const own = filesOf(null, report);
  return bundled(inFiles(own, clean), ({ file, finding }) => JSON.stringify([file, finding.rule]));
}

function clerksProblems({ units, files }: Report): readonly Problem[] {
  const isClerks = ({ rule, severity }: Finding) => forTheClerk.includes(rule) && severity !== 'info';
  const receipts = units.flatMap(({ unit, findings }) =>
    findings.filter(isClerks).map((finding) => ({ file: clean(unit.name), finding })),
  );
  const vanished = files.flatMap((file) =>
    openFindings(file)
      .filter(isClerks)
      .map((finding) => ({ file: clean(file.path), finding })),
  );
  return bundled([...receipts, ...vanished], ({ finding }) => finding.rule);
}

function inFiles(own: readonly FileReport[], name: (path: string) => string): readonly Located[] {
  return own.flatMap((file) =>
    openFindings(file)
      .filter(({ rule }) => !forTheClerk.includes(rule))
      .map((finding) => ({ file: name(file.path), finding })),
  );
}

/** A file's own name tells enough, unless another file of the unit has the same. */
function namer(files: readonly FileReport[]): (path: string) => string {
  return (path) => {
    const own = lastName(path);
    return clean(files.filter((file) => lastName(file.path) === own).length > 1 ? path : own);
  };
}

function introduction(problems: readonly Problem[]): Words {
  const errors = countOf(problems, 'error');
  const warnings = countOf(problems, 'warning');
  const { zh, en } = tally(errors, warnings);
  const mend: Words = {
    zh: '需更正的改好重报之前不能使用',
    en: 'Errors must be mended and sent again before they can be used',
  };
  const look: Words = { zh: '需核实的已照常收下，属实的不用改', en: 'Warnings were accepted and need a look' };
  const meanings = [...(errors > 0 ? [mend] : []), ...(warnings > 0 ? [look] : [])];
  return {
    zh: `${zh}。${meanings.map((one) => one.zh).join('；')}。`,
    en: `${en}. ${meanings.map((one) => one.en).join('. ')}.`,
  };
}

function tally(errors: number, warnings: number): Words {
  const parts: Words[] = [
    ...(errors > 0 ? [{ zh: `${severityNames.error.zh}${errors}处`, en: plural(errors, 'error') }] : []),
    ...(warnings > 0 ? [{ zh: `${severityNames.warning.zh}${warnings}处`, en: plural(warnings, 'warning') }] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function countOf(problems: readonly Problem[], severity: Severity): number {
  return problems.flat().filter(({ finding }) => finding.severity === severity).length;
}

function linesOf(name: string, problems: readonly Problem[], number: number, locale: Locale): string[] {
  const counts = tally(countOf(problems, 'error'), countOf(problems, 'warning'));
  const left = problems.slice(mostOfOneUnit).flat().length;
  const more: Words = {
    zh: `……另有${left}处，见工作簿“问题清单”。`,
    en: `… and ${left} more; see the sheet 问题清单 of the workbook.`,
  };
  return [
    locale === 'zh' ? `${number}．${name}：${counts.zh}` : `${number}. ${name}: ${counts.en}`,
    ...problems.slice(0, mostOfOneUnit).map((one, n) => problemLine(one, n + 1, locale)),
    ...(left > 0 ? [more[locale]] : []),
  ];
}

/** （1）需更正：统计表.xlsx（信息统计表!F4），“宣传人数”填的是“很多”，不是一个数字。请填阿拉伯数字。 */
function problemLine(problem: Problem, number: number, locale: Locale): string {
  const [{ finding }] = problem;
  const { message, remedy } = told(finding, locale);
  const where =
    problem.length === 1 ? whereOf(problem, locale) : `${whereOf(problem, locale)}${forAll(problem)[locale]}`;
  const said = sentences([message, remedy], locale);
  const severity = severityNames[finding.severity][locale];
  if (locale === 'en') return `(${number}) ${severity}: ${where === '' ? '' : `${where}: `}${said}`;
  return `（${number}）${severity}：${where === '' ? '' : `${where}，`}${said}`;
}

function forAll({ length }: Problem): Words {
  return { zh: `共${length}处，如第一处`, en: `, ${length} in all; the first` };
}

/** 统计表.xlsx（信息统计表!F4、G4、H4等）; of several files only their names. */
function whereOf(problem: Problem, locale: Locale): string {
  const files = [...new Set(problem.flatMap(({ file }) => file ?? []))];
  const places = placesOf(
    problem.map(({ finding }) => finding.place),
    locale,
  );
  if (files.length > 1) return firstFew(files, locale);
  return `${files.join('')}${bracketed(firstFew(places, locale), locale)}`;
}

/** The sheet is named once. */
function placesOf(places: readonly Place[], locale: Locale): readonly string[] {
  return places
    .filter(({ kind }) => kind !== 'file')
    .map((place, n, all) => {
      const before = all[n - 1];
      const isSameSheet = place.kind === 'sheet' && before?.kind === 'sheet' && before.sheet === place.sheet;
      return isSameSheet && place.address !== undefined ? place.address : placeOf(place, locale);
    });
}

function firstFew(items: readonly string[], locale: Locale): string {
  const shown = items.slice(0, mostShown).join(locale === 'zh' ? '、' : ', ');
  return items.length > mostShown ? `${shown}${locale === 'zh' ? '等' : ', …'}` : shown;
}
