import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs', 'pictures');
const made = readdirSync(folder).sort();
const documents = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(join(root, 'docs')).map((name) => join('docs', name)),
];
/** Pictures that a document shows, by their paths from its own folder. */
const shown = documents
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const paths = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)|<img[^>]*\ssrc="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    return paths.filter((path) => !path.includes('://')).map((path) => join(root, name, '..', path));
  });

describe('the pictures of the documents', () => {
  it('are there', () => {
    expect(shown.length).toBeGreaterThan(8);
    for (const path of shown) expect(statSync(path).size, path).toBeGreaterThan(1000);
  });

  it('are all shown somewhere', () => {
    const names = new Set(shown.map((path) => path.slice(folder.length + 1)));
    expect(made.filter((name) => !names.has(name))).toEqual([]);
  });

  it('are small, and pictures', () => {
    const sizes = made.map((name) => statSync(join(folder, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
    for (const name of made) expect(readFileSync(join(folder, name)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('each say in words what is to be seen', () => {
    for (const name of documents.filter((one) => one.endsWith('.md'))) {
      const text = readFileSync(join(root, name), 'utf8');
      expect(text, name).not.toMatch(/!\[\s*\]\(|<img(?![^>]*\salt="[^"])/);
    }
  });
});
