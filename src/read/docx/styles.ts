import type { Shift } from '../shown-signs.js';
import { childNamed, childrenNamed, type XmlElement } from '../xml-tree.js';
import { isOn, settingOf } from './properties.js';

/** How a person sees a run of text, as far as that changes what is read. */
export interface RunLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  /** White, with nothing of its own behind it. */
  readonly white: boolean;
  readonly shifted: Shift;
}

/** More styles than this, one based on the other, nobody makes. */
const longestChain = 20;

/** What styles say of texts and paragraphs, each followed to those it is based on. Without a part of styles none says anything. */
export class Styles {
  readonly #byId: ReadonlyMap<string, XmlElement>;
  readonly #defaults: XmlElement | undefined;
  readonly #usual: string;

  constructor(part: XmlElement | null) {
    const styles = part === null ? [] : childrenNamed(part, 'w:style');
    this.#byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    const defaults = childNamed(part ?? undefined, 'w:docDefaults');
    this.#defaults = childNamed(childNamed(defaults, 'w:rPrDefault'), 'w:rPr');
    const usual = styles.find(({ attributes }) => attributes['w:type'] === 'paragraph' && isUsual(attributes));
    this.#usual = usual?.attributes['w:styleId'] ?? '';
  }

  /** The look of a run with these properties, in a paragraph with those. */
  look(run: XmlElement | undefined, paragraph: XmlElement | undefined): RunLook {
    const styles = [this.#chain(settingOf(run, 'w:rStyle')), this.#chain(this.#styleOf(paragraph))];
    const listed = styles.map((chain) => chain.flatMap((style) => childNamed(style, 'w:rPr') ?? []));
    const is = (name: string) => isOn(run, name) ?? this.#byStyle(name, listed);
    const stated = (name: string) =>
      [run, ...listed.flat(), this.#defaults].flatMap((one) => settingOf(one, name) ?? [])[0];
    const shifted = stated('w:vertAlign');
    const isMarked = ['w:shd', 'w:highlight'].some((name) => childNamed(run, name) !== undefined);
    return {
      hidden: is('w:vanish'),
      struck: is('w:strike') || is('w:dstrike'),
      white: /^FFFFFF$/i.test(stated('w:color') ?? '') && !isMarked,
      shifted: shifted === 'superscript' || shifted === 'subscript' ? shifted : null,
    };
  }

  /** What the style of a paragraph, or the one named, says of its place in lists, such as `w:numId`. */
  inList(name: string, paragraph: XmlElement | undefined, style = this.#styleOf(paragraph)): string | undefined {
    const stated = this.#chain(style).map((one) => childNamed(childNamed(one, 'w:pPr'), 'w:numPr'));
    return stated.flatMap((one) => settingOf(one, name) ?? [])[0];
  }

  #styleOf(paragraph: XmlElement | undefined): string {
    return settingOf(paragraph, 'w:pStyle') ?? this.#usual;
  }

  /** A style and those it is based on, the nearest first. */
  #chain(id: string | undefined): readonly XmlElement[] {
    const chain: XmlElement[] = [];
    for (let style = this.#byId.get(id ?? ''); style !== undefined && chain.length < longestChain; ) {
      chain.push(style);
      style = this.#byId.get(settingOf(style, 'w:basedOn') ?? '');
    }
    return chain;
  }

  /** Said by the style of the text and by that of the paragraph, it is taken back. */
  #byStyle(name: string, styles: readonly (readonly XmlElement[])[]): boolean {
    const said = styles.map((chain) => chain.flatMap((one) => isOn(one, name) ?? [])[0] ?? false);
    return said.filter(Boolean).length === 1 || (isOn(this.#defaults, name) ?? false);
  }
}

function isUsual(attributes: XmlElement['attributes']): boolean {
  return /^(?:1|true|on)$/.test(attributes['w:default'] ?? '');
}
