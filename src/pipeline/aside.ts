import { fileURLToPath } from 'node:url';
import type { Pool } from 'workerpool';
import type { Bounds } from '../model/bounds.js';
import { mebibyte } from '../model/bounds.js';
import type { Ending } from './open-item.js';
import { workerOptions } from './worker-options.js';

export const worker = fileURLToPath(new URL('../../dist/program/worker.cjs', import.meta.url));

/** Below this nothing can be read at all, whatever this process itself takes. */
const leastMebibytes = 192;
/** What is filled between two looks of the watch, and what this process comes to take meanwhile. */
const spareMebibytes = 32;
/** What an engine that found no more memory, or was ended by its own watch, leaves behind. */
const outOfMemory = /signalCode: `SIG(?:KILL|ABRT)`|exitCode: `134`/;

type Outcome<T> = { readonly done: T } | { readonly ended: Ending };

/** Functions of `worker.ts` that do all that is done with one file. */
type AsideWork = 'examine' | 'check' | 'mend' | 'mark' | 'merge' | 'draft';

/**
 * One process beside this one, for files that cost much: one file at a time, each with its time and its memory, and ended
 * beyond. Together with this process it keeps to the memory that one file may take.
 */
export class Aside {
  #pool: Pool | null = null;
  #limit = 0;
  #isFresh = true;

  constructor(
    private readonly bounds: Bounds,
    private readonly script: string = worker,
  ) {}

  /** What the worker's function gives for one file, or why it was ended; `files` where it reads more than one. */
  async run<T>(name: AsideWork, parameters: readonly unknown[], files = 1): Promise<Outcome<T>> {
    const wasFresh = this.#isFresh;
    const pool = this.#pool ?? (await this.#begin());
    try {
      const [done, resident] = await pool.exec(name, [...parameters]).timeout(this.bounds.seconds * files * 1000);
      this.#isFresh = false;
      // What one file left behind is not to be held against the next.
      if (resident > (this.#limit * mebibyte) / 3) await this.close();
      return { done };
    } catch (error) {
      await this.close();
      const ended = endingOf(error);
      if (ended === null) throw error;
      return ended === 'memoryMebibytes' && !wasFresh ? this.run(name, parameters, files) : { ended };
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    this.#isFresh = true;
    await pool?.terminate(true);
  }

  /** Throws where no process can be had, which is no file's fault. */
  async #begin(): Promise<Pool> {
    this.#limit = Math.max(leastMebibytes, roomBeside(this.bounds, 1));
    const pool = await startPool(this.script, 1, this.#limit);
    await pool.exec('ready').timeout(60_000);
    this.#pool = pool;
    return pool;
  }
}

/** What each of so many processes may take, in MiB, so that with this one they keep to the memory that one file may take. */
export function roomBeside({ memoryMebibytes }: Bounds, processes: number): number {
  const own = process.memoryUsage.rss() / mebibyte;
  return Math.floor((memoryMebibytes - own - spareMebibytes) / processes);
}

/** Processes that run the script, each ended when it takes more memory. */
export async function startPool(script: string, processes: number, mebibytes: number): Promise<Pool> {
  const { default: workerpool } = await import('workerpool');
  // workerpool hands it on behind our own, and the last one holds: this process may have been given much more.
  process.execArgv = process.execArgv.filter((option) => !option.startsWith('--max-old-space-size'));
  return workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: processes,
    workerTerminateTimeout: 200,
    forkArgs: [String(mebibytes)],
    // What an engine out of memory prints is nobody's concern but this one's.
    forkOpts: {
      execArgv: [...workerOptions],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    },
  });
}

/** Null for an error that our own code threw, which is a bug and no file's fault. */
function endingOf(error: unknown): Ending | null {
  const { name, message } = error as Error;
  if (name === 'TimeoutError') return 'seconds';
  if (!message.includes('terminated Unexpectedly')) return null;
  return outOfMemory.test(message) ? 'memoryMebibytes' : 'given-up';
}
