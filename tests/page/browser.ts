import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/ensure-chromium.js';
import type { CheckJson } from '../../src/render/check-json.js';
import { command, emptyFolder } from '../stories/command.js';

/** Null where there is none and none may be installed; then the tests of the page are skipped and say so. */
export const chromiumPath = ensureChromium();
if (chromiumPath === null) console.warn('No Chromium on this machine: the page is not tested. `CI=1` installs one.');

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** Writes a page as the command does; its path. */
export async function writePage(...options: readonly string[]): Promise<string> {
  const path = join(emptyFolder(), '检查页.html');
  const { code, err } = await command(['page', '--out', path, ...options]);
  if (code !== 0) throw new Error(err);
  return path;
}

export interface Opened {
  readonly page: Page;
  /** Every address asked for but the page itself. */
  readonly requests: readonly string[];
  /** What the browser complained of: errors, refusals of the page's policy. */
  readonly complaints: readonly string[];
}

/** Opens the page from disk, ready to be handed files. */
export async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await browser.newPage(options);
  return { page, ...(await goTo(page, path)) };
}

export async function goTo(page: Page, path: string): Promise<Omit<Opened, 'page'>> {
  const requests: string[] = [];
  const complaints: string[] = [];
  const url = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  await page.locator('body[data-state=ready]').waitFor();
  return { requests, complaints };
}

/** Forgets the last result, so that none can be taken for the next. */
async function forget(page: Page): Promise<void> {
  await page.evaluate(
    `document.body.dataset.state = 'ready'; delete document.querySelector('.results').dataset.result;`,
  );
}

/** Lets files go over the page, as a hand does that drags them there from the desktop. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  await forget(page);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  await session.detach();
  await done(page);
}

export async function choose(page: Page, files: readonly string[]): Promise<void> {
  await forget(page);
  await page.locator('input[type=file]').setInputFiles([...files]);
  await done(page);
}

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lets go files that lie nowhere, with names no disk would take; several handfuls at once, one after the other. */
export async function dropMade(page: Page, ...handfuls: readonly (readonly MadeFile[])[]): Promise<void> {
  const made = handfuls.map((files) =>
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  await forget(page);
  await page.evaluate(`for (const files of ${JSON.stringify(made)}) {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of files) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    }
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('.drop').dispatchEvent(event);
  }`);
  await done(page);
}

export async function done(page: Page): Promise<void> {
  await page.locator('body[data-state=done]').waitFor();
}

/** What the page says of the files it was handed last. */
export async function resultOf(page: Page): Promise<CheckJson> {
  return JSON.parse((await page.locator('.results').getAttribute('data-result')) ?? 'null');
}

/** What the command line says of the same files. */
export async function saidByCommand(
  cwd: string,
  names: readonly string[],
  options: readonly string[],
): Promise<CheckJson> {
  return JSON.parse((await command(['check', '--json', ...options, '--', ...names], { cwd })).out);
}

export function madeOf(path: string, name: string): MadeFile {
  return { name, bytes: readFileSync(path) };
}
