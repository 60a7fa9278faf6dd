import { PlainAttributes } from './plain-attributes.js';
import { platform } from './platform.js';
import { RunsSeen } from './runs-seen.js';
import { textOfBytes } from './text-table.js';
import { endOfName, isNameStart, type Run, readText, skipSpace, standsAt, startOfContent } from './xml-bytes.js';
import { decodeEntities } from './xml-entities.js';
import type { Plain, XmlEvents } from './xml-events.js';
import { Scope } from './xml-scope.js';

/**
 * Scans XML as office programs write it: UTF-8, elements, attributes and text, ASCII names, the five entities and numeric
 * ones. False as soon as it meets anything else (comments, CDATA, a DOCTYPE, any mistake): what was told until then is to
 * be thrown away. What it takes, a strict parser takes too, and tells the same of it.
 */
export function scanPlainXml(bytes: Uint8Array, events: XmlEvents, deepest: number): boolean {
  const start = startOfContent(bytes);
  if (start === -1 || bytes.indexOf(RETURN, start) !== -1 || !platform.isUtf8(bytes)) return false;
  return new PlainScanner(bytes, start, events, deepest).run();
}

const RETURN = 13;
const LESS = 60;
const GREATER = 62;
const SLASH = 47;

/** An element whose end has not come yet. */
interface Open {
  readonly raw: string;
  readonly name: string;
  /** The scope around it. */
  readonly scope: Scope;
  /** Where it begins, if it is to be known again; else −1. */
  readonly from: number;
}

const seen = new RunsSeen();

class PlainScanner {
  readonly #bytes: Uint8Array;
  readonly #events: XmlEvents;
  readonly #deepest: number;
  readonly #attributes: PlainAttributes;
  readonly #run: Run = { end: 0, entities: false };
  readonly #open: Open[] = [];
  #at: number;
  #scope = Scope.outermost;
  #hasRoot = false;
  /** Who reads markup of the element we are in from its bytes. */
  #reader: Plain | undefined;

  constructor(bytes: Uint8Array, start: number, events: XmlEvents, deepest: number) {
    this.#bytes = bytes;
    this.#events = events;
    this.#deepest = deepest;
    this.#attributes = new PlainAttributes(bytes);
    this.#at = start;
  }

  run(): boolean {
    while (this.#at < this.#bytes.length) if (!this.#readNext()) return false;
    return this.#hasRoot && this.#open.length === 0;
  }

  #readNext(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== LESS) return this.#readText();
    if (this.#reader !== undefined && this.#readPlain(this.#reader)) return true;
    return bytes[this.#at + 1] === SLASH ? this.#readEnd() : this.#readStart();
  }

  #readText(): boolean {
    const from = this.#at;
    readText(this.#bytes, from, this.#run);
    const { end, entities } = this.#run;
    if (end === -1) return false;
    this.#at = end;
    if (this.#open.length === 0) return skipSpace(this.#bytes, from) >= end;
    const text = textOfBytes(this.#bytes, from, end);
    const told = entities ? decodeEntities(text) : text;
    if (told === null) return false;
    this.#events.text(told);
    return true;
  }

  #readEnd(): boolean {
    const bytes = this.#bytes;
    const open = this.#open.pop();
    if (open === undefined || !standsAt(bytes, this.#at + 2, open.raw)) return false;
    const at = skipSpace(bytes, this.#at + 2 + open.raw.length);
    if (bytes[at] !== GREATER) return false;
    this.#at = at + 1;
    this.#events.close(open.name);
    this.#scope = open.scope;
    if (open.from !== -1) seen.keep(bytes.subarray(open.from, this.#at), open.scope);
    this.#reader = this.#readerOf(this.#open[this.#open.length - 1]);
    return true;
  }

  #readStart(): boolean {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    if (!isNameStart(bytes[from])) return false;
    if (!this.#mayBegin()) return false;
    this.#hasRoot = true;
    const to = endOfName(bytes, from);
    const end = this.#attributes.read(to);
    if (end === -1) return false;
    const outer = this.#scope;
    if (this.#attributes.qualified) this.#resolve();
    const { raw, name } = this.#scope.elementAt(bytes, from, to);
    const isIgnored = this.#events.ignored?.has(name) ?? false;
    if (isIgnored && this.#skipSeen(outer)) return true;
    this.#events.open(name, this.#attributes);
    if (bytes[end] === SLASH) {
      this.#events.close(name);
      this.#scope = outer;
      this.#at = end + 2;
    } else {
      this.#enter({ raw, name, scope: outer, from: isIgnored ? from - 1 : -1 });
      this.#at = end + 1;
    }
    return true;
  }

  /** One root, and not too deep. */
  #mayBegin(): boolean {
    return this.#open.length === 0 ? !this.#hasRoot : this.#open.length < this.#deepest;
  }

  #enter(open: Open): void {
    this.#open.push(open);
    this.#reader = this.#readerOf(open);
  }

  #skipSeen(scope: Scope): boolean {
    const end = seen.endOf(this.#bytes, this.#at, scope);
    if (end === -1) return false;
    this.#scope = scope;
    this.#at = end;
    return true;
  }

  #readPlain(reader: Plain): boolean {
    const end = reader.end(this.#bytes, this.#at, this.#scope);
    if (end === this.#at) return false;
    this.#at = end;
    return true;
  }

  #readerOf(open: Open | undefined): Plain | undefined {
    if (open === undefined || this.#events.plain === undefined || open.raw.includes(':')) return undefined;
    for (const reader of this.#events.plain) if (reader.inside === open.name) return reader;
    return undefined;
  }

  /** Attributes bind a namespace, or belong to one. */
  #resolve(): void {
    const raw = this.#attributes.record();
    this.#scope = this.#scope.within(raw);
    this.#attributes.replace(this.#scope.attributes(raw));
  }
}
