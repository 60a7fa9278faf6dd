import { Chalk } from 'chalk';
import CliTable from 'cli-table3';
import { inOrder } from '../findings/order.js';
import { shortened } from '../findings/text.js';
import { plural, type Words } from '../findings/words.js';
import type { CheckedFile } from '../model/checked-file.js';
import { groupLines } from './check/group-lines.js';
import { groupsOf } from './check/groups.js';
import type { Look } from './check/look.js';
import { remarks } from './check/remarks.js';
import { verdictLine } from './check/verdict.js';
import { mendable, mendingLines } from './mending.js';
import type { RenderOptions } from './options.js';
import { clean } from './words.js';
import { hanging } from './wrap.js';

/** What a village clerk reads before sending: where, what stood there, what is wrong, what to do. */
export function renderCheck(results: readonly CheckedFile[], options: RenderOptions): string {
  const look = lookOf(options);
  if (results.length === 1) return `${results.map((file) => fileBlock(file, look)).join('')}\n`;
  const blocks = results.map((file, n) => {
    const before = results[n - 1];
    const space = before === undefined ? '' : isPlain(before) && isPlain(file) ? '\n' : '\n\n';
    return `${space}${isPlain(file) ? plainLine(file, look) : fileBlock(file, look)}`;
  });
  return `${blocks.join('')}\n\n${inAll(results, look)}\n`;
}

/** No wider than reads well, no narrower than a drawing needs. */
const [narrowest, usualWidth, widest] = [40, 80, 120];
/** Longer than this, a value that was read is cut. */
const longestValue = 40;

function lookOf({ locale, colour, width = usualWidth }: RenderOptions): Look {
  return {
    locale,
    paint: new Chalk({ level: colour ? 1 : 0 }),
    width: Math.min(widest, Math.max(narrowest, width)),
  };
}

function fileBlock(file: CheckedFile, look: Look): string {
  const findings = inOrder(file.findings);
  const grave = findings.filter(({ severity }) => severity !== 'info');
  return [
    header(file, look),
    ...groupsOf(grave, file.tables ?? []).map((group) => groupLines(group, file, look)),
    ...remarks(findings, file, look),
    ...valuesRead(file, look),
    ...aboutMending(file, look),
    verdictLine([file], look),
  ].join('\n\n');
}

function aboutMending({ path, inside, mending, findings }: CheckedFile, { locale, paint, width }: Look): string[] {
  const told = (line: string) => hanging('', line, width);
  if (mending !== undefined) return [mendingLines(mending, locale).map(told).join('\n')];
  const isXlsx = !inside && /\.xlsx$/iu.test(path);
  return isXlsx && findings.some(({ rule }) => rule === 'count/normalised') ? [paint.dim(told(mendable[locale]))] : [];
}

/** Nothing to tell but that it can be sent: one line among several files. */
function isPlain({ findings, values, mending }: CheckedFile): boolean {
  return findings.length === 0 && values === undefined && mending === undefined;
}

function plainLine(file: CheckedFile, look: Look): string {
  return `${header(file, look)}  ${verdictLine([file], look)}`;
}

function header({ path, material, unit }: CheckedFile, { locale, paint }: Look): string {
  const unknown: Words = { zh: '认不出是哪种材料', en: 'unknown material' };
  const about = [material ?? unknown[locale], unit ?? ''].filter((text) => text !== '').map(clean);
  return `${paint.bold(clean(path))}  ${paint.dim(about.join(' · '))}`;
}

const borderless = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
} as const;

function valuesRead({ values }: CheckedFile, { locale, paint }: Look): string[] {
  if (values === undefined || values.length === 0) return [];
  const table = new CliTable({
    chars: borderless,
    colAligns: ['left', 'right', 'left'],
    style: { head: [], border: [], 'padding-left': 2, 'padding-right': 0 },
  });
  for (const { label, value, place } of values) {
    table.push([clean(label), shortened(clean(String(value)), longestValue), paint.dim(clean(place))]);
  }
  const lines = table.toString().split('\n');
  const head: Words = { zh: '读到的内容：', en: 'What was read:' };
  return [[head[locale], ...lines.map((line) => line.trimEnd())].join('\n')];
}

function inAll(results: readonly CheckedFile[], look: Look): string {
  const count: Words = { zh: `共${results.length}个文件：`, en: `${plural(results.length, 'file')}: ` };
  return `${count[look.locale]}${verdictLine(results, look)}`;
}
