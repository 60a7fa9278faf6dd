import { compareFindings, compareText } from '../../findings/order.js';
import { speak } from '../../findings/speak.js';
import { severities } from '../../findings/terms.js';
import { shortened } from '../../findings/text.js';
import { severityNames } from '../../findings/words.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { filled, listStyles } from '../styles.js';
import type { Book } from './book.js';
import { type Content, linked } from './cells.js';
import { listSheets } from './list.js';
import type { SheetPlan } from './page.js';
import { sheetNames } from './words.js';

interface Row {
  readonly finding: Finding;
  /** Empty where nobody knows whose file it is. */
  readonly unit: string;
  /** The unit's place in the roster; files of nobody come last. */
  readonly rank: number;
  /** Null for what concerns the unit as a whole. */
  readonly path: string | null;
  /** Another version has taken the file's place: nothing is to be done any more. */
  readonly isSettled: boolean;
}

/** More of what stood in a cell stands in the file; rows would become too high. */
const longestFound = 40;

const severityStyles = {
  error: filled(listStyles.centre, 'FFFFC7CE'),
  warning: filled(listStyles.centre, 'FFFFEB9C'),
  info: listStyles.centre,
};

/** 问题清单: one row a finding, the gravest first. */
export function findingsSheets(book: Book): SheetPlan[] {
  const { report, linkTo } = book;
  const { locale } = report.campaign;
  const rows = rowsOf(report);
  return listSheets(
    {
      name: sheetNames.findings,
      title: sheetNames.findings,
      remark: `共 ${rows.length} 条：${tally(rows)}。可按单位筛选后转发给填报人。`,
      frozen: 3,
      rows,
      show: (row) => ({ ...row, spoken: speak(row.finding, locale) }),
      columns: [
        { header: '序号', width: 6, align: 'centre', cell: (_, index) => index + 1 },
        { header: '级别', width: 8, align: 'centre', cell: severityCell },
        { header: '单位', width: 15, cell: ({ unit }) => unit || '未识别' },
        { header: '文件', width: 30, cell: ({ path }) => (path === null ? '' : linked(path, () => linkTo(path))) },
        {
          header: '位置',
          width: 16,
          cell: ({ path, finding, spoken }) => (path === null && finding.place.kind === 'file' ? '' : spoken.place),
        },
        { header: '原填', width: 14, cell: ({ spoken }) => shortened(spoken.found, longestFound) },
        { header: '问题', width: 40, cell: ({ spoken }) => spoken.message },
        {
          header: '怎么改',
          width: 36,
          cell: ({ isSettled, spoken }) => (isSettled ? '已重报，不用再改' : spoken.remedy),
        },
        { header: '规则', width: 18, cell: ({ spoken }) => spoken.rule },
      ],
    },
    book,
  );
}

function severityCell({ finding: { severity }, isSettled }: Row): Content {
  return isSettled ? settled : { value: severityNames[severity].zh, style: severityStyles[severity] };
}

const settled = '已重报';

function tally(rows: readonly Row[]): string {
  const open = rows.filter(({ isSettled }) => !isSettled);
  const counts = severities.map((severity) => {
    const count = open.filter(({ finding }) => finding.severity === severity).length;
    return `${severityNames[severity].zh} ${count} 条`;
  });
  const left = rows.length - open.length;
  return [...counts, ...(left === 0 ? [] : [`${settled} ${left} 条`])].join('，');
}

function rowsOf({ units, files }: Report): Row[] {
  const ranks = new Map(units.map(({ unit }, index) => [unit.id, index]));
  const ofUnits = units.flatMap(({ unit, findings }, rank) =>
    findings.map((finding) => ({ finding, unit: unit.name, rank, path: null, isSettled: false })),
  );
  const ofFiles = files.flatMap(({ unit, path, findings, replacedBy }) => {
    const rank = ranks.get(unit?.id ?? '') ?? units.length;
    return findings.map((finding) => ({ finding, unit: unit?.name ?? '', rank, path, isSettled: replacedBy !== null }));
  });
  return [...ofUnits, ...ofFiles].sort(compareRows);
}

function compareRows(a: Row, b: Row): number {
  return (
    Number(a.isSettled) - Number(b.isSettled) ||
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    a.rank - b.rank ||
    compareText(a.path ?? '', b.path ?? '') ||
    // What concerns a unit as a whole stands as the report has it: in the order of the deadlines.
    (a.path === null ? 0 : compareFindings(a.finding, b.finding))
  );
}
