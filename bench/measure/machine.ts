import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import process from 'node:process';

/** What the figures were measured on, in one line. */
export function machineFacts(): string {
  const [cpu] = cpus();
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const cores = `${cpus().length} cores ${cpu?.model.trim() ?? ''}`.trim();
  return `campaign ${version}, Node ${process.version}, ${cores}, ${gigabytes} GB, ${type()}.`;
}
