import type { Command } from 'commander';
import type { TemplateOptions } from './commands/template.js';
import type { ExitCode, Io } from './io.js';
import { withCampaign, withLanguage } from './options.js';

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
}
