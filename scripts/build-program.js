import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { licences } from './licences.js';
import { whenUsed } from './when-used.js';

const project = fileURLToPath(new URL('../', import.meta.url));

/** Native binaries, and packages that load files of their own or are large and seldom needed. */
const apart = ['libsql', 'exceljs', 'docx', 'workerpool'];

/**
 * Builds the program: one file with the packages it uses, and beside it what each way of starting it runs. Everything
 * lies two folders below the project, as the sources do, so that templates/ and package.json are found from both.
 * @param {string} out
 */
export async function buildProgram(out) {
  rmSync(out, { recursive: true, force: true });
  const { metafile } = await bundle(join(project, 'src/start/program.ts'), join(out, 'program.cjs'));
  writeFileSync(join(out, 'licences.txt'), licences(Object.keys(metafile.inputs)));
  for (const name of ['main', 'dropped', 'worker', 'load']) {
    await bundle(join(project, `src/start/${name}.ts`), join(out, `${name}.cjs`));
  }
  keepCompiled();
  keepCompiled(createRequire(import.meta.url)(join(out, 'program.cjs')).workerOptions);
}

/** In a Node with the options under which it will be loaded, which the engine wants to be the same. */
function keepCompiled(options = []) {
  const script = join(project, 'scripts/keep-compiled.cjs');
  const { status } = spawnSync(process.execPath, [...options, script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the built program does not run');
}

/**
 * One script as this program is built: CommonJS, which starts sooner, and readable, so that a bug report tells something.
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundle(entry, outfile) {
  const result = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    // Windows 7 gets Node 18.
    target: 'node18',
    external: apart,
    // What its build for Node has besides would load threads.
    alias: { fflate: 'fflate/browser' },
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "var moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    plugins: [whenUsed],
    metafile: true,
    absWorkingDir: project,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error(`${entry} does not build cleanly`);
  writeFileSync(outfile, inAscii(readFileSync(outfile, 'utf8')));
  return result;
}

/**
 * Strings come escaped, patterns do not: there an escape means the same.
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildProgram(join(project, 'dist/program'));
}
