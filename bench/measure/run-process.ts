import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

export interface Ran {
  readonly code: number | null;
  readonly ms: number;
  /** Most memory that the process and all below it held at once, in bytes; null where the system does not tell. */
  readonly peak: number | null;
  /** Time of the processor, of all processes together, to a few hundredths of a second; null likewise. */
  readonly cpuMs: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Stopped because it took longer than it was given. */
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly limitMs?: number;
}

const sampleEvery = 20;
/** In a long run looking must not take what is looked at: after so much of the time it has taken so far. */
const sampleShare = 1 / 200;

/** Runs a command to its end and watches memory and processor time of its whole tree of processes. */
export function runProcess(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const begin = performance.now();
  const child = spawn(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output.stderr += text;
  });
  let timedOut = false;
  const watch = new TreeWatch(child.pid ?? 0);
  let sampling: NodeJS.Timeout | undefined;
  const sample = () => {
    watch.sample();
    sampling = setTimeout(sample, Math.max(sampleEvery, (performance.now() - begin) * sampleShare));
  };
  sample();
  const limit = setTimeout(
    () => {
      timedOut = true;
      child.kill('SIGKILL');
    },
    options.limitMs ?? 2 ** 31 - 1,
  );
  const stop = () => {
    clearTimeout(sampling);
    clearTimeout(limit);
  };
  return new Promise((done, fail) => {
    child.once('error', (error) => {
      stop();
      fail(error);
    });
    child.once('close', (code) => {
      const ms = performance.now() - begin;
      stop();
      done({ code, ms, peak: watch.peak(), cpuMs: watch.cpuMs(), ...output, timedOut });
    });
  });
}

/** Pages that processes share are counted in each of them, so that a tree's sum is rather too much than too little. */
class TreeWatch {
  readonly #root: number;
  #together = 0;
  #alone = 0;
  /** By process, as last seen. */
  readonly #cpuMs = new Map<number, number>();

  constructor(root: number) {
    this.#root = root;
  }

  sample(): void {
    let together = 0;
    for (const pid of treeOf(this.#root)) {
      const { now, most } = memoryOf(pid);
      together += now;
      this.#alone = Math.max(this.#alone, most);
      this.#cpuMs.set(pid, Math.max(cpuMsOf(pid), this.#cpuMs.get(pid) ?? 0));
    }
    this.#together = Math.max(this.#together, together);
  }

  peak(): number | null {
    return this.#alone === 0 ? null : Math.max(this.#together, this.#alone);
  }

  cpuMs(): number | null {
    return this.#alone === 0 ? null : [...this.#cpuMs.values()].reduce((sum, ms) => sum + ms, 0);
  }
}

const ticksPerSecond = 100;

/** The fourteenth and fifteenth field; the second is a name in brackets that may hold anything. */
function cpuMsOf(pid: number): number {
  const fields = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '')
    .replace(/^.*\) /s, '')
    .split(' ');
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / ticksPerSecond;
}

function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

/** Any of a process's threads may have started children. */
function childrenOf(pid: number): number[] {
  return attempt(() => readdirSync(`/proc/${pid}/task`), []).flatMap((thread) =>
    attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'), '')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  );
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}

/** A process may end between two looks, and other systems have no /proc. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
