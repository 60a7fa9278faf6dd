import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { minuteIn } from '../findings/days.js';
import type { Report } from '../model/report.js';
import { stillZipFile } from './still-zip.js';
import { activitiesSheets } from './workbook/activities-sheet.js';
import { type Book, bookOf, type WorkbookOptions } from './workbook/book.js';
import { deadlinesSheets } from './workbook/deadlines-sheet.js';
import { filesSheets } from './workbook/files-sheet.js';
import { findingsSheets } from './workbook/findings-sheet.js';
import { notesSheets } from './workbook/notes-sheet.js';
import { Page, type SheetPlan } from './workbook/page.js';
import { setFooter } from './workbook/pages.js';
import { totalsSheets } from './workbook/totals-sheet.js';
import { unitsSheets } from './workbook/units-sheet.js';

/** The sheets in the order of their tabs. What is too long for one goes on on the next. */
const sheets: readonly ((book: Book) => readonly SheetPlan[])[] = [
  totalsSheets,
  unitsSheets,
  deadlinesSheets,
  findingsSheets,
  activitiesSheets,
  filesSheets,
  notesSheets,
];

/**
 * Writes the report as an .xlsx of seven sheets, row by row, so that a country takes no more room than a township. The
 * same report gives the same bytes.
 */
export async function writeWorkbook(report: Report, options: WorkbookOptions, file: FileHandle): Promise<void> {
  const { default: exceljs } = await import('exceljs');
  const { office } = report.campaign;
  const book = bookOf(report, options);
  const isLarge = report.units.length + report.files.length > book.limits.held;
  // The handle's own stream would never let go of it.
  const stream = new Writable({
    write: (chunk: Uint8Array, _, done) => void file.writeFile(chunk).then(() => done(), done),
  });
  const broken = new Promise<never>((_, reject) => stream.on('error', reject));
  // Whoever waits for it hears of it; until then it is nobody's.
  broken.catch(() => undefined);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: !isLarge,
    zip: { zlib: isLarge ? { level: 1, chunkSize: 128 * 1024 } : { level: 6 } },
  });
  Object.assign(workbook, { creator: office, lastModifiedBy: office });
  Object.assign(workbook, { created: new Date(report.asOf), modified: new Date(report.asOf) });
  for (const { name, layout, draw } of sheets.flatMap((plan) => plan(book))) {
    const sheet = workbook.addWorksheet(name, layout);
    setFooter(sheet, minuteIn(report.asOf));
    const page = new Page(sheet, { limits: book.limits, isLarge, broken });
    await draw(page);
    page.commit();
  }
  await Promise.race([workbook.commit(), broken]);
  await stillZipFile(file);
}
