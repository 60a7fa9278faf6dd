const formula = /^\s*(?:of:)?=?\s*(?:_xlfn\.|_xlws\.)*DISPIMG\s*\(/i;

/** WPS keeps a picture in a cell as this formula, and other programs leave it behind as text or as an error. */
export function isPictureFormula(text: string): boolean {
  return formula.test(text);
}

/** What such a formula calls its picture; null where it is none. */
export function pictureIdIn(text: string): string | null {
  const found = formula.exec(text);
  return found === null ? null : (/^\s*"([^"]+)"/.exec(text.slice(found[0].length))?.[1] ?? '');
}
