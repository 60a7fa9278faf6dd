import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { launcherText, unfitName } from '../../scripts/windows/launcher.js';
import { node, nodeForWindows7 } from '../../scripts/windows/registry.js';
import { declareProgram } from '../../src/cli/program.js';

const text = launcherText();
const lines = text.split('\r\n');

describe('campaign.cmd', () => {
  it('has CRLF line ends and no byte order mark, which cmd would take for a command', () => {
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('@echo off')).toBe(true);
  });

  it('is ASCII up to its last section', () => {
    const ascii = lines.slice(0, lines.indexOf(':incomplete'));
    expect(ascii.length).toBeGreaterThan(20);
    for (const line of ascii) expect(line).toMatch(/^[\x20-\x7e]*$/);
  });

  it('quotes its own folder and its first argument, and no argument stands bare but in %*', () => {
    for (const line of lines) {
      const bare = line.replace(/"[^"]*"/g, '').replace(/%\*$/, '');
      expect(bare).not.toMatch(/%~?(?:dp)?[01]/);
    }
    expect(text).toContain('set "CAMPAIGN_NODE=%~dp0node\\node.exe"');
  });

  it('takes cmd’s own line while delayed expansion is on, and runs the program while it is off', () => {
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
    const order = [
      at('setlocal EnableExtensions DisableDelayedExpansion'),
      at('setlocal EnableDelayedExpansion'),
      at('set "CAMPAIGN_LINE=!CMDCMDLINE!"'),
      at('setlocal DisableDelayedExpansion'),
      lines.findIndex((line) => line.includes('dropped.cjs')),
      at('pause'),
      at('exit %CAMPAIGN_CODE%'),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('has a Node for each age of Windows, where the bundle puts it', () => {
    for (const { folder, version } of [node, nodeForWindows7]) {
      expect(text).toContain(`%~dp0${folder}\\node.exe"`);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    const cleared = lines.indexOf('set "CAMPAIGN_OLD="');
    expect(cleared).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.includes('CAMPAIGN_OLD=1'))).toBeGreaterThan(cleared);
  });

  it('every label it goes to is there, and every section ends', () => {
    const wanted = [...text.matchAll(/goto (\w+)/g)].map(([, label]) => `:${label}`);
    expect(wanted).toHaveLength(3);
    for (const label of wanted) {
      const at = lines.indexOf(label);
      expect(at).toBeGreaterThan(0);
      expect(lines.slice(0, at).findLast((line) => line !== '')).toMatch(/^exit /);
    }
  });

  it('passes on every command of the program', () => {
    const io = { stdout: () => {}, stderr: () => {}, cwd: '/', now: () => new Date(0), env: {} };
    const program = declareProgram({ ...io, terminal: { isTerminal: false, columns: 80 } }, '0', () => {});
    const words = /for %%w in \(([^)]*)\)/.exec(text)?.[1]?.split(' ') ?? [];
    for (const { name } of program.commands.map((command) => ({ name: command.name() }))) expect(words).toContain(name);
  });

  it('runs what the program is built of', () => {
    for (const path of ['src/cli/dropped/main.ts', 'bin/campaign.js']) expect(existsSync(path)).toBe(true);
    expect(text).toContain(unfitName);
  });
});
