import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf } from '../licences.js';

/** Names, versions and licences of all packages that go along or are in the program, and each licence's own text. */
export function licencesText(folder: string, packages: readonly string[], ofNode: string, inProgram: string): string {
  const parts = packages.map((path) => licenceOf(join(folder, path)));
  return `${[ofNode.trim(), ...parts, inProgram.trim()].join(`\n\n${'='.repeat(80)}\n\n`)}\n`.replaceAll('\r\n', '\n');
}

/** The packages that files lie in, which are those with a package.json that names them. */
export function packagesIn(folder: string, paths: readonly string[]): readonly string[] {
  const roots = paths
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => path.slice(0, -'/package.json'.length));
  return roots.filter((path) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, path, 'package.json'), 'utf8'));
    return existsSync(join(folder, path)) && typeof name === 'string' && typeof version === 'string';
  });
}
