import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import { findCampaign, loadCampaign } from '../src/campaign/find-campaign.js';
import { ruleIds } from '../src/findings/catalogue.js';
import { examineItem } from '../src/pipeline/examine-item.js';
import { useNode } from '../src/pipeline/native.js';
import { Allowance } from '../src/read/allowance.js';
import { seeded } from '../tests/hostile/maker.js';
import { mutant } from '../tests/hostile/makers/damage.js';

/**
 * `node --expose-gc --import tsx bench/soak.ts [FORMS] [FILE…]`: examines mutants of honest files one after the other in
 * one process and tells what is still held after a tenth and after all. Ends with 1 where that grew by more than a fifth.
 * With SNAPSHOTS=FOLDER, two snapshots of the heap to be compared.
 */

const [forms = '20000', ...paths] = process.argv.slice(2);
const count = Number(forms);
const batch = 20;
useNode();
const place = findCampaign('wanzhang-2023', '/');
if (place === null) throw new Error('no campaign');
const campaign = loadCampaign(place, ruleIds);
const honest = paths.map((path) => ({ name: path.split('/').at(-1) ?? '', bytes: new Uint8Array(readFileSync(path)) }));
const next = seeded(1);

const early = await heldAfter(count / 10);
const late = await heldAfter(count - count / 10);
const rss = process.memoryUsage().rss;
console.log(
  `${count / 10}: ${mebibytes(early)} MiB held; ${count}: ${mebibytes(late)} MiB held, ${(late / early).toFixed(2)} times; process ${mebibytes(rss)} MiB`,
);
process.exitCode = late / early <= 1.2 ? 0 : 1;

async function heldAfter(mutants: number): Promise<number> {
  for (let n = 0; n < mutants; n++) {
    const one = honest[n % honest.length];
    if (one !== undefined)
      await examineItem(mutant(one.bytes, next), one.name, campaign, new Allowance(campaign.bounds));
    // As between batches of files: until then Node holds each inflater that met an error.
    if (n % batch === 0) await setImmediate();
  }
  await setImmediate();
  globalThis.gc?.();
  if (process.env.SNAPSHOTS !== undefined) writeHeapSnapshot(join(process.env.SNAPSHOTS, `${mutants}.heapsnapshot`));
  return process.memoryUsage().heapUsed;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
