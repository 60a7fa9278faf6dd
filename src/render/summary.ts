import type { Locale } from '../model/campaign.js';
import type { Report } from '../model/report.js';

export function renderSummary(report: Report, _locale: Locale): string {
  return report.campaign.title;
}
