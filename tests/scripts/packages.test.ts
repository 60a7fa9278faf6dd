import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Lock, lockedPackages } from '../../scripts/docs/packages.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Lock };
const packages = lockedPackages(lock);

describe('every locked package', () => {
  it('is held to its digest, and comes from a registry alone', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ''))).toEqual([]);
    expect(
      packages.filter(({ resolved }) => resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//u.test(resolved)),
    ).toEqual([]);
  });

  it('has a licence under which it may be passed on', () => {
    const free = /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|Zlib)$/u;
    const choices = (license: string) => license.replace(/[()]/gu, '').split(' OR ');
    const isFree = (license: string) =>
      choices(license).some((one) => one.split(' AND ').every((part) => free.test(part)));
    expect(packages.filter(({ license }) => !isFree(license ?? '')).map(({ name }) => name)).toEqual([]);
    // What is given out with the program may not ask to be given out as source.
    expect(
      packages.filter(({ dev, license }) => dev !== true && license?.startsWith('MPL')).map(({ name }) => name),
    ).toEqual([]);
  });

  it('runs no script when it is installed, but for one that package.json names', () => {
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(
      Object.keys(allowScripts),
    );
  });
});

/** Packages with advisories that nobody mends, and versions before they were mended. */
const keptOut: readonly (readonly [name: string, mendedIn: readonly number[] | null])[] = [
  ['xlsx', null],
  ['mammoth', [1, 11, 0]],
  ['fast-xml-parser', [5, 10, 1]],
  ['tmp', [0, 2, 7]],
];

it.each(keptOut)('%s is kept out, or before the version in which it was mended', (name, mendedIn) => {
  const found = packages.filter((one) => one.name === name).map(({ version }) => version.split('.').map(Number));
  const isOld = (version: readonly number[]) => mendedIn === null || compared(version, mendedIn) < 0;
  expect(found.filter(isOld)).toEqual([]);
});

function compared(one: readonly number[], other: readonly number[]): number {
  const at = other.findIndex((number, n) => one[n] !== number);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

describe('docs/advisories.md', () => {
  const rows = readFileSync('docs/advisories.md', 'utf8').matchAll(/^\| (.*?) \| .+ \|$/gmu);
  const entries = [...rows].flatMap(([, first = '']) => first.split(', ')).filter((entry) => entry.includes(' '));
  const isLookedUp =
    (entry: string) =>
    ({ name, version }: { readonly name: string; readonly version: string }) =>
      entry === `${name} ${version}` || (entry.endsWith(`* ${version}`) && name.startsWith(entry.split('*')[0] ?? ''));

  it('has every locked version, so that whoever raises one looks its advisories up again', () => {
    const missing = packages.filter((one) => !entries.some((entry) => isLookedUp(entry)(one)));
    expect(missing.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  });

  it('has no version that is not locked', () => {
    const stale = entries.filter((entry) => entry !== 'package and version' && !packages.some(isLookedUp(entry)));
    expect(stale).toEqual([]);
  });
});
