import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/**
 * Gives every fixture the time it was received at: git keeps no times, so `times.json` does.
 * @param {string} root the folder that holds `times.json`
 * @returns {number} how many files were given another time
 */
export function restoreTimes(root = fixtures) {
  const times = JSON.parse(readFileSync(join(root, 'times.json'), 'utf8'));
  let changed = 0;
  for (const [path, iso] of Object.entries(times)) {
    const file = join(root, path);
    const time = new Date(String(iso));
    if (statSync(file).mtimeMs === time.getTime()) continue;
    utimesSync(file, time, time);
    changed++;
  }
  return changed;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(`${restoreTimes()} files given the time they were received at`);
}
