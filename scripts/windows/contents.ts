import { build } from 'esbuild';

/** Packages that are named only when the program runs, so that no import tells of them: by `src/ledger/sqlite.ts` … */
const requiredByName = ['libsql'];
/** … and by that package in its turn; of the last two the program holds the scripts, and reads their WebAssembly. */
const namedAtRunTime = ['@libsql/win32-x64-msvc', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp'];

/** What unzipper, which exceljs never asks to read an archive from a cloud, would want for that. */
const neverAsked = ['@aws-sdk/client-s3'];

const script = /\.[cm]?js$/;
/** For people who write programs: nothing that Node loads. */
const forWriters = /\.(?:map|[cm]?tsx?|md|markdown|flow|snap|ya?ml|html?|css|ics|svg)$|(?:^|\/)\.[^/]*$/i;
const licence = /(?:^|\/)(?:licen[cs]e|notice|copying)[^/]*$/i;

/** The scripts that a set of scripts imports, directly or not; paths relative to `folder`, with `/`. */
export async function importedFrom(entries: readonly string[], folder: string): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    entryPoints: [...entries, ...requiredByName],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    loader: { '.node': 'empty' },
    external: [...namedAtRunTime, ...neverAsked],
  });
  return new Set(Object.keys(metafile.inputs));
}

/**
 * Which of the files below `node_modules` go along: of each package that is used its licence, its package.json, the
 * scripts that are imported, and whatever else Node may load from it (.node, .wasm, .json).
 */
export function wantedFiles(paths: readonly string[], imported: ReadonlySet<string>): readonly string[] {
  const used = new Set([...imported].map(packageOf));
  for (const name of namedAtRunTime) used.add(`node_modules/${name}`);
  return paths
    .filter((path) => used.has(packageOf(path)))
    .filter((path) => licence.test(path) || imported.has(path) || isAsset(path) || isNamed(path))
    .sort();
}

/** `node_modules/@scope/name`, or deeper where a package has its own copy of another. */
function packageOf(path: string): string {
  const at = path.lastIndexOf('node_modules/') + 'node_modules/'.length;
  const [first = '', second = ''] = path.slice(at).split('/');
  return `${path.slice(0, at)}${first.startsWith('@') ? `${first}/${second}` : first}`;
}

function isAsset(path: string): boolean {
  return !script.test(path) && !forWriters.test(path);
}

function isNamed(path: string): boolean {
  return script.test(path) && namedAtRunTime.some((name) => path.startsWith(`node_modules/${name}/`));
}
