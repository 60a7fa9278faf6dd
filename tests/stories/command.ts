import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { filesBelow } from './fixture.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
}

/** One command line, in this process, in a world of its own: not a terminal, 12 June 2023. */
export async function command(argv: readonly string[], world: World = {}): Promise<Said> {
  const { cwd = emptyFolder(), env = {}, isTerminal = false } = world;
  const told = { out: '', err: '' };
  const code = await run(argv, {
    stdout: (text) => {
      told.out += text;
    },
    stderr: (text) => {
      told.err += text;
    },
    ...{ cwd, env, now: () => new Date('2023-06-12T09:00:00+08:00') },
    terminal: { isTerminal, columns: 100 },
  });
  return { code, ...told };
}

const folders: string[] = [];

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  folders.push(folder);
  return folder;
}

/** For the end of a test file. */
export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Every file below a folder by its content and times: equal before and after where nothing was touched. */
export function stateOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((path) => {
      const file = join(folder, path);
      return [path, `${statSync(file).mtimeMs} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`];
    }),
  );
}
