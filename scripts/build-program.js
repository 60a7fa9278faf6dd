import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { licences } from './licences.js';

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
  const { status } = spawnSync(process.execPath, [join(project, 'scripts/keep-compiled.cjs')], { stdio: 'inherit' });
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
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "var moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    absWorkingDir: project,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) throw new Error(`${entry} does not build cleanly`);
  return result;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildProgram(join(project, 'dist/program'));
}
