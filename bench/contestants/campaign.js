import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.ts';
import { ruleIds } from '../../src/findings/catalogue.ts';
import { examineItem } from '../../src/pipeline/examine-item.ts';
import { useNode } from '../../src/pipeline/native.ts';
import { contend, readTask } from './contend.js';

/**
 * This program, on one core: read, hash, recognise the format, find each field by its labels, parse what clerks write,
 * check, and word what is wrong. Of the record only what was typed as a plain number is added up, as the others do.
 */
useNode();
const task = readTask();
const place = findCampaign(task.campaign, '.');
if (place === null) throw new Error(`no campaign ${task.campaign}`);
const campaign = loadCampaign(place, ruleIds);
contend(task, async (path) => {
  const [entry] = await examineItem(readFileSync(path), basename(path), campaign);
  const { statistics } = entry.examination;
  if (statistics === null) return null;
  const values = {};
  for (const [field, { value, found }] of Object.entries(statistics)) {
    if (typeof value === 'number' && /^\d+$/.test(found)) values[field] = value;
  }
  return values;
});
