import { minuteIn } from '../../findings/days.js';
import { inOrder } from '../../findings/order.js';
import { speak } from '../../findings/speak.js';
import { evidenceNames, materialNamed, outcomeNames } from '../../findings/terms.js';
import { quotePath, sizeOf } from '../../findings/words.js';
import type { Locale } from '../../model/campaign.js';
import type { FileReport, Outcome } from '../../model/report.js';
import { filled, listStyles } from '../styles.js';
import type { Book } from './book.js';
import { type Content, linked } from './cells.js';
import { listSheets } from './list.js';
import type { SheetPlan } from './page.js';
import { formatWord, sheetNames } from './words.js';

const attention: Partial<Record<Outcome, string>> = { rejected: 'FFFFC7CE', unmatched: 'FFFFEB9C', used: 'FFE2EFDA' };
const outcomeStyles = new Map(
  Object.entries(attention).map(([outcome, colour]) => [outcome, filled(listStyles.centre, colour)]),
);

/** 来件清单: every file and every member, and what became of it. */
export function filesSheets(book: Book): SheetPlan[] {
  const { report, linkTo } = book;
  const { campaign } = report;
  return listSheets(
    {
      name: sheetNames.files,
      title: sheetNames.files,
      remark: `共 ${report.files.length} 件，收件箱里的每个文件和压缩包、邮件里的每个文件各占一行。`,
      frozen: 1,
      rows: report.files,
      show: (file) => file,
      columns: [
        { header: '路径', width: 42, cell: ({ path }) => linked(path, () => linkTo(path)) },
        { header: '单位', width: 17, cell: ({ unit }) => unit?.name ?? '' },
        {
          header: '材料',
          width: 13.5,
          cell: ({ material }) => (material === null ? '' : materialNamed(material, campaign)),
        },
        { header: '格式', width: 7, align: 'centre', cell: ({ format }) => formatWord(format) },
        { header: '大小', width: 9, align: 'centre', cell: ({ bytes }) => sizeOf(bytes) },
        // A little wider than 2023-05-20 18:00, or each row would be two lines high.
        { header: '收到时间', width: 17.5, align: 'centre', cell: ({ receipt }) => minuteIn(receipt.at) },
        { header: '时间依据', width: 10, align: 'centre', cell: ({ receipt }) => evidenceNames[receipt.evidence].zh },
        { header: '结果', width: 10, align: 'centre', cell: outcomeCell },
        { header: '说明', width: 40, cell: (file) => remarkOf(file, campaign.locale) },
        { header: 'SHA-256', width: 14, align: 'centre', cell: ({ sha256 }) => sha256.slice(0, 12) },
      ],
    },
    book,
  );
}

function outcomeCell({ outcome }: FileReport): Content {
  return { value: outcomeNames[outcome].zh, style: outcomeStyles.get(outcome) ?? listStyles.centre };
}

function remarkOf(file: FileReport, locale: Locale): string {
  return [replacement(file), firstMessage(file, locale)].filter((text) => text !== '').join('\n');
}

function replacement({ outcome, replacedBy }: FileReport): string {
  if (replacedBy === null) return '';
  return `${outcome === 'superseded' ? '已由新版替代' : '后来另报了合格的'}：${quotePath(replacedBy)}`;
}

function firstMessage({ findings }: FileReport, locale: Locale): string {
  const [first] = inOrder(findings);
  if (first === undefined) return '';
  const more = findings.length > 1 ? `（另有 ${findings.length - 1} 条，见问题清单）` : '';
  return `${speak(first, locale).message}${more}`;
}
