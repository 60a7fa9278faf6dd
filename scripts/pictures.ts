/**
 * Makes `docs/pictures/` from the fixtures: what the program shows on a terminal, in a browser and on paper. The pictures
 * differ a little with the fonts of the machine, so no test compares them; they are made to be looked at.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './pictures/browser.js';
import { pagePictures } from './pictures/pages.js';
import { paperPictures } from './pictures/papers.js';
import { makeSeason } from './pictures/season.js';
import { shrink } from './pictures/shrink.js';
import { terminalPictures } from './pictures/terminal.js';
import { findTools } from './pictures/tools.js';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** All of them together; a clone of the project should stay small. */
const mostBytes = 1_500_000;

const tools = findTools();
if (tools === null) process.exit(2);
const season = await makeSeason();
const browser = await launchBrowser(tools.chromium);
try {
  mkdirSync(folder, { recursive: true });
  const made = new Set<string>();
  for (const pictures of [terminalPictures, pagePictures, paperPictures]) {
    for await (const { name, png, colours } of pictures({ season, browser, tools })) {
      shrink(png, join(folder, `${name}.png`), colours, tools);
      made.add(`${name}.png`);
      console.log(`${name}.png  ${Math.round(statSync(join(folder, `${name}.png`)).size / 1024)} KB`);
    }
  }
  for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(join(folder, name));
  const bytes = [...made].reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`${made.size} pictures, ${Math.round(bytes / 1024)} KB`);
  if (bytes > mostBytes) throw new Error(`more than ${mostBytes} bytes: make them smaller`);
} finally {
  await browser.close();
  season.remove();
}
