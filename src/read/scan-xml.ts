import { SaxesParser } from 'saxes';
import { MAX_XML_DEPTH } from './limits.js';
import { PREFIX_OF } from './namespaces.js';
import { damaged } from './problem.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  /** Names carry the prefixes of `namespaces.ts`, whatever the file calls them; `?:` is a namespace we do not know. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Reads XML from front to back. Throws on anything not well-formed; entities of the file's own are not expanded. */
export function scanXml(xml: string, events: XmlEvents): void {
  const scopes = [new Scope(new Map())];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const top = () => scopes[scopes.length - 1] as Scope;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (scopes.length > MAX_XML_DEPTH) throw damaged('XML nested too deeply');
    const plain = hasPlainNames(tag.attributes);
    const scope = plain ? top() : top().within(tag.attributes);
    scopes.push(scope);
    events.open(scope.element(tag.name), plain ? tag.attributes : scope.attributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    events.close(top().element(tag.name));
    scopes.pop();
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.write(xml).close();
}

/** The common case, in which attributes neither bind a namespace nor belong to one. */
function hasPlainNames(attributes: Attributes): boolean {
  for (const name in attributes) if (name.includes(':') || name === 'xmlns') return false;
  return true;
}

/** The namespace bindings in force, and the names already resolved under them. */
class Scope {
  readonly #names = new Map<string, string>();

  constructor(readonly bindings: ReadonlyMap<string, string>) {}

  within(attributes: Attributes): Scope {
    let bindings: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      bindings ??= new Map(this.bindings);
      bindings.set(name === 'xmlns' ? '' : name.slice(6), PREFIX_OF[(attributes[name] ?? '').trim()] ?? '?:');
    }
    return bindings === null ? this : new Scope(bindings);
  }

  element(raw: string): string {
    return this.#resolve(raw, raw.includes(':') ? raw : `:${raw}`);
  }

  /** Attributes without a prefix belong to no namespace and keep their names. */
  attributes(raw: Attributes): Attributes {
    const resolved: Record<string, string> = {};
    for (const name in raw) resolved[name.includes(':') ? this.#resolve(name, name) : name] = raw[name] ?? '';
    return resolved;
  }

  #resolve(raw: string, qualified: string): string {
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const colon = qualified.indexOf(':');
    const name = (this.bindings.get(qualified.slice(0, colon)) ?? '?:') + qualified.slice(colon + 1);
    this.#names.set(raw, name);
    return name;
  }
}
