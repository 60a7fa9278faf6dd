import { scaleLinear } from 'd3-scale';
import type { Words } from '../../findings/words.js';
import type { Field } from '../../model/campaign.js';
import { placeOf } from '../words.js';
import { fileLink } from './file-link.js';
import { type Html, html, trusted } from './html.js';
import { isAsked, levelsFilled, type Page } from './page.js';
import { panel } from './panel.js';
import { unitLink } from './status-section.js';
import { figureWords, traceAnchor } from './totals-section.js';
import { type Contribution, type Trace, tracesOf } from './traces.js';
import { within } from './within.js';

const bytesOfAll = 700_000;
const barWidth = 64;

/** What opens for each total: the units it comes from, with value, file and cell. */
export function totalPanels(page: Page): readonly Html[] {
  const filled = levelsFilled(page.report);
  if (!page.report.units.some(({ statistics }) => statistics !== null)) return [];
  const traces = tracesOf(page.report);
  const { fields } = page.report.campaign.forms.statistics;
  const asked = fields.filter((field) => isAsked(field, filled));
  const bytes = bytesOfAll / Math.max(1, asked.length);
  return asked.map((field) => {
    const trace = traces.get(field.id) ?? { contributions: [], left: { units: 0, sum: 0 }, silent: 0 };
    return totalPanel(field, fields.indexOf(field), trace, bytes, page);
  });
}

function totalPanel(field: Field, index: number, trace: Trace, bytes: number, page: Page): Html {
  const { say } = page;
  const most = Math.max(
    1,
    ...trace.contributions.map(({ value }) => (typeof value.value === 'number' ? value.value : 0)),
  );
  const bar = scaleLinear([0, most], [0, barWidth]);
  const rows = within(trace.contributions, { items: 300, bytes }, (one) => row(one, bar, page));
  const unlisted = rows.left + trace.left.units;
  const body = html`
    <p class="sum"><b>${figureWords(field, page)}</b> ${say(sources(field, trace))}</p>
    <div class="scroll"><table class="trace">
      <thead><tr>${columns.map((words) => html`<th scope="col">${say(words)}</th>`)}</tr></thead>
      <tbody>${rows.shown.map(({ piece }) => piece)}</tbody>
    </table></div>
    ${unlisted === 0 ? null : html`<p class="rest">${say(rest(unlisted, sumLeft(trace, rows.shown.length)))}</p>`}`;
  return panel({ id: traceAnchor(index), title: field.label, body, page });
}

const columns: readonly Words[] = [
  { zh: '单位', en: 'Unit' },
  { zh: '数', en: 'Figure' },
  { zh: '文件', en: 'File' },
  { zh: '位置', en: 'Cell' },
  { zh: '原填', en: 'As typed' },
];

function sources(field: Field, { contributions, left, silent }: Trace): Words {
  const units = contributions.filter(({ counts }) => counts).length + left.units;
  const aside = contributions.length + left.units - units;
  const how: Words =
    field.kind === 'count'
      ? { zh: `由${units}个单位所报相加`, en: `added up over ${units} units` }
      : { zh: `${units}个单位填了这一格`, en: `${units} units filled this cell` };
  return {
    zh: `${how.zh}${aside > 0 ? `，另有${aside}个单位的不计入` : ''}${silent > 0 ? `，${silent}个单位没有填` : ''}。`,
    en: `${how.en}${aside > 0 ? `; ${aside} more left out` : ''}${silent > 0 ? `; ${silent} left it blank` : ''}.`,
  };
}

/** What the units that are not listed add up to. */
function sumLeft({ contributions, left }: Trace, shown: number): number {
  const hidden = contributions.slice(shown).filter(({ counts }) => counts);
  return hidden.reduce((sum, { value }) => sum + (typeof value.value === 'number' ? value.value : 0), left.sum);
}

function rest(units: number, sum: number): Words {
  return {
    zh: `其余${units}个单位合计${sum}，逐个见工作簿“分村明细”。`,
    en: `The other ${units} units add up to ${sum}; each stands in the sheet 分村明细 of the workbook.`,
  };
}

type Bar = (value: number) => number;

function row({ unit, path, value, counts }: Contribution, bar: Bar, page: Page): Html {
  const { say, locale } = page;
  const marks = [
    ...(counts ? [] : [say({ zh: '不计入', en: 'left out' })]),
    ...(value.estimate ? [say({ zh: '约数', en: 'estimate' })] : []),
  ];
  const typed = value.found.trim() === String(value.value) ? null : html`${value.found}`;
  const drawn = typeof value.value === 'number' && counts ? drawnBar(bar(value.value)) : null;
  return html`
    <tr${counts ? null : trusted(' class="off"')}>
      <th scope="row">${unitLink(unit.unit.id, unit.unit.name, page)}</th>
      <td class="n">${drawn === null ? value.value : html`<b>${value.value}</b>`}${drawn}${marks.map((mark) => html` <em>${mark}</em>`)}</td>
      <td>${fileLink(path, page)}</td>
      <td>${placeOf(value.place, locale)}</td>
      <td>${typed}</td>
    </tr>`;
}

function drawnBar(width: number): Html {
  return html`<svg class="mini" width="${barWidth}" height="6" aria-hidden="true"><rect width="${Math.round(width)}" height="6" rx="1"/></svg>`;
}
