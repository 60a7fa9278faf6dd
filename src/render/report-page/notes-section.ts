import { statusNames } from '../../findings/terms.js';
import { dayOf, severityMeanings, severityNames, type Words } from '../../findings/words.js';
import type { Status } from '../../model/report.js';
import { type Html, html } from './html.js';
import { icon } from './icons.js';
import type { Page } from './page.js';

const statusMeanings: Readonly<Record<Status, Words>> = {
  'on-time': { zh: '在时限前收到全部材料', en: 'all that was asked came in time' },
  late: { zh: '材料收齐了，但在时限之后', en: 'complete, but after the deadline' },
  incomplete: {
    zh: '收到了一部分，还缺所列材料，或报来的被退回',
    en: 'something came, but not all, or it was sent back',
  },
  missing: { zh: '时限已过，没有收到材料', en: 'the deadline has passed and nothing came' },
  pending: { zh: '时限未到，或准予延期', en: 'the deadline is still to come, or more time was given' },
  exempt: { zh: '经办人已准予免报', en: 'the clerk has exempted the unit' },
};

/** 说明: what the words mean, and what the page was made of. */
export function notesSection(page: Page): Html {
  const { report, say } = page;
  const { campaign } = report;
  const from = dayOf(campaign.period.from);
  const to = dayOf(campaign.period.to);
  const statuses = (Object.keys(statusMeanings) as Status[]).map(
    (status) =>
      html`<dt class="s-${status}">${icon(status)}${say(statusNames[status])}</dt><dd>${say(statusMeanings[status])}</dd>`,
  );
  const severities = (['error', 'warning', 'info'] as const).map(
    (severity) =>
      html`<dt class="v-${severity}">${icon(severity)}${say(severityNames[severity])}</dt><dd>${say(severityMeanings[severity])}</dd>`,
  );
  const rules: readonly Words[] = [
    {
      zh: '是否按时看第一份合格的材料是什么时候收到的，后来的更正不算迟报。',
      en: 'Punctuality is that of the first version that could be accepted; later corrections are not late.',
    },
    {
      zh: '一个单位报了几份统计表的，用最近收到的合格的一份；几份的数字不混用，也不相加。',
      en: 'Of several tables of one unit the latest acceptable one is used; versions are never mixed or added.',
    },
    { zh: '看不懂的数不当作 0，空格不补 0。', en: 'What cannot be read is never 0, and a blank is not 0.' },
  ];
  return html`
    <section id="notes">
      <h2>${say({ zh: '说明', en: 'Notes' })}</h2>
        <dl class="meanings">${statuses}${severities}</dl>
        <ul class="remarks">${rules.map((words) => html`<li>${say(words)}</li>`)}</ul>
        <p class="made">${say({
          zh: `活动时间${from.zh}至${to.zh}，时间均按${campaign.timeZone}。由 campaign ${report.version} 根据收件箱里的${report.files.length}份来件生成。`,
          en: `Activities from ${from.en} to ${to.en}; times are those of ${campaign.timeZone}. Made by campaign ${report.version} from ${report.files.length} files of the inbox.`,
        })}</p>
    </section>`;
}
