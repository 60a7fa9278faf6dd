import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureStrace } from '../../scripts/ensure-strace.js';
import { putNastyInbox } from './nasty-inbox.js';

const project = realpathSync(resolve('.'));
const packages = realpathSync(join(project, 'node_modules'));
const bin = join(project, 'bin/campaign.js');
const roster = join(project, 'fixtures/rules/roster.csv');
const work = realpathSync(mkdtempSync(join(tmpdir(), 'campaign-isolation-')));

const canTrace = process.platform === 'linux' && ensureStrace();
if (!canTrace) console.warn('No strace here: what the program opens is not looked at.');

/** One call to the system, as strace tells it; of a call that opened something, what that is. */
interface Call {
  readonly name: string;
  readonly text: string;
  readonly opened: string | null;
}

/** What these calls are: everything that opens, makes, moves or takes away a file, reaches out, or starts a program. */
const watched =
  'open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,chown,utimensat,mknod,mknodat,socket,connect,bind,sendto,execve,execveat,io_uring_setup';

function traced(argv: readonly string[], cwd = work): { calls: readonly Call[]; status: number | null } {
  const trace = join(tmpdir(), `campaign-trace-${process.pid}.txt`);
  const options = ['-f', '-y', '-qq', '-s', '8192', '-e', `trace=${watched}`, '-e', 'signal=none', '-o', trace];
  const { status } = spawnSync('strace', [...options, process.execPath, ...argv], { cwd, stdio: 'ignore' });
  const calls = callsIn(readFileSync(trace, 'latin1'));
  rmSync(trace);
  return { calls, status };
}

/** A call that another thread interrupted is told in two pieces. */
function callsIn(trace: string): readonly Call[] {
  const begun = new Map<string, string>();
  const calls: Call[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', told = ''] = /^(\d+) +(.*)$/u.exec(line) ?? [];
    if (told.endsWith('<unfinished ...>')) {
      begun.set(thread, told.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/u.exec(told) ?? [];
    const text = rest === undefined ? told : `${begun.get(thread) ?? ''}${rest}`;
    const name = /^\w+/u.exec(text)?.[0];
    if (name !== undefined) calls.push({ name, text, opened: openedBy(text) });
  }
  return calls;
}

function openedBy(text: string): string | null {
  const [, path] = / = \d+<(.*)>$/u.exec(text) ?? [];
  return path === undefined ? null : unescaped(path).replace(/^\/proc\/\d+\//u, '/proc/self/');
}

/** strace writes bytes beyond ASCII in octal. */
function unescaped(path: string): string {
  const bytes = path.replace(/\\([0-7]{1,3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return Buffer.from(bytes, 'latin1').toString();
}

const below = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);

describe.skipIf(!canTrace && process.env.CI === undefined)('what the program opens, reaches and starts', () => {
  /** What Node itself opens, with our one native library, a clock, a process of its own and nothing of ours. */
  let ofNode: ReadonlySet<string> = new Set();

  beforeAll(() => {
    putNastyInbox(work);
    const bare = join(work, 'bare.cjs');
    const script = `
      const { fork } = require('node:child_process');
      const { cpus, availableParallelism, networkInterfaces } = require('node:os');
      const Database = require(${JSON.stringify(join(project, 'node_modules/libsql'))});
      if (process.argv[2] === 'child') process.exit(0);
      new Database(':memory:').exec('CREATE TABLE a (b); INSERT INTO a VALUES (randomblob(8))');
      cpus(); availableParallelism(); networkInterfaces(); String(new Date());
      fork(__filename, ['child']);`;
    writeFileSync(bare, script);
    const { calls, status } = traced([bare]);
    expect(status).toBe(0);
    ofNode = new Set(calls.flatMap(({ opened }) => opened ?? []));
    rmSync(bare);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const common = ['--campaign', 'wanzhang-2023', '--roster', roster];
  const asOf = ['--as-of', '2023-05-11T09:00:00+08:00'];
  const files = () =>
    readdirSync(join(work, 'inbox'))
      // A link that is named is followed.
      .filter((name) => /\.(?:xlsx|zip|eml)$/u.test(name) && !/^(?:link|no)\.xlsx$/u.test(name))
      .map((name) => join('inbox', name));
  const runs: readonly { command: string; argv: () => readonly string[]; writes: readonly string[] }[] = [
    {
      command: 'aggregate',
      argv: () => ['aggregate', 'inbox', ...asOf, ...common, '--jobs', '3'],
      writes: ['reports', '.campaign'],
    },
    { command: 'word', argv: () => ['word', 'inbox', ...asOf, ...common], writes: ['reports', '.campaign'] },
    { command: 'return', argv: () => ['return', ...asOf, ...common, '--out', 'back'], writes: ['back', '.campaign'] },
    { command: 'check', argv: () => ['check', ...common, '--', ...files()], writes: [] },
  ];

  it.each(runs)('$command', ({ argv, writes }) => {
    const { calls, status } = traced([bin, ...argv()]);
    expect([0, 1]).toContain(status);
    expect(calls.filter(({ opened }) => opened?.startsWith(join(work, 'inbox')))).not.toEqual([]);

    const mayWrite = [...writes.map((folder) => below(join(work, folder))), (path: string) => path === '/dev/null'];
    const written = calls.filter(
      ({ name, text }) => name === 'creat' || /\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b/u.test(text),
    );
    for (const { text, opened } of written) {
      const isHeld = ofNode.has(opened ?? '') || opened === null || mayWrite.some((may) => may(opened));
      expect(isHeld, text).toBe(true);
    }
    const changing = /^(?:mkdir|rename|unlink|rmdir|link|symlink|truncate|f?ch(?:mod|own)|utimens|mknod)/u;
    for (const { name, text } of calls.filter((call) => changing.test(call.name) && / = 0$/u.test(call.text))) {
      const paths = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, path]) => resolve(work, unescaped(path ?? '')));
      expect(paths.length, text).toBeGreaterThan(0);
      for (const path of paths)
        expect(
          mayWrite.some((may) => may(path)),
          `${name}: ${text}`,
        ).toBe(true);
    }

    // The C library asks how many processors there are when a thread first wants memory.
    const mayRead = [below(work), below(project), below(packages), below('/sys/devices/system/cpu')];
    for (const { opened, text } of calls) {
      if (opened === null || /^(?:socket|pipe|anon_inode):/u.test(opened) || ofNode.has(opened)) continue;
      expect(
        mayRead.some((may) => may(opened)),
        text,
      ).toBe(true);
    }
    // A link in the inbox leads to /etc and to /etc/passwd.
    expect(calls.filter(({ opened }) => opened === '/etc/passwd')).toEqual([]);

    const outward = calls.filter(
      ({ name, text }) => /^(?:connect|bind|sendto)$/u.test(name) || /^socket\(AF_(?!NETLINK)/u.test(text),
    );
    expect(outward.filter(({ text }) => !/AF_NETLINK|nl_family/u.test(text))).toEqual([]);
    expect(calls.filter(({ name }) => name === 'execveat')).toEqual([]);
    for (const { text } of calls.filter(({ name }) => name === 'execve')) {
      expect(text.startsWith(`execve("${process.execPath}", [`), text).toBe(true);
    }
  });
});
