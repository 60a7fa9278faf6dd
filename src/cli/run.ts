import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CampaignFileError } from '../campaign/problem.js';
import { Failure } from './failure.js';
import type { ExitCode, Io } from './io.js';
import { localeOf } from './locale.js';
import {
  type AggregateOptions,
  type CommonOptions,
  type InboxOptions,
  type LanguageOption,
  withCommon,
  withInbox,
  withLanguage,
} from './options.js';

export const version: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/** Runs one command line. Never throws, never exits: what went wrong is on stderr and in the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = declare(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, argv, io);
  }
}

function declare(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('campaign')
    .description('汇总各村居报送的“5.29会员活动”材料 / turns what villages send in into one report')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showHelpAfterError();

  withInbox(
    program
      .command('aggregate')
      .description('读全部来件，写汇总工作簿和通报 / read everything, write workbook and summary'),
  )
    .option('--out <dir>', '输出文件夹 / folder to write into', './reports')
    .action(async (inbox: string, options: AggregateOptions) => {
      done(await (await import('./commands/aggregate.js')).aggregate(inbox, options, io, version));
    });
  withInbox(program.command('status').description('只看报送情况 / the status table alone')).action(
    async (inbox: string, options: InboxOptions) => {
      done(await (await import('./commands/aggregate.js')).status(inbox, options, io, version));
    },
  );
  withCommon(program.command('check').description('报送前检查单个文件 / examine single files; writes nothing'))
    .argument('<file...>', '要检查的文件 / files')
    .action(async (files: string[], options: CommonOptions) => {
      done(await (await import('./commands/check.js')).check(files, options, io));
    });
  withLanguage(
    program.command('explain').description('一条规则是什么意思、怎么改 / what a rule means and how to mend it'),
  )
    .argument('<rule>', '规则，如 count/unreadable')
    .action(async (rule: string, options: LanguageOption) => {
      done((await import('./commands/explain.js')).explain(rule, options, io));
    });
  withLanguage(program.command('list').description('自带的活动 / the campaigns that ship with the program')).action(
    async (options: LanguageOption) => {
      done((await import('./commands/list.js')).list(options, io));
    },
  );
  return program;
}

/** One line for what the user can mend; a bug says that it is one and keeps its cause. */
function report(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const locale = localeOf(langIn(argv), io.env);
  if (error instanceof Failure) {
    io.stderr(`campaign: ${error.words[locale]}\n`);
    if (error.hint !== null) io.stderr(`  ${error.hint[locale]}\n`);
    return 2;
  }
  if (error instanceof CampaignFileError) {
    const lead = { zh: '活动文件有误', en: 'mistake in a campaign file' }[locale];
    for (const problem of error.problems) io.stderr(`campaign: ${lead}: ${problem}\n`);
    return 2;
  }
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lead = { zh: '程序自身出错，请把下面的内容发给维护人员', en: 'a bug in campaign; please report what follows' }[
    locale
  ];
  io.stderr(`campaign: ${lead}\n${cause}\n`);
  return 2;
}

function langIn(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return at === -1 ? argv.find((word) => word.startsWith('--lang='))?.slice(7) : argv[at + 1];
}
