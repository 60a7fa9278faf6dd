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

  it('that die take one file with them and nothing else', async () => {
    const { crewOf } = await import('../../src/pipeline/crew.js');
    const { unpack } = await import('../../src/pipeline/packed.js');
    const { listInbox } = await import('../../src/intake/list-inbox.js');
    const inbox = join(folder, 'inbox');
    const items = [...listInbox(inbox)].filter((item) => item.kind === 'file').slice(0, 12);
    // A worker that ends itself at one file, as an engine out of memory would.
    const script = join(folder, 'dying-worker.cjs');
    const contents = `import workerpool from 'workerpool';
       import { examineFiles } from './src/pipeline/examine-file.js';
       workerpool.worker({ examine: async (inbox, items, _, campaign) => {
         if (items.some((item) => item.path === ${JSON.stringify(items[5]!.path)})) process.abort();
         return examineFiles(inbox, items, campaign);
       } });`;
    const stdin = { contents, resolveDir: process.cwd() };
    await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'cjs' });
    const crew = await crewOf({ inbox, campaign: wanzhang, fingerprint: 'x', processes: 2, script });
    try {
      const examined = await crew.examine(items);
      const problems = examined.map(({ body }) => unpack(body, wanzhang)[0]?.examination.findings[0]?.args);
      expect(examined).toHaveLength(12);
      expect(problems[5]).toEqual({ reason: 'given-up' });
      expect(problems.filter((args) => JSON.stringify(args) === '{"reason":"given-up"}')).toHaveLength(1);
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
  it('says what the last one said, writes nothing, and looks again as soon as anything has changed', () => {
    rmSync(join(folder, '.campaign'), { recursive: true, force: true });
    const first = run();
    const again = run();
    expect(again.report).toEqual(first.report);
    expect(again.status).toBe(first.status);
    expect(again.stderr).toContain('没有变化');
    // Another language, a changed decision, a missing output, a new file: each asks for a run of its own.
    expect(run('--lang', 'en').stderr).not.toContain('unchanged since');
    rmSync(first.report.outputs.workbook);
    run();
    expect(existsSync(first.report.outputs.workbook)).toBe(true);
    mkdirSync(join(folder, 'inbox', '新来'), { recursive: true });
    writeFileSync(join(folder, 'inbox', '新来', '不知道.txt'), '一份说明');
    const later = run();
    expect(later.report.files.length).toBe(first.report.files.length + 1);
    expect(readdirSync(join(folder, 'reports')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
