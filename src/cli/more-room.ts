import { spawn } from 'node:child_process';
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { mebibyte } from '../model/bounds.js';
import { Failure } from './failure.js';
import type { ExitCode, Io } from './io.js';

/** Thrown where there are more units, or more came, than the engine has room for; what was examined is kept. */
export class WantsRoom extends Error {
  constructor(readonly mebibytes: number) {
    super(`wants ${mebibytes} MiB`);
    this.name = 'WantsRoom';
  }
}

/** In KiB: what a unit with its form comes to while the report is made, as measured, and half as much to spare. */
const kibibytesEach = 10;
const elsewhere = 128;
/** Of the memory of the machine, in which there are other programs too. */
const share = 0.75;

/**
 * How much room the engine should be given for so many units or entries, in MiB; null where it has enough. Where the
 * machine has no more to give, a process that was started for it goes on, and any other has one started none the less: an
 * engine that finds no more room ends its process without a word, and then another is there to say so.
 */
export function roomFor(count: number, limit: number, machine: number, isAnew = false): number | null {
  const wanted = Math.ceil((count * kibibytesEach) / 1024) + elsewhere;
  if (wanted <= limit) return null;
  const most = Math.min(wanted, Math.floor(machine * share));
  if (most > limit) return most;
  return isAnew ? null : limit;
}

/**
 * The engine is told its limit when it starts, and keeps it: for more, the program has to start anew. Asked in the midst of a
 * run, it gets `times` as much as is wanted so far, or it would start again and again.
 */
export function askForRoom(count: number, io: Io, times = 1): void {
  if (io.startAnew === undefined) return;
  const limit = Math.floor(getHeapStatistics().heap_size_limit / mebibyte);
  const room = (wanted: number) =>
    roomFor(wanted, limit, Math.floor(totalmem() / mebibyte), process.env[anew] !== undefined);
  if (room(count) === null) return;
  throw new WantsRoom(room(times * count) ?? limit);
}

/** Set for a process that was started anew. */
const anew = 'CAMPAIGN_ANEW';

/** The same command line in a process that has more room; what it says goes where this one's would. */
export async function startAnew(mebibytes: number): Promise<ExitCode> {
  const args = [...process.execArgv, `--max-old-space-size=${mebibytes}`, ...process.argv.slice(1)];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, [anew]: '1' } });
  const end = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', end).on('SIGINT', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0 || code === 1 || code === 2) resolve(code);
      else if (signal === 'SIGTERM' || signal === 'SIGINT') resolve(2);
      else reject(ended(mebibytes));
    });
  });
}

/** An engine without room ends its process, as does a system without memory; neither says so in words for people. */
function ended(mebibytes: number): Failure {
  return new Failure(
    {
      zh: `没有做完：给了${mebibytes} MB内存，还是被中途结束了`,
      en: `not done: ended halfway, though ${mebibytes} MB of memory were given`,
    },
    {
      zh: '原来的报告没有改动。请关掉别的程序再运行，或者换一台内存大的电脑，或者按县、乡分开汇总',
      en: 'reports are as before; close other programs, take a computer with more memory, or aggregate by county or township',
    },
  );
}
