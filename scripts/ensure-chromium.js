import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * The Chromium of this machine, in which the page is tested. Where there is none it is installed under CI, where nothing
 * may be left out; elsewhere the answer is null, and whoever asked says what it leaves out.
 * @returns {string | null}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null || !process.env.CI) return found;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const said = spawnSync(...asRoot('apt-get', args), { encoding: 'utf8' });
    if (said.status !== 0) {
      throw new Error(`no Chromium to test the page in, and none to be had: ${said.error ?? said.stderr}`);
    }
  }
  const installed = findChromium();
  if (installed === null) throw new Error('Chromium was installed and is still not found');
  return installed;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {string | null} */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function asRoot(command, args) {
  return process.getuid?.() === 0 ? [command, args] : ['sudo', ['-n', command, ...args]];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureChromium() ?? 'No Chromium here: the tests of the page will be skipped.');
}
