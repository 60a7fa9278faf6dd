import type { Worksheet } from 'exceljs';
import { compareFindings } from '../../findings/order.js';
import { speak } from '../../findings/speak.js';
import { severities } from '../../findings/terms.js';
import { severityNames } from '../../findings/words.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { filled, listStyles } from '../styles.js';
import type { Book } from './book.js';
import { type Content, linked } from './cells.js';
import { drawList } from './list.js';

interface Row {
  readonly finding: Finding;
  /** Empty where nobody knows whose file it is. */
  readonly unit: string;
  /** The unit's place in the roster; files of nobody come last. */
  readonly rank: number;
  /** Null for what concerns the unit as a whole. */
  readonly path: string | null;
}

const severityStyles = {
  error: filled(listStyles.centre, 'FFFFC7CE'),
  warning: filled(listStyles.centre, 'FFFFEB9C'),
  info: listStyles.centre,
};

/** 问题清单: one row a finding, the gravest first. */
export function drawFindings(sheet: Worksheet, { report, linkTo }: Book): void {
  const { locale } = report.campaign;
  const rows = rowsOf(report).map((row) => ({ ...row, spoken: speak(row.finding, locale) }));
  drawList(sheet, {
    title: '问题清单',
    remark: `共 ${rows.length} 条：${tally(rows)}。可按单位筛选后转发给填报人。`,
    frozen: 3,
    rows,
    columns: [
      { header: '序号', width: 6, align: 'centre', cell: (_, index) => index + 1 },
      { header: '级别', width: 8, align: 'centre', cell: ({ finding }) => severityCell(finding.severity) },
      { header: '单位', width: 15, cell: ({ unit }) => unit || '未识别' },
      { header: '文件', width: 30, cell: ({ path }) => (path === null ? '' : linked(path, linkTo(path))) },
      {
        header: '位置',
        width: 16,
        cell: ({ path, finding, spoken }) => (path === null && finding.place.kind === 'file' ? '' : spoken.place),
      },
      { header: '原填', width: 14, cell: ({ spoken }) => spoken.found },
      { header: '问题', width: 40, cell: ({ spoken }) => spoken.message },
      { header: '怎么改', width: 36, cell: ({ spoken }) => spoken.remedy },
      { header: '规则', width: 18, cell: ({ spoken }) => spoken.rule },
    ],
  });
}

function severityCell(severity: Severity): Content {
  return { value: severityNames[severity].zh, style: severityStyles[severity] };
}

function tally(rows: readonly Row[]): string {
  const counts = severities.map((severity) => {
    const count = rows.filter(({ finding }) => finding.severity === severity).length;
    return `${severityNames[severity].zh} ${count} 条`;
  });
  return counts.join('，');
}

function rowsOf({ units, files }: Report): Row[] {
  const ranks = new Map(units.map(({ unit }, index) => [unit.id, index]));
  const ofUnits = units.flatMap(({ unit, findings }, rank) =>
    findings.map((finding) => ({ finding, unit: unit.name, rank, path: null })),
  );
  const ofFiles = files.flatMap(({ unit, path, findings }) => {
    const rank = ranks.get(unit?.id ?? '') ?? units.length;
    return findings.map((finding) => ({ finding, unit: unit?.name ?? '', rank, path }));
  });
  return [...ofUnits, ...ofFiles].sort(compareRows);
}

function compareRows(a: Row, b: Row): number {
  return (
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    a.rank - b.rank ||
    comparePaths(a.path ?? '', b.path ?? '') ||
    compareFindings(a.finding, b.finding)
  );
}

function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
