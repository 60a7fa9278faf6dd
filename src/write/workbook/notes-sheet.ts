import type { Worksheet } from 'exceljs';
import { dayOf, severityMeanings, severityNames } from '../../findings/words.js';
import type { Campaign, Deadline } from '../../model/campaign.js';
import type { Severity } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { font, listStyles } from '../styles.js';
import type { Book } from './book.js';
import { fill, heightOf, linesOf } from './cells.js';
import { drawHeading } from './list.js';
import { weekdayOf } from './moments.js';
import { setUpList } from './pages.js';
import { evidenceTerms, none, outcomeTerms, statusTerms } from './words.js';

const headerRow = 3;
const widths = [20, 110];
const topic = { ...listStyles.text, font: font(10, { bold: true }) };

/** 说明: what was read, by which rules, and what every word in this workbook means. */
export function drawNotes(sheet: Worksheet, book: Book): void {
  drawHeading(sheet, '说明', '本工作簿由程序根据收到的文件生成，数字都可以追溯到来源文件。');
  ['项目', '内容'].forEach((header, n) => {
    sheet.getColumn(n + 1).width = widths[n] ?? 20;
    fill(sheet.getCell(headerRow, n + 1), header, listStyles.header);
  });
  notesOf(book).forEach(([name, text], index) => {
    const row = headerRow + 1 + index;
    fill(sheet.getCell(row, 1), name, topic);
    fill(sheet.getCell(row, 2), text, listStyles.text);
    sheet.getRow(row).height = heightOf(linesOf(text, (widths[1] ?? 20) - 2));
  });
  setUpList(sheet, { headerFrom: headerRow, headerTo: headerRow, frozen: 1 });
}

type Note = readonly [name: string, text: string];

function notesOf({ report, moments }: Book): Note[] {
  const { campaign, coverage } = report;
  return [
    ['活动', `${campaign.title}（${campaign.id}）`],
    ['汇总单位', campaign.office],
    ['活动时间', `${dayOf(campaign.period.from).zh}至${dayOf(campaign.period.to).zh}`],
    ['截至', `${moments.spoken(report.asOf)}，之后收到的没有计入`],
    ['时区', `${campaign.timeZone}，所有时间和时限都按这个时区`],
    ['程序', `campaign ${report.version}`],
    ['覆盖', `统计数字来自 ${coverage.used} 个单位，应报 ${coverage.expected} 个`],
    ['来件', tallyOf(report)],
    ['时限', campaign.deadlines.map((deadline) => deadlineLine(deadline, campaign)).join('\n')],
    ...rules(campaign),
    ['状态', meanings(Object.values(statusTerms))],
    ['来件结果', meanings(Object.values(outcomeTerms))],
    ['收到时间依据', `${meanings(Object.values(evidenceTerms))}\n以上依次优先。`],
    ['问题级别', severityLines()],
    ['级别有调整的规则', adjusted(campaign)],
  ];
}

function rules({ estimates, levels, reportingLevel }: Campaign): Note[] {
  const level = levels.find(({ id }) => id === reportingLevel)?.labels[0] ?? reportingLevel;
  return [
    ['是否按时', '看第一份合格的材料是什么时候收到的，时限当天 24:00 前收到都算按时；后来的更正不算迟报。'],
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
    ['问题数', '分村明细的问题数是该单位需更正和需核实的条数，不含仅提示的。'],
  ];
}

function deadlineLine({ name, due, materials }: Deadline, campaign: Campaign): string {
  const names = materials.map((id) => campaign.materials.find((material) => material.id === id)?.name ?? id);
  return `${name}：${dayOf(due).zh}（${weekdayOf(due)}）24:00 前，${names.join('、')}`;
}

function tallyOf({ files, counts }: Report): string {
  const kinds = (Object.keys(outcomeTerms) as (keyof typeof outcomeTerms)[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${outcomeTerms[outcome].word} ${counts[outcome]}`);
  return `共 ${files.length} 件${kinds.length === 0 ? '' : `：${kinds.join('，')}`}`;
}

function meanings(terms: readonly { readonly word: string; readonly meaning: string }[]): string {
  return terms.map(({ word, meaning }) => `${word}：${meaning}`).join('\n');
}

function severityLines(): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  return severities.map((severity) => `${severityNames[severity].zh}：${severityMeanings[severity].zh}`).join('\n');
}

function adjusted({ severities }: Campaign): string {
  const lines = Object.entries(severities).map(([rule, severity]) => `${rule}：${severityNames[severity].zh}`);
  return lines.length === 0 ? none : lines.join('\n');
}
