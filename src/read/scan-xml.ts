import { SaxesParser } from 'saxes';
import type { Allowance } from './allowance.js';
import { decodeXml } from './decode-text.js';
import { damaged, ReadProblem } from './problem.js';
import { scanPlainXml } from './scan-plain-xml.js';
import type { Attributes, XmlEvents } from './xml-events.js';
import { type AttributeRecord, Scope } from './xml-scope.js';

/**
 * Reads XML from front to back and gives what `begin` made, having told it all. Throws on anything not well-formed;
 * entities of the file's own are not expanded. What office programs write is plain enough for our own scanner; whatever
 * that one does not take is read again by saxes, which then decides.
 */
export function scanXml<E extends XmlEvents>(bytes: Uint8Array, begin: () => E, allowance: Allowance): E {
  const events = begin();
  if (scanPlainXml(bytes, events, allowance.bounds.xmlDepth)) return events;
  const again = begin();
  scanAnyXml(decodeXml(bytes), again, allowance);
  return again;
}

/** The strict reading of any XML there is. */
export function scanAnyXml(xml: string, events: XmlEvents, allowance: Allowance): void {
  const deepest = allowance.bounds.xmlDepth;
  const scopes = [Scope.outermost];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const top = () => scopes[scopes.length - 1] as Scope;
  parser.on('error', (error) => {
    throw error instanceof ReadProblem ? error : damaged(error.message, 'broken-xml');
  });
  // Nothing an office program writes has one; entities are declared in it.
  parser.on('doctype', () => {
    throw damaged('DOCTYPE', 'doctype');
  });
  parser.on('opentag', (tag) => {
    if (scopes.length > deepest) throw allowance.met('xmlDepth', null);
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
