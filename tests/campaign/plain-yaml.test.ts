import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDocument } from 'yaml';
import { shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { readPlainYaml } from '../../src/campaign/plain-yaml.js';

const campaigns = shippedCampaigns().map((id) => readFileSync(`templates/${id}/campaign.yaml`, 'utf8'));

/** Whatever is taken for plain must mean what the package takes it to mean. */
function agrees(source: string): boolean {
  const plain = readPlainYaml(source);
  if (plain === null) return true;
  const document = parseDocument(source, { uniqueKeys: true });
  expect(document.errors, source).toEqual([]);
  expect(plain.value, source).toEqual(document.toJS());
  return true;
}

describe('campaigns as they are written', () => {
  it.each(campaigns)('are plain, %#', (source) => {
    expect(readPlainYaml(source)?.value).toEqual(parseDocument(source).toJS());
    expect(readPlainYaml(source.replaceAll('\n', '\r\n'))?.value).toEqual(parseDocument(source).toJS());
  });

  test('in blocks too', () => {
    const source = 'a:\n- b: 1\n  c:\n    - d # e\n    - "f # g"\n- h: [x, {i: 2}]\nj:\nk: it\'s 5.29 m#n\n';
    expect(readPlainYaml(source)?.value).toEqual(parseDocument(source).toJS());
  });
});

describe('what is not plain is left to the package', () => {
  it.each([
    ...['', 'a', '- a', 'a: b: c', 'a: 1\na: 2', 'a: |\n  b', 'a: &x 1\nb: *x', 'a: !!str 1', 'a: b\n  c', 'a:\tb'],
    ...['a: 1.5', 'a: 0x1f', 'a: 1e3', 'a: ~', 'a: Null', 'a: .inf', 'a: -1', 'a: 007', "a: 'it''s'", 'a: "\\n"'],
    ...[
      'a: [b,\n  c]',
      'a: [b',
      'a: {b}',
      'a: [,]',
      '---\na: 1',
      'a: 1\n...',
      'a:\n  b: 1\n c: 2',
      '%YAML 1.2\n---\na: 1',
    ],
    ...['"a": 1', '? a\n: 1', '__proto__: 1', `a:\n${'  '.repeat(1)}- ${'- '.repeat(60)}b`],
  ])('%j', (source) => {
    expect(readPlainYaml(source)).toBeNull();
  });
});

test('texts with anything changed in them mean the same to both, or are not plain', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      ...['\n', '  ', ' ', '- ', ':', ': ', ' #', '#', ',', '[', ']', '{', '}', "'", '"', '\\', '~', '\t', '\r'],
    ),
    fc.constantFrom(
      ...[
        '1',
        '-1',
        '0.5',
        '0x1',
        '1e3',
        '.5',
        'true',
        'yes',
        'null',
        '2023-05-01',
        '17:30',
        '|',
        '>',
        '&a',
        '*a',
        '!',
      ],
    ),
    fc.constantFrom(
      ...['a: ', 'id: ', '\n- ', '\n  - ', '\n\n', '\u3000', '\u00a0', '村', '：', '---\n', '...', '%', '@', '?', '-'],
    ),
    fc.string({ maxLength: 3, unit: 'binary' }),
  );
  const change = fc.record({ at: fc.nat(9999), gone: fc.integer({ min: 0, max: 6 }), bit });
  const small = fc.array(bit, { maxLength: 14 }).map((bits) => `a: ${bits.join('')}`);
  const changed = fc
    .record({ source: fc.constantFrom(...campaigns), changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
    .map(({ source, changes }) =>
      changes.reduce(
        (text, { at, gone, bit }) => {
          const place = at % text.length;
          return text.slice(0, place) + bit + text.slice(place + gone);
        },
        source.slice(0, 2500),
      ),
    );
  fc.assert(fc.property(small, agrees), { numRuns: 5000 });
  fc.assert(fc.property(changed, agrees), { numRuns: 300 });
});
