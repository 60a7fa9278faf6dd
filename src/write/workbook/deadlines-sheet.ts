import type { Worksheet } from 'exceljs';
import { isFree } from '../../findings/days.js';
import { ratedStatuses, statusNames } from '../../findings/terms.js';
import type { Report, Standing, Status, Tally, UnitReport } from '../../model/report.js';
import { type CellStyle, filled, font, listStyles } from '../styles.js';
import { type Book, inParts, partName } from './book.js';
import { type Content, fill, heightOf, linesOf } from './cells.js';
import { statusNote, statusText } from './deadline-cell.js';
import { dueWords } from './due.js';
import { drawHeading, drawNone } from './list.js';
import { spokenMinute } from './moments.js';
import type { Page, SheetPlan } from './page.js';
import { listLayout } from './pages.js';
import { sheetNames } from './words.js';

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
/** On time for now: somebody has to look up when it came. */
const uncertain = filled(listStyles.centre, 'FFDDEBF7');
const freeDayHeader = filled(listStyles.header, 'FFFCE4D6');
const summaryLabel = { ...listStyles.centre, font: font(10, { bold: true }) };
const percent = { ...listStyles.number, numFmt: '0.0%' };

/** 报送情况: how each unit stands at each deadline, and below it how many and what share. */
export function deadlinesSheets({ report, limits }: Book): SheetPlan[] {
  const { standings } = report;
  const units = report.units.filter(({ concerned }) => concerned);
  const room = limits.rows - headerRow - summaryRows.length;
  const parts = inParts(units, room);
  return parts.map((own, part) => ({
    name: partName(sheetNames.deadlines, part),
    layout: listLayout({ headerFrom: headerRow, headerTo: headerRow, frozen: 2 }),
    draw: async (page) => {
      drawTop(page.sheet, report);
      await drawUnits(own, part * room, report, page);
      if (own.length === 0) drawNone(page.sheet, headerRow + 1, leading.length + standings.length);
      if (part === parts.length - 1) drawSummary(page.sheet, headerRow + 1 + Math.max(1, own.length), standings);
    },
  }));
}

function drawTop(sheet: Worksheet, report: Report): void {
  const { standings } = report;
  setWidths(sheet, standings);
  drawHeading(
    sheet,
    `${report.campaign.title}报送情况`,
    `截至 ${spokenMinute(report.asOf)}。格内第二行是收到时间和依据；时限没有注明时刻的为当天 24:00，橙底为周末或节假日，蓝底为收到时间待核；比率只算应报单位。`,
  );
  drawHeader(sheet, standings);
}

function setWidths(sheet: Worksheet, standings: readonly Standing[]): void {
  leading.forEach(({ width }, n) => {
    sheet.getColumn(n + 1).width = width;
  });
  standings.forEach((_, n) => {
    sheet.getColumn(leading.length + 1 + n).width = widthOfEach(standings.length);
  });
}

function drawHeader(sheet: Worksheet, standings: readonly Standing[]): void {
  leading.forEach(({ header }, n) => {
    fill(sheet.getCell(headerRow, n + 1), header, listStyles.header);
  });
  let lines = 2;
  standings.forEach((standing, n) => {
    const column = leading.length + 1 + n;
    const width = widthOfEach(standings.length);
    const words = [standing.deadline.name, ...dueWords(standing)].join('\n');
    fill(sheet.getCell(headerRow, column), words, isFree(standing.due.kind) ? freeDayHeader : listStyles.header);
    lines = Math.max(lines, linesOf(words, width - 1));
  });
  sheet.getRow(headerRow).height = heightOf(lines);
}

function widthOfEach(deadlines: number): number {
  return Math.min(60, Math.max(18, deadlinesWidth / deadlines));
}

function rowOf(unitReport: UnitReport, index: number, report: Report): Content[] {
  const { unit } = unitReport;
  const statuses = report.standings.map((standing) => statusCell(standing, unitReport, report));
  return [index + 1, { value: unit.name, style: listStyles.text }, unit.contact, unit.phone, ...statuses];
}

/** In points, a little less than elsewhere: so that two dozen units are on one page. */
const twoLines = 30;

async function drawUnits(units: readonly UnitReport[], from: number, report: Report, page: Page): Promise<void> {
  const { standings } = report;
  const widths = [...leading.map(({ width }) => width), ...standings.map(() => widthOfEach(standings.length))];
  const looks = widths.map((width) => ({ width, style: listStyles.centre }));
  for (const [index, unit] of units.entries()) {
    await page.row(headerRow + 1 + index, rowOf(unit, from + index, report), looks, (lines) =>
      lines <= 2 ? twoLines : heightOf(lines),
    );
  }
}

function statusCell(standing: Standing, unit: UnitReport, report: Report): Content {
  const at = unit.deadlines.find(({ id }) => id === standing.deadline.id);
  if (at === undefined || (!unit.unit.required && at.receipt === null)) return '不要求';
  const note = statusNote(at, standing, unit, report);
  return {
    value: statusText(at, standing, unit, report),
    style: at.uncertain === null ? statusStyles[at.status] : uncertain,
    ...(note === '' ? {} : { note }),
  };
}

interface SummaryRow {
  readonly label: string;
  readonly style: CellStyle;
  readonly value: (tally: Tally, isOver: boolean) => number | null;
}

const summaryRows: readonly SummaryRow[] = [
  { label: '应报单位', style: listStyles.number, value: ({ due, expected }, isOver) => (isOver ? due : expected) },
  ...ratedStatuses.map((status) => ({
    label: statusNames[status].zh,
    style: listStyles.number,
    value: ({ counts }: Tally) => counts[status],
  })),
  ...ratedStatuses.map((status) => ({
    label: `${statusNames[status].zh}率`,
    style: percent,
    value: ({ rates }: Tally) => (rates === null ? null : rates[status] / 1000),
  })),
  ...(['pending', 'exempt'] as const).map((status) => ({
    label: `${statusNames[status].zh}（不计入比率）`,
    style: listStyles.number,
    value: ({ counts }: Tally) => counts[status],
  })),
];

function drawSummary(sheet: Worksheet, from: number, standings: readonly Standing[]): void {
  summaryRows.forEach(({ label, style, value }, index) => {
    const row = from + index;
    for (let column = 1; column <= leading.length; column++) sheet.getCell(row, column).style = summaryLabel;
    sheet.getCell(row, 1).value = label;
    sheet.mergeCells(row, 1, row, leading.length);
    standings.forEach(({ tally, isOver }, n) => {
      fill(sheet.getCell(row, leading.length + 1 + n), value(tally, isOver) ?? '－', style);
    });
    sheet.getRow(row).height = 18;
  });
}
