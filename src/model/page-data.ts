import type { Campaign, Locale, Roster } from './campaign.js';

/** What is written into the page that checks files in a browser, besides its program. */
export interface PageData {
  readonly campaign: Campaign;
  /** Names to look units up by, free of people and telephones; null where no name is looked up. */
  readonly roster: Roster | null;
  /** The language the page opens in. */
  readonly locale: Locale;
  readonly version: string;
}
