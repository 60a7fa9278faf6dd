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
  const stated = zip.parsed(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, parseXml);
  if (stated === null) return [];
  return childrenNamed(stated, 'rel:Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolve(part.slice(0, slash), attributes.Target ?? ''),
    }));
}

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
