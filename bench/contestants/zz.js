import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.ts';
import { ruleIds } from '../../src/findings/catalogue.ts';
import { examineItem } from '../../src/pipeline/examine-item.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { useNode } from '../../src/pipeline/native.ts';
import { pack } from '../../src/pipeline/packed.ts';
import { readTask } from './contend.js';
useNode();
const task = readTask();
const campaign = loadCampaign(findCampaign(task.campaign, '.'), ruleIds);
const N = +process.argv[3] || 3000;
const files = task.files.slice(0, N).map(({ path }) => [basename(path), readFileSync(path)]);
(async () => {
  for (let pass = 0; pass < 4; pass++) {
    let t = process.cpuUsage();
    for (const [name, bytes] of files) { const e = await examineItem(bytes, name, campaign); pack(e, campaign); }
    let d = process.cpuUsage(t);
    const a = (d.user + d.system) / 1000 / files.length;
    t = process.cpuUsage();
    for (const [name, bytes] of files) await readDocument(bytes, 'xlsx');
    d = process.cpuUsage(t);
    console.log('pass', pass, 'examine', a.toFixed(3), 'read only', ((d.user + d.system) / 1000 / files.length).toFixed(3));
  }
})();
