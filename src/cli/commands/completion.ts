import type { Command } from 'commander';
import { bashCompletion } from '../declared/bash.js';
import { fishCompletion } from '../declared/fish.js';
import { declared } from '../declared/tree.js';
import { zshCompletion } from '../declared/zsh.js';
import type { ExitCode, Io } from '../io.js';
import { localeOf } from '../locale.js';
import type { LanguageOption } from '../options.js';

export type Shell = 'bash' | 'zsh' | 'fish';

/** Prints a completion script made from the program as it is declared. */
export function completion(shell: Shell, program: Command, options: LanguageOption, io: Io): ExitCode {
  const tree = declared(program);
  const locale = localeOf(options.lang, io.env);
  const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
  io.stdout(scripts[shell](tree, locale));
  return 0;
}
