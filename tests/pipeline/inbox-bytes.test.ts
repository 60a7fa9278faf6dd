import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../src/intake/digest.js';
import { collect } from '../../src/pipeline/collect.js';
import { InboxBytes } from '../../src/pipeline/inbox-bytes.js';
import { mail, wordText } from './documents.js';
import { wanzhang } from './inbox.js';

let inbox: string;
beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), 'campaign-inbox-'));
});
afterEach(() => rmSync(inbox, { recursive: true, force: true }));

const put = (path: string, bytes: Uint8Array) => {
  mkdirSync(join(inbox, path, '..'), { recursive: true });
  writeFileSync(join(inbox, path), bytes);
};
const fetch = (path: string, bytes: Uint8Array) => new InboxBytes(inbox, wanzhang.bounds).fetch(path, digest(bytes));

describe('an entry fetched once more', () => {
  it('is had for every entry of a run, however deep it lies', async () => {
    const plan = wordText('实施方案');
    const inner = zipSync({ '材料/方案.docx': plan, '方案!.docx': wordText('又一份') });
    put('甲村/方案.docx', plan);
    put('全部!材料.zip', zipSync({ '里面.zip': inner, '甲/方案.docx': wordText('别的') }));
    put('邮件.eml', mail(['From: a@example.org', 'Subject: x'], { '材料.zip': inner, '方案.docx': plan }));
    const time = { asOf: '2023-06-14T09:00:00+08:00', live: true };
    const { entries } = await collect({ inbox, campaign: wanzhang, time, fingerprint: 'test' });
    const bytes = new InboxBytes(inbox, wanzhang.bounds);
    expect(entries.length).toBeGreaterThan(8);
    for (const { path, sha256 } of entries) {
      const found = await bytes.fetch(path, sha256);
      expect(found.ok ? digest(found.bytes) : found.why, path).toBe(sha256);
    }
  });

  it('is not had of an archive with two members of one name, which is not read', async () => {
    const twice = zipSync({ 'x.docx': strToU8('一'), 'y.docx': strToU8('二') });
    const same = new TextEncoder().encode('y.docx');
    for (let at = 0; at + same.length <= twice.length; at++) {
      if (same.every((byte, i) => twice[at + i] === byte)) twice[at] = 'x'.charCodeAt(0);
    }
    put('a.zip', twice);
    expect(await fetch('a.zip!x.docx', strToU8('一'))).toEqual({ ok: false, why: 'changed' });
  });

  it('is not had where another content lies there by now, or nothing', async () => {
    put('表.xlsx', strToU8('新'));
    put('a.zip', zipSync({ '表.xlsx': strToU8('新') }));
    expect(await fetch('表.xlsx', strToU8('旧'))).toEqual({ ok: false, why: 'changed' });
    expect(await fetch('a.zip!表.xlsx', strToU8('旧'))).toEqual({ ok: false, why: 'changed' });
    expect(await fetch('没有.xlsx', strToU8('旧'))).toEqual({ ok: false, why: 'gone' });
  });

  it('never comes from outside the inbox, nor through a link', async () => {
    const outside = join(inbox, '..', `outside-${process.pid}.txt`);
    writeFileSync(outside, 'x');
    symlinkSync(outside, join(inbox, 'link.txt'));
    symlinkSync(join(inbox, '..'), join(inbox, 'folder'));
    expect(await fetch(`../outside-${process.pid}.txt`, strToU8('x'))).toEqual({ ok: false, why: 'gone' });
    expect(await fetch(outside, strToU8('x'))).toEqual({ ok: false, why: 'gone' });
    expect(await fetch('link.txt', strToU8('x'))).toEqual({ ok: false, why: 'gone' });
    expect(await fetch(`folder/outside-${process.pid}.txt`, strToU8('x'))).toEqual({ ok: false, why: 'gone' });
    rmSync(outside);
  });
});
