/**
 * XML edited as text: what is not to be changed keeps every byte, which no library that reads a workbook and writes it
 * anew can promise. Only well-formed XML comes here: it has been read before.
 */

/** A tag and where it stands. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon; empty where there is none. */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/** A piece of text to put in the place of what stands from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An element: its tag, and its end tag, which is the same where it is empty. */
export interface Element {
  readonly tag: Tag;
  readonly close: Tag;
}

/** All tags in order. Comments, processing instructions and CDATA are passed over. */
export function* tagsOf(xml: string): Generator<Tag> {
  const pattern =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
  for (const match of xml.matchAll(pattern)) {
    const [source, slash, full, rest = ''] = match;
    if (full === undefined) continue;
    const colon = full.indexOf(':');
    yield {
      name: full.slice(colon + 1),
      prefix: full.slice(0, colon + 1),
      kind: slash === '/' ? 'close' : rest.endsWith('/') ? 'empty' : 'open',
      start: match.index,
      end: match.index + source.length,
      source,
    };
  }
}

/** Every element of this name that lies in no other of it. */
export function elementsOf(xml: string, name: string): readonly Element[] {
  const found: Element[] = [];
  let open: Tag | null = null;
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== name) continue;
    if (tag.kind === 'empty' && open === null) found.push({ tag, close: tag });
    if (tag.kind === 'open') {
      open ??= tag;
      depth++;
    }
    if (tag.kind === 'close' && --depth === 0 && open !== null) {
      found.push({ tag: open, close: tag });
      open = null;
    }
  }
  return found;
}

/** The value of an attribute, unescaped; by its local name where it bears a prefix. Null where there is none. */
export function attributeOf({ source }: Tag, name: string): string | null {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(source);
  return match === null ? null : unescaped(match[1] ?? match[2] ?? '');
}

/** The tag's source with an attribute set or added. */
export function withAttribute({ source }: Pick<Tag, 'source'>, name: string, value: string): string {
  const known = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u');
  const written = `"${escaped(value)}"`;
  if (known.test(source)) return source.replace(known, (_, before: string) => `${before}${written}`);
  return source.replace(/\s*(\/?)>$/u, (_, slash: string) => ` ${name}=${written}${slash}>`);
}

/** Puts content in before an element's end; an empty element is opened for it. */
export function insideEnd({ tag, close }: Element, content: string): Edit {
  if (tag.kind !== 'empty') return { start: close.start, end: close.start, text: content };
  const opened = tag.source.replace(/\s*\/>$/u, '>');
  return { start: tag.start, end: tag.end, text: `${opened}${content}</${tag.prefix}${tag.name}>` };
}

/** Edits of one text, none of which overlap; those at one place stand in the given order. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return [...pieces, xml.slice(at)].join('');
}

/** What an element says: its content without tags, in the order it stands. */
export function textOf(xml: string): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end } of tagsOf(xml)) {
    pieces.push(xml.slice(at, start));
    at = end;
  }
  return unescaped([...pieces, xml.slice(at)].join('').trimStart());
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
