import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A working folder of its own, with the program run in it. */
export class WorkingFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'campaign-work-'));

  async run(...argv: string[]): Promise<Ran> {
    const out: string[] = [];
    const err: string[] = [];
    const io: Io = {
      stdout: (text) => out.push(text),
      stderr: (text) => err.push(text),
      cwd: this.path,
      now: () => new Date('2023-06-20T09:00:00+08:00'),
      env: { LANG: 'zh_CN.UTF-8' },
      terminal: { isTerminal: false, columns: 100 },
    };
    const code = await run(argv, io);
    return { code, out: out.join(''), err: err.join('') };
  }

  put(path: string, bytes: Uint8Array | string, at = '2023-05-04T10:00:00+08:00'): void {
    const full = join(this.path, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
    utimesSync(full, new Date(at), new Date(at));
  }

  remove(path: string): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }
}
