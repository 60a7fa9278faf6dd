import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureChromium } from '../../scripts/ensure-chromium.js';
import { emptyFolder, removeFolders } from '../stories/command.js';

afterEach(() => {
  vi.unstubAllEnvs();
  removeFolders();
});

test('a Chromium that is there is found', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'chromium'), '');
  chmodSync(join(folder, 'chromium'), 0o755);
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', `${emptyFolder()}:${folder}`);
  expect(ensureChromium()).toBe(join(folder, 'chromium'));
});

test('without one, a person at a desk goes without, and CI fails aloud where none can be installed', () => {
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', emptyFolder());
  vi.stubEnv('CI', '');
  expect(ensureChromium()).toBeNull();
  vi.stubEnv('CI', 'true');
  expect(() => ensureChromium()).toThrow(/Chromium/);
});
