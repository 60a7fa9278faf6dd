import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * Whether calls to the system can be traced here. Where strace is missing it is installed under CI, where nothing may be left
 * out; elsewhere whoever asked says what is left out.
 * @returns {boolean}
 */
export function ensureStrace() {
  if (canTrace() || !process.env.CI) return canTrace();
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'strace']]) {
    const [command, ...rest] = process.getuid?.() === 0 ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    const said = spawnSync(command, rest, { encoding: 'utf8' });
    if (said.status !== 0) throw new Error(`no strace, and none to be had: ${said.error ?? said.stderr}`);
  }
  if (!canTrace()) throw new Error('strace was installed and traces nothing here');
  return true;
}

function canTrace() {
  return spawnSync('strace', ['-o', '/dev/null', process.execPath, '--version']).status === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(
    ensureStrace() ? 'strace traces here.' : 'Nothing can be traced here: the test of isolation will be skipped.',
  );
}
