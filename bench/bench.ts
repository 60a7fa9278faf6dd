import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formsOfATownship, measureCommands } from './commands.js';
import { whole } from './inbox/country.js';
import { machineFacts } from './measure/machine.js';
import { writeSection } from './measure/page.js';
import { measureReading } from './reading.js';
import { folderOf, measureWholeRuns } from './whole-runs.js';

const usage = `npm run bench -- [options]
  --only <parts>    reading, runs, commands; all three unless given
  --large           whole runs over 100 000 forms too
  --country         whole runs over every village of the country too (${whole.villages} forms)
  --rounds <n>      rounds of reading, 5 unless given
  --forms <n>       forms to read in a round, 1000 unless given
  --limit <minutes> after which a whole run is stopped, 60 unless given
  --dir <folder>    make the inboxes there, keep them, and use those that are there
  --seed <text>     another country
  --write           write what was measured into docs/performance.md`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'reading,runs,commands' },
    large: { type: 'boolean', default: false },
    country: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    forms: { type: 'string', default: '1000' },
    limit: { type: 'string', default: '60' },
    dir: { type: 'string' },
    seed: { type: 'string', default: '2023' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else if (values.dir === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-bench-'));
  try {
    await bench(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  mkdirSync(values.dir, { recursive: true });
  await bench(resolve(values.dir));
}

async function bench(folder: string): Promise<void> {
  const { seed } = values;
  const parts = values.only.split(',');
  tell('machine', machineFacts());
  if (parts.includes('reading')) {
    const forms = Number(values.forms);
    const own = await folderOf(forms, { folder, seed });
    tell('reading', await measureReading({ folder: own, forms, rounds: Number(values.rounds), seed }));
  }
  if (parts.includes('runs')) {
    const sizes = [1000, 10_000, ...(values.large ? [100_000] : []), ...(values.country ? [whole.villages] : [])];
    tell('runs', await measureWholeRuns({ folder, sizes, seed, limitMs: Number(values.limit) * 60_000 }));
  }
  if (parts.includes('commands')) {
    const own = await folderOf(formsOfATownship, { folder, seed });
    tell('commands', measureCommands({ folder: own, rounds: 15, seed }));
  }
}

function tell(name: string, text: string): void {
  console.log(`${text}\n`);
  if (values.write) writeSection(name, text);
}
