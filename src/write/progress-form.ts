import type { Campaign } from '../model/campaign.js';
import { cellText, progressPaper, tableRow } from './progress-paper.js';

const activityRows = 8;
const rowHeight = 1240;

/** The blank 写实表 (.docx); null where the campaign asks for none. */
export async function blankProgressForm(campaign: Campaign, unitName?: string): Promise<Uint8Array | null> {
  const form = campaign.forms.progress;
  if (form === undefined) return null;
  const docx = await import('docx');
  const hint = `${form.photos.least}-${form.photos.most}张活动照片`;
  // Rows grow with what is typed and with the pictures, and break over pages rather than leave half a page blank.
  const row = () =>
    tableRow(
      docx,
      [[cellText(docx, unitName ?? '')], [cellText(docx, '', { leading: true })], [cellText(docx, hint)]],
      { height: rowHeight },
    );
  const rows = Array.from({ length: activityRows }, row);
  return progressPaper(campaign, form, { unit: unitName ?? form.unit.blank, rows, below: form.notes });
}
