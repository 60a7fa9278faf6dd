import type { Locale } from '../model/campaign.js';
import type { Report } from '../model/report.js';
import { hatchSheet } from './report-page/charts/status-bar.js';
import { filesSection } from './report-page/files-section.js';
import { findingsSection, openFindingsOf } from './report-page/findings-section.js';
import { headline } from './report-page/headline.js';
import { type Html, html, trusted } from './report-page/html.js';
import { iconSheet } from './report-page/icons.js';
import { notesSection } from './report-page/notes-section.js';
import { type LinkTo, type Page, pageOf } from './report-page/page.js';
import { pageScript } from './report-page/page-script.js';
import { pageStyle } from './report-page/page-style.js';
import { contentPolicy } from './report-page/policy.js';
import { statusSection } from './report-page/status-section.js';
import { totalPanels } from './report-page/total-panels.js';
import { totalsSection } from './report-page/totals-section.js';
import { unitPanel } from './report-page/unit-panels.js';
import { type Bound, within } from './report-page/within.js';

export interface ReportPageOptions {
  readonly locale: Locale;
  readonly linkTo: LinkTo;
}

/** What opens for the units, all together. */
const bound: Bound = { items: 300, bytes: 1_000_000 };

/**
 * The report as one page that needs nothing else: who has reported, the totals, what is to be done, and where each figure
 * comes from. However large the campaign, it stays below 3 MB; the workbook has everything.
 */
export async function renderReportPage(report: Report, { locale, linkTo }: ReportPageOptions): Promise<string> {
  const draft = pageOf(report, locale, linkTo);
  const panels = within(draft.units, bound, (unit) => unitPanel(unit, draft));
  const page: Page = { ...draft, anchors: new Map(panels.shown.map(({ item }) => [item.unit.unit.id, item.anchor])) };
  const policy = await contentPolicy(pageScript, pageStyle);
  return `<!DOCTYPE html>\n${
    documentOf(
      page,
      policy,
      panels.shown.map(({ piece }) => piece),
    ).text
  }\n`;
}

function documentOf(page: Page, policy: string, panels: readonly Html[]): Html {
  const { report, locale, say } = page;
  const open = openFindingsOf(page);
  const counts = { error: open.error.length, warning: open.warning.length, info: open.info.length };
  const title = say({ zh: `${report.campaign.title} 报送情况`, en: `${report.campaign.title}: reports` });
  return html`
    <html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>${title}</title>
        <style>${trusted(pageStyle)}</style>
      </head>
      <body>
        ${iconSheet()}${hatchSheet()}
        <div class="page">
          ${headline(page, counts)}
          <main>
            ${statusSection(page)}
            ${totalsSection(page)}
            ${filesSection(page)}
            ${findingsSection(open, page)}
            ${notesSection(page)}
          </main>
        </div>
        ${totalPanels(page)}
        ${panels}
        <script>${trusted(pageScript)}</script>
      </body>
    </html>`;
}
