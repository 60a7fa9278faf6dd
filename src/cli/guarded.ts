import { printable } from '../findings/text.js';
import type { Io } from './io.js';

/**
 * The world, told nothing that a file could give orders by, should a text have got this far as it came. On a terminal our
 * own colours stay.
 */
export function guarded(io: Io): Io {
  const shown = io.terminal.isTerminal ? exceptColours : printable;
  return { ...io, stdout: (text) => io.stdout(shown(text)), stderr: (text) => io.stderr(printable(text)) };
}

function exceptColours(text: string): string {
  const pieces = text.split(colour);
  return pieces.map((piece, n) => (n % 2 === 1 ? piece : printable(piece))).join('');
}

const colour = new RegExp(`(${String.fromCharCode(27)}\\[[\\d;]*m)`);
