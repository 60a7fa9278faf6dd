import type { Shift } from '../shown-signs.js';

/** How an element makes its text look, as far as that changes what is read. */
export interface ElementLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly shifted: Shift;
  /** Its signs are shown from right to left. */
  readonly turned: boolean;
}

const STRUCK = new Set(['s', 'del', 'strike']);

/** By its name, its own style, and those of its classes. */
export function lookOf(name: string, attributes: Readonly<Record<string, string>>, classes: Classes): ElementLook {
  const named = (attributes.class ?? '').split(/\s+/).map((one) => classes.get(one) ?? '');
  const style = [attributes.style ?? '', ...named].join(';');
  const position = /vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase() ?? name;
  return {
    hidden: attributes.hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(style),
    struck: STRUCK.has(name) || /text-decoration[^;:]{0,20}:[^;]{0,100}line-through/i.test(style),
    shifted: position === 'sup' || position === 'super' ? 'superscript' : position === 'sub' ? 'subscript' : null,
    turned: name === 'bdo' && /^rtl$/i.test(attributes.dir ?? ''),
  };
}

/** What is said of elements of a class, by its name. */
export type Classes = ReadonlyMap<string, string>;

/** The rules for classes alone in a page's styles, which is how Excel writes them. */
export function classesIn(styles: string): Classes {
  return new Map([...styles.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)].map(([, name = '', style = '']) => [name, style]));
}
