import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mail, progressReport, wordText } from './documents.js';
import { reportOf, type Tree, villages } from './inbox.js';

const roster = villages('甲庄村委会', '乙庄村委会', '丙庄社区');

/** A node of an arbitrary inbox: bytes, or a container of more. */
type Node = { readonly bytes: Uint8Array; readonly inside: readonly string[] };

const leaf: fc.Arbitrary<Node> = fc
  .oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.constantFrom(
      wordText('活动总结'),
      wordText('实施方案'),
      progressReport('甲庄村', ['5月8日在广场宣传，20人参加']),
    ),
    fc.constantFrom(new Uint8Array(), Buffer.from('%PDF-1.4'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])),
  )
  .map((bytes) => ({ bytes, inside: [] }));
const name = fc.constantFrom(
  '信息统计表.xlsx',
  '甲庄村/照片1.jpg',
  '实施方案.docx',
  '.DS_Store',
  '~$x.docx',
  'a/b/c.bin',
  '总结.doc',
  '视频.mp4',
  'z.pdf',
);

const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
const node: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    leaf,
    container('zip', tie('node')),
    container('eml', tie('node')),
  ),
})).node;

function container(kind: 'zip' | 'eml', inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  return names.chain((keys) =>
    fc.tuple(...keys.map(() => inner)).map((nodes) => {
      const files = Object.fromEntries(
        keys.map((key, n) => [kind === 'eml' ? key.replaceAll('/', '-') : key, nodes[n]!.bytes]),
      );
      const bytes = kind === 'zip' ? zipSync(files, { level: 0 }) : mail(['From: x@example.org', 'Subject: x'], files);
      const inside = Object.keys(files).flatMap((key, n) => {
        const noise = /(^|\/)(?:\.DS_Store|~\$)/.test(key);
        return [key, ...(noise ? [] : nodes[n]!.inside.map((path) => `${key}!${path}`))];
      });
      return { bytes, inside };
    }),
  );
}

describe('every file and every member of every container', () => {
  it('is listed exactly once, with exactly one outcome', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, node, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), async (tree) => {
        const files: Tree = Object.fromEntries(Object.entries(tree).map(([path, one]) => [path, { bytes: one.bytes }]));
        const report = await reportOf(files, roster);
        const expected = Object.entries(tree).flatMap(([path, one]) => {
          const noise = /(^|\/)(?:\.DS_Store|~\$)/.test(path);
          return [path, ...(noise ? [] : one.inside.map((inner) => `${path}!${inner}`))];
        });
        expect(report.files.map((file) => file.path).sort()).toEqual(expected.sort());
        const sum = Object.values(report.counts).reduce((total, count) => total + count, 0);
        expect(sum).toBe(expected.length);
        for (const unit of report.units) expect(unit.deadlines).toHaveLength(5);
      }),
      { numRuns: 120, seed: 529 },
    );
  });
});
