import { minuteIn } from '../../findings/days.js';
import { actionNames, materialNamed } from '../../findings/terms.js';
import { dayOf } from '../../findings/words.js';
import type { Campaign } from '../../model/campaign.js';
import type { Decision, DecisionReport, FileTarget } from '../../model/decision.js';
import type { Report } from '../../model/report.js';
import { filled, font, listStyles } from '../styles.js';
import { type Content, fill, heightOf } from './cells.js';
import type { Page } from './page.js';

const headers = ['行号', '处理', '对象', '理由', '经办人', '日期', '是否用上'];
const heading = { ...listStyles.text, font: font(12, { bold: true }), border: {} };
const unused = filled(listStyles.centre, 'FFFFEB9C');

/** 处理意见: what was ruled by hand, line by line as in decisions.csv, and what no longer applies to anything. */
export async function drawDecisions(
  page: Page,
  from: number,
  report: Report,
  widths: readonly number[],
): Promise<void> {
  const { sheet } = page;
  const { decisions } = report;
  if (decisions.length === 0) return;
  const names = new Map(report.units.map(({ unit }) => [unit.id, unit.name]));
  fill(sheet.getCell(from, 1), '处理意见', heading);
  sheet.mergeCells(from, 1, from, headers.length);
  sheet.getRow(from).height = 26;
  headers.forEach((header, n) => {
    fill(sheet.getCell(from + 1, n + 1), header, listStyles.header);
  });
  sheet.getRow(from + 1).height = heightOf(1);
  const looks = widths.map((width) => ({ width, style: listStyles.centre }));
  for (const [index, one] of decisions.entries()) {
    await page.row(from + 2 + index, rowOf(one, report.campaign, names), looks);
  }
}

/** Of units by id. */
type Names = ReadonlyMap<string, string>;

function rowOf({ decision, applied }: DecisionReport, campaign: Campaign, names: Names): Content[] {
  const { line, action, reason, who, date } = decision;
  const subject = { value: subjectOf(decision, campaign, names), style: listStyles.text };
  const why = { value: reason, style: listStyles.text };
  const verdict = applied ? '用上' : { value: notUsed(decision), style: unused };
  return [line, actionNames[action].zh, subject, why, who, date, verdict];
}

function notUsed(decision: Decision): string {
  return 'file' in decision ? '没有对应的来件，请核对' : '没有用上，请核对';
}

/** What the decision is about, and what it says of it. */
function subjectOf(decision: Decision, campaign: Campaign, names: Names): string {
  const unitNamed = (id: string) => names.get(id) ?? id;
  const deadlineNamed = (id: string) => campaign.deadlines.find((one) => one.id === id)?.name ?? id;
  switch (decision.action) {
    case 'assign': {
      const unit = decision.unit === null ? [] : [unitNamed(decision.unit)];
      const material = decision.material === null ? [] : [materialNamed(decision.material, campaign)];
      return `${targetOf(decision.file)}\n归 ${[...unit, ...material].join('，')}`;
    }
    case 'received':
      return `${targetOf(decision.file)}\n收到时间认定为 ${minuteIn(decision.at)}`;
    case 'extend':
      return `${unitNamed(decision.unit)}，${deadlineNamed(decision.deadline)}，延期至${dayOf(decision.due).zh}`;
    case 'exempt':
      return `${unitNamed(decision.unit)}，${decision.deadline === null ? '各次时限' : deadlineNamed(decision.deadline)}`;
    default:
      return targetOf(decision.file);
  }
}

function targetOf({ path, sha256 }: FileTarget): string {
  const content = sha256 === null ? [] : [`SHA-256 ${sha256.slice(0, 12)}…`];
  return [...(path === null ? [] : [path]), ...content].join('，');
}
