import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { licences } from './licences.js';

const project = fileURLToPath(new URL('../', import.meta.url));

/**
 * Builds what `campaign page` embeds: the program and the style of the page, and the licences of the packages in it. A
 * module of Node in it fails the build, as a browser has none; so does whatever esbuild warns of.
 * @param {string} out
 */
export async function buildPage(out) {
  const { metafile, warnings } = await build({
    entryPoints: [join(project, 'src/page/main.ts'), join(project, 'src/page/check-page.css')],
    entryNames: 'check-page',
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // Chromium 86 is the kernel of browsers that still run on old computers of village offices.
    target: ['chrome86', 'firefox78', 'safari16.4'],
    inject: [join(project, 'src/page/older-browsers.ts')],
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: join(project, 'src/page/tsconfig.json'),
    metafile: true,
    logLevel: 'warning',
  });
  if (warnings.length > 0) throw new Error('the page does not build cleanly');
  writeFileSync(join(out, 'licences.txt'), licences(Object.keys(metafile.inputs)));
  const path = join(out, 'check-page.js');
  writeFileSync(path, withoutMarkup(readFileSync(path, 'utf8')));
}

/**
 * In a page, `<!--` and `<script` inside a program change how its end is found. They stand in strings and patterns only,
 * where the sign may be written as an escape; anywhere else the program would no longer compile.
 * @param {string} program
 */
function withoutMarkup(program) {
  const safe = program.replace(/<(?=!--|\/?script)/gi, '\\x3c');
  new Script(safe);
  return safe;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildPage(join(project, 'dist/page'));
}
