import { minuteIn } from '../../findings/days.js';
import { evidenceNames, materialNamed, statusNames } from '../../findings/terms.js';
import type { Campaign } from '../../model/campaign.js';
import type { DeadlineReport, MaterialReport, Report, Standing, UnitReport } from '../../model/report.js';
import { dayWithWeekday, markOf } from './due.js';
import { shortMinute } from './moments.js';

/** What a cell of 报送情况 shows of one unit at one deadline: status, time of receipt, a due day of its own. */
export function statusText(at: DeadlineReport, standing: Standing, unit: UnitReport, report: Report): string {
  const lines = [statusLine(at, report.campaign), receiptLine(at, unit, report.campaign.year), ownDue(at, standing)];
  return lines.filter((line) => line !== '').join('\n');
}

/** What its note tells: the two clocks of each material, and what is unsure. */
export function statusNote(at: DeadlineReport, standing: Standing, unit: UnitReport, report: Report): string {
  const clocks = standing.deadline.materials.flatMap((id) => {
    const clock = unit.materials.find((material) => material.id === id);
    return clock?.firstReceived ? [clockLine(clock, report.campaign)] : [];
  });
  const doubt =
    at.uncertain === null
      ? []
      : [
          `待核：只知道在 ${minuteIn(at.uncertain.from)} 至 ${minuteIn(at.uncertain.to)} 之间收到，时限正在其中，暂按按时。查明后请用“收到时间”处理意见登记。`,
        ];
  return [...doubt, ...clocks].join('\n');
}

function statusLine({ status, daysLate, lacking, receipt, uncertain }: DeadlineReport, campaign: Campaign): string {
  const word = statusNames[status].zh;
  const names = lacking.map((id) => materialNamed(id, campaign)).join('、');
  if (uncertain !== null) return `${word}（待核）`;
  if (status === 'late') return `${word}${daysLate}天`;
  if (status === 'incomplete') return `${word}：${names}`;
  return status === 'pending' && receipt !== null ? `${word}，还缺：${names}` : word;
}

function receiptLine(at: DeadlineReport, unit: UnitReport, year: number): string {
  const { receipt, uncertain } = at;
  if (uncertain !== null) return `${shortMinute(uncertain.from, year)} 至 ${shortMinute(uncertain.to, year)}`;
  if (receipt === null) return unmatchedBeside(at, unit);
  return `${shortMinute(receipt.at, year)} ${evidenceNames[receipt.evidence].zh}`;
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

/** Of a report sent again and again these are the times of the first; the cell itself has the deadline's own. */
function clockLine({ id, firstReceived, firstAccepted }: MaterialReport, campaign: Campaign): string {
  const isRepeated = campaign.deadlines.filter(({ materials }) => materials.includes(id)).length > 1;
  const name = `${materialNamed(id, campaign)}${isRepeated ? '（各次中最早的一份）' : ''}`;
  const time = (at: string) => shortMinute(at, campaign.year);
  const came = firstReceived === null ? '' : time(firstReceived.at);
  if (firstAccepted === null) return `${name}：首次收到 ${came}，还没有合格`;
  const accepted = time(firstAccepted.at);
  return accepted === came
    ? `${name}：首次收到并合格 ${came}`
    : `${name}：首次收到 ${came}，首次合格${isSet(id, campaign) ? '（够数）' : ''} ${accepted}`;
}

function isSet(id: string, { materials }: Campaign): boolean {
  return materials.some((material) => material.id === id && material.least > 1);
}
