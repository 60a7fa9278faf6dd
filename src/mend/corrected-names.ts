/** What a corrected copy may be called: 统计表（已修正）.xlsx, 统计表（已修正2）.xlsx and so on; of a corrected copy the next. */
export function* correctedNames(name: string): Generator<string> {
  const stem = name.replace(/\.[^.]*$/u, '').replace(/（已修正\d*）$/u, '');
  for (let n = 1; n < 1000; n++) {
    const corrected = `${stem}（已修正${n === 1 ? '' : n}）.xlsx`;
    if (corrected !== name) yield corrected;
  }
}
