import { prefixOf } from './namespaces.js';
import { standsAt } from './xml-bytes.js';

export type AttributeRecord = Readonly<Record<string, string>>;

/** An element's name as it stands in the file, and as it is known here. */
export interface ElementName {
  readonly raw: string;
  readonly name: string;
}

/** More scopes below one, or names in one, than programs ever write are not kept. */
const mostKept = 200;

/** The namespace bindings in force, and the names already resolved under them. Files of one program share them. */
export class Scope {
  static readonly outermost = new Scope(new Map([['xmlns', 'xmlns:']]));
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #inner = new Map<string, Scope>();
  readonly #names = new Map<string, string>();
  readonly #slots: (ElementName | undefined)[] = new Array(256).fill(undefined);

  private constructor(bindings: ReadonlyMap<string, string>) {
    this.#bindings = bindings;
  }

  /** The scope inside an element with these attributes: this very one where they bind nothing. */
  within(attributes: AttributeRecord): Scope {
    let bound = '';
    for (const name in attributes) if (name.startsWith('xmlns')) bound += `${name}=${attributes[name]}\n`;
    if (bound === '') return this;
    const known = this.#inner.get(bound);
    if (known !== undefined) return known;
    const scope = new Scope(this.#bind(attributes));
    if (this.#inner.size < mostKept) this.#inner.set(bound, scope);
    return scope;
  }

  /** An element's name where it stands, which is ASCII; one met before is not cut out again. */
  elementAt(bytes: Uint8Array, from: number, to: number): ElementName {
    const length = to - from;
    const middle = bytes[from + (length >> 1)] ?? 0;
    const slot = (length * 31 + (bytes[from] ?? 0) * 7 + (bytes[to - 1] ?? 0) * 3 + middle) & 255;
    const known = this.#slots[slot];
    if (known !== undefined && known.raw.length === length && standsAt(bytes, from, known.raw)) return known;
    const raw = String.fromCharCode(...bytes.subarray(from, to));
    const name = { raw, name: interned(this.element(raw)) };
    this.#slots[slot] = name;
    return name;
  }

  element(raw: string): string {
    return this.#resolve(raw, raw.includes(':') ? raw : `:${raw}`);
  }

  /** Attributes without a prefix belong to no namespace and keep their names. */
  attributes(raw: AttributeRecord): AttributeRecord {
    if (!hasPrefix(raw)) return raw;
    const resolved: Record<string, string> = {};
    for (const name in raw) resolved[name.includes(':') ? this.#resolve(name, name) : name] = raw[name] ?? '';
    return resolved;
  }

  #bind(attributes: AttributeRecord): ReadonlyMap<string, string> {
    const bindings = new Map(this.#bindings);
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      bindings.set(name === 'xmlns' ? '' : name.slice(6), prefixOf((attributes[name] ?? '').trim()));
    }
    return bindings;
  }

  #resolve(raw: string, qualified: string): string {
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const colon = qualified.indexOf(':');
    const name = (this.#bindings.get(qualified.slice(0, colon)) ?? '?:') + qualified.slice(colon + 1);
    if (this.#names.size < mostKept) this.#names.set(raw, name);
    return name;
  }
}

function hasPrefix(attributes: AttributeRecord): boolean {
  for (const name in attributes) if (name.includes(':')) return true;
  return false;
}

/** The same text as the engine keeps for property names, which compares faster. */
function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
