import { spawnSync } from 'node:child_process';

/** Tests of the built command run what the sources say now. Type errors are told, and judged by `npm run types`. */
export default function buildOnce(): void {
  for (const script of ['scripts/build-program.js', 'scripts/build-page.js']) {
    spawnSync(process.execPath, [script], { stdio: 'inherit' });
  }
}
