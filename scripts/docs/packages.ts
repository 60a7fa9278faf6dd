/** What package-lock.json says of a package. */
export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** The packages of a lockfile by their place, each of which ends in its name. */
export type Lock = Readonly<Record<string, LockedPackage>>;

export function lockedPackages(lock: {
  readonly packages: Lock;
}): readonly (LockedPackage & { readonly name: string })[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, one]) => ({
      ...one,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    }));
}

/** `docs/packages.md`: every locked package with its licence, those the program runs with first. */
export function packagesMarkdown(lock: { readonly packages: Lock }): string {
  const all = lockedPackages(lock);
  const used = all.filter(({ dev }) => dev !== true);
  const others = all.filter(({ dev }) => dev === true);
  const scripts = all
    .filter(({ hasInstallScript }) => hasInstallScript === true)
    .map(({ name, version }) => `${name} ${version}`);
  return `# Packages

Made from package-lock.json by \`npm run docs\`. Each entry there carries the digest of the package, which \`npm ci\` holds it to.
Packages that run a script when they are installed: ${scripts.join(', ') || 'none'}.

## The program runs with (${used.length})

${table(used)}

## Building and testing (${others.length})

${table(others)}
`;
}

function table(packages: readonly (LockedPackage & { readonly name: string })[]): string {
  const rows = packages.map(({ name, version, license = '?' }) => `| ${name} | ${version} | ${license} |`);
  return ['| package | version | licence |', '|---|---|---|', ...[...new Set(rows)].sort()].join('\n');
}
