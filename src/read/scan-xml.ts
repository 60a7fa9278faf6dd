import { SaxesParser } from 'saxes';
import { decodeXml } from './decode-text.js';
import { MAX_XML_DEPTH } from './limits.js';
import { damaged } from './problem.js';
import { scanPlainXml } from './scan-plain-xml.js';
import { type AttributeRecord, Scope } from './xml-scope.js';

/** The attributes of the element just opened; not to be kept longer than that, but for the record. */
export interface Attributes {
  get(name: string): string | undefined;
  record(): AttributeRecord;
}

export interface XmlEvents {
  /** Names carry the prefixes of `namespaces.ts`, whatever the file calls them; `?:` is a namespace we do not know. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  readonly silent?: Silent;
}

/** Markup that tells the events' owner nothing, which the plain scanner may leave out. */
export interface Silent {
  /** The element inside which it stands, with no prefix in the file. */
  readonly inside: string;
  /** Where it ends; `at` where there is none. It must be well-formed, with every element in it closed. */
  readonly end: (bytes: Uint8Array, at: number) => number;
}

/**
 * Reads XML from front to back and gives what `begin` made, having told it all. Throws on anything not well-formed;
 * entities of the file's own are not expanded. What office programs write is plain enough for our own scanner; whatever
 * that one does not take is read again by saxes, which then decides.
 */
export function scanXml<E extends XmlEvents>(bytes: Uint8Array, begin: () => E): E {
  const events = begin();
  if (scanPlainXml(bytes, events)) return events;
  const again = begin();
  scanAnyXml(decodeXml(bytes), again);
  return again;
}

/** The strict reading of any XML there is. */
export function scanAnyXml(xml: string, events: XmlEvents): void {
  const scopes = [Scope.outermost];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const top = () => scopes[scopes.length - 1] as Scope;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (scopes.length > MAX_XML_DEPTH) throw damaged('XML nested too deeply');
    const scope = top().within(tag.attributes);
    scopes.push(scope);
    events.open(scope.element(tag.name), new Recorded(scope.attributes(tag.attributes)));
  });
  parser.on('closetag', (tag) => {
    events.close(top().element(tag.name));
    scopes.pop();
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.write(xml).close();
}

class Recorded implements Attributes {
  readonly #record: AttributeRecord;

  constructor(record: AttributeRecord) {
    this.#record = record;
  }

  get(name: string): string | undefined {
    return this.#record[name];
  }

  record(): AttributeRecord {
    return this.#record;
  }
}
