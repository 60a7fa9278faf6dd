/** WPS keeps a picture in a cell as this formula, and other programs leave it behind as text or as an error. */
export function isPictureFormula(text: string): boolean {
  return /^\s*(of:)?=?\s*(_xlfn\.|_xlws\.)*DISPIMG\s*\(/i.test(text);
}
