import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign, Roster } from '../../src/model/campaign.js';
import type { Report } from '../../src/model/report.js';
import { assemble } from '../../src/pipeline/assemble.js';
import { collect } from '../../src/pipeline/collect.js';

export const wanzhang: Campaign = loadCampaign(findCampaign('wanzhang-2023', '/')!, ruleIds);

/** A roster of villages by name. */
export function villages(...names: string[]): Roster {
  return names.map((name, n) => ({
    id: String(n + 1),
    name,
    level: 'village',
    aliases: [],
    contact: '',
    phone: '',
    email: `u${n + 1}@example.org`,
    fills: ['village'],
    required: true,
  }));
}

/** Path in the inbox → bytes, and when it was received. */
export type Tree = Readonly<Record<string, { readonly bytes: Uint8Array; readonly at?: string }>>;

/** Writes the files, hands over the folder, and takes it away again. */
async function withInbox<T>(tree: Tree, use: (inbox: string) => Promise<T>): Promise<T> {
  const inbox = mkdtempSync(join(tmpdir(), 'campaign-inbox-'));
  try {
    for (const [path, { bytes, at = '2023-05-04T10:00:00+08:00' }] of Object.entries(tree)) {
      const full = join(inbox, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, bytes);
      utimesSync(full, new Date(at), new Date(at));
    }
    return await use(inbox);
  } finally {
    rmSync(inbox, { recursive: true, force: true });
  }
}

export function reportOf(tree: Tree, roster: Roster, asOf = '2023-06-14T09:00:00+08:00'): Promise<Report> {
  return withInbox(tree, async (inbox) => {
    const { entries } = await collect({ inbox, campaign: wanzhang, time: { asOf, live: false }, fingerprint: 'test' });
    return assemble(entries, { campaign: wanzhang, roster, asOf, version: 'test' });
  });
}
