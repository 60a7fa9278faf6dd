import type { Worksheet } from 'exceljs';
import { evidenceNames, materialNamed, outcomeNames, severities, statusNames } from '../../findings/terms.js';
import { dayOf, severityMeanings, severityNames, type Words } from '../../findings/words.js';
import type { Campaign } from '../../model/campaign.js';
import type { Outcome, Report, Standing } from '../../model/report.js';
import { type CellStyle, font, listStyles } from '../styles.js';
import type { Book, Limits } from './book.js';
import { fill, heightOf, linesOf } from './cells.js';
import { drawDecisions } from './decisions-table.js';
import { dueWords } from './due.js';
import { drawHeading } from './list.js';
import { spokenMinute } from './moments.js';
import type { SheetPlan } from './page.js';
import { listLayout } from './pages.js';
import { evidenceMeanings, none, outcomeMeanings, sheetNames, statusMeanings } from './words.js';

const headerRow = 3;
/** Of the table of decisions; a note's name goes over the first two, its text over the others. */
const widths = [7, 12, 44, 28, 10, 12, 17];
const nameColumns = 2;
const textWidth = widths.slice(nameColumns).reduce((sum, width) => sum + width, 0);
const topic = { ...listStyles.text, font: font(10, { bold: true }) };

/** 说明: what was read, by which rules, what every word in this workbook means, and what was ruled by hand. */
export function notesSheets(book: Book): SheetPlan[] {
  const { report } = book;
  const notes = notesOf(book);
  return [
    {
      name: sheetNames.notes,
      layout: listLayout({ headerFrom: headerRow, headerTo: headerRow, frozen: nameColumns }),
      draw: async (page) => {
        drawNotes(page.sheet, notes);
        await drawDecisions(page, headerRow + 2 + notes.length, report, widths);
      },
    },
  ];
}

function drawNotes(sheet: Worksheet, notes: readonly Note[]): void {
  widths.forEach((width, n) => {
    sheet.getColumn(n + 1).width = width;
  });
  drawHeading(sheet, '说明', '本工作簿由程序根据收到的文件生成，数字都可以追溯到来源文件。');
  widths.forEach((_, n) => {
    sheet.getCell(headerRow, n + 1).style = listStyles.header;
  });
  drawNote(sheet, headerRow, ['项目', '内容'], listStyles.header, listStyles.header);
  notes.forEach((note, index) => {
    drawNote(sheet, headerRow + 1 + index, note, topic, listStyles.text);
  });
}

type Note = readonly [name: string, text: string];

function drawNote(sheet: Worksheet, row: number, [name, text]: Note, ofName: CellStyle, ofText: CellStyle): void {
  widths.forEach((_, n) => {
    sheet.getCell(row, n + 1).style = n < nameColumns ? ofName : ofText;
  });
  fill(sheet.getCell(row, 1), name, ofName);
  fill(sheet.getCell(row, nameColumns + 1), text, ofText);
  sheet.mergeCells(row, 1, row, nameColumns);
  sheet.mergeCells(row, nameColumns + 1, row, widths.length);
  sheet.getRow(row).height = heightOf(linesOf(text, textWidth - 2));
}

function notesOf({ report, limits }: Book): Note[] {
  const { campaign, coverage, decisions } = report;
  return [
    ['活动', `${campaign.title}（${campaign.id}）`],
    ['汇总单位', campaign.office],
    ['活动时间', `${dayOf(campaign.period.from).zh}至${dayOf(campaign.period.to).zh}`],
    ['截至', `${spokenMinute(report.asOf)}，之后收到的没有计入`],
    ['时区', `${campaign.timeZone}，所有时间和时限都按这个时区`],
    ['程序', `campaign ${report.version}`],
    ['覆盖', `统计数字来自 ${coverage.used} 个单位，应报 ${coverage.expected} 个`],
    ['来件', tallyOf(report)],
    ['时限', report.standings.map((standing) => deadlineLine(standing, campaign)).join('\n')],
    ['处理意见', decisions.length === 0 ? '没有登记' : `登记 ${decisions.length} 条，见本页最后的表`],
    ...rules(campaign),
    ['状态', meanings(statusNames, statusMeanings)],
    ['来件结果', meanings(outcomeNames, outcomeMeanings)],
    ['收到时间依据', `${meanings(evidenceNames, evidenceMeanings)}\n以上依次优先。`],
    ['问题级别', severityLines()],
    ['级别有调整的规则', adjusted(campaign)],
    ...leftOut(report, limits),
  ];
}

/** Said only where it may have come to that. */
function leftOut({ units, files }: Report, { links, notes }: Limits): Note[] {
  if (units.length <= notes && files.length <= links) return [];
  return [['批注和链接', `每张表最多 ${notes} 条批注、${links} 个链接，再多表格软件打不开，超出的只写文字。`]];
}

function rules({ estimates, levels, reportingLevel }: Campaign): Note[] {
  const level = levels.find(({ id }) => id === reportingLevel)?.labels[0] ?? reportingLevel;
  return [
    [
      '是否按时',
      '看第一份合格的材料是什么时候收到的，时限前收到都算按时，没有注明时刻的到当天 24:00；后来的更正不算迟报。',
    ],
    [
      '用哪一份数字',
      '一个单位报了几份统计表的，用最近收到的合格的一份；几份的数字不混用，也不相加。有错误的一份退回，原来合格的继续使用。',
    ],
    [
      '哪些数计入合计',
      `各单位只计本级应填的一栏（一般为“${level}”）。填在其他级别的数不计入，否则同一个数会被每个单位加一遍。`,
    ],
    [
      '约数',
      estimates === 'include'
        ? '“约200”“200余”按 200 计入合计，并在分村明细标浅黄底。'
        : '“约200”“200余”不计入合计，在分村明细注明。',
    ],
    ['看不懂的数', '不当作 0，所在的统计表退回更正。空格就是没有填，不补 0。'],
    ['人数', '是各单位人数之和，同一人可能重复计算。'],
    ['问题数', '分村明细的问题数是该单位需更正和需核实的条数，不含仅提示的和已重报的。'],
  ];
}

function deadlineLine(standing: Standing, campaign: Campaign): string {
  const { name, materials } = standing.deadline;
  const until = standing.due.cutoff === null ? ' 24:00 前' : '';
  const [day = '', ...marks] = dueWords(standing);
  return `${name}：${[`${day}${until}`, ...marks].join('，')}，${materials.map((id) => materialNamed(id, campaign)).join('、')}`;
}

function tallyOf({ files, counts }: Report): string {
  const kinds = (Object.keys(counts) as Outcome[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${outcomeNames[outcome].zh} ${counts[outcome]}`);
  return `共 ${files.length} 件${kinds.length === 0 ? '' : `：${kinds.join('，')}`}`;
}

function meanings<Id extends string>(names: Readonly<Record<Id, Words>>, means: Readonly<Record<Id, string>>): string {
  return (Object.keys(names) as Id[]).map((id) => `${names[id].zh}：${means[id]}`).join('\n');
}

function severityLines(): string {
  return severities.map((severity) => `${severityNames[severity].zh}：${severityMeanings[severity].zh}`).join('\n');
}

function adjusted({ severities: changed }: Campaign): string {
  const lines = Object.entries(changed).map(([rule, severity]) => `${rule}：${severityNames[severity].zh}`);
  return lines.length === 0 ? none : lines.join('\n');
}
