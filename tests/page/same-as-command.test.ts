import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, removeFolders } from '../stories/command.js';
import { filesBelow, fixtures, project } from '../stories/fixture.js';
import { choose, chromiumPath, done, drop, launch, open, resultOf, saidByCommand, writePage } from './browser.js';
import { otherKinds } from './other-kinds.js';

/** Files that lie side by side in a story, and the options under which both sides look at them. */
interface Batch {
  readonly folder: string;
  readonly names: readonly string[];
  readonly options: readonly string[];
}

const stories = [
  'binjiang-2021',
  'wanzhang-2023',
  ...readdirSync(join(fixtures, 'rules')).map((name) => `rules/${name}`),
]
  .map((name) => join(fixtures, name))
  .filter((folder) => existsSync(join(folder, 'inbox')));
const batches = stories.flatMap(batchesOf);

describe.skipIf(chromiumPath === null)('the page says what `campaign check` says', () => {
  let browser: Browser;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    browser = await launch();
    for (const { options } of batches) {
      const key = options.join(' ');
      if (!pages.has(key)) pages.set(key, (await open(browser, await writePage(...options))).page);
    }
  });
  afterAll(async () => {
    await browser.close();
    removeFolders();
  });
  const pageFor = ({ options }: Batch) => pages.get(options.join(' ')) as Page;

  test('of every file of every story', () => {
    const all = stories.flatMap((story) => filesBelow(story).filter((path) => /^(?:inbox|before)\//.test(path)));
    expect(batches.flatMap(({ names }) => names)).toHaveLength(all.length);
    expect(all.length).toBeGreaterThan(400);
  });

  test.each(batches.map((batch) => [relative(fixtures, batch.folder), batch] as const))('%s', async (_, batch) => {
    const page = pageFor(batch);
    const paths = batch.names.map((name) => join(batch.folder, name));
    const said = await saidByCommand(batch.folder, batch.names, batch.options);
    await drop(page, paths);
    expect(await resultOf(page)).toEqual(said);
    await choose(page, paths);
    expect(await resultOf(page)).toEqual(said);
  });

  test('in English too', async () => {
    for (const batch of batches.slice(0, 3)) {
      const page = pageFor(batch);
      await drop(
        page,
        batch.names.map((name) => join(batch.folder, name)),
      );
      await page.locator('.language').click();
      await done(page);
      expect(await resultOf(page)).toEqual(
        await saidByCommand(batch.folder, batch.names, [...batch.options, '--lang', 'en']),
      );
      await page.locator('.language').click();
    }
  });

  test('of the kinds of files that no story has', async () => {
    const folder = otherKinds();
    const names = filesBelow(folder);
    const options = ['--campaign', 'wanzhang-2023', '--roster', join(fixtures, 'rules', 'roster.csv')];
    const { page } = await open(browser, await writePage(...options));
    await drop(
      page,
      names.map((name) => join(folder, name)),
    );
    const said = await saidByCommand(folder, names, options);
    expect(await resultOf(page)).toEqual(said);
    const rules = (path: string) => said.files.find((file) => file.path === path)?.findings.map(({ rule }) => rule);
    for (const path of ['统计表（网页）.xls', '套.zip!里.zip!东岭村/附件2.xls']) {
      expect(rules(path)).toContain('count/estimate');
    }
    expect(await page.locator('.card', { hasText: '只有垃圾.zip' }).innerText()).toContain('压缩包里没有文件');
  });

  test('of a file too large to be held, of which both look at the beginning', async () => {
    const folder = emptyFolder();
    const options = ['--campaign', 'wanzhang-2023'];
    const { page } = await open(browser, await writePage(...options));
    const video = join(fixtures, 'rules', 'silence', 'inbox', '西岭村视频.mp4');
    const form = join(fixtures, 'rules', 'silence', 'inbox', '西岭村统计表.xlsx');
    for (const path of [video, form]) {
      copyFileSync(path, join(folder, basename(path)));
      truncateSync(join(folder, basename(path)), 3_000_000_000);
    }
    const names = [basename(video), basename(form)];
    await drop(
      page,
      names.map((name) => join(folder, name)),
    );
    const said = await saidByCommand(folder, names, options);
    expect(await resultOf(page)).toEqual(said);
    expect(said.files.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([[], ['file/too-large']]);
  });

  test('of the blank forms', async () => {
    const folder = join(project, 'templates', 'wanzhang-2023');
    const { page } = await open(browser, await writePage('--campaign', 'wanzhang-2023'));
    await choose(
      page,
      ['statistics.xlsx', 'progress.docx'].map((name) => join(folder, name)),
    );
    const { files } = await resultOf(page);
    expect(files.map(({ blank, findings }) => [blank, findings])).toEqual([
      [true, []],
      [true, []],
    ]);
  });
});

function batchesOf(story: string): Batch[] {
  const options = optionsFor(story);
  const paths = filesBelow(story).filter((path) => /^(?:inbox|before)\//.test(path));
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  return folders.map((folder) => ({
    folder: join(story, folder),
    names: paths.filter((path) => dirname(path) === folder).map((path) => basename(path)),
    options,
  }));
}

function optionsFor(story: string): string[] {
  const own = join(story, 'campaign.yaml');
  const { campaign } = JSON.parse(readFileSync(join(story, 'expected.json'), 'utf8')) as { campaign: string };
  const roster = [join(story, 'roster.csv'), join(story, '..', 'roster.csv')].find(existsSync);
  return [...['--campaign', existsSync(own) ? own : campaign], ...(roster === undefined ? [] : ['--roster', roster])];
}
