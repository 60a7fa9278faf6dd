import type { PageSetup } from 'exceljs';

const a4 = 9;

/** A4 across, one page wide, centred. */
export const a4Across: Partial<PageSetup> = {
  paperSize: a4,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  horizontalCentered: true,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.25 },
};

/** All on one page. */
export const onePage: Partial<PageSetup> = { ...a4Across, fitToHeight: 1 };
