/** Works out once what depends on one long-lived object alone, such as a form's schema; forgotten with the object. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

const most = 4_000;

/** Keeps what was worked out of the things met lately, and forgets all of it when they have become too many. */
export function lately<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

/** Longer texts are hardly met twice. */
const longest = 256;

/** The same for texts: the same labels stand in every form. */
export function ofText<V>(make: (text: string) => V): (text: string) => V {
  const keep = lately(make);
  return (text) => (text.length > longest ? make(text) : keep(text));
}
