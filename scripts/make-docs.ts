/** Writes docs/rules.md from the catalogue; with `--check` only says whether it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesMarkdown } from '../src/findings/rules-markdown.js';

const path = fileURLToPath(new URL('../docs/rules.md', import.meta.url));
const wanted = rulesMarkdown();

if (!process.argv.includes('--check')) {
  writeFileSync(path, wanted);
} else if (current() !== wanted) {
  console.error('docs/rules.md is stale; run `npm run docs`.');
  process.exitCode = 1;
}

function current(): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
