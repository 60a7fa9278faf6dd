import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../scripts/build-page.js';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { type Allowed, checkPage } from '../../src/render/check-page.js';
import { emptyFolder, removeFolders } from '../stories/command.js';
import { filesBelow, fixtures } from '../stories/fixture.js';
import { chromiumPath, drop, goTo, launch, open, resultOf, writePage } from './browser.js';
import { otherKinds } from './other-kinds.js';

const normalised = join(fixtures, 'rules', 'count-normalised', 'inbox', '东岭村统计表.xlsx');
const good = join(fixtures, 'rules', 'silence', 'inbox', '西岭村统计表.xlsx');

/** What a browser of 2020 does not have yet. */
const notYet = `
  const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
  for (const target of [Array.prototype, String.prototype, typedArray]) {
    for (const name of ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with', 'isWellFormed', 'toWellFormed']) {
      delete target[name];
    }
  }
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['withResolvers', 'try']) delete Promise[name];
  for (const name of ['union', 'intersection', 'difference', 'isSubsetOf']) delete Set.prototype[name];
  for (const name of ['map', 'filter', 'toArray', 'some', 'find']) delete Iterator.prototype[name];
  delete Array.fromAsync; delete Map.groupBy; delete Intl.Segmenter; delete crypto.randomUUID;
  delete globalThis.structuredClone;
`;

describe.skipIf(chromiumPath === null)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    removeFolders();
  });

  test('says in a browser of 2020 what it says in one of today', async () => {
    const path = await writePage('--campaign', 'wanzhang-2023');
    const files = oneOfEachKind();
    const today = await open(browser, path);
    await drop(today.page, files);
    const old = await browser.newPage();
    await old.addInitScript(notYet);
    const { complaints } = await goTo(old, path);
    await drop(old, files);
    expect(await old.evaluate(`typeof [].toReversed + typeof structuredClone`)).toBe('undefinedundefined');
    expect(await resultOf(old)).toEqual(await resultOf(today.page));
    expect(complaints).toEqual([]);
    expect((await resultOf(old)).files.length).toBeGreaterThan(20);
    expect(await old.locator('.card.failed').count()).toBe(0);
  });

  test('offers no corrected copy where there is nothing to mend', async () => {
    const { page } = await open(browser, await pageMending(`() => null`));
    await drop(page, [normalised]);
    expect(await page.locator('.mended').count()).toBe(0);
  });

  test('offers the corrected copy, under a name of its own, and hands over exactly its bytes', async () => {
    const mender = `(bytes, findings) =>
      findings.some((one) => one.rule === 'count/normalised') ? { bytes: bytes.slice().reverse(), changed: 1 } : null`;
    const { page, complaints } = await open(browser, await pageMending(mender));
    await drop(page, [normalised, good]);
    expect(await page.locator('.mended').count()).toBe(1);
    const waiting = page.waitForEvent('download');
    await page.locator('.mended button').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('东岭村统计表（已更正）.xlsx');
    expect(readFileSync(await download.path())).toEqual(readFileSync(normalised).reverse());
    expect(complaints).toEqual([]);
  });
});

/** One file for each ending there is among the stories. */
function oneOfEachKind(): string[] {
  const byEnding = new Map<string, string>();
  for (const path of filesBelow(fixtures)) {
    if (path.includes('/inbox/')) byEnding.set(extname(path).toLowerCase(), join(fixtures, path));
  }
  const folder = otherKinds();
  return [...byEnding.values(), ...filesBelow(folder).map((name) => join(folder, name))];
}

/** A page built as the real one, but with this for what mends. */
async function pageMending(source: string): Promise<string> {
  const out = emptyFolder();
  await buildPage(out, {
    plugins: [
      {
        name: 'mender',
        setup({ onLoad }) {
          onLoad({ filter: /page[\\/]mend\.ts$/ }, () => ({
            contents: `export const mendCounts = ${source};`,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  const place = findCampaign('wanzhang-2023', out);
  if (place === null) throw new Error('no campaign');
  const campaign = loadCampaign(place, ruleIds);
  const part = (name: string) => readFileSync(join(out, name), 'utf8');
  const path = join(out, 'page.html');
  writeFileSync(
    path,
    checkPage(
      { campaign, roster: null, locale: 'zh', version: 'test' },
      {
        script: allowed(part('check-page.js')),
        style: allowed(part('check-page.css')),
        licences: part('licences.txt'),
      },
    ),
  );
  return path;
}

function allowed(text: string): Allowed {
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
