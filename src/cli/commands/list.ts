import { findCampaign, loadCampaign, shippedCampaigns } from '../../campaign/find-campaign.js';
import { ruleIds } from '../../findings/catalogue.js';
import { renderCampaignList } from '../../render/campaign-list.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';
import { terminalOptions } from '../terminal-options.js';

/** Prints the campaigns that ship with the program. */
export function list(options: LanguageOption, io: Io): ExitCode {
  const campaigns = shippedCampaigns().flatMap((id) => {
    const place = findCampaign(id, io.cwd);
    return place === null ? [] : [loadCampaign(place, ruleIds)];
  });
  io.stdout(renderCampaignList(campaigns, terminalOptions(localeOf(options.lang, io.env), io)));
  return 0;
}
