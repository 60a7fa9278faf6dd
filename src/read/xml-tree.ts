import { mebibyte } from '../model/bounds.js';
import type { Allowance } from './allowance.js';
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

/** Children with each `mc:AlternateContent` replaced by its first choice, or its fallback where it has none. */
export function visibleChildren(element: XmlElement): readonly XmlElement[] {
  if (!element.children.some((child) => child.name === 'mc:AlternateContent')) return element.children;
  return element.children.flatMap((child) => {
    if (child.name !== 'mc:AlternateContent') return [child];
    const chosen = childNamed(child, 'mc:Choice') ?? childNamed(child, 'mc:Fallback');
    return chosen === undefined ? [] : visibleChildren(chosen);
  });
}
