import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { guarded } from '../../src/cli/guarded.js';
import { escapedJson, harmless, printable, visible } from '../../src/findings/text.js';
import { namesIn, onDisk } from '../../src/intake/disk-name.js';
import { listInbox } from '../../src/intake/list-inbox.js';
import { toldApart } from '../../src/read/member-names.js';
import { clean } from '../../src/render/words.js';
import { WorkingFolder } from '../cli/working.js';
import { emptyFolder, removeFolders } from '../stories/command.js';
import { fixtures } from '../stories/fixture.js';
import { nastyTexts, putNastyInbox, raw } from './nasty-inbox.js';

const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...nastyTexts), half), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

afterAll(removeFolders);

describe('a text that is shown', () => {
  it('has no sign that orders, turns about or hides, and no half of a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const shown of [harmless(text), visible(text), clean(text), printable(text)])
          expect(shown).not.toMatch(raw);
        for (const shown of [harmless(text), visible(text)]) expect(shown).not.toMatch(/\p{Surrogate}/u);
        expect(visible(visible(text))).toBe(visible(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('says by name what stood there', () => {
    expect(clean('a\u001b[31m\u202eb\u200b\u007f\u0085\udcff\ud800')).toBe(
      'a␛[31m⟨U+202E⟩b⟨U+200B⟩␡⟨U+0085⟩⟨xFF⟩\ufffd',
    );
  });

  it('is the very same text for programs that read JSON', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = escapedJson(JSON.stringify({ [text]: text }));
        expect(json).not.toMatch(raw);
        expect(JSON.parse(json)).toEqual({ [text]: text });
      }),
      { numRuns: 1000 },
    );
  });

  it('cannot get out raw even where it was forgotten; our own colours can, on a terminal', () => {
    const told: string[] = [];
    const world = (isTerminal: boolean) =>
      guarded({
        ...{
          stdout: (text) => told.push(text),
          stderr: (text) => told.push(text),
          cwd: '',
          now: () => new Date(),
          env: {},
        },
        terminal: { isTerminal, columns: 80 },
      });
    for (const text of nastyTexts) world(false).stdout(text);
    for (const text of nastyTexts) world(true).stderr(text);
    for (const text of told) expect(text).not.toMatch(raw);
    world(true).stdout('\u001b[31m红\u001b[39m\u001b[2J');
    expect(told.at(-1)).toBe('\u001b[31m红\u001b[39m␛[2J');
  });
});

test('of attachments called alike each has a name of its own, ten thousand of them at once', () => {
  expect(toldApart(['a.x', 'a.x', 'a (2).x', 'a.x'])).toEqual(['a.x', 'a (2).x', 'a (2) (2).x', 'a (3).x']);
  const names = toldApart(Array.from({ length: 10_000 }, () => 'b/a.x'));
  expect([new Set(names).size, names.at(-1)]).toEqual([10_000, 'b/a (10000).x']);
});

describe.runIf(process.platform === 'linux')('names on a disk that takes any bytes', () => {
  it('are each another text, and lead back to the file', () => {
    const aByte = fc.integer({ min: 1, max: 255 }).filter((byte) => byte !== 0x2f);
    const aName = fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((bytes) => bytes.map((byte) => (byte === 0 || byte === 0x2f ? 0xff : byte)));
    const name = fc.oneof(
      aName,
      fc
        .array(fc.oneof(fc.constant(0xe6), fc.constant(0x9d), fc.constant(0x91), aByte), {
          minLength: 1,
          maxLength: 20,
        })
        .map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const folder = mkdtempSync(join(tmpdir(), 'campaign-names-'));
        const kept = names.map((one) => Buffer.from(one)).filter((one) => !['.', '..'].includes(one.toString()));
        for (const one of kept) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), one]), '');
        const back = namesIn(folder)
          .map((one) => Buffer.from(onDisk(one)).toString('hex'))
          .sort();
        expect(back).toEqual([...new Set(kept.map((one) => one.toString('hex')))].sort());
        execFileSync('rm', ['-rf', folder]);
      }),
      { numRuns: 60 },
    );
  });

  describe('in an inbox of everything', () => {
    const folder = new WorkingFolder();
    const roster = ['--campaign', 'wanzhang-2023', '--roster', join(fixtures, 'rules', 'roster.csv')];
    const asOf = ['--as-of', '2023-06-14T09:00:00+08:00'];
    beforeAll(() => putNastyInbox(folder.path));

    const runs: readonly (readonly string[])[] = [
      ['aggregate', 'inbox', ...asOf],
      ['aggregate', 'inbox', ...asOf, '--json', '--out', 'other'],
      ['status', 'inbox', ...asOf],
      ['return', ...asOf, '--out', 'back'],
      ['return', ...asOf, '--out', 'back', '--json'],
      ['remind', ...asOf, '--out', 'letters'],
      ['word', 'inbox', ...asOf],
      ['word', 'inbox', ...asOf, '--json'],
      ['history'],
    ];
    it.each(runs)('%s %s %s %s %s tells nothing raw', async (...argv) => {
      const { code, out, err } = await folder.run(...argv, ...roster);
      expect([0, 1]).toContain(code);
      for (const said of [out, err]) {
        expect(said).not.toMatch(raw);
        expect(said).not.toMatch(/\n {4}at /u);
      }
    });

    it.each(['text', 'json', 'sarif', 'github'])(
      'check as %s tells nothing raw, and no line of its own making',
      async (format) => {
        const files = readdirSync(join(folder.path, 'inbox')).map((name) => `inbox/${name}`);
        const { code, out, err } = await folder.run(
          'check',
          ...roster,
          '--format',
          format,
          '--',
          ...files.filter((one) => !/loop|etc|石桥村|东岭村|d\ufffd$/u.test(one)),
        );
        expect([code, err]).toEqual([1, '']);
        expect(out).not.toMatch(raw);
        if (format === 'github')
          for (const line of out.trimEnd().split('\n'))
            expect(line).toMatch(/^::(?:error|warning|notice) file=inbox\/[^:,]*,title=/u);
        if (format === 'json') expect(JSON.parse(out).files.length).toBeGreaterThan(files.length);
      },
    );

    it('every file and every member is listed once, by the very name it has on the disk', async () => {
      const { out } = await folder.run('aggregate', 'inbox', ...asOf, '--json', '--no-ledger', ...roster);
      const { files } = JSON.parse(out) as { files: { path: string; outcome: string }[] };
      const paths = files.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      const onIt = [...listInbox(join(folder.path, 'inbox'))].map(({ path }) => path);
      expect(paths.filter((path) => onIt.includes(path)).sort()).toEqual(onIt.sort());
      const found = execFileSync('find', [join(folder.path, 'inbox'), '-not', '-type', 'd'], { encoding: 'latin1' });
      expect(onIt).toHaveLength(found.split(join(folder.path, 'inbox')).length - 1);
      expect(paths.filter((path) => path.startsWith('包\u001b[31m.zip!'))).toHaveLength(20);
      expect(paths.some((path) => path.split(/[/\\!]/u).includes('..'))).toBe(false);
    });
  });

  it('a folder that tells names and nothing else is told of, to somebody who is not root', () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'inbox', '关着'), { recursive: true });
    mkdirSync(join(cwd, 'inbox', '半开'));
    for (const path of ['关着/a.xlsx', '半开/b.xlsx', 'c.xlsx']) writeFileSync(join(cwd, 'inbox', path), '');
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'inbox', '关着'), 0);
    chmodSync(join(cwd, 'inbox', '半开'), 0o744);
    chmodSync(join(cwd, 'inbox', 'c.xlsx'), 0);
    const argv = [
      resolve('bin/campaign.js'),
      'status',
      'inbox',
      '--campaign',
      'wanzhang-2023',
      '--no-ledger',
      '--json',
    ];
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8', ...nobody });
    expect([status, stderr]).toEqual([1, '']);
    const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
    expect(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])).toEqual(
      ['c.xlsx', '关着', '半开/b.xlsx'].sort().map((path) => [path, expect.arrayContaining(['file/unreadable'])]),
    );
  });
});
