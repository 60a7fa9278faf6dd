import type { AttributeRecord, Scope } from './xml-scope.js';

/** The attributes of the element just opened; not to be kept longer than that, but for the record. */
export interface Attributes {
  get(name: string): string | undefined;
  record(): AttributeRecord;
}

export interface XmlEvents {
  /** Names carry the prefixes of `namespaces.ts`, whatever the file calls them; `ms:` and `?:` are those we do not. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  readonly plain?: readonly Plain[];
  /** Elements in which there is nothing for the owner, and which it need not be told of. */
  readonly ignored?: ReadonlySet<string>;
}

/** Markup that its owner reads from the bytes where it stands as programs write it; the plain scanner goes on behind it. */
export interface Plain {
  /** The element inside which it stands, with no prefix in the file. */
  readonly inside: string;
  /** Where it ends; `at` where there is none. It must be well-formed, with every element in it closed. */
  readonly end: (bytes: Uint8Array, at: number, scope: Scope) => number;
}
