import type { Report } from '../../model/report.js';
import type { LinkTo } from './links.js';
import type { Moments } from './moments.js';

/** What every sheet is drawn from. */
export interface Book {
  readonly report: Report;
  readonly moments: Moments;
  readonly linkTo: LinkTo;
}
