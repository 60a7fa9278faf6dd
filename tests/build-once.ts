import { spawnSync } from 'node:child_process';

/** Tests of the built command run what the sources say now. Type errors are told, and judged by `npm run types`. */
export default function buildOnce(): void {
  const compiler = 'node_modules/typescript/bin/tsc';
  const steps = [[compiler, '-p', 'tsconfig.build.json', '--incremental', 'false'], ['scripts/build-page.js']];
  for (const args of steps) spawnSync(process.execPath, args, { stdio: 'inherit' });
}
