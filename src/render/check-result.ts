import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import { catalogue } from '../findings/catalogue.js';
import { inOrder } from '../findings/order.js';
import { columnsOf, shortened } from '../findings/text.js';
import { plural, severityNames, type Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import type { Finding, Severity } from '../model/finding.js';
import { verdictOf } from './check-verdict.js';
import type { RenderOptions } from './options.js';
import { clean, placeOf, told, whatToDo } from './words.js';

/** What a village clerk reads before sending: where, what stood there, what is wrong, what to do. */
export function renderCheck(results: readonly CheckedFile[], options: RenderOptions): string {
  const look: Look = { locale: options.locale, paint: new Chalk({ level: options.colour ? 1 : 0 }) };
  const blocks = results.map((file) => fileBlock(file, look));
  if (results.length > 1) blocks.push(inAll(results, look));
  return `${blocks.join('\n\n')}\n`;
}

interface Look {
  readonly locale: Locale;
  readonly paint: ChalkInstance;
}

/** More remarks of one rule than these are told in one line. */
const mostRemarks = 3;
/** Longer than this, what stood in a cell is cut. */
const longestFound = 40;

const colours: Readonly<Record<Severity, (paint: ChalkInstance, text: string) => string>> = {
  error: (paint, text) => paint.red(text),
  warning: (paint, text) => paint.yellow(text),
  info: (paint, text) => paint.cyan(text),
};

function fileBlock(file: CheckedFile, look: Look): string {
  const findings = inOrder(file.findings);
  const grave = findings.filter(({ severity }) => severity !== 'info');
  return [
    header(file, look),
    ...grave.map((finding) => findingLines(finding, file, look).join('\n')),
    ...remarks(findings, file, look),
    ...valuesRead(file, look),
    verdictLine([file], look),
  ].join('\n\n');
}

function header({ path, material, unit }: CheckedFile, { locale, paint }: Look): string {
  const unknown: Words = { zh: '认不出是哪种材料', en: 'unknown material' };
  const about = [material ?? unknown[locale], unit ?? ''].filter((text) => text !== '').map(clean);
  return `${paint.bold(clean(path))}  ${paint.dim(about.join(' · '))}`;
}

function findingLines(finding: Finding, file: CheckedFile, look: Look): string[] {
  const { paint, locale } = look;
  const { message, remedy, found } = told(finding, locale);
  const colour = (text: string) => colours[finding.severity](paint, text);
  const bar = paint.dim('|');
  const shown = shortened(found, longestFound);
  const marks = colour('^'.repeat(columnsOf(shown)));
  return [
    `${title(finding, look)}`,
    `  ${paint.dim('-->')} ${whereOf(finding, file, locale)}`,
    ...(shown === '' ? [`   ${bar}  ${message}`] : [`   ${bar}  ${shown}`, `   ${bar}  ${marks} ${message}`]),
    `   ${paint.dim('=')}  ${whatToDo[locale]}${remedy}`,
  ];
}

function title({ rule, severity }: Finding, { locale, paint }: Look): string {
  return `${colours[severity](paint, paint.bold(severityNames[severity][locale]))} ${paint.dim(rule)}`;
}

function whereOf({ place }: Finding, { path }: CheckedFile, locale: Locale): string {
  return place.kind === 'file' ? clean(path) : placeOf(place, locale);
}

/** What was only recorded; many alike in one line. */
function remarks(findings: readonly Finding[], file: CheckedFile, look: Look): string[] {
  const infos = findings.filter(({ severity }) => severity === 'info');
  return [...new Set(infos.map(({ rule }) => rule))].flatMap((rule) => {
    const alike = infos.filter((finding) => finding.rule === rule);
    const [first] = alike;
    if (first === undefined || alike.length <= mostRemarks) {
      return alike.map((finding) => findingLines(finding, file, look).join('\n'));
    }
    const places = alike.map((finding) => whereOf(finding, file, look.locale));
    const { zh, en } = catalogue[rule].title;
    const count: Words = { zh: `${zh}，共${alike.length}处`, en: `${en}, ${alike.length} times` };
    const comma = look.locale === 'zh' ? '、' : ', ';
    return [
      `${title(first, look)}  ${count[look.locale]}${look.locale === 'zh' ? '：' : ': '}${[...new Set(places)].join(comma)}`,
    ];
  });
}

const borderless = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
} as const;

function valuesRead({ values }: CheckedFile, { locale, paint }: Look): string[] {
  if (values === undefined || values.length === 0) return [];
  const table = new Table({
    chars: borderless,
    colAligns: ['left', 'right', 'left'],
    style: { head: [], border: [], 'padding-left': 2, 'padding-right': 0 },
  });
  for (const { label, value, place } of values) {
    table.push([clean(label), shortened(clean(String(value)), longestFound), paint.dim(clean(place))]);
  }
  const lines = table.toString().split('\n');
  const head: Words = { zh: '读到的内容：', en: 'What was read:' };
  return [[head[locale], ...lines.map((line) => line.trimEnd())].join('\n')];
}

function inAll(results: readonly CheckedFile[], look: Look): string {
  const count: Words = { zh: `共${results.length}个文件：`, en: `${plural(results.length, 'file')}: ` };
  return `${count[look.locale]}${verdictLine(results, look)}`;
}

function verdictLine(files: readonly CheckedFile[], { locale, paint }: Look): string {
  const verdict = verdictOf(files);
  if (verdict.kind === 'mend') return paint.red(mendFirst(verdict.errors, verdict.warnings)[locale]);
  if (verdict.kind === 'blank') return paint.dim(stillBlank[locale]);
  const line = verdict.kind === 'ask' ? paint.yellow(lookAgain(verdict.warnings)[locale]) : paint.green(fine[locale]);
  return verdict.blanks > 0 ? `${line}${someBlank(verdict.blanks)[locale]}` : line;
}

const fine: Words = { zh: '可以报送', en: 'Ready to send' };
const stillBlank: Words = { zh: '这是空白表，尚未填写', en: 'A blank form, not yet filled in' };

function someBlank(blanks: number): Words {
  return { zh: `；其中${blanks}个是空白表，尚未填写`, en: `; ${plural(blanks, 'blank form')} not yet filled in` };
}

function mendFirst(errors: number, warnings: number): Words {
  return {
    zh: `有${errors}个错误${warnings > 0 ? `、${warnings}个提醒` : ''}，请改后再报`,
    en: `${plural(errors, 'error')}${warnings > 0 ? ` and ${plural(warnings, 'warning')}` : ''}: mend before sending`,
  };
}

function lookAgain(warnings: number): Words {
  return {
    zh: `有${warnings}个提醒，核实后可以报送`,
    en: `${plural(warnings, 'warning')}: check, then send`,
  };
}
