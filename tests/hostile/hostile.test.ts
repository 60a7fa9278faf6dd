import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostileFile } from './maker.js';
import { makers } from './makers.js';
import { aggregate, check, layInbox, removeInbox, type Tried } from './try-inbox.js';

const limitMs = 110_000;
const mebibytes = 512;

interface Json {
  readonly units: readonly {
    readonly id: string;
    readonly statistics: unknown;
    readonly deadlines: readonly object[];
  }[];
  readonly totals: unknown;
  readonly coverage: unknown;
  readonly files: readonly { readonly path: string; readonly outcome: string }[];
}

function* light(): Generator<HostileFile> {
  for (const { files, costly } of makers) if (!costly) yield* files();
}

const works: string[] = [];

function lay(files: Iterable<HostileFile>, villages: boolean): string {
  const work = layInbox(files, villages);
  works.push(work);
  return work;
}

afterAll(() => {
  works.forEach(removeInbox);
});

describe('an inbox with hostile files beside honest villages', () => {
  const count = [...light()].length;
  let alone: Json;
  let beside: Tried;

  beforeAll(async () => {
    alone = (await aggregate(lay([], true), limitMs)).json as Json;
    beside = await aggregate(lay(light(), true), limitMs);
  }, 2 * limitMs);

  it('is told of without a word or sign that is unfit for people', () => {
    expect(beside.complaints).toEqual([]);
  });

  it('gives the villages’ figures and statuses as if they were alone', () => {
    const told = ({ units, totals, coverage }: Json) => ({
      units: units.map(({ id, statistics, deadlines }) => ({ id, statistics, deadlines })),
      ...{ totals, coverage },
    });
    expect(told(beside.json as Json)).toEqual(told(alone));
  });

  it('lists every file exactly once, with an outcome', () => {
    const { files } = beside.json as Json;
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(files.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    const strange = paths.filter((path) => path.includes('来路不明/') && !path.includes('!'));
    expect(strange).toHaveLength(count);
    for (const { path } of alone.files) expect(paths).toContain(path);
  });

  it('stays within its memory, all processes together', () => {
    if (beside.peak === null) return;
    expect(beside.peak / 2 ** 20).toBeLessThan(mebibytes);
  });
});

describe('the same files checked one after the other', () => {
  it.each(['text', 'json'] as const)('are told of as %s', async (format) => {
    const { complaints } = await check(lay(light(), false), format, limitMs);
    expect(complaints).toEqual([]);
  });
});
