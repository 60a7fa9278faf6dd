import type { Report } from '../../model/report.js';
import type { LinkTo } from './links.js';

/** What every sheet is drawn from. */
export interface Book {
  readonly report: Report;
  readonly linkTo: LinkTo;
}
