import { listOf, plural, type Words } from '../../findings/words.js';
import type { Severity } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { spokenDue, spokenDueWithWeekday, spokenFull } from '../moments.js';
import { figuresDue } from '../nothing-yet.js';
import { daysLeft, nextOf } from '../summary/next-section.js';
import { clean, percent } from '../words.js';
import { type Html, html } from './html.js';
import type { Page } from './page.js';

/** The title, and what one wants to know first. */
export function headline(page: Page, open: Readonly<Record<Severity, number>>): Html {
  const { report, say } = page;
  const { campaign, asOf } = report;
  const until = spokenFull(asOf);
  return html`
    <header class="top">
      <p class="office">${campaign.office}</p>
      <h1>${campaign.title}</h1>
      <p class="as-of">${say({ zh: `材料报送与数据汇总　截至${until.zh}`, en: `Reports and totals as of ${until.en}` })}</p>
      <nav aria-label="${say(contents)}">${links(page)}</nav>
    </header>
    <section class="cards" aria-label="${say(mainFigures)}">
      ${[...next(page), reporting(page), inTime(page), coverage(page), questions(page, open), strays(page)]}
    </section>`;
}

const contents: Words = { zh: '目录', en: 'Contents' };
const mainFigures: Words = { zh: '主要数字', en: 'Main figures' };

function links({ say }: Page): readonly Html[] {
  const sections: readonly (readonly [string, Words])[] = [
    ['status', { zh: '报送情况', en: 'Who has reported' }],
    ['totals', { zh: '数据汇总', en: 'Totals' }],
    ['files', { zh: '要处理的来件', en: 'Files to deal with' }],
    ['findings', { zh: '问题清单', en: 'Findings' }],
    ['notes', { zh: '说明', en: 'Notes' }],
  ];
  return sections.map(([id, words]) => html`<a href="#${id}">${say(words)}</a>`);
}

interface Card {
  readonly name: string;
  readonly figure: string;
  readonly of?: string;
  readonly note: string;
  readonly href?: string;
  readonly tone?: 'good' | 'bad' | 'ask';
}

function card({ name, figure, of = '', note, href, tone }: Card): Html {
  const inside = html`
    <span class="name">${name}</span>
    <span class="figure">${figure}${of === '' ? null : html`<small>${of}</small>`}</span>
    <span class="note">${note}</span>`;
  const look = `card ${tone ?? ''}`.trim();
  return href === undefined
    ? html`<div class="${look}">${inside}</div>`
    : html`<a class="${look}" href="${href}">${inside}</a>`;
}

function reporting({ report, say }: Page): Html {
  const { together, coverage } = report;
  const over = report.standings.filter(({ isOver }) => isOver).length;
  const name = say({ zh: '上报率', en: 'Reported' });
  if (together.reported === null) {
    const note = say({ zh: '各时限均未到期', en: 'No deadline has passed' });
    return card({ name, figure: '—', note, href: '#status' });
  }
  const note = say({
    zh: `应报${coverage.expected}个单位，时限已到${over}/${report.standings.length}`,
    en: `${plural(coverage.expected, 'unit')}, ${over} of ${plural(report.standings.length, 'deadline')} passed`,
  });
  return card({ name, figure: percent(together.reported), note, href: '#status' });
}

function inTime({ report, say }: Page): Html {
  const { counts, due } = report.together;
  const late = say({
    zh: `迟报${counts.late}次，缺项${counts.incomplete}次，未报${counts.missing}次`,
    en: `${counts.late} late, ${counts.incomplete} incomplete, ${counts.missing} missing`,
  });
  const name = say({ zh: '按时报送', en: 'On time' });
  const of = due === 0 ? '' : say({ zh: `/${due}次`, en: `/${due}` });
  const tone = counts.missing + counts.incomplete > 0 ? 'bad' : 'good';
  return card({
    name,
    figure: String(counts['on-time']),
    of,
    note: late,
    href: '#status',
    ...(due > 0 ? { tone } : {}),
  });
}

/** Names of this many are shown, the workbook has all. */
const fewNames = 2;

function coverage({ report, say }: Page): Html {
  const { used, expected } = report.coverage;
  return card({
    name: say({ zh: '数据已汇总', en: 'Figures in' }),
    figure: String(used),
    of: say({ zh: `/${expected}个单位`, en: `/${expected} units` }),
    note: say(notIn(report)),
    href: '#totals',
  });
}

function notIn(report: Report): Words {
  const { absent } = report.coverage;
  const due = figuresDue(report);
  if (absent.length === 0) return { zh: '各单位的数据都已计入', en: 'all units are in' };
  if (due !== null) return { zh: `统计表${spokenDue(due).zh}到期`, en: `due ${spokenDue(due).en}` };
  const names = absent.slice(0, fewNames).map(({ name }) => clean(name));
  const more: Words =
    absent.length > fewNames
      ? { zh: `等${absent.length}个`, en: ` and ${absent.length - fewNames} more` }
      : { zh: '', en: '' };
  const few = absent.length > fewNames ? { zh: names.join('、'), en: names.join(', ') } : listOf(names);
  return { zh: `未计入：${few.zh}${more.zh}`, en: `not in: ${few.en}${more.en}` };
}

function questions({ say }: Page, { error, warning }: Readonly<Record<Severity, number>>): Html {
  const name = say({ zh: '需更正', en: 'To be mended' });
  const note = say({ zh: `另有需核实${warning}条`, en: `and ${warning} to be checked` });
  const tone = error > 0 ? 'bad' : warning > 0 ? 'ask' : 'good';
  return card({ name, figure: String(error), of: say({ zh: '条', en: '' }), note, href: '#findings', tone });
}

function strays({ report: { counts, files }, say }: Page): Html {
  const name = say({ zh: '未识别来件', en: 'Unmatched files' });
  const received = files.length - counts.later;
  const note = say({ zh: `共收到${received}份来件`, en: `of ${plural(received, 'file')} received` });
  const tone = counts.unmatched > 0 ? 'ask' : 'good';
  return card({ name, figure: String(counts.unmatched), of: say({ zh: '份', en: '' }), note, href: '#files', tone });
}

/** Only where something is still to come. */
function next({ report, locale, say }: Page): Html[] {
  const [first] = nextOf(report);
  if (first === undefined) return [];
  const day = spokenDueWithWeekday(first.due)[locale];
  const left = daysLeft(first, report)[locale];
  const done = first.members['on-time'].length;
  return [
    card({
      name: say({ zh: '下一时限', en: 'Next deadline' }),
      figure: left,
      note: say({
        zh: `${day} ${clean(first.deadline.name)}，已报齐${done}/${first.tally.expected}`,
        en: `${day}: ${clean(first.deadline.name)}, ${done} of ${first.tally.expected} done`,
      }),
      href: '#status',
    }),
  ];
}
