import { existsSync, readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type * as program from './program.js';

type Program = typeof program;

/** Only ever run as it was built: beside the program. */
const path = join(__dirname, 'program.cjs');

/**
 * The program, with what the engine of this very Node made of it when it was built, so that little is compiled at each
 * start. Any other Node keeps such a copy by itself, from 22.8 on, or compiles what it needs as always.
 */
export function load(): Program {
  const kept = existsSync(cachePath) ? compiled(readFileSync(cachePath)) : null;
  if (kept !== null && kept.cachedDataRejected !== true) return evaluated(kept);
  // Not known before Node 22.8.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  return nodeModule.createRequire(path)(path);
}

/** What one engine made is of no use to another, nor to the same under other options. */
export const cachePath = [path, process.version, process.arch, ...process.execArgv.map(fileName), 'cache'].join('.');

function fileName(option: string): string {
  return option.replace(/[^\w-]+/g, '_');
}

/** The build writes ASCII alone, which is taken in as it stands. */
export function compiled(cachedData?: Buffer): Script {
  const source = nodeModule.wrap(readFileSync(path, 'latin1'));
  return new Script(source, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
}

/** As Node itself runs a CommonJS module. */
export function evaluated(script: Script): Program {
  const module: { exports: unknown } = { exports: {} };
  script.runInThisContext()(module.exports, nodeModule.createRequire(path), module, path, dirname(path));
  return module.exports as Program;
}
