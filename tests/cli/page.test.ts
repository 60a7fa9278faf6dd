import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command, emptyFolder, removeFolders } from '../stories/command.js';
import { project } from '../stories/fixture.js';

const template = join(project, 'templates', 'wanzhang-2023');
const dataIn = (html: string) => JSON.parse(/id="campaign-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

afterAll(removeFolders);

describe('campaign page', () => {
  test('writes one file and says where; the same campaign gives the same bytes', async () => {
    const cwd = emptyFolder();
    const { code, out, err } = await command(['page', '--campaign', 'wanzhang-2023'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(cwd)).toEqual(['检查页.html']);
    expect(out).toContain('检查页.html');
    const first = readFileSync(join(cwd, '检查页.html'));
    await command(['page', '--campaign', 'wanzhang-2023', '--out', 'sub/again.html'], { cwd });
    expect(readFileSync(join(cwd, 'sub', 'again.html')).equals(first)).toBe(true);
  });

  test('looks names up only in an office’s own roster, and tells no one’s telephone', async () => {
    const cwd = emptyFolder();
    await command(['page', '--campaign', 'wanzhang-2023'], { cwd });
    expect(dataIn(readFileSync(join(cwd, '检查页.html'), 'utf8')).roster).toBeNull();
    writeFileSync(join(cwd, 'campaign.yaml'), readFileSync(join(template, 'campaign.yaml')));
    writeFileSync(
      join(cwd, 'roster.csv'),
      'id,name,level,aliases,contact,phone,email\n1,甲村村民委员会,village,老甲村,某某某,13800000000,a@example.org\n',
    );
    mkdirSync(join(cwd, 'below'));
    const { out } = await command(['page', '--lang', 'en'], { cwd: join(cwd, 'below') });
    expect(out).toMatch(/1 unit\b/);
    const html = readFileSync(join(cwd, 'below', '检查页.html'), 'utf8');
    const data = dataIn(html);
    expect(data.locale).toBe('en');
    expect(data.roster).toMatchObject([
      { name: '甲村村民委员会', aliases: ['老甲村'], contact: '', phone: '', email: '' },
    ]);
    expect(html).not.toMatch(/某某某|13800000000|a@example\.org/);
  });

  test.each([
    ['no campaign', []],
    ['a campaign nobody knows', ['--campaign', 'nowhere']],
    ['a roster that is not there', ['--campaign', 'wanzhang-2023', '--roster', 'nowhere.csv']],
    [
      'a place nobody can write to',
      ['--campaign', 'wanzhang-2023', '--out', join(project, 'package.json', '检查页.html')],
    ],
  ])('%s: says so and writes nothing', async (_, argv) => {
    const cwd = emptyFolder();
    const { code, out, err } = await command(['page', ...argv], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(err).not.toMatch(/\n\s+at /);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
