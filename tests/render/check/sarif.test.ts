import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue, ruleIds } from '../../../src/findings/catalogue.js';
import { finding } from '../../../src/findings/finding.js';
import type { CheckedFile } from '../../../src/model/checked-file.js';
import type { Finding } from '../../../src/model/finding.js';
import { checkSarif } from '../../../src/render/check/sarif.js';

/** The parts of SARIF 2.1.0 (sections 3.10 to 3.52) that a result of ours has, with nothing else allowed beside them. */
const message = z.strictObject({
  // 3.11.5: braces stand for placeholders unless they are doubled; 3.11.6: [text](target) is a link.
  text: z
    .string()
    .min(1)
    .refine((text) => !/[{}]/u.test(text.replace(/\{\{|\}\}/gu, '')))
    .refine((text) => !text.includes('](')),
});
const uri = z.string().refine((text) => /^[\x21-\x7e]+$/u.test(text) && new URL(text, 'file:///base/').href !== '');
const location = z.strictObject({
  message: message.optional(),
  physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri }) }),
  logicalLocations: z
    .array(z.strictObject({ name: z.string().min(1), fullyQualifiedName: z.string().min(1), kind: z.string().min(1) }))
    .min(1)
    .optional(),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
const rule = z.strictObject({
  id: z.string().min(1),
  ...{ shortDescription: message, fullDescription: message, help: message },
  defaultConfiguration: z.strictObject({ level }),
});
const result = z.strictObject({
  ...{ ruleId: z.string(), ruleIndex: z.int().min(0), level, message },
  locations: z.array(location).length(1),
  relatedLocations: z.array(location).optional(),
});
const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.string().min(1),
      semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/u),
      rules: z.array(rule),
    }),
  }),
  invocations: z.tuple([z.strictObject({ executionSuccessful: z.literal(true) })]),
  language: z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/u),
  results: z.array(result),
});
const log = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.tuple([run]) });

/** As a program would receive it. */
function written(files: readonly CheckedFile[], locale: 'zh' | 'en' = 'zh') {
  return log.parse(JSON.parse(JSON.stringify(checkSarif(files, locale, '1.2.3'))));
}

const file: CheckedFile = { path: '东岭村/附件 2.xlsx', material: null, unit: null, blank: false, findings: [] };
const at = { kind: 'sheet', sheet: 'Sheet1', address: 'F4' } as const;
const sampleOf = (id: (typeof ruleIds)[number]) =>
  finding(id, catalogue[id].sample as never, at, catalogue[id].sampleFound) as Finding;

describe('checkSarif', () => {
  test.each(['zh', 'en'] as const)('every rule there is makes a valid result (%s)', (locale) => {
    const [{ tool, results }] = written([{ ...file, findings: ruleIds.map(sampleOf) }], locale).runs;
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(ruleIds);
    expect(results).toHaveLength(ruleIds.length);
    for (const one of results) expect(tool.driver.rules[one.ruleIndex]?.id).toBe(one.ruleId);
  });

  test('severities are levels, and a campaign’s own severity is the result’s alone', () => {
    const own = { ...sampleOf('count/normalised'), severity: 'error' } as const;
    const [{ tool, results }] = written([{ ...file, findings: [sampleOf('count/estimate'), own] }]).runs;
    expect(results.map((one) => [one.ruleId, one.level])).toEqual([
      ['count/normalised', 'error'],
      ['count/estimate', 'warning'],
    ]);
    expect(tool.driver.rules.map((one) => one.defaultConfiguration.level)).toEqual(['warning', 'note']);
  });

  test('a result names the file as a URI and the cell as a logical location', () => {
    const [{ results }] = written([{ ...file, findings: [sampleOf('count/unreadable')] }]).runs;
    const [place] = results[0]?.locations ?? [];
    expect(decodeURIComponent(place?.physicalLocation.artifactLocation.uri ?? '')).toBe(file.path);
    expect(place?.logicalLocations).toEqual([{ name: 'F4', fullyQualifiedName: 'Sheet1!F4', kind: 'cell' }]);
  });

  test.each([
    ['./a/b.xlsx', '', 'a/b.xlsx'],
    ['/in/甲 #1.xlsx', '', 'file:///in/%E7%94%B2%20%231.xlsx'],
    ['C:\\表\\a.xlsx', '', 'file:///C:/%E8%A1%A8/a.xlsx'],
    ['a.zip!b/c.xlsx', '!b/c.xlsx', 'a.zip'],
    ['a\ud800:b.xlsx', '', 'a%EF%BF%BD%3Ab.xlsx'],
  ])('the path %s is a URI', (path, inside, uri) => {
    const [{ results }] = written([{ ...file, path, inside, findings: [sampleOf('count/unreadable')] }]).runs;
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('members of containers and Word tables are logical locations too', () => {
    const whole = finding('file/encrypted', { what: 'workbook' }, { kind: 'file' });
    const word = { ...sampleOf('count/unreadable'), place: { kind: 'word', table: 1, row: 3, column: 7 } } as const;
    const [{ results }] = written([{ ...file, path: 'a.zip!b.docx', inside: '!b.docx', findings: [whole, word] }]).runs;
    expect(results.map((one) => one.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName)).toEqual([
      'b.docx',
      'b.docx!表1 第3行第7列',
    ]);
    const [{ results: outer }] = written([{ ...file, findings: [whole] }]).runs;
    expect(outer[0]?.locations[0]).not.toHaveProperty('logicalLocations');
  });

  test('what stands in a file can neither be a placeholder nor a link, nor order a terminal', () => {
    const hostile = finding('count/unreadable', { label: '{0}' }, at, '[x](http://e) {1} \u001b[31m\u202e');
    const [{ results }] = written([{ ...file, findings: [hostile] }]).runs;
    expect(results[0]?.message.text).not.toMatch(/\p{Cc}|\u202e/u);
  });

  test('the likely cell is a related location', () => {
    const one = sampleOf('count/implausible');
    const likely = new Map([[one, { kind: 'cell', place: { ...at, address: 'R9' } } as const]]);
    const [{ results }] = written([{ ...file, findings: [one], likely }]).runs;
    expect(results[0]?.relatedLocations).toMatchObject([{ logicalLocations: [{ name: 'R9' }] }]);
  });

  test('no files and no findings make an empty run', () => {
    expect(written([file]).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });
});
