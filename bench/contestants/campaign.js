import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { findCampaign, loadCampaign } from '../../dist/campaign/find-campaign.js';
import { ruleIds } from '../../dist/findings/catalogue.js';
import { examineItem } from '../../dist/pipeline/examine-item.js';
import { contend, readTask } from './contend.js';

/**
 * This program, on one core: read, hash, recognise the format, find each field by its labels, parse what clerks write,
 * check, and word what is wrong. Of the record only what was typed as a plain number is added up, as the others do.
 */
const task = readTask();
const place = findCampaign(task.campaign, '.');
if (place === null) throw new Error(`no campaign ${task.campaign}`);
const campaign = loadCampaign(place, ruleIds);
await contend(task, async (path) => {
  const [entry] = await examineItem(await readFile(path), basename(path), campaign);
  const { statistics } = entry.examination;
  if (statistics === null) return null;
  const values = {};
  for (const [field, { value, found }] of Object.entries(statistics)) {
    if (typeof value === 'number' && /^\d+$/.test(found)) values[field] = value;
  }
  return values;
});
