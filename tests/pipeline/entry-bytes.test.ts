import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mail } from '../../scripts/fixtures/mail.js';
import { digest } from '../../src/intake/digest.js';
import { entryBytes, fileBytes } from '../../src/pipeline/entry-bytes.js';
import { readStory, reportOn } from '../stories/fixture.js';
import { withInbox } from './inbox.js';

const form = strToU8('the form');
const other = strToU8('another');

describe('the bytes of an entry', () => {
  it('are found in folders, archives, archives in archives, and mails', async () => {
    const inner = zipSync({ '材料/附件2.xlsx': form });
    const letter = mail({
      ...{ subject: '材料', from: 'a@example.cn', received: 'Thu, 4 May 2023 16:20:05 +0800' },
      ...{ name: '甲村.zip', bytes: inner },
    });
    const tree = {
      '甲村/附件2.xlsx': { bytes: form },
      'a.zip': { bytes: zipSync({ 'b.zip': inner }) },
      'c.eml': { bytes: letter },
    };
    await withInbox(tree, async (inbox) => {
      for (const path of ['甲村/附件2.xlsx', 'a.zip!b.zip!材料/附件2.xlsx', 'c.eml!甲村.zip!材料/附件2.xlsx']) {
        expect(await entryBytes(inbox, path), path).toEqual(form);
      }
      for (const path of ['甲村/附件3.xlsx', 'a.zip!附件2.xlsx', 'a.zip!b.zip', 'x.zip!a', '甲村', '']) {
        const isThere = path === 'a.zip!b.zip';
        expect((await entryBytes(inbox, path)) !== null, path).toBe(isThere);
      }
    });
  });

  it('are those the report was made from, or none', async () => {
    const path = '甲村/附件2.xlsx';
    await withInbox({ [path]: { bytes: form } }, async (inbox) => {
      expect(await fileBytes(inbox, { path, sha256: digest(form) })).toEqual(form);
      writeFileSync(join(inbox, path), other);
      expect(await fileBytes(inbox, { path, sha256: digest(form) })).toBeNull();
    });
  });

  it('are told apart where a name holds an exclamation mark, or two members have one name', async () => {
    const tree = { '快来!看.zip': { bytes: zipSync({ '好!的.xlsx': form }) }, '快来!看.txt': { bytes: other } };
    await withInbox(tree, async (inbox) => {
      expect(await entryBytes(inbox, '快来!看.zip!好!的.xlsx')).toEqual(form);
      expect(await entryBytes(inbox, '快来!看.txt')).toEqual(other);
    });
    const twice = zipSync({ 'a.xlsx': other, 'b.xlsx': form });
    const renamed = Uint8Array.from(twice);
    for (let at = renamed.indexOf(0x62); at !== -1; at = renamed.indexOf(0x62, at + 1)) {
      if (String.fromCharCode(...renamed.subarray(at, at + 6)) === 'b.xlsx') renamed[at] = 0x61;
    }
    await withInbox({ 'z.zip': { bytes: renamed } }, async (inbox) => {
      expect(await fileBytes(inbox, { path: 'z.zip!a.xlsx', sha256: digest(form) })).toEqual(form);
    });
  });

  it('never come from outside the inbox', async () => {
    await withInbox({ '甲村/a.txt': { bytes: form } }, async (inbox) => {
      symlinkSync('/etc', join(inbox, 'etc'));
      symlinkSync('/etc/hostname', join(inbox, 'name'));
      for (const path of ['../../etc/hostname', '/etc/hostname', 'etc/hostname', 'name', '甲村/../甲村/a.txt']) {
        expect(await entryBytes(inbox, path), path).toBeNull();
      }
    });
  });

  it('are there for every file of a real inbox', async () => {
    const story = await readStory('wanzhang-2023');
    const report = reportOn(story, '2023-06-12');
    const used = report.files.filter(({ outcome }) => outcome === 'used');
    expect(used.some(({ path }) => path.includes('!'))).toBe(true);
    for (const file of used) {
      const bytes = await fileBytes(join(story.folder, 'inbox'), file);
      expect(bytes && digest(bytes), file.path).toBe(file.sha256);
    }
  });
});
