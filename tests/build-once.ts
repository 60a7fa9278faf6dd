import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'dist/.built-for-tests';

/**
 * Tests of the built command run what the sources say now; what was built since they last changed is not built again. Type
 * errors are told, and judged by `npm run types`.
 */
export default function buildOnce(): void {
  if (newest(['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) < timeOf(stamp)) return;
  // Set before the build, so that what is edited meanwhile is newer.
  mkdirSync('dist', { recursive: true });
  writeFileSync(stamp, '');
  const compiler = 'node_modules/typescript/bin/tsc';
  const steps = [[compiler, '-p', 'tsconfig.build.json', '--incremental', 'false'], ['scripts/build-page.js']];
  const codes = steps.map((args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status);
  if (codes.some((code) => code !== 0)) rmSync(stamp);
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map((path) => (statSync(path).isDirectory() ? newestIn(path) : timeOf(path))));
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Math.max(timeOf(folder), newest(entries.map((entry) => join(folder, entry.name))));
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
