import { outcomeNames } from '../../findings/terms.js';
import type { Words } from '../../findings/words.js';
import type { FileReport } from '../../model/report.js';
import { filesToDealWith } from '../attention.js';
import { told } from '../words.js';
import { pathLink } from './file-link.js';
import { type Html, html } from './html.js';
import { momentOf } from './moments.js';
import type { Page } from './page.js';
import { unitLink } from './status-section.js';
import { type Bound, within } from './within.js';

const bound: Bound = { items: 100, bytes: 100_000 };

/** 要处理的来件: nobody's, sent back, or not to be read. */
export function filesSection(page: Page): Html {
  const { say, report } = page;
  const rows = within(filesToDealWith(report), bound, (file) => item(file, page));
  const none: Words = { zh: '没有。每份来件都有着落。', en: 'None: every file has been placed.' };
  const left: Words = {
    zh: `另有${rows.left}份，见工作簿“来件清单”。`,
    en: `${rows.left} more: see the sheet 来件清单 of the workbook.`,
  };
  return html`
    <section id="files">
      <h2>${say({ zh: '要处理的来件', en: 'Files to deal with' })}</h2>
      ${rows.shown.length === 0 ? html`<p class="none">${say(none)}</p>` : html`<ul class="todo">${rows.shown.map(({ piece }) => piece)}</ul>`}
      ${rows.left === 0 ? null : html`<p class="rest">${say(left)}</p>`}
    </section>`;
}

function item(file: FileReport, page: Page): Html {
  const { say, locale, report } = page;
  const [first] = file.findings;
  const words = first === undefined ? null : told(first, locale);
  const nobody: Words = { zh: '不知道是谁的', en: 'unknown owner' };
  return html`
    <li>
      <span class="badge o-${file.outcome}">${say(outcomeNames[file.outcome])}</span> ${pathLink(file.path, page)}
      <small>
        ${file.unit === null ? say(nobody) : unitLink(file.unit.id, file.unit.name, page)} · 
        ${momentOf(file.receipt.at, report.campaign, locale)}
      </small>
      ${words === null ? null : html`<p>${words.message}</p><p class="remedy">${words.remedy}</p>`}
    </li>`;
}
