import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { restoreTimes } from './restore-times.js';

/** Runs the program over the inbox of 22 villages that ships with it, as an office would on the day after the last due day. */
const project = fileURLToPath(new URL('../', import.meta.url));
const args = [
  ...['aggregate', 'fixtures/wanzhang-2023/inbox', '--campaign', 'wanzhang-2023'],
  ...['--as-of', '2023-06-12T09:00:00+08:00', '--out', 'reports/demo', '--no-ledger'],
];

if (!existsSync(join(project, 'dist', 'program', 'main.cjs'))) {
  console.error('Nothing is built yet: run `npm run build` first.');
  process.exit(2);
}
restoreTimes();
console.log(`$ campaign ${args.join(' ')}\n`);
const { status } = spawnSync(process.execPath, [join('bin', 'campaign.js'), ...args], {
  cwd: project,
  stdio: 'inherit',
});

// 1 says that something needs a person, which in this inbox it does.
if (status !== 0 && status !== 1) {
  console.error(`\nThe demo could not run (exit code ${status}).`);
  process.exit(2);
}
