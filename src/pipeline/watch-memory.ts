import { Worker } from 'node:worker_threads';

/** Looked at so often, in milliseconds: less than it takes to fill what is left. */
const interval = 10;

/**
 * Ends this process when it takes up more than so many MiB, buffers outside the engine's heap included, or when nobody
 * waits for it any more. A thread of its own looks, as this one may be in the midst of a loop.
 */
export function watchMemory(mebibytes: number): void {
  const code = `
    const { workerData: { most, parent } } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    }, ${interval});`;
  const workerData = { most: mebibytes * 1024 * 1024, parent: process.ppid };
  new Worker(code, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}
