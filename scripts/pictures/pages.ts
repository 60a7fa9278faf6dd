import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Season } from './season.js';
import type { Picture } from './shrink.js';

interface World {
  readonly season: Season;
  readonly browser: Browser;
}

const screens = {
  desktop: { viewport: { width: 1200, height: 1080 }, deviceScaleFactor: 1, colours: 128 },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
    colours: 128,
  },
} as const;

/** The page that villages check their files with, and the report, on a desk and on a phone. */
export async function* pagePictures({ season, browser }: World): AsyncGenerator<Picture> {
  await season.printed(['page'], 80);
  await season.printed(['aggregate'], 100);
  const reports = join(season.folder, 'reports');
  const report = join(
    reports,
    readdirSync(reports)
      .sort()
      .findLast((name) => name.endsWith('.html')) ?? '',
  );
  const dropped = ['万张村', '周庄村委会统计表.xlsx'].map((name) => join(season.folder, 'inbox', name));
  const files = [join(dropped[0] ?? '', '信息统计表.xlsx'), dropped[1] ?? ''];
  const pages = {
    'check-page': { path: join(season.folder, '检查页.html'), prepare: (page: Page) => drop(page, files) },
    'report-page': { path: report, prepare: async () => undefined },
  };
  for (const [name, { path, prepare }] of Object.entries(pages)) {
    for (const [screen, { colours, ...options }] of Object.entries(screens)) {
      const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
      await page.goto(pathToFileURL(path).href);
      await prepare(page);
      yield { name: `${name}-${screen}`, png: await page.screenshot(), colours };
      if (name === 'report-page') {
        await openUnit(page);
        yield { name: `${name}-unit-${screen}`, png: await page.screenshot(), colours };
      }
      await page.close();
    }
  }
}

async function drop(page: Page, files: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.locator('body[data-state=done]').waitFor();
}

/** What opens behind a unit that has something to mend. */
async function openUnit(page: Page): Promise<void> {
  await page.getByRole('link', { name: '万张村委会', exact: true }).first().click();
}
