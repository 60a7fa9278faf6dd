import type { Report } from '../model/report.js';
import type { Outputs, RenderOptions } from './options.js';

export interface StatusTableOptions extends RenderOptions {
  readonly outputs?: Outputs | undefined;
}

export function renderStatusTable(report: Report, _options: StatusTableOptions): string {
  return report.campaign.title;
}
