import { isFree } from '../../findings/days.js';
import { statusNames } from '../../findings/terms.js';
import { plural, type Words } from '../../findings/words.js';
import type { Standing, Status } from '../../model/report.js';
import { spokenDue, timeOf } from '../moments.js';
import { clean, percent } from '../words.js';
import { arrivals } from './charts/arrivals.js';
import { statusBar } from './charts/status-bar.js';
import { type Html, html, trusted } from './html.js';
import { icon } from './icons.js';
import { attentions, type ListedUnit, type Page } from './page.js';
import { statusWords } from './status-words.js';
import { type Bound, within } from './within.js';

const bound: Bound = { items: 300, bytes: 400_000 };

/** 报送情况: each deadline as a bar, then units × deadlines. */
export function statusSection(page: Page): Html {
  const { report, say } = page;
  return html`
    <section id="status">
      <h2>${say({ zh: '报送情况', en: 'Who has reported' })}</h2>
      <div class="deadlines">${heads(page)}${report.standings.map((standing) => deadlineRow(standing, page))}</div>
      ${matrix(page)}
    </section>`;
}

/** What the three columns show; on a narrow screen there is one column, and the titles of the drawings tell. */
function heads({ say }: Page): Html {
  return html`
    <div class="deadline heads" aria-hidden="true">
      <span>${say({ zh: '时限', en: 'Deadline' })}</span>
      <span>${say({ zh: '各种情况的单位数', en: 'Units by status' })}</span>
      <span>${say({ zh: '报齐的单位数随日期（虚线为时限）', en: 'Units complete by date (dashed: due)' })}</span>
    </div>`;
}

function deadlineRow(standing: Standing, page: Page): Html {
  const { locale, report } = page;
  const { deadline, due, tally } = standing;
  const cutoff = due.cutoff === null ? '' : ` ${timeOf(due)[locale]}`;
  return html`
    <div class="deadline">
      <h3>${deadline.name}<small>${spokenDue(due)[locale]}${cutoff}</small></h3>
      <div class="of-bar">${statusBar(tally, locale)}<p class="counts">${countsOf(standing, page)}</p></div>
      ${arrivals(standing, report.asOf, locale)}
    </div>`;
}

function countsOf({ tally, isOver }: Standing, { locale, say }: Page): readonly Html[] {
  const told: readonly Status[] = ['on-time', 'late', 'incomplete', 'missing', 'pending', 'exempt'];
  const counts = told
    .filter((status) => tally.counts[status] > 0)
    .map((status) => {
      const mark = trusted(`s-${status}`);
      return html`<span class="${mark}">${icon(status)}${statusNames[status][locale]} <b>${tally.counts[status]}</b></span> `;
    });
  const rate = say({ zh: `上报率 ${percent(tally.reported ?? 0)}`, en: `${percent(tally.reported ?? 0)} reported` });
  return isOver && tally.reported !== null ? [...counts, html`<span class="rate">${rate}</span>`] : counts;
}

function matrix(page: Page): Html {
  const { report, say, units } = page;
  const rows = within(units, bound, (unit) => unitRow(unit, page));
  const left = page.unitsLeft + rows.left;
  const todo = rows.shown.filter(({ item }) => needsSomebody(item)).length;
  const caption: Words = { zh: '各单位在每个时限的情况', en: 'Each unit at each deadline' };
  const only: Words = { zh: `只看有事要办的单位（${todo}）`, en: `Only units with something to do (${todo})` };
  return html`
    <div class="tools">
      <ul class="legend" aria-label="${say({ zh: '图例', en: 'Legend' })}">${legend(page)}</ul>
      <label class="only" data-needs-script hidden><input type="checkbox" id="only-todo"> ${say(only)}</label>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="${say(caption)}">
      <table class="matrix">
        <caption class="aside">${say(caption)}</caption>
        <thead><tr><th scope="col">${say({ zh: '单位', en: 'Unit' })}</th>${report.standings.map((one) => head(one, page))}</tr></thead>
        <tbody>${rows.shown.map(({ piece }) => piece)}</tbody>
      </table>
    </div>
    ${left === 0 ? null : html`<p class="rest">${say(rest(rows.shown.length, left))}</p>`}`;
}

function rest(shown: number, left: number): Words {
  return {
    zh: `单位很多，这里先列${shown}个最要紧的，其余${left}个见工作簿“报送情况”。`,
    en: `Shown are the ${shown} units that need somebody most; for the other ${plural(left, 'unit')} see the sheet 报送情况 of the workbook.`,
  };
}

function legend({ say }: Page): readonly Html[] {
  const shown: readonly Status[] = ['on-time', 'late', 'incomplete', 'missing', 'pending', 'exempt'];
  const uncertain: Words = { zh: '待核', en: 'to be confirmed' };
  return [
    ...shown.map((status) => html`<li class="s-${status}">${icon(status)}${say(statusNames[status])}</li>`),
    html`<li class="s-uncertain">${icon('uncertain')}${say(uncertain)}</li>`,
  ];
}

function head({ deadline, due }: Standing, { locale }: Page): Html {
  const free = isFree(due.kind) ? trusted(' class="free"') : null;
  return html`<th scope="col"${free}>${deadline.name}<small>${spokenDue(due)[locale]}</small></th>`;
}

function unitRow(listed: ListedUnit, page: Page): Html {
  const { unit } = listed;
  const cells = page.report.standings.map((standing) => cell(standing, listed, page));
  const mark = needsSomebody(listed) ? trusted(' data-todo') : null;
  const aside = unit.unit.required ? null : html`<small>${page.say({ zh: '不计入应报', en: 'not counted' })}</small>`;
  return html`<tr${mark}><th scope="row">${unitLink(unit.unit.id, unit.unit.name, page)}${aside}</th>${cells}</tr>`;
}

/** The unit's name, which opens what is known of it where the page has that. */
export function unitLink(id: string, name: string, { anchors }: Page): Html {
  const anchor = anchors.get(id);
  return anchor === undefined ? html`${clean(name)}` : html`<a href="#${anchor}">${clean(name)}</a>`;
}

function needsSomebody({ attention }: ListedUnit): boolean {
  return attentions.indexOf(attention) < attentions.indexOf('late') || attention === 'warning';
}

function cell(standing: Standing, { unit }: ListedUnit, page: Page): Html {
  const at = unit.deadlines.find(({ id }) => id === standing.deadline.id);
  if (at === undefined) return html`<td></td>`;
  const words = statusWords(at, standing, unit, page);
  const detail = words.detail === '' ? null : html`<small>${words.detail}</small>`;
  return html`<td class="s-${words.icon}">${icon(words.icon)}<span>${words.word}</span>${detail}</td>`;
}
