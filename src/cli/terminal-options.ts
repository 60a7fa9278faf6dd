import type { Locale } from '../model/campaign.js';
import type { RenderOptions } from '../render/options.js';
import type { Io } from './io.js';

/** How text is laid out: colour only on a terminal, and never where NO_COLOR asks for none. */
export function terminalOptions(locale: Locale, io: Io): RenderOptions {
  const { isTerminal, columns } = io.terminal;
  return {
    locale,
    colour: isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb',
    width: columns,
    asciiBorders: isTerminal && isOldConsole(io.env),
  };
}

/** Windows without Windows Terminal, which says by WT_SESSION that it is there. */
function isOldConsole(env: Io['env']): boolean {
  return env.OS === 'Windows_NT' && env.WT_SESSION === undefined;
}
