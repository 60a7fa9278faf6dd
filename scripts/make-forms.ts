import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findCampaign, loadCampaign, shippedCampaigns } from '../src/campaign/find-campaign.js';
import { ruleIds } from '../src/findings/catalogue.js';
import { blankProgressForm } from '../src/write/progress-form.js';
import { blankStatisticsForm } from '../src/write/statistics-form.js';
import { writeWhole } from '../src/write/write-file.js';

/** The blank forms that ship with each campaign. With --check nothing is written, and a stale form is exit code 1. */
const check = process.argv.includes('--check');
let stale = 0;
for (const form of await shippedForms()) {
  if (sameAsOnDisk(form.path, form.bytes)) continue;
  stale++;
  if (!check) await writeWhole(form.path, form.bytes);
  console.log(`${check ? 'stale' : 'wrote'} ${form.path}`);
}
if (check && stale > 0) {
  console.error('Run `npm run forms` and commit what it writes.');
  process.exitCode = 1;
}

interface ShippedForm {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function shippedForms(): Promise<ShippedForm[]> {
  const forms: ShippedForm[] = [];
  for (const id of shippedCampaigns()) {
    const place = findCampaign(id, process.cwd());
    if (place === null) continue;
    const campaign = loadCampaign(place, ruleIds);
    forms.push({ path: join(place.folder, 'statistics.xlsx'), bytes: await blankStatisticsForm(campaign) });
    const progress = await blankProgressForm(campaign);
    if (progress) forms.push({ path: join(place.folder, 'progress.docx'), bytes: progress });
  }
  return forms;
}

function sameAsOnDisk(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
