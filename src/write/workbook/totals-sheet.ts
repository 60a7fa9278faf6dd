import type { Worksheet } from 'exceljs';
import type { Campaign, Field } from '../../model/campaign.js';
import type { Report } from '../../model/report.js';
import { onePage } from '../page.js';
import { across, drawStatisticsForm } from '../statistics-grid.js';
import { formStyles } from '../styles.js';
import { linesIn } from '../text.js';
import type { Book } from './book.js';
import { type Formula, fillFormula } from './cells.js';
import { spokenMinute } from './moments.js';
import type { SheetPlan } from './page.js';
import { nobodyFills, rangesOf } from './unit-columns.js';
import { none, sheetNames } from './words.js';

const lineWidth = 135;
/** Names that still fit on the page; of more than these 报送情况 has the rest. */
const mostAbsent = 100;
const count = { ...formStyles.value, numFmt: '0' };
/** A level nobody was asked for shows a dash; the cell still holds its sum. */
const countOfNobody = { ...formStyles.value, numFmt: '0;-0;"－"' };
const countOfUnits = { ...formStyles.value, numFmt: '0"个单位"' };

/** 汇总表: the official form with the office as its unit, each count the live sum of its column in 分村明细. */
export function totalsSheets(book: Book): SheetPlan[] {
  return [
    {
      name: sheetNames.totals,
      layout: { pageSetup: onePage, views: [{ state: 'frozen', xSplit: 0, ySplit: 1, showGridLines: false }] },
      draw: async ({ sheet }) => drawTotals(sheet, book),
    },
  ];
}

function drawTotals(sheet: Worksheet, book: Book): void {
  const { report } = book;
  const { campaign } = report;
  const form = campaign.forms.statistics;
  const content = { attachment: null, title: `${form.title}（汇总）`, unitName: campaign.office };
  const drawn = drawStatisticsForm(sheet, form, content);
  const ranges = rangesOf(book);
  for (const field of form.fields) {
    const [address, range] = [drawn.values.get(field.id), ranges.get(field.id)];
    if (address === undefined || range === undefined) continue;
    const [formula, style] =
      field.kind === 'count'
        ? [sumOf(field, range, report), styleOf(field, report)]
        : [filledIn(field, range, report), countOfUnits];
    fillFormula(sheet.getCell(address), formula, style);
  }
  drawRemarks(sheet, book, drawn.lastRow + 1);
}

function sumOf(field: Field, ranges: readonly string[], report: Report): Formula {
  return { formula: `SUM(${ranges.join(',')})`, value: report.totals[field.id] ?? 0 };
}

/** How many units wrote something other than 无: texts do not add up. */
function filledIn(field: Field, ranges: readonly string[], report: Report): Formula {
  const formula = ranges
    .map((range) => `COUNTIF(${range},"?*")-COUNTIF(${range},"无")+COUNTIF(${range},">0")`)
    .join('+');
  return { formula, value: report.filledIn[field.id] ?? 0 };
}

function styleOf(field: Field, report: Report) {
  return nobodyFills(report, field) ? countOfNobody : count;
}

function drawRemarks(sheet: Worksheet, book: Book, from: number): void {
  const { columns } = book.report.campaign.forms.statistics.layout;
  remarksOf(book).forEach((text, n) => {
    const style = n === 0 ? formStyles.coverage : formStyles.note;
    across(sheet, from + n, columns, text, style, 3 + 15 * linesIn(text, lineWidth));
  });
}

function remarksOf({ report }: Book): string[] {
  const { campaign, coverage } = report;
  const signed = campaign.forms.statistics.header.length > 0;
  return [
    `覆盖 ${coverage.used}/${coverage.expected} 个单位　　截至 ${spokenMinute(report.asOf)}`,
    `未计入的单位：${absent(report)}`,
    ...levelsNotReported(report),
    ...howAdded(campaign),
    ...(signed
      ? []
      : ['负责人：　　　　　　　　　　填表人：　　　　　　　　　　联系电话：　　　　　　　　　　填报日期：']),
  ];
}

/** Of what the form has: levels, texts. */
function howAdded({ forms, estimates }: Campaign): string[] {
  const { fields } = forms.statistics;
  const texts = fields
    .filter(({ kind }) => kind !== 'count')
    .map(({ label }) => label.slice(label.lastIndexOf('/') + 1).trim());
  const hasLevels = fields.some(({ level }) => level !== null);
  const levels = '，只加各单位应填的级别；填在其他级别的数不计入，“－”为没有单位应填的级别';
  const filledIn = `4.${texts.join('、')}${texts.length > 1 ? `${texts.length}格` : ''}为已填写的单位数，内容见“${sheetNames.units}”。`;
  return [
    `汇总口径：1.各数由“${sheetNames.units}”相应一列相加${hasLevels ? levels : ''}。`,
    '2.人数由各单位相加，同一人在几个单位参加的会重复计算。',
    `3.约数${estimates === 'include' ? '按所写的数计入' : '不计入'}。${texts.length > 0 ? filledIn : ''}`,
  ];
}

/** The office that fills a level is asked for nothing, and is not among those left out: its zeros are no figures. */
function levelsNotReported({ campaign, units }: Report): string[] {
  return campaign.levels.flatMap(({ id, labels }) => {
    const own = units.filter(({ unit }) => unit.fills.includes(id));
    const isOpen = own.length > 0 && own.every(({ unit, statistics }) => !unit.required && statistics === null);
    const names = own.map(({ unit }) => unit.name).join('、');
    return isOpen ? [`注意：“${labels[0]}”一级由${names}填报，还没有报来，这一级的 0 不是实数。`] : [];
  });
}

function absent({ coverage }: Report): string {
  const names = coverage.absent.map(({ name }) => name);
  if (names.length > mostAbsent) return `${names.slice(0, mostAbsent).join('、')}等${names.length}个单位`;
  return names.length === 0 ? none : `${names.join('、')}（${names.length}个）`;
}
