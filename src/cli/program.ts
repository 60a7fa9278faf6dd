import { Command } from 'commander';
import type { DecideOptions } from './commands/decide.js';
import type { InitOptions } from './commands/init.js';
import { declareCompletion, declareForms } from './declare-forms.js';
import { addExamples } from './examples.js';
import type { ExitCode, Io } from './io.js';
import {
  type AggregateOptions,
  type CheckOptions,
  type HistoryOptions,
  type InboxOptions,
  type LanguageOption,
  type PageOptions,
  type RemindOptions,
  type ReturnOptions,
  wholeNumber,
  withCampaign,
  withCommon,
  withInbox,
  withLanguage,
  withRun,
} from './options.js';

/** Every command and its flags. Each command is loaded when it is used. */
export function declareProgram(io: Io, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('campaign')
    .description('汇总各村居报送的“5.29会员活动”材料 / turns what villages send in into one report')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showHelpAfterError();
  declareInboxCommands(program, io, version, done);
  declareLetters(program, io, version, done);
  declareDecide(program, io, done);
  declareForms(program, io, done);
  declarePage(program, io, version, done);
  declareOthers(program, io, done);
  declareCompletion(program, io, done);
  addExamples(program);
  return program;
}

type Done = (code: ExitCode) => void;

function declareInboxCommands(program: Command, io: Io, version: string, done: Done): void {
  withInbox(program.command('aggregate'))
    .description('读全部来件，写汇总工作簿、网页和通报 / read everything, write workbook, page and summary')
    .option('--out <dir>', '输出文件夹 / folder to write into', './reports')
    .action(async (inbox: string, options: AggregateOptions) => {
      done(await (await import('./commands/aggregate.js')).aggregate(inbox, options, io, version));
    });
  withInbox(program.command('status'))
    .description('只看报送情况，不写文件 / the status table alone')
    .action(async (inbox: string, options: InboxOptions) => {
      done(await (await import('./commands/aggregate.js')).status(inbox, options, io, version));
    });
  withInbox(program.command('word'))
    .description('把各单位的写实表并成一份 Word，带照片 / one Word document of all progress reports, with pictures')
    .option('--out <dir>', '输出文件夹 / folder to write into', './reports')
    .action(async (inbox: string, options: AggregateOptions) => {
      done(await (await import('./commands/word.js')).word(inbox, options, io, version));
    });
  withCommon(program.command('check'), ['text', 'json', 'sarif', 'github'])
    .description(
      '报送前检查文件；不加 --fix 就不写文件 / examine files before they are sent; writes nothing without --fix',
    )
    .argument('<file...>', '要检查的文件 / files')
    .option(
      '--fix',
      '另存修正本，只改数字的写法 / write a corrected copy beside each .xlsx: plain numbers, no figure changed',
    )
    .action(async (files: string[], options: CheckOptions) => {
      done(await (await import('./commands/check.js')).check(files, options, io, version));
    });
  withRun(program.command('history'))
    .description('台账：什么时候收到了什么 / what came when, from the ledger')
    .argument('[unit]', '只看一个单位 / one unit only')
    .option('--inbox <dir>', '收件箱文件夹 / the inbox', './inbox')
    .action(async (unit: string | undefined, options: HistoryOptions) => {
      done(await (await import('./commands/history.js')).history(unit, options, io, version));
    });
}

function declareLetters(program: Command, io: Io, version: string, done: Done): void {
  withRun(program.command('return'))
    .description('退回：给每个有问题的单位写好标注件、消息和电话清单 / marked copies and a message for each unit')
    .argument('[unit...]', '只退这几个单位：编号、名称或别名 / only these units')
    .option('--inbox <dir>', '收件箱文件夹 / the inbox', './inbox')
    .option('--out <dir>', '输出文件夹 / folder to write into', './退回')
    .option('--by <day>', '请在这一天前重报，如 2023-06-16 / the day to answer by')
    .action(async (units: string[], options: ReturnOptions) => {
      done(await (await import('./commands/return.js')).returnToUnits(units, options, io, version));
    });
  withRun(program.command('remind'))
    .description('提醒：到期前和逾期后发给各单位和工作群的话 / reminders before and after a due day')
    .option('--inbox <dir>', '收件箱文件夹 / the inbox', './inbox')
    .option('--days <n>', '提前几个工作日提醒 / so many workdays ahead', wholeNumber, 1)
    .option('--deadline <id>', '只提醒这个时限 / this deadline only')
    .option('--out <dir>', '写成文件，每个单位一份 / write one file a unit')
    .action(async (options: RemindOptions) => {
      done(await (await import('./commands/remind.js')).remind(options, io, version));
    });
}

function declareDecide(program: Command, io: Io, done: Done): void {
  withCommon(program.command('decide'))
    .description('登记一条处理意见 / record a decision in decisions.csv')
    .argument('<action>', 'assign 归属 · accept 采用 · withdraw 撤回 · received 收到时间 · extend 延期 · exempt 免报')
    .option('--file <path>', '来件路径，照“来件清单”写 / path of the entry, as listed')
    .option('--inbox <dir>', '收件箱文件夹 / the inbox', './inbox')
    .option('--sha256 <digits>', '来件的 SHA-256，至少八位 / its SHA-256, at least eight digits')
    .option('--unit <unit>', '单位 / unit')
    .option('--material <material>', '材料 / material')
    .option('--deadline <deadline>', '时限 / deadline')
    .option('--value <value>', '收到时间，或延到哪天 / time of receipt, or the new day')
    .requiredOption('--reason <text>', '理由 / why')
    .requiredOption('--who <name>', '经办人 / who decided')
    .option('--date <day>', '日期，默认今天 / day; today unless given')
    .action(async (action: string, options: DecideOptions) => {
      done(await (await import('./commands/decide.js')).decide(action, options, io));
    });
}

function declarePage(program: Command, io: Io, version: string, done: Done): void {
  withLanguage(withCampaign(program.command('page')))
    .description('写一个网页，发给各单位自己检查文件 / write a page in which units check their own files')
    .option('--out <file>', '写到哪里 / file to write', '检查页.html')
    .action(async (options: PageOptions) => {
      done(await (await import('./commands/page.js')).page(options, io, version));
    });
}

function declareOthers(program: Command, io: Io, done: Done): void {
  withLanguage(program.command('init'))
    .description('建一个工作文件夹 / make a working folder')
    .argument('[dir]', '文件夹 / folder', '.')
    .option('--campaign <id>', '照哪个活动建 / the campaign to begin from', 'wanzhang-2023')
    .action(async (dir: string, options: InitOptions) => {
      done(await (await import('./commands/init.js')).init(dir, options, io));
    });
  withLanguage(program.command('explain'))
    .description('一条规则是什么意思、怎么改 / what a rule means and how to mend it')
    .argument('<rule>', '规则，如 count/unreadable / rule')
    .action(async (rule: string, options: LanguageOption) => {
      done((await import('./commands/explain.js')).explain(rule, options, io));
    });
  withLanguage(program.command('list'))
    .description('自带的活动 / the campaigns that ship with the program')
    .action(async (options: LanguageOption) => {
      done((await import('./commands/list.js')).list(options, io));
    });
}
