import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { officialForm } from '../../scripts/fixtures/spreadsheet.js';
import { buildCampaign } from '../../src/campaign/build-campaign.js';
import { findCampaign, loadCampaign, shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { type CampaignFile, campaignShape } from '../../src/campaign/schema.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign, Field, FieldId } from '../../src/model/campaign.js';
import { type DraftResult, draftCampaign } from '../../src/pipeline/draft-campaign.js';

export const shipped: readonly Campaign[] = shippedCampaigns().map((id) => {
  const place = findCampaign(id, '/');
  if (place === null) throw new Error(`no campaign ${id}`);
  return loadCampaign(place, ruleIds);
});

export type Drafted = Extract<DraftResult, { ok: true }>;

/** The draft from one blank form; it must be one. */
export async function draft(bytes: Uint8Array, name = '空表.xlsx', year?: number): Promise<Drafted> {
  const files = [{ name, bytes }];
  const result = await draftCampaign({ files, known: shipped, id: undefined, year, thisYear: 2030, rules: ruleIds });
  if (!result.ok) throw new Error(`${result.problem}: ${result.file}`);
  return result;
}

export type FileForm = CampaignFile['forms']['statistics'];

/** A campaign with another form than the shipped one. */
export function withForm(levels: CampaignFile['levels'], form: Partial<FileForm>): Campaign {
  const place = findCampaign('wanzhang-2023', '/');
  const file = campaignShape(ruleIds).parse(parse(readFileSync(place?.path ?? '', 'utf8')));
  const statistics = { ...file.forms.statistics, ...form };
  const reportingLevel = levels.at(-1)?.id ?? '';
  return buildCampaign({ ...file, levels, reportingLevel, forms: { ...file.forms, statistics } });
}

/** What each field stands below, as it is printed: the same for two definitions of one form. */
export function pathOf({ at }: Field, { forms }: Campaign): string {
  const block = forms.statistics.blocks[at.block];
  const labels = [block, block?.groups[at.group], block?.rows[at.row]?.leaves[at.leaf]].map((part) => part?.labels[0]);
  return [...labels, at.row].join(' / ').replace(/\s/gu, '');
}

/** The form filled in so that no two figures are alike, and what stands where. */
export async function filledIn(
  campaign: Campaign,
): Promise<{ bytes: Uint8Array; typed: ReadonlyMap<FieldId, string> }> {
  const { fields } = campaign.forms.statistics;
  const typed = Object.fromEntries(fields.map((field, n) => [field.id, field.kind === 'count' ? 101 + n : `名称${n}`]));
  const { bytes } = await officialForm(campaign, { unit: '甲村', typed });
  return { bytes, typed: new Map(Object.entries(typed).map(([id, value]) => [id, `${value}`])) };
}
