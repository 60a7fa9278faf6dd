import type { RenderOptions } from './options.js';

/** What is said of a campaign in a list. */
export interface ListedCampaign {
  readonly id: string;
  readonly title: string;
  readonly deadlines: readonly { readonly name: string; readonly due: string }[];
}

export function renderCampaignList(list: readonly ListedCampaign[], _options: RenderOptions): string {
  return list.map(({ id }) => id).join('\n');
}
