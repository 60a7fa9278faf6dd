/** The last name of an entry's path such as `甲村.zip!材料/附件2.xlsx`. */
export function lastName(path: string): string {
  return path.split(/[/!]/).at(-1) ?? path;
}

/** Each part of the path that ends before a `!`, shortest first: a container, or the beginning of a name that holds one. */
export function holdersOf(path: string): readonly string[] {
  return [...path.matchAll(/!/g)].map(({ index }) => path.slice(0, index));
}
