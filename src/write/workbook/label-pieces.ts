/**
 * A label in the pieces it may be divided into where its column is narrow: behind a comma, and before the ending that it
 * shares with its neighbours, such as 计生协 of 县级计生协 and 乡镇计生协.
 */
export function labelPieces(label: string, neighbours: readonly string[]): readonly string[] {
  const pieces = label.split(/(?<=[、，,；;])/u);
  const last = pieces.at(-1) ?? '';
  const ending = sharedEnding(label, neighbours);
  if (ending === '' || last.length <= ending.length || !last.endsWith(ending)) return pieces;
  return [...pieces.slice(0, -1), last.slice(0, -ending.length), ending];
}

/** No line begins with these: 国家级媒体 is 国家级 and 媒体. */
const neverFirst = /^[级区县镇乡村的、，（）]/u;

function sharedEnding(label: string, neighbours: readonly string[]): string {
  const others = neighbours.filter((other) => other !== label);
  if (others.length === 0) return '';
  let ending = label.slice(1);
  while (ending !== '' && (neverFirst.test(ending) || !others.every((other) => other.endsWith(ending)))) {
    ending = ending.slice(1);
  }
  return ending.length < 2 ? '' : ending;
}
