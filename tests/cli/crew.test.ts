import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/model/bounds.js';
import { wanzhang } from '../pipeline/inbox.js';

const bin = join(process.cwd(), 'bin/campaign.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-crew-'));
  copyFileSync('templates/wanzhang-2023/campaign.yaml', join(folder, 'campaign.yaml'));
  copyFileSync('templates/wanzhang-2023/roster.csv', join(folder, 'roster.csv'));
  cpSync('fixtures/wanzhang-2023/inbox', join(folder, 'inbox'), { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...more: readonly string[]) {
  const argv = [bin, 'aggregate', '--as-of', '2023-06-14T09:00:00+08:00', '--json', ...more];
  const { stdout, status, stderr } = spawnSync(process.execPath, argv, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { report: JSON.parse(stdout), status, stderr };
}

describe('processes that examine', () => {
  it('give the same report and the same workbook, one or several', () => {
    const one = run('--no-ledger', '--jobs', '1');
    const bytes = readFileSync(one.report.outputs.workbook);
    const three = run('--no-ledger', '--jobs', '3');
    expect(three.status).toBe(one.status);
    expect(three.report).toEqual(one.report);
    expect(readFileSync(three.report.outputs.workbook).equals(bytes)).toBe(true);
  });

  /** A worker that ends, loops or fills the memory at one file, as a hostile one would make it. */
  async function withWorker(at: string, does: string, bounds: Partial<Bounds>) {
    const { crewOf } = await import('../../src/pipeline/crew.js');
    const script = join(folder, 'dying-worker.cjs');
    const contents = `import workerpool from 'workerpool';
       import { examineFile, tryFiles } from './src/pipeline/examine-file.js';
       import { trialOf } from './src/pipeline/trial.js';
       import { watchMemory } from './src/pipeline/watch-memory.js';
       watchMemory(Number(process.argv[2]));
       const spoil = (path) => { if (path === ${JSON.stringify(at)}) { ${does} } };
       workerpool.worker({
         ready: () => true,
         tryBatch: async (inbox, items, _, campaign) => {
           for (const { path } of items) spoil(path);
           return tryFiles(inbox, items, campaign, trialOf);
         },
         examine: async (inbox, item, _, campaign) => {
           spoil(item.path);
           return [await examineFile(inbox, item, campaign), process.memoryUsage.rss()];
         },
       });`;
    const stdin = { contents, resolveDir: process.cwd() };
    await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'cjs' });
    const campaign = { ...wanzhang, bounds: { ...wanzhang.bounds, ...bounds } };
    return crewOf({ inbox: join(folder, 'inbox'), campaign, fingerprint: 'x', script }, 2);
  }

  it.each([
    ['ends its process', 'process.abort();', {}, { bound: 'memoryMebibytes', limit: 512 }],
    ['ends it otherwise', 'process.exit(3);', {}, { reason: 'given-up' }],
    ['never comes back', 'for (;;);', { seconds: 2 }, { bound: 'seconds', limit: 2 }],
    [
      'fills buffers',
      'const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1));',
      {},
      { bound: 'memoryMebibytes', limit: 512 },
    ],
    ['fills the heap', 'const all = []; for (;;) all.push({});', {}, { bound: 'memoryMebibytes', limit: 512 }],
  ] as const)('lose the one file that %s, and no other', async (_, does, bounds, why) => {
    const { unpack } = await import('../../src/pipeline/packed.js');
    const { listInbox } = await import('../../src/intake/list-inbox.js');
    const items = [...listInbox(join(folder, 'inbox'))].filter((item) => item.kind === 'file').slice(0, 6);
    const crew = await withWorker(items[3]!.path, does, bounds);
    try {
      // The whole batch is lost with the process, and each file is examined by itself.
      expect(await crew.try(items)).toEqual(items.map(() => null));
      const args = [];
      for (const item of items) {
        const { body } = await crew.examine(item);
        args.push(unpack(body, wanzhang)[0]?.examination.findings[0]?.args);
      }
      expect(args[3]).toEqual(why);
      expect(args.filter((one) => JSON.stringify(one) === JSON.stringify(why))).toHaveLength(1);
    } finally {
      await crew.close();
    }
  });

  it('are not left behind', () => {
    run('--no-ledger', '--jobs', '2');
    const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('program/worker.cjs') && line.includes(process.cwd()));
    expect(left).toEqual([]);
  });
});

describe('a run that finds nothing changed', () => {
  const isSaidAgain = ({ stderr }: { stderr: string }) => /报表不用重写|its reports stand/.test(stderr);

  it('says what the last one said, writes nothing, and looks again as soon as anything has changed', () => {
    rmSync(join(folder, '.campaign'), { recursive: true, force: true });
    const first = run();
    const again = run();
    expect(again.report).toEqual(first.report);
    expect(again.status).toBe(first.status);
    expect(isSaidAgain(again)).toBe(true);
    // Another language, a missing output, a new file: each asks for a run of its own.
    expect(isSaidAgain(run('--lang', 'en'))).toBe(false);
    expect(isSaidAgain(run('--lang', 'en'))).toBe(true);
    rmSync(first.report.outputs.workbook);
    run();
    expect(existsSync(first.report.outputs.workbook)).toBe(true);
    mkdirSync(join(folder, 'inbox', '新来'), { recursive: true });
    writeFileSync(join(folder, 'inbox', '新来', '不知道.txt'), '一份说明');
    const later = run();
    expect(later.report.files.length).toBe(first.report.files.length + 1);
    expect(readdirSync(join(folder, 'reports')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('looks again where the list of units or the decisions have changed, and tells mistakes in them', () => {
    rmSync(join(folder, 'inbox', '新来'), { recursive: true, force: true });
    run();
    expect(isSaidAgain(run())).toBe(true);
    const roster = join(folder, 'roster.csv');
    const units = readFileSync(roster, 'utf8');
    const [header = '', unit = '', ...rest] = units.trimEnd().split('\n');
    const { report } = run();
    writeFileSync(roster, [header, ...rest, ''].join('\n'));
    const without = run();
    expect(isSaidAgain(without)).toBe(false);
    expect(without.report.units.length).toBe(report.units.length - 1);
    writeFileSync(roster, [header, unit, unit, ...rest, ''].join('\n'));
    const { status, stderr } = spawnSync(process.execPath, [bin, 'aggregate'], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('roster.csv');
    writeFileSync(roster, units);
    run();
    const exempt = `exempt,,,${unit.split(',')[0]},,,,搬迁,张三,2023-06-01`;
    const decided = `action,file,sha256,unit,material,deadline,value,reason,who,date\n${exempt}\n`;
    writeFileSync(join(folder, 'decisions.csv'), decided);
    const exempted = run();
    expect(isSaidAgain(exempted)).toBe(false);
    expect(exempted.report.decisions).toHaveLength(1);
  });
});
