import type { Worksheet } from 'exceljs';
import { minuteIn } from '../findings/days.js';
import type { Report } from '../model/report.js';
import { stillZip } from './still-zip.js';
import { drawActivities } from './workbook/activities-sheet.js';
import type { Book } from './workbook/book.js';
import { drawDeadlines } from './workbook/deadlines-sheet.js';
import { drawFiles } from './workbook/files-sheet.js';
import { drawFindings } from './workbook/findings-sheet.js';
import { linksTo } from './workbook/links.js';
import { drawNotes } from './workbook/notes-sheet.js';
import { setFooter } from './workbook/pages.js';
import { drawTotals } from './workbook/totals-sheet.js';
import { drawUnits } from './workbook/units-sheet.js';
import { sheetNames } from './workbook/words.js';

export interface WorkbookOptions {
  /** Absolute path of the inbox, for links to its files. */
  readonly inbox: string;
  /** Absolute path the workbook will have; links are relative to its folder. */
  readonly out: string;
}

/** The sheets in the order of their tabs. */
const sheets: readonly (readonly [name: string, draw: (sheet: Worksheet, book: Book) => void])[] = [
  [sheetNames.totals, drawTotals],
  [sheetNames.units, drawUnits],
  [sheetNames.deadlines, drawDeadlines],
  [sheetNames.findings, drawFindings],
  [sheetNames.activities, drawActivities],
  [sheetNames.files, drawFiles],
  [sheetNames.notes, drawNotes],
];

/** The report as an .xlsx of seven sheets. The same report gives the same bytes. */
export async function writeWorkbook(report: Report, options: WorkbookOptions): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const { campaign, asOf } = report;
  const workbook = new exceljs.Workbook();
  workbook.creator = campaign.office;
  workbook.lastModifiedBy = campaign.office;
  workbook.created = new Date(asOf);
  workbook.modified = new Date(asOf);
  const book: Book = {
    report,
    linkTo: linksTo(report.files, options.inbox, options.out),
  };
  for (const [name, draw] of sheets) {
    const sheet = workbook.addWorksheet(name);
    draw(sheet, book);
    setFooter(sheet, minuteIn(asOf));
  }
  return stillZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
