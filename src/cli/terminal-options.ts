import type { Locale } from '../model/campaign.js';
import type { Io } from './io.js';

/** How text is laid out: colour only on a terminal, and never where NO_COLOR asks for none. */
export function terminalOptions(locale: Locale, io: Io): { locale: Locale; colour: boolean; width: number } {
  const { isTerminal, columns } = io.terminal;
  return { locale, colour: isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb', width: columns };
}
