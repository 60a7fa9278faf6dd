import { likelyWords } from '../../findings/likely.js';
import { meantBy, speakCell, wantedAt } from '../../findings/speak.js';
import { columnsOf, shortened } from '../../findings/text.js';
import type { Cell, Table } from '../../model/document.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Likely } from '../../model/likely.js';
import { bracketed, clean, told, whatToDo } from '../words.js';
import { hanging } from '../wrap.js';
import { type Excerpt, excerpt } from './excerpt.js';
import { isSame, type Mark } from './excerpt-plan.js';
import { type Group, spotOf } from './groups.js';
import { inColourOf, item, type Look, placesOf, titleOf } from './look.js';

/** Longer than this, what stood in a cell is cut. */
const longestFound = 40;
/** Longer than this, it leaves no room beside it. */
const longestBeside = 24;

/** The file whose findings are told. */
export interface Told {
  readonly path: string;
  readonly likely?: ReadonlyMap<Finding, Likely> | undefined;
}

/** A group of findings: the table around them once, and of each rule its places, what is wrong and what to do. */
export function groupLines({ findings, table }: Group, { path, likely }: Told, look: Look): string {
  const drawing = table === null ? null : drawn(findings, table, look);
  const runs = runsOf(findings).flatMap((run, n) => [
    titleOf(run.first, run.all.length, look),
    item('  --> ', [...new Set(placesOf(run.all, path, look.locale))].join(look.locale === 'zh' ? '、' : ', '), look),
    ...(n === 0 && drawing !== null ? drawing.lines : []),
    ...run.all.flatMap((finding) => whatIsWrong(finding, drawing, run.all.length > 1, look)),
    ...remediesOf(run.all, look),
  ]);
  return [...runs, ...likelyLines(findings, likely, look)].join('\n');
}

/** What explains several of them, said once. */
function likelyLines(findings: readonly Finding[], likely: Told['likely'], look: Look): readonly string[] {
  const said = findings.flatMap((finding) => likely?.get(finding) ?? []);
  return [...new Set(said)].map((one) => look.paint.bold(item('   =  ', clean(likelyWords(one)[look.locale]), look)));
}

/** Findings of one rule and severity that follow one another. */
interface RuleRun {
  readonly first: Finding;
  readonly all: readonly Finding[];
}

function runsOf(findings: readonly Finding[]): readonly RuleRun[] {
  const runs: { first: Finding; all: Finding[] }[] = [];
  for (const finding of findings) {
    const last = runs.find(({ first }) => first.rule === finding.rule && first.severity === finding.severity);
    if (last === undefined) runs.push({ first: finding, all: [finding] });
    else last.all.push(finding);
  }
  return runs;
}

interface Drawing {
  readonly lines: readonly string[];
  /** Findings whose cell is in the drawing, and those whose hint stands beside it. */
  readonly shown: ReadonlySet<Finding>;
  readonly hinted: ReadonlySet<Finding>;
}

function drawn(findings: readonly Finding[], table: Table, look: Look): Drawing | null {
  const cells = cellsOf(findings, table);
  const marks = cells.map(({ cell, all: [only, another] }): Mark => {
    const note = only !== undefined && another === undefined ? noteOf(only, look) : '';
    return { cell, severity: only?.severity ?? 'info', note };
  });
  const parts = pictures(table, marks, look);
  if (parts === null) return null;
  const unsaid = new Set(parts.flatMap((part) => part.unsaid));
  const hinted = cells.filter((_, n) => marks[n] !== undefined && marks[n].note !== '' && !unsaid.has(marks[n]));
  return {
    lines: parts.flatMap((part) => part.lines),
    shown: new Set(cells.flatMap(({ all }) => all)),
    hinted: new Set(hinted.flatMap(({ all }) => all)),
  };
}

/** What is wanted in the cell, and what may have been meant. */
function noteOf(finding: Finding, { locale }: Look): string {
  const parts = [wantedAt(finding, locale), meantBy(finding, locale)].filter((part) => part !== '');
  return clean(parts.join(locale === 'zh' ? '；' : '; '));
}

/** The gravest finding of each cell comes first. */
function cellsOf(findings: readonly Finding[], table: Table): readonly { cell: Cell; all: Finding[] }[] {
  const cells: { cell: Cell; all: Finding[] }[] = [];
  for (const finding of findings) {
    const spot = spotOf(finding, [table]);
    const known = cells.find(({ cell }) => spot !== null && isSame(cell, spot.cell));
    if (known !== undefined) known.all.push(finding);
    else if (spot !== null) cells.push({ cell: spot.cell, all: [finding] });
  }
  return cells;
}

/** One drawing of all marks, or where that is too wide, one of each half. */
function pictures(table: Table, marks: readonly Mark[], look: Look): readonly Excerpt[] | null {
  const { width, paint } = look;
  const fault = (severity: Severity, text: string) => paint.bold(inColourOf(severity, text, look));
  const whole = excerpt(table, marks, width, { frame: (text) => paint.dim(text), fault });
  if (whole !== null) return [whole];
  if (marks.length < 2) return null;
  const middle = Math.ceil(marks.length / 2);
  const halves = [marks.slice(0, middle), marks.slice(middle)].map((half) => pictures(table, half, look));
  return halves.includes(null) ? null : halves.flatMap((half) => half ?? []);
}

/** The message, led by the cell where there are several; what stood there, where no drawing shows it. */
function whatIsWrong(finding: Finding, drawing: Drawing | null, isOneOfSeveral: boolean, look: Look): string[] {
  const { message, found } = told(finding, look.locale);
  const where = isOneOfSeveral ? clean(speakCell(finding.place, look.locale)) : '';
  const cell = where === '' ? '' : `${where} `;
  const meant = drawing?.hinted.has(finding) ? '' : clean(meantBy(finding, look.locale));
  const line = (text: string) => item('   =  ', `${cell}${text}`, look);
  if (drawing?.shown.has(finding) || found === '') return [line(`${message}${bracketed(meant, look.locale)}`)];
  const shown = shortened(found, longestFound);
  const bar = (text: string) => text.replace('|', look.paint.dim('|'));
  const underline = (text: string) => inColourOf(finding.severity, text, look);
  const lead = `   |  ${'^'.repeat(columnsOf(shown))} `;
  const what = `${cell}${message}${bracketed(meant, look.locale)}`;
  const beside = hanging(lead, what, look.width, (one) => bar(one).replace(/\^+/u, underline));
  return [bar(`   |  ${shown}`), ...(columnsOf(shown) <= longestBeside ? [beside] : [bar(lead).trimEnd(), line(what)])];
}

/** What is to be done, each thing once. */
function remediesOf(findings: readonly Finding[], look: Look): string[] {
  const remedies = new Set(findings.map((finding) => told(finding, look.locale).remedy));
  return [...remedies].map((remedy) => item('   =  ', `${whatToDo[look.locale]}${remedy}`, look));
}
