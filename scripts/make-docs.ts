/**
 * Writes what can be derived: docs/rules.md, docs/causes.md and docs/bounds.md from the catalogue, docs/packages.md from the lockfile,
 * docs/campaign.1 from the declared commands, the examples in
 * README.md from the fixtures. With `--check` only says what is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declared } from '../src/cli/declared/tree.js';
import { examples } from '../src/cli/examples.js';
import type { Io } from '../src/cli/io.js';
import { declareProgram } from '../src/cli/program.js';
import { run } from '../src/cli/run.js';
import { boundsMarkdown } from '../src/findings/bounds-markdown.js';
import { causesMarkdown } from '../src/findings/causes-markdown.js';
import { rulesMarkdown } from '../src/findings/rules-markdown.js';
import { manPage } from './docs/man-page.js';
import { packagesMarkdown } from './docs/packages.js';
import { restoreTimes } from './restore-times.js';

const root = fileURLToPath(new URL('..', import.meta.url));
restoreTimes(join(root, 'fixtures'));

const status = await printed(
  'status',
  'fixtures/wanzhang-2023/inbox',
  '--campaign',
  'wanzhang-2023',
  '--as-of',
  '2023-05-21T09:00:00+08:00',
  '--no-ledger',
);
const checked = await printed(
  'check',
  'fixtures/rules/count-unreadable/inbox/东岭村统计表.xlsx',
  '--campaign',
  'wanzhang-2023',
);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const wanted: Readonly<Record<string, string>> = {
  'docs/rules.md': rulesMarkdown(),
  'docs/causes.md': causesMarkdown(),
  'docs/bounds.md': boundsMarkdown(),
  'docs/packages.md': packagesMarkdown(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))),
  'docs/campaign.1': manPage(declared(declareProgram(nowhere(), version, () => undefined)), examples, version),
  'README.md': filledIn(readFileSync(join(root, 'README.md'), 'utf8'), { demo: status, check: checked }),
};

for (const [path, text] of Object.entries(wanted)) {
  if (!process.argv.includes('--check')) writeFileSync(join(root, path), text);
  else if (!existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text) {
    console.error(`${path} is stale; run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}

/** What the program prints on a terminal without colour, called in this repository. */
async function printed(...argv: string[]): Promise<string> {
  const out: string[] = [];
  await run(argv, { ...nowhere(), stdout: (text) => out.push(text) });
  return out.join('');
}

/** A world without a terminal, in which nothing is heard. */
function nowhere(): Io {
  return {
    stdout: () => undefined,
    stderr: () => undefined,
    cwd: root,
    now: () => new Date('2023-05-21T09:00:00+08:00'),
    env: { LANG: 'zh_CN.UTF-8' },
    terminal: { isTerminal: false, columns: 100 },
  };
}

/** Each block between `<!-- name:begin` and `<!-- name:end` holds the text of that name. */
function filledIn(markdown: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const pattern = new RegExp(`(<!-- ${name}:begin[^>]*-->\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
    return text.replace(pattern, (_, begin: string, end: string) =>
      [begin, '```\n', block.trimEnd(), '\n```\n', end].join(''),
    );
  }, markdown);
}
