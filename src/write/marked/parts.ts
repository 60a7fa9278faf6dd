import { zipSync } from 'fflate';
import { stillZip } from '../still-zip.js';
import { attributeOf, edited, elementsOf, escaped, insideEnd } from './xml-text.js';

/** One part of a package: its name without a leading slash, and its bytes. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a part points at. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  /** The target's name in the package; null where it lies outside. */
  readonly target: string | null;
}

const contentTypes = '[Content_Types].xml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook's parts, to be changed in place. Names are compared as Office does, without regard to case. */
export class Parts {
  private readonly parts: Map<string, Part>;

  constructor(parts: readonly Part[]) {
    this.parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  /** The part as text; null where it is not there or not UTF-8. */
  text(name: string): string | null {
    const part = this.parts.get(name.toLowerCase());
    if (part === undefined) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(part.bytes);
    } catch {
      return null;
    }
  }

  write(name: string, text: string): void {
    const known = this.parts.get(name.toLowerCase());
    this.parts.set(name.toLowerCase(), { name: known?.name ?? name, bytes: new TextEncoder().encode(text) });
  }

  /** A name no part has yet: `xl/comments1.xml`, `xl/comments2.xml`, … */
  unused(before: string, after: string): string {
    let n = 1;
    while (this.has(`${before}${n}${after}`)) n++;
    return `${before}${n}${after}`;
  }

  /** What the part points at; the package itself is ''. */
  relationsOf(name: string): readonly Relation[] {
    const xml = this.text(relationsPart(name));
    if (xml === null) return [];
    return elementsOf(xml, 'Relationship').map(({ tag }) => {
      const target = attributeOf(tag, 'Target') ?? '';
      return {
        id: attributeOf(tag, 'Id') ?? '',
        type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? '',
        target: attributeOf(tag, 'TargetMode') === 'External' ? null : resolved(name, target),
      };
    });
  }

  /** Points the part at another one; the id it goes by. */
  relate(name: string, type: string, target: string): string {
    const known = this.relationsOf(name).map(({ id }) => id);
    let n = known.length + 1;
    while (known.includes(`rId${n}`)) n++;
    const id = `rId${n}`;
    const part = relationsPart(name);
    const xml =
      this.text(part) ??
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const [root] = elementsOf(xml, 'Relationships');
    if (root === undefined) throw new Error(`${part} is no list of relationships`);
    const { prefix } = root.tag;
    const entry = `<${prefix}Relationship Id="${id}" Type="${relations}/${type}" Target="${escaped(stepsTo(name, target))}"/>`;
    this.write(part, edited(xml, [insideEnd(root, entry)]));
    return id;
  }

  /** Says what the part holds. */
  declare(name: string, type: string): void {
    this.addType('Override', 'PartName', `/${name}`, type);
  }

  /** Says what all parts of this ending hold, unless that is said. */
  declareEnding(ending: string, type: string): void {
    this.addType('Default', 'Extension', ending, type);
  }

  /** The package. The same parts give the same bytes. */
  zipped(): Uint8Array {
    const files = Object.fromEntries([...this.parts.values()].map(({ name, bytes }) => [name, bytes]));
    return stillZip(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) }));
  }

  private addType(element: string, key: string, value: string, type: string): void {
    const xml = this.text(contentTypes) ?? '';
    const [root] = elementsOf(xml, 'Types');
    if (root === undefined) throw new Error('the package does not say what its parts hold');
    const known = elementsOf(xml, element).some(
      ({ tag }) => attributeOf(tag, key)?.toLowerCase() === value.toLowerCase(),
    );
    if (known) return;
    const entry = `<${root.tag.prefix}${element} ${key}="${escaped(value)}" ContentType="${type}"/>`;
    this.write(contentTypes, edited(xml, [insideEnd(root, entry)]));
  }
}

export const relationNamespace = relations;

function relationsPart(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** A target as Office writes it, seen from the part that names it: other programs take no other way. */
function stepsTo(from: string, target: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = target.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

/** A target as it is written, from the folder of the part that names it. */
function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
