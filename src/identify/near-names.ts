/** Stands before and behind each name, so that its first and last sign are pairs too. */
const edge = 0;

/**
 * Names by the pairs of neighbouring signs in them, so that those which look like a text are found without comparing it
 * with every name of a country. What is given back may look like the text; all that do are among it.
 */
export class NearNames {
  readonly #names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #byPair = new Map<number, number[]>();
  readonly #longest: number;

  /** `names`: each once. */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#longest = names.reduce((longest, name) => Math.max(longest, name.length), 0);
    for (const [place, name] of names.entries()) {
      for (const pair of pairsOf(name)) this.#add(pair, place);
    }
  }

  /** Names that one of the texts holds, that hold one, or that differ from one in a single sign; as they were given. */
  near(texts: readonly string[]): readonly string[] {
    const places = new Set<number>();
    for (const text of texts) {
      for (const part of this.#namesIn(text)) places.add(part);
      if (text.length > this.#longest + 1) continue;
      const pairs = pairsOf(text);
      for (const place of this.#holding(text, pairs)) places.add(place);
      for (const place of this.#withOneSignOff(text, pairs)) places.add(place);
    }
    return [...places].sort((a, b) => a - b).flatMap((place) => this.#names[place] ?? []);
  }

  *#namesIn(text: string): Iterable<number> {
    for (let from = 0; from < text.length - 1; from++) {
      const end = Math.min(text.length, from + this.#longest);
      for (let to = from + 2; to <= end; to++) {
        const place = this.#places.get(text.slice(from, to));
        if (place !== undefined) yield place;
      }
    }
  }

  #holding(text: string, pairs: readonly number[]): readonly number[] {
    const inside = rarest(pairs.slice(1, -1).map((pair) => this.#at(pair)));
    return inside.filter((place) => this.#names[place]?.includes(text));
  }

  /** One sign more, less or other spoils two neighbouring pairs at most: of two that are further apart one is left. */
  #withOneSignOff(text: string, pairs: readonly number[]): readonly number[] {
    const held = pairs.map((pair) => this.#at(pair));
    // Of each pair the rarest from there on, from the last backwards.
    const behind = [...held];
    for (let n = held.length - 2; n >= 0; n--) behind[n] = rarest([held[n] ?? none, behind[n + 1] ?? none]);
    let best: readonly [readonly number[], readonly number[]] | null = null;
    for (let n = 0; n + 2 < held.length; n++) {
      const [one, other] = [held[n] ?? none, behind[n + 2] ?? none];
      if (best === null || one.length + other.length < best[0].length + best[1].length) best = [one, other];
    }
    const isAsLong = (place: number) => Math.abs((this.#names[place]?.length ?? 0) - text.length) < 2;
    return (best ?? []).flatMap((places) => places.filter(isAsLong));
  }

  #at(pair: number): readonly number[] {
    return this.#byPair.get(pair) ?? none;
  }

  #add(pair: number, place: number): void {
    const places = this.#byPair.get(pair);
    if (places === undefined) this.#byPair.set(pair, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }
}

const none: readonly number[] = [];

/** Each pair as one number. */
function pairsOf(name: string): number[] {
  const pairs: number[] = [];
  let before = edge;
  for (let n = 0; n < name.length; n++) {
    const code = name.charCodeAt(n);
    pairs.push(before * 0x10000 + code);
    before = code;
  }
  pairs.push(before * 0x10000 + edge);
  return pairs;
}

function rarest(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((best, one) => (one.length < best.length ? one : best), lists[0] ?? none);
}
