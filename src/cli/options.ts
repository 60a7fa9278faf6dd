import { type Command, Option } from 'commander';
import type { FailOn } from '../findings/exit-code.js';
import type { Locale } from '../model/campaign.js';

/** Options every command that reads an inbox or a file understands. */
export interface CommonOptions {
  readonly campaign?: string;
  readonly roster?: string;
  readonly lang?: Locale;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly failOn: FailOn;
}

export interface InboxOptions extends CommonOptions {
  readonly asOf?: string;
  /** False for --no-ledger. */
  readonly ledger: boolean;
}

export interface HistoryOptions extends InboxOptions {
  readonly inbox: string;
}

export interface AggregateOptions extends InboxOptions {
  readonly out: string;
}

export interface LanguageOption {
  readonly lang?: Locale;
}

/** Options of commands that need a campaign and its roster, and print no result of a run. */
export type ChoiceOptions = Pick<CommonOptions, 'campaign' | 'roster' | 'lang'>;

const lang = () => new Option('--lang <language>', '语言 / language (default: the campaign’s)').choices(['zh', 'en']);

export function withLanguage(command: Command): Command {
  return command.addOption(lang());
}

export function withCampaign(command: Command): Command {
  return command
    .option('--campaign <id|file>', '活动：编号或 campaign.yaml / campaign id or file')
    .option('--roster <csv>', '名册 / roster.csv');
}

export function withCommon(command: Command): Command {
  return withCampaign(command)
    .addOption(new Option('--format <format>', '输出格式 / output').choices(['text', 'json']).default('text'))
    .option('--json', '等同 --format json / same as --format json')
    .option('--quiet', '不输出正文，只看退出码 / print no result')
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
    .option('--no-ledger', '不读写台账 / neither read nor write the ledger');
}

export function isJson(options: CommonOptions): boolean {
  return options.json === true || options.format === 'json';
}
