import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/campaign/csv-rows.js';
import { decode } from '../../src/campaign/decode.js';
import { editedDay } from '../../src/campaign/edited-day.js';
import { findCampaign, isShipped, loadCampaign } from '../../src/campaign/find-campaign.js';
import { forExcel } from '../../src/campaign/for-excel.js';
import { parseDecisions } from '../../src/campaign/parse-decisions.js';
import { parseRoster } from '../../src/campaign/parse-roster.js';
import { withDecision } from '../../src/campaign/write-decisions.js';
import { parseInstant } from '../../src/deadlines/calendar.js';
import { ruleIds } from '../../src/findings/catalogue.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 名称,甲村 in GB18030. */
const gb = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbc, 0xd7, 0xb4, 0xe5]);
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('files that people edit on Windows', () => {
  it('are text in any writing that Notepad and Excel save', () => {
    for (const bytes of [utf8('名称,甲村'), gb, utf16('名称,甲村')]) expect(decode(bytes)).toBe('名称,甲村');
    expect(decode(utf8('\uFEFFid'))).toBe('id');
  });

  it.each([
    ['\n', 'a,b\n1,2\n3,4\n'],
    ['\r\n', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['\r', 'a,b\r1,2\r3,4\r'],
    ['both, a program having gone on with what Excel saved', 'a,b\r\n1,2\n3,4\n'],
    ['both the other way round', 'a,b\n1,2\r\n3,4\r\n'],
  ])('rows end in %j', (_, text) => {
    expect(readRows(utf8(text), 'x.csv').map((row) => row.record)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it('campaign.yaml may be saved with CRLF and a mark, or as UTF-16', () => {
    const place = findCampaign('wanzhang-2023', '/')!;
    const source = readFileSync(place.path, 'utf8');
    const path = join(mkdtempSync(join(tmpdir(), 'campaign-')), 'campaign.yaml');
    const own = { path, folder: place.folder };
    const wanted = loadCampaign(place, ruleIds);
    for (const bytes of [utf8(`\uFEFF${source.replaceAll('\n', '\r\n')}`), utf16(source)]) {
      writeFileSync(path, bytes);
      expect(loadCampaign(own, ruleIds)).toEqual(wanted);
    }
    expect([isShipped(place), isShipped({ path, folder: join(path, '..') })]).toEqual([true, false]);
  });

  it('an id that Excel shortened is told as that', () => {
    const levels = [{ id: 'village' }] as unknown as Parameters<typeof parseRoster>[2];
    expect(() => parseRoster(utf8('id,name,level\n3.70829E+11,甲村,village\n'), 'roster.csv', levels)).toThrow(/Excel/);
    expect(parseRoster(utf8('id,name,level\n3E11,甲村,village\n'), 'roster.csv', levels)).toHaveLength(1);
  });
});

describe('days as spreadsheet programs save them', () => {
  it.each([
    ['2023/5/9', '2023-05-09'],
    ['2023-05-09', '2023-05-09'],
    ['2023.5.9', '2023-05-09'],
    ['2023年5月9日', '2023-05-09'],
    ['2023/5/9 16:30', '2023-05-09T16:30'],
    ['2023/5/9 9:05:00', '2023-05-09T09:05:00'],
    ['2023-05-09T16:30', '2023-05-09T16:30'],
    ['2023-05-09T16:30:00+08:00', '2023-05-09T16:30:00+08:00'],
    ['5/9/2023', '5/9/2023'],
    ['soon', 'soon'],
    ['', ''],
  ])('%s is %s', (text, day) => expect(editedDay(text)).toBe(day));
});

describe('decisions.csv after Excel', () => {
  const campaign = loadCampaign(findCampaign('wanzhang-2023', '/')!, ruleIds);
  const roster = parseRoster(utf8('id,name,level\n1,甲庄村委会,village\n'), 'roster.csv', campaign.levels);
  const read = (bytes: Uint8Array) => parseDecisions(bytes, 'decisions.csv', campaign, roster, parseInstant);
  const row = { action: 'withdraw', file: '乙.xlsx', reason: '发错', who: '王某某', date: '2023-05-10' };
  const extend = { action: 'extend', unit: '1', deadline: 'final', value: '2023/6/15', reason: '防汛', who: '王某某' };

  it('a new file and every line after it can be read back, and keep their mark', () => {
    let bytes: Uint8Array | null = null;
    for (const one of [row, { ...extend, date: '2023/6/1' }, row]) bytes = withDecision(bytes, one);
    expect([...bytes!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(read(bytes!).map((one) => one.action)).toEqual(['withdraw', 'extend', 'withdraw']);
    expect(read(bytes!)[1]).toMatchObject({ due: '2023-06-15', date: '2023-06-01' });
  });

  it('what Excel saved in GB18030 with CRLF goes on, its Chinese whole', () => {
    const header = utf8('action,file,sha256,unit,material,deadline,value,reason,who,date\r\nwithdraw,');
    const rest = utf8('.xlsx,,,,,,x,y,2023/5/9');
    // 甲村 as Excel saves it on a Chinese Windows; the last line has no end.
    const saved = new Uint8Array([...header, 0xbc, 0xd7, 0xb4, 0xe5, ...rest]);
    const twice = withDecision(withDecision(saved, row), row);
    const decisions = read(twice);
    expect(decisions.map((one) => ('file' in one ? one.file.path : null))).toEqual(['甲村.xlsx', '乙.xlsx', '乙.xlsx']);
    expect(decode(twice).split('\r\n')).toHaveLength(5);
  });

  it('columns in another order and in Chinese stay as they are', () => {
    const saved = forExcel('处理,经办人,理由,日期,文件\r\n撤回,王某某,发错,2023/5/9,甲.xlsx\r\n');
    const [, second] = read(withDecision(saved, row));
    expect(second).toMatchObject({ who: '王某某', reason: '发错', file: { path: '乙.xlsx' } });
    expect(() => read(withDecision(saved, { ...row, sha256: '0123456789abcdef' }))).toThrow();
  });
});
