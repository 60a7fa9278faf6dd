import { joinBytes } from '../../../src/model/join-bytes.js';
import { type FormCell, openSheet, openText, run, wordFile } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';
import { cellAt, cellFormat, doubled, oldSheet } from '../old-sheet.js';
import { partOf, withParts } from '../parts-of.js';
import { u16, u32 } from '../raw-zip.js';
import { record } from './compound.js';

const decoy = '9';
const sheetPart = 'xl/worksheets/sheet1.xml';
const stylesPart = 'xl/styles.xml';

/** The figures of the honest form in a cell format of this font before this fill. */
function styled(
  font: string,
  fill = '<patternFill patternType="none"/>',
  write = (value: string) => `<v>${value}</v>`,
) {
  const styles = partOf('form.xlsx', stylesPart);
  const count = (styles.match(/<cellXfs.*<\/cellXfs>/s)?.[0].match(/<xf /g) ?? []).length;
  const fonts = (styles.match(/<font>/g) ?? []).length;
  const figures = /<c r="(\w+)"(?: s="\d+")?(?: t="n")?><v>(\d+)<\/v><\/c>/g;
  return withParts('form.xlsx', {
    [stylesPart]: styles
      .replace('</fonts>', `<font>${font}<sz val="11"/></font></fonts>`)
      .replace('</fills>', `<fill>${fill}</fill></fills>`)
      .replace('</cellXfs>', `<xf numFmtId="0" fontId="${fonts}" fillId="2" borderId="1" xfId="0"/></cellXfs>`),
    [sheetPart]: partOf('form.xlsx', sheetPart).replace(
      figures,
      (_, at: string, value: string) =>
        `<c r="${at}" s="${count}"${write(value).startsWith('<is>') ? ' t="inlineStr"' : ''}>${write(value)}</c>`,
    ),
  });
}

const solid = (colour: string) => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;
const text = (value: string) => `<is><t>${value}</t></is>`;

function* newSheets(): Generator<OddForm> {
  const told = { same: false, other: true } as const;
  yield { name: '不划', bytes: styled('<strike val="0"/>'), same: true };
  yield { name: '整格划去', bytes: styled('<strike/>'), ...told };
  yield { name: '整格划去字', bytes: styled('<strike/>', undefined, text), ...told };
  yield { name: '白字', bytes: styled('<color rgb="FFFFFFFF"/>'), ...told };
  yield { name: '白字主题', bytes: styled('<color theme="0"/>'), ...told };
  yield { name: '白字编号', bytes: styled('<color indexed="9"/>'), ...told };
  yield { name: '白字白底', bytes: styled('<color rgb="FFFFFFFF"/>', solid('rgb="FFFFFFFF"')), ...told };
  yield { name: '白字文字', bytes: styled('<color rgb="FFFFFFFF"/>', undefined, text), ...told };
  yield { name: '白字蓝底', bytes: styled('<color rgb="FFFFFFFF"/>', solid('rgb="FF4472C4"')), same: true };
  yield { name: '主题深浅', bytes: styled('<color theme="0" tint="-0.5"/>'), same: true };
  yield { name: '红字', bytes: styled('<color rgb="FFFF0000"/>'), same: true };
  const runs = (value: string) =>
    `<is><r><t>${value}</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>${decoy}</t></r></is>`;
  yield { name: '白字一段', bytes: styled('', undefined, runs), ...told };
}

const font = (flags: number, colour: number, shifted = 0) =>
  record(0x0031, u16(220), u16(flags), u16(colour), u16(400), u16(shifted), u32(0), Uint8Array.of(1, 0, 65));
const usual = font(0, 0x7fff);
/** Fonts 0 to 3, and the one under number 5: there is no font 4. */
const fonts = (own: Uint8Array) => [usual, usual, usual, usual, own];
const format = (pattern = 0, colour = 64) =>
  record(0x00e0, u16(5), u16(0), new Uint8Array(10), u32(pattern << 26), u16(colour));

function oldStyled(own: Uint8Array, cell = format()): Uint8Array {
  const figure = (one: FormCell) => [record(0x0203, cellAt(one, 1), doubled(Number(one.text)))];
  return oldSheet({ figure, globals: [...fonts(own), cellFormat(0), cell] });
}

/** Texts of two runs, the second in the font under number 5. */
function oldRuns(own: Uint8Array, first: string): Uint8Array {
  let n = 0;
  const values: string[] = [];
  const figure = (one: FormCell) => {
    values.push(one.text);
    return [record(0x00fd, cellAt(one), u32(n++))];
  };
  oldSheet({ figure });
  n = 0;
  const shared = values.map((value) => {
    const [before, behind] = first === '' ? [value, decoy] : [first, value];
    const signs = new Uint8Array(Buffer.from(before + behind, 'utf16le'));
    const [begin, end] = first === '' ? [before.length, before.length + behind.length] : [0, before.length];
    return joinBytes([
      u16(before.length + behind.length),
      Uint8Array.of(9),
      u16(2),
      signs,
      u16(begin),
      u16(5),
      u16(end),
      u16(0),
    ]);
  });
  return oldSheet({
    figure,
    globals: [...fonts(own), record(0x00fc, u32(shared.length), u32(shared.length), ...shared)],
  });
}

function* oldSheets(): Generator<OddForm> {
  const told = { same: false, other: true } as const;
  yield { name: '整格划去', bytes: oldStyled(font(8, 0x7fff)), ...told };
  yield { name: '白字', bytes: oldStyled(font(0, 9)), ...told };
  yield { name: '白字白底', bytes: oldStyled(font(0, 9), format(1, 9)), ...told };
  yield { name: '白字蓝底', bytes: oldStyled(font(0, 9), format(1, 12)), same: true };
  yield { name: '斜体', bytes: oldStyled(font(2, 10)), same: true };
  yield { name: '一段划去', bytes: oldRuns(font(8, 0x7fff), decoy), ...told };
  yield { name: '一段上标', bytes: oldRuns(font(0, 0x7fff, 1), ''), ...told };
  yield { name: '一段白字', bytes: oldRuns(font(0, 9), ''), ...told };
}

function* openSheets(): Generator<OddForm> {
  const cell = (properties: string) =>
    openSheet({
      figure: (value) => [`table:style-name="ce9" office:value-type="float" office:value="${value}"`, openText(value)],
      styles: `<style:style style:name="ce9" style:family="table-cell"><style:text-properties ${properties}/></style:style>`,
    });
  yield { name: '整格划去', bytes: cell('style:text-line-through-style="solid"'), same: false, other: true };
  yield { name: '整格不划', bytes: cell('style:text-line-through-style="none"'), same: true };
}

function* words(): Generator<OddForm> {
  const white = '<w:color w:val="FFFFFF"/>';
  const figure = (write: (value: string) => string) => wordFile({ figure: (value) => `<w:p>${write(value)}</w:p>` });
  yield { name: '白字一段', bytes: figure((value) => run(value) + run(decoy, white)), same: false, other: true };
  yield { name: '全白', bytes: figure((value) => run(value, white)), same: true };
  yield {
    name: '白字有底',
    bytes: figure((value) => run(value) + run(' 人', `${white}<w:highlight w:val="blue"/>`)),
    same: true,
  };
}

const kinds = {
  新: [newSheets, 'xlsx'],
  旧: [oldSheets, 'xls'],
  开: [openSheets, 'ods'],
  文: [words, 'docx'],
} as const;

/** The honest form with figures that are there and that a person does not see, or sees crossed out. */
export function* oddLooks(): Generator<OddForm> {
  for (const [kind, [make, ending]] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `看${kind}${name}统计表.${ending}`, ...one };
}

export const oddLookMakers = [maker('figures crossed out, white on white', oddLooks)];
