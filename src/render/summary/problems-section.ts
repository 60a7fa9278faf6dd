import { plural, severityNames, type Words } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { FileReport, Report, UnitReport } from '../../model/report.js';
import { openFindings } from '../attention.js';
import { clean, placeOf, sentences, told } from '../words.js';
import type { Section } from './section.js';

/** Beyond these the workbook has the rest. */
const mostOfOneUnit = 10;
/** Places of one rule in one file beyond which the first speaks for all. */
const mostOfOneRule = 2;

/** 三、需核实的问题: by unit, errors before warnings; what was only recorded stays in the workbook. */
export function problemsSection(report: Report, locale: Locale): Section {
  const groups = [
    ...report.units.map((unit) => ({ name: clean(unit.unit.name), problems: problemsOf(unit, report) })),
    { name: nobodys[locale], problems: nobodysProblems(report) },
  ].filter(({ problems }) => problems.length > 0);
  return {
    title: locale === 'zh' ? '需核实的问题' : 'To be mended or checked',
    lines:
      groups.length === 0
        ? [locale === 'zh' ? '没有需要更正或核实的问题。' : 'Nothing needs mending or checking.']
        : [
            introduction(groups.flatMap(({ problems }) => problems))[locale],
            ...groups.flatMap(({ name, problems }, n) => linesOf(name, problems, n + 1, locale)),
          ],
  };
}

const nobodys: Words = { zh: '归属不明或打不开的来件', en: 'Files of unknown owner, or that do not open' };

/** Findings of one rule in one file, or on the unit as a whole. */
interface Problem {
  /** Null where no one file is meant. */
  readonly file: string | null;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Deadlines are told in section 一. */
function problemsOf({ unit, statistics, findings }: UnitReport, report: Report): readonly Problem[] {
  const own = report.files.filter((file) => file.unit?.id === unit.id);
  const name = namer(own);
  const onWhole = findings
    .filter(({ rule, severity }) => !rule.startsWith('deadline/') && severity !== 'info')
    .map((finding) => ({
      file: finding.place.kind === 'file' || statistics === null ? null : name(statistics.path),
      finding,
    }));
  return bundled([...inFiles(own, report, name), ...onWhole]);
}

function nobodysProblems(report: Report): readonly Problem[] {
  const own = report.files.filter(({ unit }) => unit === null);
  return bundled(inFiles(own, report, clean));
}

function inFiles(own: readonly FileReport[], report: Report, name: (path: string) => string) {
  return own.flatMap((file) => openFindings(file, report.files).map((finding) => ({ file: name(file.path), finding })));
}

/** A file's own name tells enough, unless another file of the unit has the same. */
function namer(files: readonly FileReport[]): (path: string) => string {
  const short = (path: string) => path.split(/[/!]/u).at(-1) ?? path;
  const names = files.map(({ path }) => short(path));
  return (path) => clean(names.filter((name) => name === short(path)).length > 1 ? path : short(path));
}

interface Located {
  readonly file: string | null;
  readonly finding: Finding;
}

function bundled(located: readonly Located[]): readonly Problem[] {
  const byRule = new Map<string, Located[]>();
  for (const one of located) {
    const key = JSON.stringify([one.file, one.finding.rule, one.finding.severity]);
    byRule.set(key, [...(byRule.get(key) ?? []), one]);
  }
  const problems = [...byRule.values()].flatMap((alike) =>
    alike.length > mostOfOneRule ? problem(alike) : alike.flatMap((one) => problem([one])),
  );
  const errorsFirst = (severity: Severity) => problems.filter(({ findings: [first] }) => first.severity === severity);
  return [...errorsFirst('error'), ...errorsFirst('warning')];
}

function problem(alike: readonly Located[]): readonly Problem[] {
  const [first, ...more] = alike;
  return first === undefined
    ? []
    : [{ file: first.file, findings: [first.finding, ...more.map(({ finding }) => finding)] }];
}

function introduction(problems: readonly Problem[]): Words {
  const errors = countOf(problems, 'error');
  const warnings = countOf(problems, 'warning');
  return {
    zh: `${tally(errors, warnings).zh}。需更正的改好重报之前不能使用；需核实的已照常收下，属实的不用改。`,
    en: `${tally(errors, warnings).en}. Errors must be mended and sent again before they can be used; warnings were accepted and need a look.`,
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
  return problems.flatMap(({ findings }) => findings).filter((one) => one.severity === severity).length;
}

function linesOf(name: string, problems: readonly Problem[], number: number, locale: Locale): string[] {
  const counts = tally(countOf(problems, 'error'), countOf(problems, 'warning'));
  const left = problems.slice(mostOfOneUnit).flatMap(({ findings }) => findings).length;
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

/** （1）需更正，统计表.xlsx 信息统计表!F4：“宣传人数”填的是“很多”，不是一个数字。请填阿拉伯数字。 */
function problemLine({ file, findings }: Problem, number: number, locale: Locale): string {
  const [first] = findings;
  const { message, remedy } = told(first, locale);
  const where = [file ?? '', placesOf(findings, locale)].filter((part) => part !== '').join(' ');
  const said = sentences([message, remedy], locale);
  const severity = severityNames[first.severity][locale];
  if (locale === 'en') return `(${number}) ${severity}${where === '' ? '' : `, ${where}`}: ${said}`;
  return `（${number}）${severity}${where === '' ? '' : `，${where}`}：${said}`;
}

function placesOf(findings: Problem['findings'], locale: Locale): string {
  const places = findings.filter(({ place }) => place.kind !== 'file').map(({ place }) => placeOf(place, locale));
  const all = [...new Set(places)];
  if (findings.length === 1) return all.join('');
  const more: Words = {
    zh: `等${findings.length}处同类问题，如`,
    en: `and others, ${findings.length} in all; the first`,
  };
  return [all.slice(0, 3).join(locale === 'zh' ? '、' : ', '), more[locale]].join(locale === 'zh' ? '' : ' ');
}
