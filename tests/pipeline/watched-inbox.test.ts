import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/findings/catalogue.js';
import { digest } from '../../src/intake/digest.js';
import { defaultBounds } from '../../src/model/bounds.js';
import { WatchedChecker } from '../../src/pipeline/check-watched.js';
import { draftWatched } from '../../src/pipeline/draft-on-disk.js';
import type { UnitSources } from '../../src/pipeline/progress-material.js';
import { WatchedInbox } from '../../src/pipeline/watched-inbox.js';
import { progressReport } from './documents.js';
import { wanzhang } from './inbox.js';

const inbox = mkdtempSync(join(tmpdir(), 'campaign-watched-'));
afterAll(() => rmSync(inbox, { recursive: true, force: true }));

/** Nothing is read in so little time, as a hostile file would not be in a minute. */
const hurried = { ...defaultBounds, seconds: 0.001 };
const bytes = progressReport('乙庄村委会', ['5月3日在村广场开展宣传，群众30人参加。']);
const entry = { path: '写实表.docx', sha256: digest(bytes) };
writeFileSync(join(inbox, entry.path), bytes);
const onDisk = { path: entry.path, name: entry.path, absolute: join(inbox, entry.path) };

describe('a file that takes more than one may is given up, and by its name', () => {
  it('as a marked copy', async () => {
    const watched = new WatchedInbox(inbox, hurried);
    const marks = {
      cells: [],
      list: { name: '', title: '', caption: '', headers: [], rows: [] },
      author: '',
      noteHeads: [],
    };
    expect(await watched.markedCopy(entry, entry.path, marks)).toEqual({ why: 'unreadable' });
    await watched.close();
  });

  it('as a part of the merged report, which keeps what was known of it', async () => {
    const watched = new WatchedInbox(inbox, hurried);
    const file = { ...entry, format: 'docx' };
    const activities = [{ text: '5月3日在村广场开展宣传', photos: 2 }];
    const sources = { unit: { id: '1', name: '乙庄村委会' }, activities, file, photos: [file] };
    const part = await watched.mergedPart(sources as unknown as UnitSources, 3);
    expect(part.unit.activities.map(({ text }) => text)).toEqual(['5月3日在村广场开展宣传']);
    expect(part.leftOut).toMatchObject([{ unit: '乙庄村委会', path: entry.path, why: 'costly', count: 3 }]);
    await watched.close();
  });

  it('as a corrected copy', async () => {
    const checker = new WatchedChecker({ ...wanzhang, bounds: hurried }, null);
    expect(await checker.mend(onDisk)).toEqual({ kind: 'unproven' });
    await checker.close();
  });

  it('as a blank form', async () => {
    const order = { files: [onDisk], known: [wanzhang], id: undefined, year: undefined, thisYear: 2030 };
    expect(await draftWatched({ ...order, rules: ruleIds }, hurried)).toMatchObject({
      ok: false,
      problem: { rule: 'file/too-large', args: { bound: 'seconds' } },
      file: entry.path,
    });
  });
});
