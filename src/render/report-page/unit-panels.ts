import { evidenceNames, materialNamed, outcomeNames } from '../../findings/terms.js';
import { severityNames, type Words } from '../../findings/words.js';
import type { Field } from '../../model/campaign.js';
import type { Correction, FileReport, UnitReport } from '../../model/report.js';
import type { FieldValue } from '../../model/submission.js';
import { openFindings } from '../attention.js';
import { clean, placeOf, told } from '../words.js';
import { fileLink, pathLink } from './file-link.js';
import { type Html, html, trusted } from './html.js';
import { icon } from './icons.js';
import { momentOf, receiptOf } from './moments.js';
import type { ListedUnit, Page } from './page.js';
import { panel } from './panel.js';
import { statusWords } from './status-words.js';

const most = { files: 40, findings: 12, changes: 12, corrections: 5 };

/** What opens for a unit: its statuses, its figures with place and what was typed, its corrections, findings and files. */
export function unitPanel({ unit, anchor }: ListedUnit, page: Page): Html {
  const files = page.filesOf.get(unit.unit.id) ?? [];
  const body = html`
    ${contact(unit, page)}
    ${deadlines(unit, page)}
    ${figures(unit, page)}
    ${corrections(unit, page)}
    ${questions(unit, files, anchor, page)}
    ${received(files, page)}`;
  return panel({ id: anchor, title: clean(unit.unit.name), body, page });
}

function contact({ unit }: UnitReport, { report }: Page): Html | null {
  const level = report.campaign.levels.find(({ id }) => id === unit.level)?.labels[0] ?? unit.level;
  const told = [level, unit.contact, unit.phone].filter((text) => text !== '');
  return html`<p class="contact">${told.join('　')}</p>`;
}

function deadlines(unit: UnitReport, page: Page): Html {
  const { campaign } = page.report;
  const items = page.report.standings.flatMap((standing) => {
    const at = unit.deadlines.find(({ id }) => id === standing.deadline.id);
    if (at === undefined) return [];
    const { icon: name, word, detail } = statusWords(at, standing, unit, page);
    const { receipt } = at;
    const moment = receipt === null ? '' : receiptOf(receipt, campaign, page.locale);
    const when = receipt === null ? '' : `${moment} · ${page.say(evidenceNames[receipt.evidence])}`;
    const more = detail === moment ? when : [detail, when].filter((text) => text !== '').join('　');
    return [
      html`<li class="s-${name}">${icon(name)}<b>${standing.deadline.name}</b> ${word}<small>${more}</small></li>`,
    ];
  });
  return html`<ul class="standing">${items}</ul>`;
}

function figures({ statistics, counted, unit }: UnitReport, page: Page): Html {
  const { say } = page;
  const title = html`<h3>${say({ zh: '统计数字', en: 'Figures' })}</h3>`;
  if (statistics === null) {
    return html`${title}<p class="none">${say({ zh: '没有可用的统计表。', en: 'There is no table to use.' })}</p>`;
  }
  const { fields } = page.report.campaign.forms.statistics;
  const rows = fields.flatMap((field) => {
    const value = statistics.record[field.id];
    return value === undefined ? [] : [figure(field, value, counted.includes(field.id), unit.level, page)];
  });
  return html`
    ${title}<p class="from">${say({ zh: '来自 ', en: 'From ' })}${pathLink(statistics.path, page)}</p>
    <div class="scroll"><table class="trace">
      <thead><tr>${columns.map((words) => html`<th scope="col">${say(words)}</th>`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table></div>`;
}

const columns: readonly Words[] = [
  { zh: '指标', en: 'Field' },
  { zh: '读作', en: 'Read as' },
  { zh: '原填', en: 'As typed' },
  { zh: '位置', en: 'Cell' },
];

function figure(field: Field, value: FieldValue, counts: boolean, level: string, page: Page): Html {
  const { say, locale } = page;
  const isOff = field.kind === 'count' && !counts;
  const marks = [
    ...(isOff ? [say({ zh: '不计入', en: 'left out' })] : []),
    ...(value.estimate ? [say({ zh: '约数', en: 'estimate' })] : []),
  ];
  return html`
    <tr${isOff ? trusted(' class="off"') : null}>
      <th scope="row">${labelFor(field, level, page)}</th>
      <td class="n">${value.value}${marks.map((mark) => html` <em>${mark}</em>`)}</td>
      <td>${value.found}</td>
      <td>${placeOf(value.place, locale)}</td>
    </tr>`;
}

/** The level goes without saying where it is the unit's own. */
function labelFor({ label, level }: Field, own: string, { report: { campaign } }: Page): string {
  const name = campaign.levels.find(({ id }) => id === own)?.labels[0] ?? '';
  return level === own ? label.replace(` / ${name} / `, ' / ') : label;
}

function corrections({ corrections: all }: UnitReport, page: Page): Html | null {
  if (all.length === 0) return null;
  const items = all.slice(-most.corrections).map((one) => correction(one, page));
  return html`<h3>${page.say({ zh: `更正（${all.length}次）`, en: `Corrections (${all.length})` })}</h3><ul class="plain">${items}</ul>`;
}

function correction({ to, receivedAt, changes }: Correction, page: Page): Html {
  const { say } = page;
  const blank = say({ zh: '空', en: 'blank' });
  const told = changes
    .slice(0, most.changes)
    .map(({ label, before, after }) => html`<li>${label}：${before ?? blank} → ${after ?? blank}</li>`);
  const left = changes.length - told.length;
  return html`
    <li>${momentOf(receivedAt, page.report.campaign, page.locale)} ${fileLink(to, page)}
      <ul>
        ${changes.length === 0 ? html`<li>${say({ zh: '数字没有变化', en: 'no figure changed' })}</li>` : told}
        ${left > 0 ? html`<li>${say({ zh: `另有${left}处`, en: `${left} more` })}</li>` : null}
      </ul>
    </li>`;
}

function questions({ findings }: UnitReport, files: readonly FileReport[], anchor: string, page: Page): Html | null {
  const { say, locale } = page;
  const own = findings.filter(({ rule, severity }) => !rule.startsWith('deadline/') && severity !== 'info');
  const open = [...own, ...files.flatMap(openFindings)];
  if (open.length === 0) return null;
  const items = open.slice(0, most.findings).map((one) => {
    const { message, remedy, severity } = told(one, locale);
    return html`<li>${badge(severity, page)}${message}<small>${remedy}</small></li>`;
  });
  const title = say({ zh: `问题（${open.length}条）`, en: `Findings (${open.length})` });
  const all = say({ zh: '在问题清单里看这个单位', en: 'See them in the list' });
  return html`<h3>${title}</h3><ul class="plain">${items}</ul><p><a href="#findings" data-unit="${anchor}">${all}</a></p>`;
}

/** How grave a finding is. */
export function badge(severity: keyof typeof severityNames, { say }: Page): Html {
  return html`<span class="badge v-${severity}">${icon(severity)}${say(severityNames[severity])}</span> `;
}

function received(files: readonly FileReport[], page: Page): Html {
  const { say, report, locale } = page;
  const title = html`<h3>${say({ zh: `来件（${files.length}份）`, en: `Files (${files.length})` })}</h3>`;
  const items = files.slice(0, most.files).map((file) => {
    const material = file.material === null ? '' : materialNamed(file.material, report.campaign);
    const told = [say(outcomeNames[file.outcome]), material, momentOf(file.receipt.at, report.campaign, locale)];
    return html`<li>${fileLink(file.path, page)}<small>${told.filter((text) => text !== '').join(' · ')}</small></li>`;
  });
  const left = files.length - items.length;
  const more =
    left === 0
      ? null
      : html`<li>${say({ zh: `另有${left}份，见工作簿“来件清单”`, en: `${left} more in the workbook` })}</li>`;
  return html`${title}<ul class="plain files">${items}${more}</ul>`;
}
