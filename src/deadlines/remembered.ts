/** What was worked out for a key before, else now. */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, workOut: () => Value): Value {
  const before = known.get(key);
  // A value may be null, never undefined.
  if (before !== undefined) return before;
  const value = workOut();
  known.set(key, value);
  return value;
}
