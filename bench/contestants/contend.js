import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * @typedef {object} Task What every contestant is given, as a JSON file: whoever adds up must add up the same cells.
 * @property {{ path: string, producer: string }[]} files
 * @property {Record<string, Record<string, string>>} addresses By producer, the address of each count field.
 * @property {number} warmUp So many files are read first and not counted.
 * @property {string} campaign The campaign file.
 */

/** @returns {Task} */
export function readTask() {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
}

/**
 * Runs one contestant over the task's files and prints what it found and how long it took. `read` gives a form's plain
 * whole numbers by field, and throws or gives null where the form cannot be opened.
 * @param {Task} task
 * @param {(path: string, producer: string) => Promise<Record<string, number> | null> | Record<string, number> | null} read
 */
export async function contend(task, read) {
  await over(task.files.slice(0, task.warmUp), read);
  const begin = { at: performance.now(), cpu: process.cpuUsage() };
  const { sums, unreadable } = await over(task.files, read);
  const ms = performance.now() - begin.at;
  const { user, system } = process.cpuUsage(begin.cpu);
  console.log(
    JSON.stringify({
      ms,
      cpuMs: (user + system) / 1000,
      sums,
      unreadable,
      maxRss: process.resourceUsage().maxRSS * 1024,
    }),
  );
}

async function over(files, read) {
  const sums = {};
  let unreadable = 0;
  for (const { path, producer } of files) {
    const values = await attempt(read, path, producer);
    if (values === null) unreadable++;
    else for (const field in values) sums[field] = (sums[field] ?? 0) + values[field];
  }
  return { sums, unreadable };
}

async function attempt(read, path, producer) {
  try {
    return await read(path, producer);
  } catch {
    return null;
  }
}

/** Text is none, nor are fractions and negative numbers. */
export function isPlainCount(value) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
