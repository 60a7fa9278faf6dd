import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPool } from '../../src/pipeline/aside.js';

it('gives a process beside this one its own memory, however much this one was given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-aside-'));
  const given = process.execArgv;
  try {
    const script = join(folder, 'worker.cjs');
    const workerpool = JSON.stringify(createRequire(import.meta.url).resolve('workerpool'));
    writeFileSync(
      script,
      `require(${workerpool}).worker({ limit: () => require('v8').getHeapStatistics().heap_size_limit })`,
    );
    process.execArgv = ['--max-old-space-size=3000', ...given];
    const pool = await startPool(script, 1, 256);
    const limit: number = await pool.exec('limit');
    await pool.terminate(true);
    expect(limit / 2 ** 20).toBeLessThan(400);
  } finally {
    process.execArgv = given;
    rmSync(folder, { recursive: true });
  }
});
