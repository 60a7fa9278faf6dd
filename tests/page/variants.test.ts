import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, emptyFolder, removeFolders } from '../stories/command.js';
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

  test('offers no corrected copy where there is nothing to correct, nor of what lies in an archive', async () => {
    const { page } = await open(browser, await writePage('--campaign', 'wanzhang-2023'));
    const archive = join(emptyFolder(), '材料.zip');
    writeFileSync(archive, zipSync({ '东岭村统计表.xlsx': readFileSync(normalised) }));
    await drop(page, [good, archive]);
    const rules = (await resultOf(page)).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toContain('count/normalised');
    expect(await page.locator('.mended').count()).toBe(0);
  });

  test('offers the corrected copy that `check --fix` writes, under the same name', async () => {
    const folder = emptyFolder();
    copyFileSync(normalised, join(folder, '东岭村统计表.xlsx'));
    await command(['check', '东岭村统计表.xlsx', '--fix', '--campaign', 'wanzhang-2023'], { cwd: folder });
    const copy = '东岭村统计表（已修正）.xlsx';
    const { page, complaints } = await open(browser, await writePage('--campaign', 'wanzhang-2023'));
    await drop(page, [normalised, good]);
    expect(await page.locator('.mended').count()).toBe(1);
    const waiting = page.waitForEvent('download');
    await page.locator('.mended button').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(copy);
    const bytes = readFileSync(await download.path());
    expect(bytes).toEqual(readFileSync(join(folder, copy)));
    expect(bytes).not.toEqual(readFileSync(normalised));
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
