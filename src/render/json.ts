import type { Locale } from '../model/campaign.js';
import type { Report } from '../model/report.js';
import type { Outputs } from './options.js';

export function reportJson(report: Report, _locale: Locale, outputs: Outputs): object {
  return { schema: 1, campaign: report.campaign.id, outputs };
}
