import type { Border, Fill, Font, Style } from 'exceljs';

/** Styles are shared objects: exceljs then keeps one record of each however many cells wear it. */
export type CellStyle = Partial<Style>;

const song = '宋体';
const hei = '黑体';
const thin: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const hair: Partial<Border> = { style: 'thin', color: { argb: 'FFA6A6A6' } };
const boxed = { top: thin, left: thin, bottom: thin, right: thin };
const ruled = { top: hair, left: hair, bottom: hair, right: hair };
const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const leading = { horizontal: 'left', vertical: 'middle', wrapText: true } as const;

/** Of the official form, as printed and stamped. */
export const formStyles = {
  attachment: { font: font(16, { name: hei }), alignment: { horizontal: 'left', vertical: 'middle' } },
  title: { font: font(22, { bold: true }), alignment: centred },
  line: { font: font(12), alignment: { horizontal: 'left', vertical: 'middle' } },
  lineToFill: { font: font(12), alignment: { horizontal: 'left', vertical: 'middle' }, protection: { locked: false } },
  unit: { font: font(12), alignment: { ...leading, indent: 1 }, border: boxed },
  block: { font: font(12, { bold: true }), alignment: centred, border: boxed },
  label: { font: font(11), alignment: centred, border: boxed },
  value: { font: font(12), alignment: centred, border: boxed, protection: { locked: false } },
  othersValue: {
    ...{ font: font(12), alignment: centred, border: boxed, protection: { locked: false } },
    fill: solid('FFEDEDED'),
  },
  note: { font: font(11), alignment: leading },
  coverage: { font: font(12, { bold: true }), alignment: leading },
} satisfies Record<string, CellStyle>;

/** Of the sheets that list. */
export const listStyles = {
  title: { font: font(16, { bold: true }), alignment: { horizontal: 'left', vertical: 'middle' } },
  caption: { font: font(10, { color: 'FF595959' }), alignment: { horizontal: 'left', vertical: 'middle' } },
  header: { font: font(10, { bold: true }), alignment: centred, border: ruled, fill: solid('FFDCE6F1') },
  text: { font: font(10), alignment: leading, border: ruled },
  centre: { font: font(10), alignment: centred, border: ruled },
  number: { font: font(10), alignment: { ...centred, wrapText: false }, border: ruled, numFmt: '0' },
  link: { font: font(10, { color: 'FF0563C1', underline: true }), alignment: leading, border: ruled },
} satisfies Record<string, CellStyle>;

/** The same style over a light colour. */
export function filled(style: CellStyle, argb: string): CellStyle {
  return { ...style, fill: solid(argb) };
}

export function font(
  size: number,
  more: { name?: string; bold?: boolean; italic?: boolean; underline?: boolean; color?: string } = {},
): Partial<Font> {
  const { name = song, color, ...rest } = more;
  return { name, size, family: 1, ...rest, ...(color === undefined ? {} : { color: { argb: color } }) };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
