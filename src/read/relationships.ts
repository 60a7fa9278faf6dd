import { ofText, once } from '../model/memo.js';
import type { Allowance } from './allowance.js';
import { damaged } from './problem.js';
import { childrenNamed, parseXml } from './xml-tree.js';
import type { ZipPackage } from './zip-package.js';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`; strict and transitional files share it. */
  readonly kind: string;
  /** The part it leads to, from the package's root. */
  readonly target: string;
}

/** What a part refers to inside the package; `''` asks for the package's own. */
export function readRelationships(zip: ZipPackage, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const stated = zip.parsed(`${folder}_rels/${part.slice(slash)}.rels`, readStated);
  return stated === null ? [] : resolvedIn(stated)(folder);
}

/** Its targets as they are written: they are meant from the folder of the part that refers to them. */
function readStated(part: Uint8Array, allowance: Allowance): readonly Relationship[] {
  return childrenNamed(parseXml(part, allowance), 'rel:Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: attributes.Target ?? '',
    }));
}

/** Many packages state the very same. */
const resolvedIn = once((stated: readonly Relationship[]) =>
  ofText((folder): readonly Relationship[] =>
    stated.map((relationship) => ({ ...relationship, target: resolve(folder, relationship.target) })),
  ),
);

/** The part that the package is about, or where it has always been. Office programs open no package that lacks one of these. */
export function mainPart(zip: ZipPackage, fallback: string): string {
  for (const part of ['[Content_Types].xml', '_rels/.rels'])
    if (!zip.has(part)) throw damaged(`no ${part}`, 'part-missing');
  const stated = readRelationships(zip, '').find(({ kind }) => kind === 'officeDocument')?.target;
  return stated !== undefined && zip.has(stated) ? stated : fallback;
}

function resolve(folder: string, target: string): string {
  const forward = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (forward.startsWith('/') ? forward : folder + forward).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
