import {
  attributeOf,
  type Edit,
  type Element,
  edited,
  elementsOf,
  insideEnd,
  type Tag,
  tagsOf,
  withAttribute,
} from './xml-text.js';

type Section = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** A workbook's cell styles: those it has keep their numbers, new ones are added behind them. */
export class CellStyles {
  private readonly xml: string;
  private readonly sections: Readonly<Record<Section, Element>>;
  private readonly known: Readonly<Record<Section, readonly string[]>>;
  private readonly added: Record<Section, string[]> = { fonts: [], fills: [], borders: [], cellXfs: [] };
  private readonly tints = new Map<string, number>();

  private constructor(xml: string, sections: Readonly<Record<Section, Element>>) {
    this.xml = xml;
    this.sections = sections;
    const children = (section: Section) => childrenOf(xml, sections[section]);
    this.known = {
      fonts: children('fonts'),
      fills: children('fills'),
      borders: children('borders'),
      cellXfs: children('cellXfs'),
    };
  }

  /** Null where the part is not laid out as a workbook's styles are. */
  static of(xml: string): CellStyles | null {
    const section = (name: Section) => elementsOf(xml, name)[0];
    const [fonts, fills, borders, cellXfs] = [
      section('fonts'),
      section('fills'),
      section('borders'),
      section('cellXfs'),
    ];
    if (fonts === undefined || fills === undefined || borders === undefined || cellXfs === undefined) return null;
    const styles = new CellStyles(xml, { fonts, fills, borders, cellXfs });
    return styles.known.cellXfs.length === 0 ? null : styles;
  }

  get prefix(): string {
    return this.sections.cellXfs.tag.prefix;
  }

  /** The number of a style like the given one, on a ground of this colour. */
  tinted(style: number, argb: string): number {
    return this.onFill(style, this.fill(argb));
  }

  /** The number of a style like the given one without a ground, where its ground is of one of these colours; else the same. */
  untinted(style: number, argbs: readonly string[]): number {
    const fill = Number(attributeOf(tagOf(this.xf(style)), 'fillId') ?? 0);
    const source = (this.known.fills[fill] ?? '').toUpperCase();
    return argbs.some((argb) => source.includes(`"${argb}"`)) ? this.onFill(style, 0) : style;
  }

  /** Adds a font, ground or border; the number it goes by. */
  add(section: Section, source: string): number {
    const added = this.added[section];
    const known = added.indexOf(source);
    const at = known === -1 ? added.push(source) - 1 : known;
    return this.known[section].length + at;
  }

  fill(argb: string): number {
    const p = this.prefix;
    return this.add(
      'fills',
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  toXml(): string {
    const edits = (Object.keys(this.sections) as Section[]).flatMap((section) => this.editsOf(section));
    return edited(this.xml, edits);
  }

  private onFill(style: number, fill: number): number {
    const key = `${style} ${fill}`;
    const made = this.tints.get(key) ?? this.add('cellXfs', withFill(this.xf(style), fill));
    this.tints.set(key, made);
    return made;
  }

  /** A number no style has counts as the first, as programs take it. */
  private xf(style: number): string {
    const { cellXfs } = this.known;
    return cellXfs[style] ?? cellXfs[0] ?? '';
  }

  private editsOf(section: Section): Edit[] {
    const added = this.added[section];
    if (added.length === 0) return [];
    const element = this.sections[section];
    const content = insideEnd(element, added.join(''));
    if (element.tag.kind === 'empty' || attributeOf(element.tag, 'count') === null) return [content];
    const count = String(this.known[section].length + added.length);
    const { start, end } = element.tag;
    return [{ start, end, text: withAttribute(element.tag, 'count', count) }, content];
  }
}

function withFill(xf: string, fill: number): string {
  const tag = tagOf(xf);
  const source = withAttribute({ source: withAttribute(tag, 'fillId', String(fill)) }, 'applyFill', '1');
  return `${source}${xf.slice(tag.end)}`;
}

function tagOf(source: string): Tag {
  const [tag] = tagsOf(source);
  if (tag === undefined) throw new Error('a style without a tag');
  return tag;
}

/** The elements right below one, as they are written. */
function childrenOf(xml: string, { tag, close }: Element): readonly string[] {
  if (tag.kind === 'empty') return [];
  const inner = xml.slice(tag.end, close.start);
  const children: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { kind, start: from, end } of tagsOf(inner)) {
    if (depth === 0) start = from;
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (depth === 0) children.push(inner.slice(start, end));
  }
  return children;
}
