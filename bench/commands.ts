import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { villages } from './inbox/country.js';
import { sentBy } from './inbox/sender.js';
import { table } from './measure/page.js';
import { median, range } from './measure/statistics.js';

export interface CommandOptions {
  /** A folder of `makeInbox` with 22 forms, as many as the villages of a sub-district. */
  readonly folder: string;
  readonly rounds: number;
  readonly seed: string;
}

const program = fileURLToPath(new URL('../bin/campaign.js', import.meta.url));
export const formsOfATownship = 22;

/** What somebody waits for who runs one short command, beside what Node itself takes. */
export function measureCommands({ folder, rounds, seed }: CommandOptions): string {
  const files = [...villages(formsOfATownship, seed)].map((one) => join('inbox', sentBy(one, seed).path));
  const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['`node -e 0`', ['-e', '0']],
    ['`campaign --help`', [program, '--help']],
    ['`campaign check` one form', [program, 'check', ...files.slice(0, 1)]],
    [`\`campaign check\` ${files.length} forms`, [program, 'check', ...files]],
  ];
  const times = new Map<string, number[]>(commands.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of commands) {
      const ms = timeOf(args, folder);
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  const node = median(times.get('`node -e 0`') ?? []);
  const rows = [...times].map(([name, all]) => {
    const middle = median(all);
    return [name, middle.toFixed(0), range(all, 0), (middle - node).toFixed(0), (middle / node).toFixed(1)];
  });
  const header = ['', 'ms', 'range', 'ms over Node', '× Node'];
  return `${table(header, rows)}\n\n${rounds} rounds in turn, medians, each its own process.`;
}

function timeOf(args: readonly string[], cwd: string): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd });
  const ms = performance.now() - begin;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}
