import { once } from 'node:events';
import type { Io } from './io.js';
import { startAnew } from './more-room.js';

/** The process that runs, as the program sees the world. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    stdout: (text) => process.stdout.write(text),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    stderr: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    now: () => new Date(),
    env: process.env,
    startAnew,
    ...(process.stderr.isTTY === true ? { watched: process.stderr } : {}),
    terminal: { isTerminal: process.stdout.isTTY === true, columns: process.stdout.columns ?? 80 },
  };
}
