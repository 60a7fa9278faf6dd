import type { CampaignFile } from './schema.js';

interface Broken {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What the shape cannot say: names that must exist, ids used once, days and numbers in order. */
export function brokenReferences(file: CampaignFile): Broken[] {
  return [
    ...order(file),
    ...deadlines(file),
    ...materials(file),
    ...repeatedIds(file),
    ...leaves(file),
    ...groups(file),
  ];
}

function order(file: CampaignFile): Broken[] {
  const levels = file.levels.map((level) => level.id);
  return [
    ...unless(levels.includes(file.reportingLevel), ['reportingLevel'], oneOf(levels)),
    ...unless(file.period.from <= file.period.to, ['period', 'to'], `expected a day not before ${file.period.from}`),
    ...unless(
      file.ordinal === null || file.ordinal === file.year - 1998,
      ['ordinal'],
      `expected ${file.year - 1998}, the year less 1998`,
    ),
  ];
}

function deadlines(file: CampaignFile): Broken[] {
  const known = file.materials.map((material) => material.id);
  return file.deadlines.flatMap((deadline, n) =>
    deadline.materials.flatMap((name, m) =>
      unless(known.includes(name), ['deadlines', n, 'materials', m], oneOf(known)),
    ),
  );
}

function materials(file: CampaignFile): Broken[] {
  return file.materials.flatMap((material, n) => [
    ...unless(material.least <= material.most, ['materials', n, 'most'], `expected at least ${material.least}`),
    ...unless(
      material.kind !== 'progress' || file.forms.progress !== undefined,
      ['materials', n, 'kind'],
      'expected a form under forms.progress to go with it',
    ),
  ]);
}

function repeatedIds(file: CampaignFile): Broken[] {
  const lists = { levels: file.levels, materials: file.materials, deadlines: file.deadlines };
  return Object.entries(lists).flatMap(([key, list]) => {
    const ids = list.map((item) => item.id);
    return ids.flatMap((id, n) =>
      unless(ids.indexOf(id) === n, [key, n, 'id'], `expected an id not used before (${id})`),
    );
  });
}

function leaves(file: CampaignFile): Broken[] {
  return file.forms.statistics.blocks.flatMap((block, b) =>
    block.rows.flatMap((row, r) => {
      const known = row.leaves.map((leaf) => leaf.id);
      const path = ['forms', 'statistics', 'blocks', b, 'rows', r, 'leaves'];
      return row.leaves.flatMap((leaf, l) =>
        unless(leaf.of === undefined || known.includes(leaf.of), [...path, l, 'of'], oneOf(known)),
      );
    }),
  );
}

/** A group tells leaves that exist, at least one of each row; two groups without an id would give one field twice. */
function groups(file: CampaignFile): Broken[] {
  return file.forms.statistics.blocks.flatMap(({ groups, rows }, b) => {
    if (typeof groups === 'string') return [];
    const known = rows.flatMap((row) => row.leaves.map((leaf) => leaf.id));
    const path = ['forms', 'statistics', 'blocks', b, 'groups'];
    const bare = groups.filter(({ id }) => id === '').flatMap(({ leaves }) => [...new Set(leaves ?? known)]);
    return [
      ...unless(new Set(bare).size === bare.length, path, 'expected one group at most without an id for each leaf'),
      ...groups.flatMap(({ leaves = known }, g) => [
        ...leaves.flatMap((leaf, l) => unless(known.includes(leaf), [...path, g, 'leaves', l], oneOf(known))),
        ...unless(
          rows.every((row) => row.leaves.some(({ id }) => leaves.includes(id))),
          [...path, g, 'leaves'],
          'expected at least one leaf of each row',
        ),
      ]),
    ];
  });
}

function unless(right: boolean, path: (string | number)[], message: string): Broken[] {
  return right ? [] : [{ path, message }];
}

function oneOf(known: readonly string[]): string {
  return `expected one of ${known.join(', ')}`;
}
