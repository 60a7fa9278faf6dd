import type { Worksheet } from 'exceljs';
import { dayOf } from '../../findings/words.js';
import type { Deadline } from '../../model/campaign.js';
import type { DeadlineReport, Status, UnitReport } from '../../model/report.js';
import { type CellStyle, filled, font, listStyles } from '../styles.js';
import type { Book } from './book.js';
import { type Content, fill, heightOf, linesOf } from './cells.js';
import { drawHeading, drawNone } from './list.js';
import { isWeekend, weekdayOf } from './moments.js';
import { setUpList } from './pages.js';
import { rated, type Tally, tallyOf } from './rates.js';
import { evidenceTerms, statusTerms } from './words.js';

const headerRow = 3;
const leading = [
  { header: '序号', width: 6 },
  { header: '单位', width: 20 },
  { header: '联系人', width: 10 },
  { header: '电话', width: 14 },
];
/** Together, shared out among them: 22 each for five. */
const deadlinesWidth = 110;

const statusStyles: Readonly<Record<Status, CellStyle>> = {
  'on-time': filled(listStyles.centre, 'FFC6EFCE'),
  late: filled(listStyles.centre, 'FFFFEB9C'),
  incomplete: filled(listStyles.centre, 'FFF8CBAD'),
  missing: filled({ ...listStyles.centre, font: font(10, { bold: true, color: 'FF9C0006' }) }, 'FFFFC7CE'),
  pending: filled({ ...listStyles.centre, font: font(10, { color: 'FF7F7F7F' }) }, 'FFEDEDED'),
  exempt: listStyles.centre,
};
const weekendHeader = filled(listStyles.header, 'FFFCE4D6');
const summaryLabel = { ...listStyles.centre, font: font(10, { bold: true }) };
const percent = { ...listStyles.number, numFmt: '0.0%' };

/** 报送情况: how each unit stands at each deadline, and below it how many and what share. */
export function drawDeadlines(sheet: Worksheet, book: Book): void {
  const { report, moments } = book;
  const { deadlines } = report.campaign;
  const units = report.units.filter(concerned);
  drawHeading(
    sheet,
    `${report.campaign.title}报送情况`,
    `截至 ${moments.spoken(report.asOf)}。格内第二行是收到时间和依据；时限为当天 24:00，橙底为周末；比率只算应报单位。`,
  );
  drawHeader(sheet, deadlines);
  units.forEach((unit, index) => {
    drawUnit(sheet, headerRow + 1 + index, unit, index, book);
  });
  if (units.length === 0) drawNone(sheet, headerRow + 1, leading.length + deadlines.length);
  drawSummary(sheet, headerRow + 1 + Math.max(1, units.length), deadlines, report.units);
  setUpList(sheet, { headerFrom: headerRow, headerTo: headerRow, frozen: 2 });
}

/** Who must report, or has reported although nobody asked. */
function concerned({ unit, deadlines }: UnitReport): boolean {
  return unit.required || deadlines.some(({ receipt }) => receipt !== null);
}

function drawHeader(sheet: Worksheet, deadlines: readonly Deadline[]): void {
  leading.forEach(({ header, width }, n) => {
    sheet.getColumn(n + 1).width = width;
    fill(sheet.getCell(headerRow, n + 1), header, listStyles.header);
  });
  deadlines.forEach(({ name, due }, n) => {
    const column = leading.length + 1 + n;
    sheet.getColumn(column).width = widthOfEach(deadlines.length);
    const style = isWeekend(due) ? weekendHeader : listStyles.header;
    fill(sheet.getCell(headerRow, column), `${name}\n${dayOf(due).zh}（${weekdayOf(due)}）`, style);
  });
  sheet.getRow(headerRow).height = heightOf(2);
}

function widthOfEach(deadlines: number): number {
  return Math.min(60, Math.max(18, deadlinesWidth / deadlines));
}

function drawUnit(sheet: Worksheet, at: number, unitReport: UnitReport, index: number, book: Book): void {
  const { unit } = unitReport;
  const name = { value: unit.name, style: listStyles.text };
  const contents: Content[] = [index + 1, name, unit.contact, unit.phone];
  for (const { id } of book.report.campaign.deadlines) {
    const deadline = unitReport.deadlines.find((one) => one.id === id);
    contents.push(deadline ? statusCell(deadline, unitReport, book) : '不要求');
  }
  let lines = 2;
  contents.forEach((content, n) => {
    fill(sheet.getCell(at, n + 1), content, listStyles.centre);
    lines = Math.max(
      lines,
      linesOf(content, (leading[n]?.width ?? widthOfEach(book.report.campaign.deadlines.length)) - 1),
    );
  });
  sheet.getRow(at).height = heightOf(lines);
}

function statusCell(deadline: DeadlineReport, unitReport: UnitReport, book: Book): Content {
  const { receipt, status } = deadline;
  if (!unitReport.unit.required && receipt === null) return { value: '不要求', style: listStyles.centre };
  const second =
    receipt === null
      ? unmatchedBeside(deadline, unitReport)
      : `${book.moments.short(receipt.at)} ${evidenceTerms[receipt.evidence].word}`;
  const lines = [statusWords(deadline, book), second].filter((line) => line !== '');
  return { value: lines.join('\n'), style: statusStyles[status] };
}

function statusWords({ status, daysLate, lacking }: DeadlineReport, { report }: Book): string {
  const { word } = statusTerms[status];
  if (status === 'late') return `${word}${daysLate}天`;
  if (status !== 'incomplete') return word;
  const names = lacking.map((id) => report.campaign.materials.find((material) => material.id === id)?.name ?? id);
  return `${word}：${names.join('、')}`;
}

/** A file that nobody could match may be what is missing here: the report must not blame in error. */
function unmatchedBeside(deadline: DeadlineReport, { findings }: UnitReport): string {
  for (const finding of findings) {
    if (finding.rule !== 'deadline/missing') continue;
    const { deadline: named, unmatched } = finding.args;
    if (unmatched > 0 && [deadline.id, deadline.name].includes(named)) return `另有${unmatched}件未识别`;
  }
  return '';
}

interface SummaryRow {
  readonly label: string;
  readonly style: CellStyle;
  readonly value: (tally: Tally) => number | null;
}

const summaryRows: readonly SummaryRow[] = [
  { label: '应报单位', style: listStyles.number, value: ({ due, counts }) => due + counts.pending },
  ...rated.map((status) => ({
    label: statusTerms[status].word,
    style: listStyles.number,
    value: ({ counts }: Tally) => counts[status],
  })),
  ...rated.map((status) => ({
    label: `${statusTerms[status].word}率`,
    style: percent,
    value: ({ rates }: Tally) => rates?.[status] ?? null,
  })),
  ...(['pending', 'exempt'] as const).map((status) => ({
    label: `${statusTerms[status].word}（不计入比率）`,
    style: listStyles.number,
    value: ({ counts }: Tally) => counts[status],
  })),
];

function drawSummary(
  sheet: Worksheet,
  from: number,
  deadlines: readonly Deadline[],
  units: readonly UnitReport[],
): void {
  const tallies = deadlines.map(({ id }) => tallyOf(units, id));
  summaryRows.forEach(({ label, style, value }, index) => {
    const row = from + index;
    for (let column = 1; column <= leading.length; column++) sheet.getCell(row, column).style = summaryLabel;
    sheet.getCell(row, 1).value = label;
    sheet.mergeCells(row, 1, row, leading.length);
    tallies.forEach((tally, n) => {
      fill(sheet.getCell(row, leading.length + 1 + n), value(tally) ?? '－', style);
    });
    sheet.getRow(row).height = 18;
  });
}
