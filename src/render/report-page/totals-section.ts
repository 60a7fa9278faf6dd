import { listOf, type Words } from '../../findings/words.js';
import type { Field, LayoutCell } from '../../model/campaign.js';
import { figuresDue, nothingYet } from '../nothing-yet.js';
import { clean } from '../words.js';
import { type Html, html, trusted } from './html.js';
import { isAsked, levelsFilled, type Page } from './page.js';

/** 数据汇总: the totals in the official form, each of which opens where it comes from. */
export function totalsSection(page: Page): Html {
  const { say, report } = page;
  const filled = levelsFilled(report);
  const title = html`<h2>${say({ zh: '数据汇总', en: 'Totals' })}</h2>`;
  if (!report.units.some(({ statistics }) => statistics !== null)) {
    return html`<section id="totals">${title}<p class="none">${say(nothingYet(figuresDue(report)))}</p></section>`;
  }
  return html`
    <section id="totals">
      <div class="whole">
      ${title}
      <p class="coverage">${coverage(page)}</p>
      <p class="hint">${say(hint)}</p>
      <div class="scroll on-wide"><table class="form"><caption class="aside">${report.campaign.forms.statistics.title}</caption><colgroup><col class="first"></colgroup>${formRows(page, filled)}</table></div>
      <div class="on-narrow">${formList(page, filled)}</div>
      </div>
      <ul class="remarks">${remarks(page).map((words) => html`<li>${say(words)}</li>`)}</ul>
    </section>`;
}

const hint: Words = {
  zh: '点任一数字，看它由哪些单位的哪个文件、哪一格相加而来。',
  en: 'Click a figure to see which unit, file and cell it comes from.',
};

/** The id of what opens for a total: by the field's place in the form. */
export function traceAnchor(index: number): string {
  return `t${index + 1}`;
}

/** Names of this many units are told; the workbook has all. */
const mostNames = 30;

function coverage({ report, say }: Page): Html {
  const { used, expected, absent } = report.coverage;
  const names = listOf(absent.slice(0, mostNames).map(({ name }) => clean(name)));
  const more: Words =
    absent.length > mostNames ? { zh: `等${absent.length}个`, en: ` (${absent.length} in all)` } : { zh: '', en: '' };
  const left = say({ zh: `未计入：${names.zh}${more.zh}。`, en: `Not in the totals: ${names.en}${more.en}.` });
  const share = say({ zh: `${used}/${expected} 个单位`, en: `${used} of ${expected} units` });
  return html`
    ${say({ zh: '合计来自 ', en: 'Totals of ' })}<b>${share}</b>${say({ zh: '的统计表。', en: '. ' })}
    ${absent.length === 0 || figuresDue(report) !== null ? null : left}`;
}

/** The layout's cells fill their grid, so each row of the table is what begins in it. */
function formRows(page: Page, filled: ReadonlySet<string>): readonly Html[] {
  const { layout } = page.report.campaign.forms.statistics;
  const rows = Array.from({ length: layout.rows }, (): LayoutCell[] => []);
  for (const cell of layout.cells) rows[cell.row - 1]?.push(cell);
  return rows.map((cells) => {
    const inOrder = [...cells].sort((a, b) => a.column - b.column);
    return html`<tr>${inOrder.map((cell) => formCell(cell, page, filled))}</tr>`;
  });
}

function formCell(cell: LayoutCell, page: Page, filled: ReadonlySet<string>): Html {
  const span = (name: string, count: number) => (count > 1 ? trusted(` ${name}="${count}"`) : null);
  const spans = [span('rowspan', cell.rowSpan), span('colspan', cell.columnSpan)];
  if (cell.role === 'value') return html`<td${spans}>${figureOf(cell.field ?? '', page, filled)}</td>`;
  const text = cell.role === 'unit' ? unitLine(page) : cell.text;
  return html`<th class="${trusted(cell.role)}"${spans}>${text}</th>`;
}

function unitLine({ report: { campaign } }: Page): string {
  return `${campaign.forms.statistics.unit.labels[0] ?? ''}：${campaign.office}`;
}

function figureOf(id: string, page: Page, filled: ReadonlySet<string>): Html {
  const { fields } = page.report.campaign.forms.statistics;
  const index = fields.findIndex((field) => field.id === id);
  const field = fields[index];
  if (field === undefined) return html``;
  if (!isAsked(field, filled)) return html`<span class="nobody" title="${page.say(nobody)}">－</span>`;
  const figure = figureWords(field, page);
  const name = `${field.label}：${figure}`;
  return html`<a href="#${traceAnchor(index)}" title="${field.label}" aria-label="${name}">${figure}</a>`;
}

const nobody: Words = { zh: '没有单位应填这一级', en: 'no unit fills this level' };

/** 4120, or for what takes text how many units have filled it in. */
export function figureWords(field: Field, { report, say }: Page): string {
  if (field.kind === 'count') return String(report.totals[field.id] ?? 0);
  const units = report.filledIn[field.id] ?? 0;
  return say({ zh: `${units}个单位`, en: `${units} units` });
}

/** The same on a narrow screen, where the form is too wide: block by block, a line a figure. */
function formList(page: Page, filled: ReadonlySet<string>): readonly Html[] {
  const { blocks, fields } = page.report.campaign.forms.statistics;
  return blocks.map((block, at) => {
    const own = fields.filter((field) => field.at.block === at && isAsked(field, filled));
    const lines = own.map((field) => html`<dt>${withoutBlock(field)}</dt><dd>${figureOf(field.id, page, filled)}</dd>`);
    return html`<h3>${block.labels[0] ?? ''}</h3><dl>${lines}</dl>`;
  });
}

function withoutBlock({ label }: Field): string {
  return label.split(' / ').slice(1).join(' / ');
}

function remarks({ report }: Page): readonly Words[] {
  const isIn = report.campaign.estimates === 'include';
  return [
    {
      zh: '只加各单位应填级别的数；填在其他级别的不计入，以免重复。“－”为没有单位应填的级别。',
      en: 'Only figures of the levels a unit may fill are added up, lest they be counted twice. “－” marks levels no unit fills.',
    },
    {
      zh: '人数由各单位所报相加，同一人参加几次活动的可能重复计算。',
      en: 'Numbers of people are added up over the units and may count a person more than once.',
    },
    isIn
      ? { zh: '约数（如“约200”）按所写的数计入，明细里有标注。', en: 'Estimates count as written and are marked.' }
      : { zh: '约数（如“约200”）不计入，明细里有标注。', en: 'Estimates are left out and are marked.' },
  ];
}
