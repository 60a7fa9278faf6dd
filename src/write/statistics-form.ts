import type { Workbook } from 'exceljs';
import type { Campaign } from '../model/campaign.js';
import { cellRule, type FormUnit, isOthers, othersNote } from './form-notes.js';
import { onePage } from './page.js';
import { across, drawStatisticsForm } from './statistics-grid.js';
import { stillZip } from './still-zip.js';
import { formStyles } from './styles.js';

const statisticsSheetName = '信息统计表';

/**
 * The blank official form (.xlsx). Made for a unit it bears the unit's name, its labels are locked without a password, each
 * cell says what goes into it, and the cells that are for others to fill in are grey.
 */
export async function blankStatisticsForm(campaign: Campaign, unit: FormUnit | null = null): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const form = campaign.forms.statistics;
  const workbook = new exceljs.Workbook();
  dateStill(workbook, campaign);
  const sheet = workbook.addWorksheet(statisticsSheetName, { pageSetup: onePage });
  const others = form.fields.filter((field) => unit !== null && isOthers(field, unit)).map((field) => field.id);
  const content = { attachment: form.attachment, title: form.title, unitName: unit?.name ?? null, others };
  const { values, lastRow } = drawStatisticsForm(sheet, form, content);
  if (others.length > 0) {
    across(sheet, lastRow + 1, form.layout.columns, othersNote[campaign.locale], formStyles.note, 17);
  }
  for (const field of form.fields) {
    const address = values.get(field.id);
    const rule = cellRule(field, unit, campaign);
    if (address !== undefined && rule !== null) sheet.getCell(address).dataValidation = rule;
  }
  const first = unit === null ? undefined : values.get(form.fields.find(({ id }) => !others.includes(id))?.id ?? '');
  sheet.views = [{ state: 'normal', showGridLines: false, ...(first === undefined ? {} : { activeCell: first }) }];
  if (unit !== null) await sheet.protect('', { formatRows: true, formatColumns: true });
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
