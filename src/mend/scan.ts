import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A tag as the scanner meets it; `end` is where it ends in the text, `start` where it begins. */
export interface Met {
  readonly local: string;
  readonly tag: SaxesTagNS;
  readonly start: number;
  readonly end: number;
}

export interface Handlers {
  open?(met: Met): void;
  close?(met: Met): void;
  text?(text: string): void;
}

/** Reads XML from front to back and says where each tag stands. False where it is not well-formed. */
export function scan(xml: string, handlers: Handlers): boolean {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  let fault: Error | null = null;
  const met = (tag: SaxesTagNS): Met => {
    const end = parser.position;
    // A tag's name and attributes hold no raw “<”, so that the last one begins the tag.
    return { local: tag.local, tag, start: xml.lastIndexOf('<', end - 1), end };
  };
  parser.on('error', (error) => {
    fault ??= error;
  });
  parser.on('opentag', (tag) => handlers.open?.(met(tag)));
  parser.on('closetag', (tag) => handlers.close?.(met(tag)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.write(xml).close();
  return fault === null;
}

/** The value of an attribute by its local name, whatever its prefix. */
export function attribute({ tag }: Met, local: string): string | undefined {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value;
}
