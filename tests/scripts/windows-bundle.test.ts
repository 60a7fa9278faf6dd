import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedFrom, wantedFiles } from '../../scripts/windows/contents.js';
import { instructions, unfitNotes } from '../../scripts/windows/notes.js';
import { forNotepad } from '../../src/write/for-notepad.js';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('the files of the bundle', () => {
  const imported = new Set([
    'dist/program/program.cjs',
    'node_modules/a/lib/a.js',
    'node_modules/@s/b/b.mjs',
    'node_modules/a/node_modules/c/c.cjs',
  ]);

  it('are what is imported, what Node loads besides, and licences', () => {
    const wanted = [
      'node_modules/@libsql/win32-x64-msvc/index.node',
      'node_modules/@libsql/win32-x64-msvc/package.json',
      'node_modules/@s/b/b.mjs',
      'node_modules/a/LICENSE.md',
      'node_modules/a/codec.wasm',
      'node_modules/a/lib/a.js',
      'node_modules/a/node_modules/c/c.cjs',
      'node_modules/a/package.json',
    ];
    const unwanted = [
      'node_modules/a/README.md',
      'node_modules/a/lib/a.d.ts',
      'node_modules/a/lib/a.js.map',
      'node_modules/a/lib/unused.js',
      'node_modules/a/.eslintrc.json',
      'node_modules/a/node_modules/d/d.js',
      'node_modules/never/index.js',
      'node_modules/never/LICENSE',
      'node_modules/@s/other/b.wasm',
    ];
    expect(wantedFiles([...unwanted, ...wanted].reverse(), imported)).toEqual(wanted);
  });

  it('imports are followed through packages, also those made when they are needed', async () => {
    const found = await importedFrom(['src/cli/main.ts'], process.cwd());
    for (const path of [
      'src/cli/commands/aggregate.ts',
      'node_modules/exceljs/excel.js',
      'node_modules/libsql/index.js',
    ]) {
      expect(found).toContain(path);
    }
    expect([...found].filter((path) => path.includes('vitest'))).toEqual([]);
    // Without it there is no ledger, and nothing but src/ledger names it.
    expect(await importedFrom(['src/model/finding.ts'], process.cwd())).toContain('node_modules/libsql/index.js');
  });
});

describe('Node 18, which Windows 7 gets', () => {
  it('has everything that the program asks of JavaScript', () => {
    const later =
      /\.(?:toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|parentPath)\b|\b(?:fromAsync|groupBy|withResolvers)\(|import\.meta\.(?:dirname|filename)/;
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => later.test(readFileSync(join('src', path), 'utf8')))).toEqual([]);
  });
});

describe('texts for Notepad', () => {
  it.each([instructions('1.2.3'), unfitNotes()])('have a byte order mark and CRLF', (words) => {
    const written = text(forNotepad(words));
    expect(written.startsWith('\uFEFF')).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written.length).toBeGreaterThan(100);
  });

  it('CRLF is not doubled', () => {
    expect(text(forNotepad('a\r\nb\n'))).toBe('\uFEFFa\r\nb\r\n');
  });
});
