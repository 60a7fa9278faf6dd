import { spawnSync } from 'node:child_process';

/** Tests of the built command run what the sources say now. Type errors are told, and judged by `npm run types`. */
export default function buildOnce(): void {
  const compiler = 'node_modules/typescript/bin/tsc';
  spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--incremental', 'false'], { stdio: 'inherit' });
}
