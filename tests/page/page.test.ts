import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolders } from '../stories/command.js';
import { fixtures } from '../stories/fixture.js';
import { chromiumPath, done, drop, dropMade, launch, madeOf, open, resultOf, writePage } from './browser.js';

const story = (name: string, file = '东岭村统计表.xlsx') => join(fixtures, 'rules', name, 'inbox', file);
const good = join(fixtures, 'rules', 'silence', 'inbox', '西岭村统计表.xlsx');
const bad = story('count-unreadable');
const asked = story('count-estimate');

describe.skipIf(chromiumPath === null)('the page', () => {
  let browser: Browser;
  let path: string;
  let page: Page;
  let complaints: readonly string[];
  let requests: readonly string[];
  beforeAll(async () => {
    browser = await launch();
    path = await writePage('--campaign', 'wanzhang-2023', '--roster', join(fixtures, 'rules', 'roster.csv'));
    ({ page, complaints, requests } = await open(browser, path));
  });
  afterAll(async () => {
    await browser.close();
    removeFolders();
  });

  test('is one file of less than a megabyte', () => expect(statSync(path).size).toBeLessThan(1024 * 1024));

  test('opens from disk within a second', async () => {
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const opened = await open(browser, path);
      times.push(await opened.page.evaluate<number>('performance.now()'));
      await opened.page.close();
    }
    // The least of several: what else this machine does is not the page's doing.
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test('asks the network for nothing, and its policy refuses nothing it does', async () => {
    await drop(page, [good, bad, asked, story('file-encrypted')]);
    await page.locator('.language').click();
    await page.locator('.language').click();
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('forbids itself the network', async () => {
    const fetched = await page.evaluate(`fetch('https://example.org/').then(() => 'went', () => 'refused')`);
    expect(fetched).toBe('refused');
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('says of each file first whether it can be sent', async () => {
    for (const [file, verdict] of [
      [good, '可以报送'],
      [bad, '需要修改 1 处'],
      [asked, '请核对 1 处'],
    ] as const) {
      await drop(page, [file]);
      expect(await page.locator('.verdict').allTextContents()).toEqual([expect.stringContaining(verdict)]);
      expect(await page.locator('[role=status].status').textContent()).toBe(verdict);
    }
    await drop(page, [good, bad, asked, story('count-blank')]);
    expect(await page.locator('.in-all').textContent()).toMatch(/^共4个文件：1个需要修改，1个要核对，2个可以报送$/);
  });

  test('shows a finding with its cell, what to do, and the cell in its surroundings', async () => {
    await drop(page, [bad]);
    const item = page.locator('.group.error .finding');
    expect(await item.locator('.place').textContent()).toBe('Sheet1!V5');
    expect(await item.locator('.remedy').textContent()).toContain('怎么办');
    expect(await item.locator('td.marked').textContent()).toBe('很多');
    expect(await item.locator('.excerpt thead th').allTextContents()).toContain('V');
    expect(await item.locator('.excerpt tbody th').allTextContents()).toContain('5');
  });

  test('speaks English when asked, with the same result on view', async () => {
    await drop(page, [bad]);
    await page.locator('.language').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.verdict').textContent()).toContain('1 thing to mend');
    expect(await page.evaluate(`document.activeElement.className`)).toContain('language');
    const words = await page.locator('.results').innerText();
    expect(words).toContain('Please write digits');
    await page.locator('.language').click();
    expect(await page.locator('.verdict').textContent()).toContain('需要修改');
  });

  test('can be used by keyboard alone: everything has a name and shows where one is', async () => {
    // Told well before the key: a chooser that opens before the browser knows to hand it over is lost.
    page.on('filechooser', () => undefined);
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.className`)).toContain('language');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.type`)).toBe('file');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.drop')).outlineStyle`)).toBe('solid');
    await (await chooserBy(page, 'Enter')).setFiles([bad]);
    await done(page);
    const unnamed = await page.evaluate(
      `[...document.querySelectorAll('button, input, summary')].filter((one) => !(one.ariaLabel || one.textContent)).length`,
    );
    expect(unnamed).toBe(0);
  });

  test('copies the result as text for the chat', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await drop(page, [bad, good]);
    await page.locator('button.copy').click();
    await page.locator('.said', { hasText: '已复制' }).waitFor();
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(text.split('\n')).toEqual([
      '东岭村统计表.xlsx：需要修改 1 处',
      expect.stringMatching(/^1\. Sheet1!V5　.*很多.*怎么办：/),
      '西岭村统计表.xlsx：可以报送',
    ]);
  });

  test.each([
    ['a phone', 360],
    ['a small phone', 320],
    ['a desk', 1280],
  ])('needs no sideways scrolling on %s', async (_, width) => {
    const narrow = await open(browser, path, { viewport: { width, height: 740 } });
    const long = { ...madeOf(bad, `${'很长的名字'.repeat(30)}VeryLongNameWithoutAnyBreak${'x'.repeat(200)}.xlsx`) };
    await dropMade(narrow.page, [long, madeOf(story('count-merged-values'), '甲.xlsx'), madeOf(good, '乙.xlsx')]);
    await dropMade(narrow.page, [long]);
    for (const details of await narrow.page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    const [wide, view] = await narrow.page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, innerWidth]',
    );
    expect(wide).toBeLessThanOrEqual(view);
    await narrow.page.close();
  });

  test('a folder is told kindly, and the files beside it are checked', async () => {
    await drop(page, [bad, join(fixtures, 'rules', 'silence')]);
    expect((await resultOf(page)).files).toHaveLength(1);
    expect(await page.locator('.card.failed').innerText()).toMatch(/silence[\s\S]*文件夹/);
  });

  test('files handed in while others are checked take their place', async () => {
    const earlier = Array.from({ length: 20 }, (_, n) => madeOf(bad, `${n}.xlsx`));
    await dropMade(page, earlier, [madeOf(good, '后来.xlsx')]);
    expect((await resultOf(page)).files.map((file) => file.path)).toEqual(['后来.xlsx']);
    await page.waitForTimeout(1000);
    expect((await resultOf(page)).files.map((file) => file.path)).toEqual(['后来.xlsx']);
  });
});

describe.skipIf(chromiumPath === null)('what is in a file or in its name', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    ({ page } = await open(browser, await writePage('--campaign', 'wanzhang-2023')));
  });
  afterAll(async () => {
    await browser.close();
    removeFolders();
  });

  test('is never markup', async () => {
    const markup = '<img src=x onerror="window.bitten=1"><script>window.bitten=1</script>';
    const csv = `信息统计表,${markup}\n单位：${markup}\n`;
    await dropMade(page, [
      { name: `${markup}.csv`, bytes: new TextEncoder().encode(csv) },
      madeOf(bad, `${markup}.xlsx`),
    ]);
    expect(await page.evaluate('window.bitten')).toBeUndefined();
    expect(await page.locator('.results img, .results script').count()).toBe(0);
    expect(await page.locator('.file-name').first().textContent()).toContain('<img');
  });

  test('cannot deceive by signs of direction or control', async () => {
    await dropMade(page, [madeOf(bad, '照片\u202egpj\u0007.xlsx')]);
    expect(await page.locator('.file-name').textContent()).toBe('照片⟨U+202E⟩gpj␇.xlsx');
    expect((await resultOf(page)).files[0]?.path).toBe('照片\u202egpj\u0007.xlsx');
  });

  test('cannot stop the page: where the program fails the file is said to be unchecked, and the next one is checked', async () => {
    const last = '最后.xlsx';
    await page.evaluate(`{
      const { subarray } = Uint8Array.prototype;
      Uint8Array.prototype.subarray = function (...range) {
        Uint8Array.prototype.subarray = subarray;
        throw new Error('planted');
      };
    }`);
    await dropMade(page, [madeOf(bad, '坏.xlsx'), madeOf(good, last)]);
    expect(await page.locator('.card.failed').innerText()).toMatch(/没能检查[\s\S]*坏\.xlsx[\s\S]*不是您的错/);
    expect((await resultOf(page)).files.map((file) => file.path)).toEqual([last]);
  });

  test('that cannot be had is told kindly', async () => {
    await page.evaluate(`{
      const { arrayBuffer } = Blob.prototype;
      Blob.prototype.arrayBuffer = function () {
        Blob.prototype.arrayBuffer = arrayBuffer;
        return Promise.reject(new DOMException('gone', 'NotReadableError'));
      };
    }`);
    await dropMade(page, [madeOf(bad, '被占用.xlsx')]);
    expect(await page.locator('.card.failed').innerText()).toMatch(/被占用\.xlsx[\s\S]*读不到/);
  });
});

/** A busy browser may drop a key; whoever sees nothing happen presses it again. */
async function chooserBy(page: Page, key: string, left = 2): Promise<FileChooser> {
  const chooser = page.waitForEvent('filechooser', { timeout: 10_000 });
  await page.keyboard.press(key);
  return chooser.catch((error: unknown) => {
    if (left === 0) throw error;
    return chooserBy(page, key, left - 1);
  });
}

describe('the page as written', () => {
  test('holds no person of the roster', async () => {
    const roster = join(fixtures, '..', 'templates', 'wanzhang-2023', 'roster.csv');
    const html = readFileSync(await writePage('--campaign', 'wanzhang-2023', '--roster', roster), 'utf8');
    const data = JSON.parse(/id="campaign-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
    expect(data.roster).not.toHaveLength(0);
    for (const unit of data.roster) expect([unit.contact, unit.phone, unit.email]).toEqual(['', '', '']);
    removeFolders();
  });
});
