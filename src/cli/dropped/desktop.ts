import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './run-dropped.js';

/** The Windows desktop. */
export const desktop: Desktop = {
  // What the launcher found out.
  canKeepLedger: process.env.CAMPAIGN_OLD !== '1',
  kindOf: (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? 'gone' : found.isDirectory() ? 'folder' : 'file';
  },
  newestWorkbook: (folder) => {
    const names = readdirSync(folder).filter((name) => /^[^.~].*\.xlsx$/.test(name));
    const paths = names.map((name) => join(folder, name));
    return paths.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null;
  },
  open: (path) =>
    new Promise((done) => {
      const child = spawn(process.env.ComSpec ?? 'cmd.exe', ['/d', '/v:on', '/c', start], {
        // As a variable the path passes cmd's reading untouched, whatever signs it holds.
        env: { ...process.env, CAMPAIGN_OPEN: path },
        stdio: 'ignore',
        windowsVerbatimArguments: true,
      });
      child.on('error', () => done(false));
      child.on('close', (code) => done(code === 0));
    }),
};

const start = 'start "" "!CAMPAIGN_OPEN!"';
