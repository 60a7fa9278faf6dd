import { catalogue } from '../../findings/catalogue.js';
import { severities } from '../../findings/terms.js';
import type { Words } from '../../findings/words.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { FileReport, UnitReport } from '../../model/report.js';
import type { RuleId } from '../../model/rules.js';
import { openFindings } from '../attention.js';
import { clean, told, whatToDo } from '../words.js';
import { fileLink } from './file-link.js';
import { type Html, html, trusted } from './html.js';
import type { Page } from './page.js';
import { unitLink } from './status-section.js';
import { badge } from './unit-panels.js';
import { type Bound, type Fitted, within } from './within.js';

const bound: Bound = { items: 600, bytes: 600_000 };

/** A finding and what it stands in; null for what concerns no one file, or nobody we know. */
interface Located {
  readonly finding: Finding;
  readonly unit: UnitReport['unit'] | null;
  readonly path: string | null;
}

/** Everything still to be mended, checked or known: by severity, in the roster's order, files of nobody last. */
export type OpenFindings = Readonly<Record<Severity, readonly Located[]>>;

export function openFindingsOf({ report: { units, files }, filesOf }: Page): OpenFindings {
  const open: Record<Severity, Located[]> = { error: [], warning: [], info: [] };
  const add = (one: Located) => open[one.finding.severity].push(one);
  const addFile = (file: FileReport) => {
    for (const finding of stillOf(file)) add({ finding, unit: file.unit, path: file.path });
  };
  for (const { unit, findings } of units) {
    // The table of statuses tells who is late and what is lacking.
    for (const finding of findings) if (!isTold(finding)) add({ finding, unit, path: null });
    filesOf.get(unit.id)?.forEach(addFile);
  }
  files.filter((file) => file.unit === null).forEach(addFile);
  return open;
}

function isTold({ rule }: Finding): boolean {
  return rule === 'deadline/late' || rule === 'deadline/missing' || rule === 'deadline/incomplete';
}

function stillOf(file: FileReport): readonly Finding[] {
  const isInForce = file.replacedBy === null && file.outcome !== 'later' && file.outcome !== 'superseded';
  const infos = isInForce ? file.findings.filter(({ severity }) => severity === 'info') : [];
  return [...openFindings(file), ...infos];
}

/** 问题清单: all of it, to be narrowed by unit, gravity, rule and words. */
export function findingsSection(open: OpenFindings, page: Page): Html {
  const { say } = page;
  const all = severities.flatMap((severity) => open[severity]);
  const rows = within(all, bound, (one) => item(one, page));
  const left: Words = {
    zh: `这里列出最要紧的${rows.shown.length}条，另有${rows.left}条见工作簿“问题清单”。`,
    en: `The gravest ${rows.shown.length} are listed; for ${rows.left} more see the sheet 问题清单 of the workbook.`,
  };
  return html`
    <section id="findings">
      <h2>${say({ zh: '问题清单', en: 'Findings' })}</h2>
      ${all.length === 0 ? html`<p class="none">${say(none)}</p>` : html`${filters(rows, page)}<ol class="findings">${rows.shown.map(({ piece }) => piece)}</ol>`}
      <p class="none" id="nothing-left" hidden>${say({ zh: '没有符合条件的问题。', en: 'Nothing matches.' })}</p>
      ${rows.left === 0 ? null : html`<p class="rest">${say(left)}</p>`}
    </section>`;
}

const none: Words = { zh: '没有需要更正或核实的问题。', en: 'Nothing needs mending or checking.' };
const nobody: Words = { zh: '未识别的来件', en: 'Unmatched files' };

/** What a row is filtered by: the unit's anchor, or “-” where the page knows none. */
function unitKey({ unit }: Located, { anchors }: Page): string {
  return unit === null ? '-' : (anchors.get(unit.id) ?? `r${unit.id}`);
}

function item(one: Located, page: Page): Html {
  const { finding, unit, path } = one;
  const { locale, say } = page;
  const { message, remedy, found, place } = told(finding, locale);
  const at = finding.place.kind === 'file' ? '' : place;
  const where = [
    ...(path === null ? [] : [fileLink(path, page)]),
    ...(at === '' ? [] : [html`<span class="at">${at}</span>`]),
    ...(found === '' ? [] : [html`<q>${found}</q>`]),
  ];
  return html`
    <li data-unit="${unitKey(one, page)}" data-rule="${finding.rule}" data-severity="${finding.severity}">
      <div class="who">${badge(finding.severity, page)}${unit === null ? html`<i>${say(nobody)}</i>` : unitLink(unit.id, unit.name, page)}</div>
      <div class="what"><p>${message}</p><p class="remedy">${whatToDo[locale]}${remedy}</p></div>
      <div class="where">${where.map((part) => html`${part} `)}</div>
    </li>`;
}

type Shown = Fitted<Located>;

function filters({ shown }: Shown, page: Page): Html {
  const { say, locale } = page;
  const options = (entries: ReadonlyMap<string, { readonly name: string; readonly count: number }>) =>
    [...entries].map(([value, { name, count }]) => html`<option value="${value}">${name}（${count}）</option>`);
  const units = tallied(shown, (one) => [unitKey(one, page), one.unit === null ? say(nobody) : clean(one.unit.name)]);
  const rules = tallied(shown, ({ finding: { rule } }) => [rule, catalogue[rule as RuleId].title[locale]]);
  return html`
    <form class="filter" role="search" data-needs-script hidden>
      <input type="search" id="by-text" autocomplete="off" placeholder="${say(find)}" aria-label="${say(find)}">
      <select id="by-unit" aria-label="${say({ zh: '单位', en: 'Unit' })}"><option value="">${say({ zh: '全部单位', en: 'All units' })}</option>${options(units)}</select>
      <select id="by-rule" aria-label="${say({ zh: '规则', en: 'Rule' })}"><option value="">${say({ zh: '全部规则', en: 'All rules' })}</option>${options(rules)}</select>
      <fieldset><legend class="aside">${say({ zh: '级别', en: 'Severity' })}</legend>${severities.map((one) => severityBox(one, shown, page))}</fieldset>
      <output id="how-many" data-words="${say({ zh: '显示 {n} / {all} 条', en: '{n} of {all} shown' })}"></output>
    </form>`;
}

const find: Words = { zh: '找：单位、文件、内容…', en: 'Find: unit, file, words…' };

/** What was only recorded is left out until it is asked for. */
function severityBox(severity: Severity, shown: Shown['shown'], page: Page): Html {
  const count = shown.filter(({ item: { finding } }) => finding.severity === severity).length;
  const isOn = severity === 'info' ? null : trusted(' checked');
  return html`<label><input type="checkbox" name="severity" value="${severity}"${isOn}>${badge(severity, page)}${count}</label>`;
}

function tallied(shown: Shown['shown'], keyOf: (one: Located) => readonly [string, string]) {
  const entries = new Map<string, { name: string; count: number }>();
  for (const { item: one } of shown) {
    const [key, name] = keyOf(one);
    const before = entries.get(key);
    if (before === undefined) entries.set(key, { name, count: 1 });
    else before.count++;
  }
  return entries;
}
