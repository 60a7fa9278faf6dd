import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';
import { restoreTimes } from '../restore-times.js';

/** A working folder with the inbox of 22 villages, as it stood when the season was over. */
export interface Season {
  readonly folder: string;
  /** What a command prints on a terminal of so many columns, with its colours. */
  readonly printed: (argv: readonly string[], columns: number, now?: string) => Promise<string>;
  readonly remove: () => void;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const afterwards = '2023-06-12T09:00:00+08:00';

export async function makeSeason(): Promise<Season> {
  restoreTimes(fixtures);
  const parent = mkdtempSync(join(tmpdir(), 'campaign-pictures-'));
  const folder = join(parent, '5.29');
  const printed = async (argv: readonly string[], columns: number, now = afterwards) => {
    const said: string[] = [];
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
  cpSync(join(fixtures, 'wanzhang-2023', 'inbox'), join(folder, 'inbox'), {
    recursive: true,
    preserveTimestamps: true,
  });
  return { folder, printed, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
