import { describe, expect, it } from 'vitest';
import { findCampaign, loadCampaign } from '../../src/campaign/find-campaign.js';
import { terminalOptions } from '../../src/cli/terminal-options.js';
import { scopeOf } from '../../src/cli/working-folder.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import { bordersOf } from '../../src/render/borders.js';

describe('one folder, however it is typed', () => {
  it('is one scope of the ledger', () => {
    const campaign = loadCampaign(findCampaign('wanzhang-2023', '/')!, ruleIds);
    const onDisk = (path: string) => path.toLowerCase();
    const scopes = ['/work/inbox', '/work/Inbox', '/WORK/INBOX'].map((inbox) =>
      scopeOf(campaign, inbox, '/work', onDisk),
    );
    expect(new Set(scopes)).toEqual(new Set(['wanzhang-2023 inbox']));
  });
});

describe('tables', () => {
  const io = (isTerminal: boolean, env: Record<string, string>) => ({
    ...{ stdout: () => {}, stderr: () => {}, cwd: '/', now: () => new Date(0) },
    ...{ env, terminal: { isTerminal, columns: 80 } },
  });
  it.each([
    ['the old console of Windows', io(true, { OS: 'Windows_NT' }), true],
    ['Windows Terminal', io(true, { OS: 'Windows_NT', WT_SESSION: 'x' }), false],
    ['a file', io(false, { OS: 'Windows_NT' }), false],
    ['Linux', io(true, {}), false],
  ])('in %s', (_, world, ascii) => {
    const options = terminalOptions('zh', world);
    expect(options.asciiBorders).toBe(ascii);
    expect('chars' in bordersOf(options)).toBe(ascii);
  });
});
