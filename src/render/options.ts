import type { Locale } from '../model/campaign.js';

/** How a terminal text is to look. */
export interface RenderOptions {
  readonly locale: Locale;
  readonly colour: boolean;
  /** Columns of the terminal; 80 unless known. */
  readonly width?: number | undefined;
  /** Tables of + - | where the terminal gives line drawing signs no fixed width. */
  readonly asciiBorders?: boolean | undefined;
}

/** Paths of what was written; null where it was not. */
export interface Outputs {
  readonly workbook: string | null;
  readonly summary: string | null;
  readonly page: string | null;
}
