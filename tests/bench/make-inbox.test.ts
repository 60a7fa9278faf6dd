import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { blankForms } from '../../bench/inbox/blank-forms.js';
import { villages, whole } from '../../bench/inbox/country.js';
import { chosenForm, plainCounts, sentBy } from '../../bench/inbox/sender.js';
import { makeInbox } from '../../bench/make-inbox.js';
import { WorkingFolder } from '../cli/working.js';

const seed = '2023';

describe('an inbox of made-up forms', async () => {
  const [work, smaller] = [new WorkingFolder(), new WorkingFolder()];
  afterAll(() => {
    work.remove('.');
    smaller.remove('.');
  });
  const truth = await makeInbox({ forms: 120, out: work.path, seed });
  await makeInbox({ forms: 30, out: smaller.path, seed });
  const sent = [...villages(120, seed)].map((village) => ({ village, ...sentBy(village, seed) }));

  it('gives the totals it was made with, and no form without a fault is refused', async () => {
    expect(truth.faultless).toBeLessThan(truth.forms);
    const { out } = await work.run('aggregate', 'inbox', '--json', '--no-ledger');
    const report = JSON.parse(out);
    const used = report.files.filter((file: { outcome: string }) => file.outcome === 'used');
    expect(used.map((file: { path: string }) => file.path).sort()).toEqual(
      sent.flatMap(({ path, fault }) => (fault === null ? [path] : [])).sort(),
    );
    expect(used.map((file: { unit: string }) => file.unit).sort()).toEqual(
      sent.flatMap(({ village, fault }) => (fault === null ? [village.id] : [])).sort(),
    );
    expect(report.totals).toMatchObject(truth.totals);
  });

  it('holds the plain numbers where the forms are said to have them', () => {
    const forms = blankForms();
    for (const one of sent.filter(({ fault }) => fault !== 'cut-off')) {
      const { addresses } = chosenForm(one, forms);
      const workbook = read(readFileSync(join(work.path, 'inbox', one.path)), { cellText: false });
      const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};
      const found = Object.entries(addresses)
        .map(([field, address]) => [field, sheet[address]?.v])
        .filter(([, value]) => typeof value === 'number' && value >= 0);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(plainCounts(one)));
      expect(sheet[addresses.unit ?? '']?.v).toBe(`单位：${one.unit}`);
      expect(utils.decode_range(sheet['!ref'] ?? '').e.r).toBeGreaterThan(15);
    }
  });

  it('has forms of every producer, whole zips but for those cut off', () => {
    const forms = blankForms();
    expect(new Set(sent.map((one) => chosenForm(one, forms).producer)).size).toBe(forms.length);
    for (const { path, fault } of sent) {
      const open = () => unzipSync(readFileSync(join(work.path, 'inbox', path)));
      if (fault === 'cut-off') expect(open).toThrow();
      else expect(Object.keys(open())).toContain('xl/worksheets/sheet1.xml');
    }
  });

  it('begins as a smaller one does, to the byte and the second', () => {
    const ofSmaller = filesOf(join(smaller.path, 'inbox'));
    const ofLarger = filesOf(join(work.path, 'inbox'));
    expect(ofSmaller.size).toBe(30);
    for (const [path, content] of ofSmaller) expect(ofLarger.get(path)).toBe(content);
  });
});

describe('the whole country', () => {
  it('has as many divisions as the real one, and no two villages are called alike', () => {
    const [ids, names] = [new Set<string>(), new Set<string>()];
    const divisions = [0, 1, 2, 3].map(() => new Set<string>());
    let largest = 0;
    const sizes = new Map<string, number>();
    for (const { id, name, folders } of villages(whole.villages, seed)) {
      ids.add(id);
      names.add(name);
      for (const [level, set] of divisions.entries()) set.add(folders.slice(0, level + 1).join('/'));
      const township = folders.join('/');
      sizes.set(township, (sizes.get(township) ?? 0) + 1);
      largest = Math.max(largest, sizes.get(township) ?? 0);
    }
    expect([ids.size, names.size]).toEqual([whole.villages, whole.villages]);
    expect(divisions.map((set) => set.size)).toEqual([31, 333, 2844, 41_352]);
    expect(largest).toBeLessThan(100);
    expect([...ids].every((id) => /^\d{12}$/.test(id))).toBe(true);
  });
});

function filesOf(folder: string, under = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) for (const [inner, content] of filesOf(folder, path)) found.set(inner, content);
    else {
      const full = join(folder, path);
      const hash = createHash('sha256').update(readFileSync(full)).digest('hex');
      found.set(path, `${hash} ${statSync(full).mtimeMs}`);
    }
  }
  return found;
}
