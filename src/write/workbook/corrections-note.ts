import type { Campaign } from '../../model/campaign.js';
import type { Correction, FieldChange, FileReport, UnitReport } from '../../model/report.js';
import { shortMinute } from './moments.js';

/** A note shows no more of one version; the JSON has all. */
const mostChanges = 10;

/** What each later version of the unit's statistics table changed; `files`: the unit's. */
export function correctionsNote({ corrections }: UnitReport, files: readonly FileReport[], campaign: Campaign): string {
  return corrections.map((one, n) => correctionText(one, n + 1, files, campaign)).join('\n');
}

function correctionText(
  { to, receivedAt, changes }: Correction,
  number: number,
  files: readonly FileReport[],
  campaign: Campaign,
): string {
  const name = to.split(/[/!]/u).at(-1) ?? to;
  const refused = files.some(({ path, outcome }) => path === to && outcome === 'rejected') ? '，退回没有采用' : '';
  const left = changes.length - mostChanges;
  return [
    `第${number}次，${shortMinute(receivedAt, campaign.year)} 收到“${name}”${refused}：`,
    ...(changes.length === 0 ? ['数字没有变化'] : []),
    ...changes.slice(0, mostChanges).map((change) => changeText(change, campaign)),
    ...(left > 0 ? [`……另有${left}处`] : []),
  ].join('\n');
}

/** The level goes without saying where it is the one that reports. */
function changeText({ label, before, after }: FieldChange, { levels, reportingLevel }: Campaign): string {
  const own = levels.find(({ id }) => id === reportingLevel)?.labels[0] ?? '';
  return `${label.replace(` / ${own} / `, ' / ')}：${before ?? '空'} → ${after ?? '空'}`;
}
