import type { Worksheet } from 'exceljs';
import { a4Across } from '../page.js';
import type { SheetPlan } from './page.js';

interface Header {
  readonly headerFrom: number;
  readonly headerTo: number;
  /** Columns at the left that stay in sight, and on paper come again on every page. */
  readonly frozen: number;
}

/** A list on A4 across: as wide as the page and as long as it gets, its header again on every page. */
export function listLayout({ headerFrom, headerTo, frozen }: Header): SheetPlan['layout'] {
  return {
    pageSetup: { ...a4Across, fitToHeight: 0, printTitlesRow: `${headerFrom}:${headerTo}` },
    views: [{ state: 'frozen', xSplit: frozen, ySplit: headerTo, showGridLines: false }],
  };
}

/** The same foot on every sheet: its name, the page, and the time it stands for. */
export function setFooter(sheet: Worksheet, asOf: string): void {
  sheet.headerFooter.oddFooter = `&L&A&C第 &P 页，共 &N 页&R截至 ${asOf}`;
}
