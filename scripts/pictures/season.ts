import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { arriveUntil } from '../arrivals.js';

/** A working folder in which the files of 22 villages arrive day by day. */
export interface Season {
  readonly folder: string;
  /** What a command prints on a terminal of so many columns, with its colours; by then all has come that came by then. */
  readonly printed: (argv: readonly string[], columns: number, now?: string) => Promise<string>;
  readonly remove: () => void;
}

const afterwards = '2023-06-12T09:00:00+08:00';

export async function makeSeason(): Promise<Season> {
  const parent = mkdtempSync(join(tmpdir(), 'campaign-pictures-'));
  const folder = join(parent, '5.29');
  const printed = async (argv: readonly string[], columns: number, now = afterwards) => {
    const said: string[] = [];
    if (argv[0] !== 'init') arriveUntil(now, join(folder, 'inbox'));
    const code = await run(argv, {
      stdout: (text) => said.push(text),
      stderr: (text) => said.push(text),
      cwd: argv[0] === 'init' ? parent : folder,
      now: () => new Date(now),
      env: { LANG: 'zh_CN.UTF-8', FORCE_COLOR: '1' },
      terminal: { isTerminal: true, columns },
    });
    if (code === 2) throw new Error(`campaign ${argv.join(' ')}\n${said.join('')}`);
    return said.join('');
  };
  await printed(['init', '5.29'], 80);
  return { folder, printed, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
