/**
 * Makes dist-windows/campaign-windows-x64/ and its .zip: the built program with a node.exe and the packages for
 * Windows, to be unpacked and used without installing. Needs the npm registry, and says what it did not get from there.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { forNotepad } from '../src/write/for-notepad.js';
import { stillZip } from '../src/write/still-zip.js';
import { importedFrom, wantedFiles } from './windows/contents.js';
import { launcherText, unfitName } from './windows/launcher.js';
import { licencesText, packagesIn } from './windows/licences.js';
import { instructions, unfitNotes } from './windows/notes.js';
import { fetchNode, fetchNodeLicence, installForWindows, NotHad, node, nodeForWindows7 } from './windows/registry.js';

const project = fileURLToPath(new URL('../', import.meta.url));
const name = 'campaign-windows-x64';
const target = join(project, 'dist-windows');
const out = join(target, name);
const temporary = mkdtempSync(join(tmpdir(), 'campaign-bundle-'));
let made = false;

try {
  await bundle();
  made = true;
} catch (error) {
  if (!(error instanceof NotHad)) throw error;
  console.error(`bundle-windows: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
  if (!made) rmSync(target, { recursive: true, force: true });
}

async function bundle(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  console.log('packages for win32-x64 …');
  installForWindows(project, temporary);
  for (const one of [node, nodeForWindows7]) {
    console.log(`node.exe ${one.version} …`);
    copy(fetchNode(temporary, one), join(out, one.folder, 'node.exe'));
  }
  copyProgram();
  const modules = await copyModules();
  writeTexts(modules);
  tryOut();
  const files = filesBelow(out);
  writeZip(files);
  report(files);
}

/** What `npm run build` made, and what it reads. */
function copyProgram(): void {
  for (const folder of ['dist', 'bin', 'templates']) {
    for (const path of filesBelow(join(project, folder))) {
      // What this machine's Node made of the program is of no use to another.
      if (!/\.(?:map|cache)$/.test(path)) copy(join(project, folder, path), join(out, folder, path));
    }
  }
  const { version, license, type } = manifest();
  write('package.json', `${JSON.stringify({ name: 'campaign', version, license, type, private: true }, null, 2)}\n`);
}

/** Copies the packages' files and returns their paths. */
async function copyModules(): Promise<readonly string[]> {
  for (const path of filesBelow(join(project, 'dist'))) {
    if (path.endsWith('.cjs')) copy(join(project, 'dist', path), join(temporary, 'dist', path));
  }
  const scripts = filesBelow(join(temporary, 'dist')).map((path) => `dist/${path}`);
  const imported = await importedFrom(scripts, temporary);
  const below = filesBelow(join(temporary, 'node_modules')).map((path) => `node_modules/${path}`);
  const wanted = wantedFiles(below, imported);
  for (const path of wanted) copy(join(temporary, path), join(out, path));
  return wanted;
}

function writeTexts(modules: readonly string[]): void {
  const { version } = manifest();
  write('campaign.cmd', launcherText());
  write('使用说明.txt', forNotepad(instructions(version)));
  write(unfitName, forNotepad(unfitNotes()));
  write(join('docs', 'windows.md'), readFileSync(join(project, 'docs', 'windows.md'), 'utf8'));
  const licence = fetchNodeLicence(temporary, node);
  const page = `https://github.com/nodejs/node/blob/v${node.version}/LICENSE`;
  if (licence === null) console.error(`could not get Node's licence; licences.txt names ${page} instead`);
  const ofNode = `Node.js ${node.version} and ${nodeForWindows7.version} · MIT and others\n\n${licence ?? page}`;
  const own = readFileSync(join(project, 'LICENSE'), 'utf8');
  write('LICENSE.txt', forNotepad(own));
  const inProgram = readFileSync(join(project, 'dist', 'program', 'licences.txt'), 'utf8');
  write('licences.txt', forNotepad(licencesText(out, packagesIn(out, modules), ofNode, inProgram)));
}

/** Runs the copied program with this machine's Node: a package that was left out shows here, not in an office. */
function tryOut(): void {
  const inbox = join(project, 'fixtures', 'wanzhang-2023', 'inbox');
  const reports = join(temporary, 'reports');
  const run = (...args: string[]) => {
    try {
      execFileSync(process.execPath, [join(out, 'bin', 'campaign.js'), ...args], { cwd: temporary, stdio: 'pipe' });
    } catch (error) {
      const { status, stderr } = error as { status: number | null; stderr: Buffer };
      if (status !== 1) throw new Error(`the bundle cannot run ${args[0]}: ${stderr.toString()}`);
    }
  };
  run('list');
  run('check', join(out, 'templates', 'wanzhang-2023', 'statistics.xlsx'));
  run('aggregate', inbox, '--campaign', 'wanzhang-2023', '--as-of', '2023-06-12', '--no-ledger', '--out', reports);
  if (!readdirSync(reports).some((file) => file.endsWith('.xlsx'))) throw new Error('the bundle wrote no report');
}

/** One order and one date, so that the same files give the same zip. */
function writeZip(files: readonly string[]): void {
  console.log('zip …');
  const entries = Object.fromEntries(files.map((path) => [`${name}/${path}`, readFileSync(join(out, path))]));
  const bytes = stillZip(zipSync(entries, { level: 6 }));
  writeFileSync(join(target, `${name}.zip`), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(target, `${name}.zip.sha256`), `${sha256}  ${name}.zip\n`);
}

function report(files: readonly string[]): void {
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const unpacked = files.reduce((sum, path) => sum + statSync(join(out, path)).size, 0);
  const zip = join(target, `${name}.zip`);
  console.log(`${join('dist-windows', name)}: ${files.length} files, ${mebibytes(unpacked)}`);
  console.log(`${join('dist-windows', `${name}.zip`)}: ${mebibytes(statSync(zip).size)}`);
  console.log(readFileSync(`${zip}.sha256`, 'utf8').trim());
}

function manifest(): { version: string; license: string; type: string } {
  return JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
}

/** Paths of all files below a folder, with `/`, in one order. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
}
