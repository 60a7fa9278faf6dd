import type { Campaign } from '../../model/campaign.js';
import type { FormOutline } from '../../model/form-draft.js';
import { LabelSet, labelKeys } from '../label-key.js';

/** The campaign whose form shares most labels with an outline; of several the one that asks for most materials. */
export function chooseBase(outline: FormOutline, campaigns: readonly Campaign[]): Campaign {
  const ranked = campaigns
    .map((campaign) => ({ campaign, shared: sharedLabels(outline, campaign), materials: campaign.materials.length }))
    .sort((a, b) => b.shared - a.shared || b.materials - a.materials);
  const [best] = ranked;
  if (best === undefined) throw new Error('no campaign to compare with');
  return best.campaign;
}

/** How many labels of an outline are a campaign's official ones. */
export function sharedLabels({ blocks }: FormOutline, { forms }: Campaign): number {
  const texts = blocks.flatMap(({ label, groups, rows }) => [
    ...(label === null ? [] : [label]),
    ...groups,
    ...rows.flatMap(({ leaves }) => leaves),
  ]);
  const parts = forms.statistics.blocks.flatMap((block) => [
    block,
    ...block.groups,
    ...block.rows.flatMap((row) => row.leaves),
  ]);
  const official = new LabelSet(parts.flatMap(({ labels }) => labels.slice(0, 1)));
  return texts.filter((text) => official.matches(labelKeys(text))).length;
}
