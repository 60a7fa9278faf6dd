import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * The notices that the licences of the packages ask to be kept with every copy.
 * @param {string[]} inputs
 */
export function licences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...folders]
    .sort()
    .map((path) => `${licenceOf(join(process.cwd(), path))}\n`)
    .join('\n\n');
}

const file = /^(?:licen[cs]e|notice|copying)/i;

/**
 * Name, version and licence of a package, and the texts it brings of it; where it brings none, whose it is.
 * @param {string} folder
 */
export function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const said = typeof license === 'string' ? license : (license?.type ?? 'see its package.json');
  const texts = readdirSync(folder)
    .filter((one) => file.test(one))
    .sort()
    .map((one) => readFileSync(join(folder, one), 'utf8').trim());
  const whose = [author?.name ?? author, repository?.url ?? repository].filter((one) => one !== undefined).join(', ');
  return `${name} ${version} (${said})\n\n${texts.join('\n\n') || `The package brings no text of its licence. It is by ${whose}.`}`;
}
