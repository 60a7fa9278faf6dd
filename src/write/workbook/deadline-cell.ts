import { minuteIn } from '../../findings/days.js';
import { evidenceNames, materialNamed, statusNames } from '../../findings/terms.js';
import type { Campaign, Instant } from '../../model/campaign.js';
import type { DeadlineReport, MaterialReport, Report, Standing, UnitReport } from '../../model/report.js';
import type { Receipt } from '../../model/submission.js';
import { dayWithWeekday, markOf } from './due.js';
import { shortMinute } from './moments.js';

/** What a cell of 报送情况 shows of one unit at one deadline: status, time of receipt, a due day of its own. */
export function statusText(at: DeadlineReport, standing: Standing, unit: UnitReport, report: Report): string {
  const lines = [statusLine(at, report.campaign), receiptLine(at, unit, report.campaign), ownDue(at, standing)];
  return lines.filter((line) => line !== '').join('\n');
}

/** What its note tells: the two clocks of each material, and what is unsure. */
export function statusNote(at: DeadlineReport, standing: Standing, unit: UnitReport, { campaign }: Report): string {
  const lines = clocksAt(at, standing, unit, campaign).flatMap((clock) => clockLine(clock, campaign));
  return at.uncertain === null ? lines.join('\n') : [doubt(at.uncertain), ...lines].join('\n');
}

/** Of a report that is sent again for each deadline only the time of the cell itself is known. */
function clocksAt(at: DeadlineReport, { deadline }: Standing, unit: UnitReport, campaign: Campaign): MaterialReport[] {
  const isRepeated = (id: string) => campaign.deadlines.filter(({ materials }) => materials.includes(id)).length > 1;
  const [only = '', ...others] = deadline.materials;
  if (others.length === 0 && isRepeated(only)) {
    const [firstReceived, firstAccepted] = at.lacking.length === 0 ? [null, at.receipt] : [at.receipt, null];
    return [{ id: only, firstReceived, firstAccepted }];
  }
  const asked = deadline.materials.filter((id) => !isRepeated(id));
  return asked.flatMap((id) => unit.materials.find((material) => material.id === id) ?? []);
}

function doubt({ from, to }: { readonly from: Instant; readonly to: Instant }): string {
  return `待核：只知道在 ${minuteIn(from)} 至 ${minuteIn(to)} 之间收到，时限正在其中，暂按按时。查明后请用“收到时间”处理意见登记。`;
}

function clockLine({ id, firstReceived, firstAccepted }: MaterialReport, campaign: Campaign): string[] {
  const name = materialNamed(id, campaign);
  const came = firstReceived && clockTime(firstReceived, campaign);
  const accepted = firstAccepted && clockTime(firstAccepted, campaign);
  const enough = campaign.materials.some((material) => material.id === id && material.least > 1) ? '且够数' : '';
  if (accepted !== null && accepted === came) return [`${name}：首次收到并合格 ${came}`];
  const clocks = [
    ...(came === null ? [] : [`首次收到 ${came}`]),
    ...(accepted === null ? [] : [`首次合格${enough} ${accepted}`]),
  ];
  if (clocks.length === 0) return [];
  return [`${name}：${[...clocks, ...(accepted === null ? [`还没有合格${enough}`] : [])].join('，')}`];
}

/** Where only an interval is known, its end. */
function clockTime(receipt: Receipt, { year }: Campaign): string {
  return `${shortMinute(receipt.at, year)}${receipt.notBefore === undefined ? '' : ' 前'}`;
}

function statusLine({ status, daysLate, lacking, receipt, uncertain }: DeadlineReport, campaign: Campaign): string {
  const word = statusNames[status].zh;
  const names = lacking.map((id) => materialNamed(id, campaign)).join('、');
  if (uncertain !== null) return `${word}（待核）`;
  if (status === 'late') return `${word}${daysLate}天`;
  if (status === 'incomplete') return `${word}：${names}`;
  return status === 'pending' && receipt !== null ? `${word}，还缺：${names}` : word;
}

function receiptLine(at: DeadlineReport, unit: UnitReport, campaign: Campaign): string {
  const { receipt, uncertain } = at;
  const { year } = campaign;
  if (uncertain !== null) return `${shortMinute(uncertain.from, year)} 至 ${shortMinute(uncertain.to, year)}`;
  if (receipt === null) return unmatchedBeside(at, unit);
  return `${clockTime(receipt, campaign)} ${evidenceNames[receipt.evidence].zh}`;
}

/** A file that nobody could match may be what is missing here: the report must not blame in error. */
function unmatchedBeside(at: DeadlineReport, { findings }: UnitReport): string {
  for (const finding of findings) {
    if (finding.rule !== 'deadline/missing') continue;
    const { deadline, unmatched } = finding.args;
    if (unmatched > 0 && deadline === at.name) return `另有${unmatched}件未识别`;
  }
  return '';
}

/** Where the unit was given another day than the others. */
function ownDue({ status, due, dayKind }: DeadlineReport, standing: Standing): string {
  if (status === 'exempt' || due === standing.due.day) return '';
  const verb = due > standing.due.day ? '延期至' : '时限为';
  return [`${verb}${dayWithWeekday(due)}`, ...markOf(dayKind)].join('，');
}
