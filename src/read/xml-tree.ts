import { mebibyte } from '../model/bounds.js';
import type { Allowance } from './allowance.js';
import { prefixOf } from './namespaces.js';
import { damaged } from './problem.js';
import { scanXml } from './scan-xml.js';
import type { Attributes } from './xml-events.js';
import type { AttributeRecord } from './xml-scope.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: AttributeRecord;
  readonly children: readonly XmlElement[];
  /** The text directly inside, in one piece. */
  readonly text: string;
}

interface Growing extends XmlElement {
  attributes: AttributeRecord;
  readonly children: Growing[];
  text: string;
}

/** A small part as a tree; sheets, which may be large, are scanned instead. */
export function parseXml(bytes: Uint8Array, allowance: Allowance): XmlElement {
  allowance.keepTo('treeMebibytes', bytes.length / mebibyte);
  const [root] = scanXml(bytes, () => new TreeBuilder(), allowance).document.children;
  if (root === undefined) throw damaged('no root element');
  return root;
}

class TreeBuilder {
  readonly document: Growing = { name: '', attributes: {}, children: [], text: '' };
  readonly #path = [this.document];

  open(name: string, attributes: Attributes): void {
    const element: Growing = { name, attributes: attributes.record(), children: [], text: '' };
    this.#top().children.push(element);
    this.#path.push(element);
    if (name === CHOICE) element.attributes = { ...element.attributes, Requires: this.#required(element) };
  }

  /** The namespaces a choice asks its reader to know, instead of the prefixes they have just there. */
  #required({ attributes }: Growing): string {
    const prefixes = (attributes.Requires ?? '').split(/\s+/).filter((prefix) => prefix !== '');
    const bound = (prefix: string) =>
      this.#path.findLast((one) => one.attributes[`xmlns:${prefix}`] !== undefined)?.attributes[`xmlns:${prefix}`];
    return prefixes.map((prefix) => bound(prefix) ?? '?').join(' ');
  }

  close(): void {
    this.#path.pop();
  }

  text(text: string): void {
    this.#top().text += text;
  }

  #top(): Growing {
    return this.#path[this.#path.length - 1] as Growing;
  }
}

/** Every descendant of one name, in document order; of alternatives only the one that readers take. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return visibleChildren(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

const CHOICE = 'mc:Choice';

/** Children with each `mc:AlternateContent` replaced by the first choice that office programs know, or else its fallback. */
export function visibleChildren(element: XmlElement): readonly XmlElement[] {
  if (!element.children.some((child) => child.name === 'mc:AlternateContent')) return element.children;
  return element.children.flatMap((child) => {
    if (child.name !== 'mc:AlternateContent') return [child];
    const chosen = childrenNamed(child, CHOICE).find(isKnown) ?? childNamed(child, 'mc:Fallback');
    return chosen === undefined ? [] : visibleChildren(chosen);
  });
}

function isKnown({ attributes: { Requires = '' } }: XmlElement): boolean {
  return Requires !== '' && Requires.split(' ').every((namespace) => prefixOf(namespace) !== '?:');
}
