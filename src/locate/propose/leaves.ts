import type { Doubt, OutlineRow, ProposedLeaf } from '../../model/form-draft.js';
import { labelKeys } from '../label-key.js';
import { asksForText, placeholderId } from './ids.js';
import type { KnownLeaf, KnownRow } from './known.js';
import { bearerOf, unlikeness } from './wordings.js';

/** A leaf before its wordings are settled with those of the other leaves of its block. */
export interface LeafChoice {
  readonly label: string;
  readonly known: KnownLeaf | null;
  readonly leaf: Omit<ProposedLeaf, 'labels'>;
}

/** Labels that differ from a known one in more than this part of their signs are not said to look like it. */
const farthest = 0.5;

/** An id and a kind for each leaf of a row: the known ones where the label is known, else proposed and said so. */
export function chooseLeaves({ leaves }: OutlineRow, known: KnownRow | null): readonly LeafChoice[] {
  const bearers: (KnownLeaf | undefined)[] = [];
  for (const label of leaves) {
    const bearer = bearerOf(label, known?.leaves ?? []);
    bearers.push(bearers.includes(bearer) ? undefined : bearer);
  }
  const taken = new Set(bearers.flatMap((leaf) => leaf?.id ?? []));
  const choices = leaves.map((label, n): LeafChoice => {
    const bearer = bearers[n];
    if (bearer !== undefined) return { label, known: bearer, leaf: { ...attributesOf(bearer), doubts: [] } };
    const choice = coin(label, n, known?.leaves.filter((leaf) => !bearers.includes(leaf)) ?? [], taken);
    taken.add(choice.leaf.id);
    return choice;
  });
  return choices.map((choice) => withSessions(choice, choices));
}

function attributesOf({ labels: _, ...attributes }: KnownLeaf): Omit<KnownLeaf, 'labels'> {
  return attributes;
}

function coin(label: string, n: number, missing: readonly KnownLeaf[], taken: ReadonlySet<string>): LeafChoice {
  const near = missing.find((leaf) => !taken.has(leaf.id) && looksLike(label, leaf));
  if (near !== undefined) {
    const doubt = { kind: 'looks-like', id: near.id, label: near.labels[0] ?? '' } as const;
    return { label, known: near, leaf: { ...attributesOf(near), doubts: [doubt] } };
  }
  const ids = new Set([...taken, ...missing.map((leaf) => leaf.id)]);
  const isText = asksForText(label);
  const doubts: Doubt[] = [{ kind: 'new-id', label }, ...(isText ? [{ kind: 'text-kind', label } as const] : [])];
  const id = placeholderId([label], 'leaf', n + 1, ids);
  return { label, known: null, leaf: { id, kind: isText ? 'text' : 'count', doubts } };
}

function looksLike(label: string, { labels }: KnownLeaf): boolean {
  const [key = ''] = labelKeys(label);
  return labels.flatMap(labelKeys).some((one) => unlikeness(key, one) <= farthest);
}

/** A known leaf goes with sessions only where those stand there too; whether new ones do is for a person to say. */
function withSessions(choice: LeafChoice, all: readonly LeafChoice[]): LeafChoice {
  const { of, ...leaf } = choice.leaf;
  const stands = of !== undefined && all.some((other) => other.leaf.id === of);
  if (stands) return choice;
  const sessions = all.find((other) => /^sessions/.test(other.leaf.id))?.leaf.id;
  const asks = choice.known === null && /^people/.test(leaf.id) && sessions !== undefined;
  const doubts: readonly Doubt[] = asks ? [...leaf.doubts, { kind: 'maybe-of', sessions }] : leaf.doubts;
  return { ...choice, leaf: { ...leaf, doubts } };
}
