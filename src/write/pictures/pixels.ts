/** A picture taken apart: four bytes a pixel, red, green, blue and how opaque it is. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The size when neither side is longer than allowed; never larger than it is. */
function sizeWithin(
  { width, height }: { readonly width: number; readonly height: number },
  longest: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Made smaller, each new pixel the mean of what it covers, on white where the picture is transparent. */
export function scaledDown(source: Pixels, longest: number): Pixels {
  const { width, height } = sizeWithin(source, longest);
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = spans(source.width, width);
  const rows = spans(source.height, height);
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) mean(source, row, column, data, (y * width + x) * 4);
  }
  return { data, width, height };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whole pixels that each new one covers; finer shares cannot be seen after so much is thrown away. */
function spans(length: number, count: number): readonly Span[] {
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * length) / count);
    return { from, to: Math.max(from + 1, Math.floor(((n + 1) * length) / count)) };
  });
}

function mean({ data, width }: Pixels, rows: Span, columns: Span, into: Uint8ClampedArray, at: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = rows.from; y < rows.to; y++) {
    const end = (y * width + columns.to) * 4;
    for (let from = (y * width + columns.from) * 4; from < end; from += 4) {
      const opaque = (data[from + 3] ?? 255) / 255;
      const white = 255 * (1 - opaque);
      red += (data[from] ?? 0) * opaque + white;
      green += (data[from + 1] ?? 0) * opaque + white;
      blue += (data[from + 2] ?? 0) * opaque + white;
    }
  }
  const count = (rows.to - rows.from) * (columns.to - columns.from);
  into[at] = red / count;
  into[at + 1] = green / count;
  into[at + 2] = blue / count;
  into[at + 3] = 255;
}
