import { DomUtils, parseDocument } from 'htmlparser2';

export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Node = Parameters<typeof DomUtils.textContent>[0];

/** A page as a browser takes it apart. */
export function parsed(page: string): Node {
  return parseDocument(page) as unknown as Node;
}

/** Enough of selectors: tag, .class, #id, [name] and [name=value], descendants and children. */
export function select(selector: string, root: Node): Element[] {
  const steps = selector.replace(/\s*>\s*/g, ' >').split(/\s+/);
  return DomUtils.findAll((element) => fits(element, steps), [root].flat() as never);
}

function fits(element: Element, steps: readonly string[]): boolean {
  const last = steps.at(-1) ?? '';
  const isChild = last.startsWith('>');
  if (!matches(element, isChild ? last.slice(1) : last)) return false;
  const before = steps.slice(0, -1);
  if (before.length === 0) return true;
  for (let up = element.parent; up !== null && 'attribs' in up; up = up.parent) {
    if (fits(up as Element, before)) return true;
    if (isChild) return false;
  }
  return false;
}

function matches(element: Element, compound: string): boolean {
  return (compound.match(/[.#]?[\w-]+|\[[^\]]+\]/g) ?? []).every((part) => {
    if (part.startsWith('.')) return classesOf(element).includes(part.slice(1));
    if (part.startsWith('#')) return element.attribs.id === part.slice(1);
    if (!part.startsWith('[')) return element.name === part;
    const [name = '', value] = part.slice(1, -1).split(/\^?=/);
    const held = element.attribs[name];
    return held !== undefined && (value === undefined || held === value.replaceAll('"', ''));
  });
}

function classesOf(element: Element): string[] {
  return (element.attribs.class ?? '').split(/\s+/);
}

export function textOf(node: Node | undefined): string {
  return node === undefined ? '' : DomUtils.textContent(node);
}
