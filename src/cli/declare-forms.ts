import { Argument, type Command } from 'commander';
import type { Shell } from './commands/completion.js';
import type { FormDiffOptions } from './commands/form-diff.js';
import type { FormInitOptions } from './commands/form-init.js';
import type { TemplateOptions } from './commands/template.js';
import type { ExitCode, Io } from './io.js';
import { type LanguageOption, withCampaign, withLanguage } from './options.js';

type Done = (code: ExitCode) => void;

/** The commands about blank forms and the definitions behind them. */
export function declareForms(program: Command, io: Io, done: Done): void {
  withLanguage(withCampaign(program.command('template')))
    .description('给每个单位做一份空表 / blank forms to hand out, one set a unit')
    .argument('[dir]', '文件夹 / folder', './forms')
    .option('--unit <unit...>', '只做这些单位的 / these units only')
    .action(async (dir: string, options: TemplateOptions) => {
      done(await (await import('./commands/template.js')).template(dir, options, io));
    });
  const form = program.command('form').description('表样：起草、比较 / definitions of forms: draft, compare');
  withLanguage(form.command('init'))
    .description('按空表起草 campaign.yaml / draft a campaign.yaml from blank forms')
    .argument('<form...>', '空表，统计表和写实表可以一起给 / blank forms')
    .option('--out <file>', '写到哪里，- 为屏幕 / file to write, - for the screen', 'campaign.yaml')
    .option('--id <id>', '活动编号，如 wanzhang-2024 / id of the campaign')
    .option('--year <year>', '年份，默认看标题 / year; default: the one in the title')
    .action(async (forms: string[], options: FormInitOptions) => {
      done(await (await import('./commands/form-init.js')).formInit(forms, options, io));
    });
  withLanguage(form.command('diff'))
    .description('两个表样有什么不同 / what differs between two definitions')
    .argument('<a>', '活动编号、campaign.yaml 或空表 / campaign id, campaign.yaml or blank form')
    .argument('<b>', '同上 / the same')
    .option('--json', '输出 JSON / JSON output')
    .action(async (a: string, b: string, options: FormDiffOptions) => {
      done(await (await import('./commands/form-diff.js')).formDiff(a, b, options, io));
    });
}

/** Completion scripts are made from the whole program, so it is declared last. */
export function declareCompletion(program: Command, io: Io, done: Done): void {
  withLanguage(program.command('completion'))
    .description('命令行补全脚本 / a completion script for the shell')
    .addArgument(new Argument('<shell>', '命令行外壳 / shell').choices(shells))
    .action(async (shell: Shell, options: LanguageOption) => {
      done((await import('./commands/completion.js')).completion(shell, program, options, io));
    });
}

const shells = ['bash', 'zsh', 'fish'] as const satisfies readonly Shell[];
