/**
 * The names with each told apart from those before it: of two attachments called alike the second is called name (2). A
 * mail may hold thousands of one name, so that counting goes on where it stopped.
 */
export function toldApart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const times = new Map<string, number>();
  return names.map((name) => {
    let one = name;
    for (let n = times.get(name) ?? 1; taken.has(one); times.set(name, n)) one = numbered(name, ++n);
    taken.add(one);
    return one;
  });
}

function numbered(name: string, n: number): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? [];
  return `${stem} (${n})${ending}`;
}
