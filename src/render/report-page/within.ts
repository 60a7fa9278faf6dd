import type { Html } from './html.js';

/** How much of a list a page may hold: so many items, so many bytes. */
export interface Bound {
  readonly items: number;
  readonly bytes: number;
}

export interface Fitted<Item> {
  readonly shown: readonly { readonly item: Item; readonly piece: Html }[];
  /** How many were left out. */
  readonly left: number;
}

const encoder = new TextEncoder();

/** Draws items as long as they fit. What does not fit is not even drawn, so a page of any campaign costs the same. */
export function within<Item>(items: readonly Item[], bound: Bound, draw: (item: Item) => Html): Fitted<Item> {
  const shown: { item: Item; piece: Html }[] = [];
  let bytes = 0;
  for (const item of items) {
    if (shown.length === bound.items) break;
    const piece = draw(item);
    bytes += encoder.encode(piece.text).length;
    if (bytes > bound.bytes) break;
    shown.push({ item, piece });
  }
  return { shown, left: items.length - shown.length };
}
