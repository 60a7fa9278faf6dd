import type { DataValidation, Workbook } from 'exceljs';
import type { Campaign } from '../model/campaign.js';
import { onePage } from './page.js';
import { drawStatisticsForm } from './statistics-grid.js';
import { stillZip } from './still-zip.js';

const statisticsSheetName = '信息统计表';

const wholeNumber: DataValidation = {
  type: 'whole',
  operator: 'greaterThanOrEqual',
  formulae: [0],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '请填整数',
  error: '这一格只填不小于 0 的整数，不带“场”“人”“约”“余”等字；没有就填 0。',
};

/** The blank official form (.xlsx). With a unit's name the labels are locked, without a password, and only values can be typed. */
export async function blankStatisticsForm(campaign: Campaign, unitName?: string): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const form = campaign.forms.statistics;
  const workbook = new exceljs.Workbook();
  dateStill(workbook, campaign);
  const sheet = workbook.addWorksheet(statisticsSheetName, { pageSetup: onePage, views: [{ showGridLines: false }] });
  const content = { attachment: form.attachment, title: form.title, unitName: unitName ?? null };
  const drawn = drawStatisticsForm(sheet, form, content);
  for (const field of form.fields) {
    const address = drawn.values.get(field.id);
    if (address !== undefined && field.kind === 'count') sheet.getCell(address).dataValidation = wholeNumber;
  }
  if (unitName !== undefined) await sheet.protect('', { formatRows: true });
  return stillZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A form is dated by its campaign, not by the clock, so that the same campaign gives the same bytes. */
function dateStill(workbook: Workbook, campaign: Campaign): void {
  const date = new Date(`${campaign.period.from}T00:00:00Z`);
  workbook.creator = campaign.office;
  workbook.lastModifiedBy = campaign.office;
  workbook.created = date;
  workbook.modified = date;
}
