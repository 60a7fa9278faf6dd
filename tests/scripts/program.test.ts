import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workerOptions } from '../../src/pipeline/worker-options.js';

const built = join(process.cwd(), 'dist/program');

describe('the built program', () => {
  test('lies as deep as the sources that ask where they are', () => {
    const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !path.startsWith('page/'))
      .filter((path) => /new URL\([^)]*import\.meta\.url/.test(readFileSync(join('src', path), 'utf8')));
    expect(asking.length).toBeGreaterThan(2);
    expect(asking.filter((path) => path.split('/').length !== 2)).toEqual([]);
  });

  test.each([[[]], [workerOptions]])('is kept compiled for this Node, with %j', (options) => {
    const script = `const { load, compiled, cachePath } = require(${JSON.stringify(join(built, 'load.cjs'))});
      const kept = compiled(require('node:fs').readFileSync(cachePath));
      console.log(JSON.stringify([kept.cachedDataRejected, Object.keys(load())]));`;
    const path = join(mkdtempSync(join(tmpdir(), 'campaign-kept-')), 'ask.cjs');
    writeFileSync(path, script);
    const { stdout, stderr } = spawnSync(process.execPath, [...options, path], { encoding: 'utf8' });
    rmSync(dirname(path), { recursive: true });
    expect(stderr).toBe('');
    const [rejected, entries] = JSON.parse(stdout);
    expect(rejected).toBe(false);
    expect(entries).toEqual(expect.arrayContaining(['command', 'dropped', 'worker']));
  });

  test('runs as well on a Node it was not compiled for', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--stack-size=900', 'bin/campaign.js', 'list'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('wanzhang-2023');
  });

  test('says whose packages are in it', () => {
    expect(existsSync(join(built, 'licences.txt'))).toBe(true);
    const text = readFileSync(join(built, 'licences.txt'), 'utf8');
    for (const name of ['commander', 'zod', 'yaml', 'saxes']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    // It brings no text of its licence, which asks that its maker be named.
    expect(text).toMatch(/^saxes \S+ \(ISC\)\n\n.*Dubeau/mu);
  });
});
