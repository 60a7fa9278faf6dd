import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { manPage } from '../../scripts/docs/man-page.js';
import { shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { declared, everyCommand } from '../../src/cli/declared/tree.js';
import { examples } from '../../src/cli/examples.js';
import type { Io } from '../../src/cli/io.js';
import { declareProgram } from '../../src/cli/program.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { WorkingFolder } from './working.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

function program(): Command {
  const io: Io = {
    stdout: () => undefined,
    stderr: () => undefined,
    cwd: '/',
    now: () => new Date(0),
    env: {},
    terminal: { isTerminal: false, columns: 80 },
  };
  return declareProgram(io, version, () => undefined);
}

const tree = declared(program());
const commands = everyCommand(tree);
const work = new WorkingFolder();
afterAll(() => work.remove('.'));

describe('help', () => {
  it.each(commands.map(({ path }) => path))('of “%s” has examples, in both languages', async (path) => {
    const ran = await work.run(...path.split(' ').filter((word) => word !== ''), '--help');
    expect(ran.code).toBe(0);
    const shown = examples[path] ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const { line, words } of shown) {
      expect(ran.out).toContain(`$ campaign ${line}`);
      expect(ran.out).toContain(words.zh);
      expect(ran.out).toContain(words.en);
    }
  });

  it('has no example of a command there is none of', () => {
    expect(Object.keys(examples).filter((path) => !commands.some((one) => one.path === path))).toEqual([]);
  });

  it.each(Object.values(examples).flatMap((list) => list.map(({ line }) => line)))(
    'campaign %s can be typed so',
    async (line) => {
      const one = program();
      const called: string[] = [];
      const still = (command: Command, path: string): void => {
        // The real action would do it.
        command.action(() => {
          called.push(path);
        });
        for (const child of command.commands) still(child, `${path} ${child.name()}`.trim());
      };
      for (const child of one.commands) still(child, child.name());
      await one.parseAsync(line.replace(/ >.*$/, '').split(' '), { from: 'user' });
      expect(called).toHaveLength(1);
      expect(line.startsWith(called[0] ?? '-')).toBe(true);
    },
  );
});

describe('bash completion, in a real bash', async () => {
  const script = (await work.run('completion', 'bash')).out;
  work.put('completion.bash', script);
  mkdirSync(join(work.path, 'my inbox'));
  writeFileSync(join(work.path, 'roster.csv'), '');

  /** What Tab offers after these words. */
  const offered = (...words: string[]): readonly string[] => {
    const code = `source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _campaign; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['--norc', '-c', code, 'bash', 'campaign', ...words], {
      cwd: work.path,
      encoding: 'utf8',
    });
    return out.split('\n').filter((line) => line !== '');
  };

  it('offers every command', () => {
    expect(offered('')).toEqual(tree.commands.map(({ path }) => path));
    expect(offered('agg')).toEqual(['aggregate']);
    expect(offered('form', '')).toEqual(['init', 'diff']);
  });

  it.each(commands.filter(({ path }) => path !== '').map(({ path }) => path))('offers the options of %s', (path) => {
    const wanted = commands.find((one) => one.path === path)?.options.flatMap(({ long }) => long ?? []);
    expect(offered(...path.split(' '), '--')).toEqual(wanted);
  });

  it('offers campaigns, rules, actions and choices where they go', () => {
    expect(offered('init', '--campaign', '')).toEqual(shippedCampaigns());
    expect(offered('aggregate', 'my inbox', '--campaign', 'wan')).toEqual(['wanzhang-2023']);
    expect(offered('explain', '')).toEqual(ruleIds);
    expect(offered('explain', 'photo/too-')).toEqual(ruleIds.filter((rule) => rule.startsWith('photo/too-')));
    expect(offered('check', '--format', '')).toEqual(['text', 'json', 'sarif', 'github']);
    expect(offered('status', '--format', '')).toEqual(['text', 'json']);
    expect(offered('decide', 'e')).toEqual(['extend', 'exempt']);
    expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(offered('form', 'diff', 'wanzhang-2023', 'bin')).toEqual(['binjiang-2021']);
  });

  it('offers files and folders, names with spaces whole', () => {
    expect(offered('aggregate', 'm')).toEqual(['my inbox']);
    expect(offered('aggregate', 'r')).toEqual([]);
    expect(offered('check', '--json', 'r')).toEqual(['roster.csv']);
    expect(offered('check', 'a.xlsx', 'b.xlsx', 'r')).toEqual(['roster.csv']);
    expect(offered('template', '--roster', 'r')).toEqual(['roster.csv']);
    expect(offered('word', '--jobs', '2', 'm')).toEqual(['my inbox']);
    expect(offered('remind', '--inbox', 'm')).toEqual(['my inbox']);
  });

  it('understands --option=value, which bash parts into three words', () => {
    expect(offered('aggregate', '--format', '=', 'j')).toEqual(['json']);
    expect(offered('aggregate', '--format', '=')).toEqual(['text', 'json']);
    expect(offered('aggregate', '--format', '=', 'json', 'm')).toEqual(['my inbox']);
  });

  it('offers nothing for a text of one’s own', () => {
    expect(offered('decide', 'exempt', '--reason', '')).toEqual([]);
    expect(offered('list', '')).toEqual([]);
  });
});

const hasShell = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe.skipIf(!hasShell('zsh'))('zsh completion', () => {
  it('is a script that zsh takes, with a function for each command', async () => {
    work.put('completion.zsh', (await work.run('completion', 'zsh')).out);
    const parsed = spawnSync('zsh', ['-f', '-n', 'completion.zsh'], { cwd: work.path, encoding: 'utf8' });
    expect([parsed.status, parsed.stderr]).toEqual([0, '']);
    const code = `compdef() { :; }; source ./completion.zsh; print -l \${(k)functions}`;
    const functions = execFileSync('zsh', ['-f', '-c', code], { cwd: work.path, encoding: 'utf8' }).split('\n');
    const wanted = commands.map(({ path }) =>
      ['_campaign', ...path.split(' ')].filter((word) => word !== '').join('_'),
    );
    expect(wanted.filter((name) => !functions.includes(name))).toEqual([]);
  });
});

describe.skipIf(!hasShell('fish'))('fish completion, in a real fish', () => {
  it('offers commands, options and values', async () => {
    work.put('completion.fish', (await work.run('completion', 'fish', '--lang', 'en')).out);
    const offered = (line: string) =>
      execFileSync('fish', ['--no-config', '-c', `source ./completion.fish; complete -C '${line}'`], {
        cwd: work.path,
        encoding: 'utf8',
      })
        .split('\n')
        .filter((one) => one !== '')
        .map((one) => one.split('\t')[0]);
    expect([...offered('campaign ')].sort()).toEqual(tree.commands.map(({ path }) => path).sort());
    expect(offered('campaign form init --o')).toEqual(['--out']);
    expect(offered('campaign explain video/d')).toEqual(['video/damaged']);
    expect(offered('campaign check --campaign binj')).toEqual(['binjiang-2021']);
    expect(offered('campaign aggregate --fail-on n')).toEqual(['never']);
  });
});

describe('the page for man', () => {
  const page = manPage(tree, examples, version);

  it('is what the commands say (else run `npm run docs`)', () => {
    expect(readFileSync(new URL('../../docs/campaign.1', import.meta.url), 'utf8')).toBe(page);
  });

  it('tells of every command and every option', () => {
    const plain = page.replaceAll('\\-', '-');
    for (const { path, options } of commands) {
      if (path !== '' && path !== 'form') expect(plain).toContain(`.SS campaign ${path}\n`);
      for (const { long } of options) if (long !== '--version') expect(plain).toContain(long);
    }
  });

  it('has no line that troff would take for an order of its own', () => {
    const orders = page.split('\n').filter((line) => /^[.']/.test(line));
    expect(orders.filter((line) => !/^\.(?:\\"|TH|ad l|SH|SS|TP|PP|B |I |RS|RE|nf|fi)/.test(line))).toEqual([]);
  });
});
