import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { CampaignFileError } from '../campaign/problem.js';
import { problemInChinese } from '../campaign/problem-words.js';
import type { Words } from '../findings/words.js';
import { isLedgerTrouble } from '../ledger/trouble.js';
import { useNode } from '../pipeline/native.js';
import { diskFailure, isDiskError, ledgerFailure } from './disk-error.js';
import { Failure } from './failure.js';
import { guarded } from './guarded.js';
import type { ExitCode, Io } from './io.js';
import { localeOf } from './locale.js';
import { WantsRoom } from './more-room.js';
import { declareProgram } from './program.js';

const version: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/** Runs one command line. Never throws, never exits: what went wrong is on stderr and in the exit code. */
export async function run(argv: readonly string[], world: Io): Promise<ExitCode> {
  const io = guarded(argv.includes('--quiet') ? withTimes(world) : world);
  useNode();
  let code: ExitCode = 0;
  const program = declareProgram(io, version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof WantsRoom) || io.startAnew === undefined) return report(error, argv, io);
    return io.startAnew(error.mebibytes).catch((failure: unknown) => report(failure, argv, io));
  }
}

/** One line for what the user can mend; a bug says that it is one and keeps its cause. */
function report(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const locale = localeOf(langIn(argv), io.env);
  const failure = told(error);
  if (failure instanceof Failure) {
    io.stderr(`campaign: ${failure.words[locale]}\n`);
    if (failure.hint !== null) io.stderr(`  ${failure.hint[locale]}\n`);
    return 2;
  }
  if (error instanceof CampaignFileError) {
    for (const problem of error.problems) io.stderr(`campaign: ${mistake(problem)[locale]}\n`);
    return 2;
  }
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lead = { zh: '程序自身出错，请把下面的内容发给维护人员', en: 'a bug in campaign; please report what follows' };
  io.stderr(`campaign: ${lead[locale]}\n${cause}\n`);
  return 2;
}

/** `decisions.csv:2 value: …` stays what a program can follow; what is wrong there is said in Chinese. */
function mistake(problem: string): Words {
  const [, where = '', what = problem] = /^(.*?:\d+ )(.*)$/su.exec(problem) ?? [];
  return { zh: `文件有误: ${where}${problemInChinese(what)}`, en: `mistake in a file: ${problem}` };
}

function told(error: unknown): unknown {
  if (isLedgerTrouble(error)) return ledgerFailure(error);
  return isDiskError(error) ? diskFailure(error) : error;
}

/** Unattended, what is said on stderr becomes a log: each message begins with its time. */
function withTimes(io: Io): Io {
  return { ...io, stderr: (text) => io.stderr(`${io.now().toISOString()} ${text}`) };
}

function langIn(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return at === -1 ? argv.find((word) => word.startsWith('--lang='))?.slice(7) : argv[at + 1];
}
