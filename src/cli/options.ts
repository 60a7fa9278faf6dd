import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FailOn } from '../findings/exit-code.js';
import type { Locale } from '../model/campaign.js';

/** How the result is written; the last two are for `check` alone. */
type Format = 'text' | 'json' | 'sarif' | 'github';

/** What tells which campaign is meant, and in which language to speak. */
export interface CampaignOptions {
  readonly campaign?: string;
  readonly roster?: string;
  readonly lang?: Locale;
}

/** Options every command that reads an inbox or a file understands. */
export interface CommonOptions extends CampaignOptions {
  readonly format: Format;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly failOn: FailOn;
}

export interface CheckOptions extends CommonOptions {
  readonly fix?: boolean;
}

export interface InboxOptions extends CommonOptions {
  readonly asOf?: string;
  /** False for --no-ledger. */
  readonly ledger: boolean;
  readonly jobs?: number;
}

export interface HistoryOptions extends InboxOptions {
  readonly inbox: string;
}

export interface AggregateOptions extends InboxOptions {
  readonly out: string;
}

export interface PageOptions extends CampaignOptions {
  readonly out: string;
}

export interface ReturnOptions extends HistoryOptions {
  readonly out: string;
  readonly by?: string;
}

export interface RemindOptions extends HistoryOptions {
  readonly days: number;
  readonly deadline?: string;
  readonly out?: string;
}

export interface LanguageOption {
  readonly lang?: Locale;
}

const lang = () => new Option('--lang <language>', '语言 / language (default: the campaign’s)').choices(['zh', 'en']);

export function withLanguage(command: Command): Command {
  return command.addOption(lang());
}

export function withCampaign(command: Command): Command {
  return command
    .option('--campaign <id|file>', '活动：编号或 campaign.yaml / campaign id or file')
    .option('--roster <csv>', '名册 / roster.csv');
}

export function withCommon(command: Command, formats: readonly Format[] = ['text', 'json']): Command {
  return withCampaign(command)
    .addOption(new Option('--format <format>', '输出格式 / output').choices(formats).default('text'))
    .option('--json', '等同 --format json / same as --format json')
    .option('--quiet', '不输出给人看的正文，JSON 照常输出 / print nothing for people; JSON is still printed')
    .addOption(lang())
    .addOption(
      new Option('--fail-on <severity>', '达到何种级别时退出码为 1 / exit 1 from this severity on')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    );
}

export function withInbox(command: Command): Command {
  return withRun(command.argument('[inbox]', '收件箱文件夹 / the folder everything was saved into', './inbox'));
}

/** What concerns a run over an inbox, wherever the inbox is named. */
export function withRun(command: Command): Command {
  return withCommon(command)
    .option(
      '--as-of <time>',
      '截至时间：ISO 时间或日期 / ISO time or day; later receipts are not counted (default: now)',
    )
    .option('--no-ledger', '不读写台账 / neither read nor write the ledger')
    .addOption(
      new Option(
        '--jobs <n>',
        '同时用几个进程检查文件 / processes that examine files (default: by their number)',
      ).argParser(toJobs),
    );
}

function toJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new InvalidArgumentError('1–64');
}

export function isJson(options: CommonOptions): boolean {
  return options.json === true || options.format === 'json';
}

export function wholeNumber(text: string): number {
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('请写一个不小于 0 的整数 / a whole number, 0 or more');
}
