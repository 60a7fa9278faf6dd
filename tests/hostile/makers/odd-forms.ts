import { joinBytes } from '../../../src/model/join-bytes.js';
import { crc32 } from '../../../src/read/crc32.js';
import { zip } from '../../read/build-package.js';
import { maker, type OddForm } from '../maker.js';
import { packageParts, partOf, withParts } from '../parts-of.js';
import { bytesOf, type RawMember, rawZip, u16, u32 } from '../raw-zip.js';

const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const sheetPart = 'xl/worksheets/sheet1.xml';
const sheet = () => partOf('form.xlsx', sheetPart);
const book = () => partOf('form.xlsx', 'xl/workbook.xml');
const relations = () => partOf('form.xlsx', 'xl/_rels/workbook.xml.rels');
const types = () => partOf('form.xlsx', '[Content_Types].xml');
const changed = (parts: Record<string, string | Uint8Array | null>) => withParts('form.xlsx', parts);
const inSheet = (change: (text: string) => string) => changed({ [sheetPart]: change(sheet()) });
/** Number cells, each by what stands before its value and that value. */
const values = (write: (head: string, value: string) => string) =>
  inSheet((text) =>
    text.replace(/<c ((?:(?!t=)[^>])*)><v>(\d+)<\/v><\/c>/g, (_, head: string, value: string) => write(head, value)),
  );
const rows = (write: (row: string) => string) => inSheet((text) => text.replace(/<row .*?<\/row>/gs, write));

/** Addresses under merged areas whose first cell holds something. */
function coveredIn(text: string): Set<string> {
  const filled = new Set([...text.matchAll(/<c r="(\w+)"[^>]*[^/]>/g)].map(([, at = '']) => at));
  const numbered = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  const lettered = (n: number): string =>
    n === 0 ? '' : lettered(Math.floor((n - 1) / 26)) + String.fromCharCode(65 + ((n - 1) % 26));
  const covered = new Set<string>();
  for (const [, left = '', top, right = '', bottom] of text.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    if (!filled.has(`${left}${top}`)) continue;
    for (let row = Number(top); row <= Number(bottom); row++)
      for (let column = numbered(left); column <= numbered(right); column++)
        if (row !== Number(top) || column !== numbered(left)) covered.add(`${lettered(column)}${row}`);
  }
  return covered;
}

function* cells(): Generator<OddForm> {
  const same = { same: true } as const;
  yield { name: '指数', bytes: values((head, value) => `<c ${head}><v>${Number(value) / 10}E+1</v></c>`), ...same };
  yield { name: '多零', bytes: values((head, value) => `<c ${head}><v>000${value}.0000</v></c>`), same: false };
  yield { name: '型数', bytes: values((head, value) => `<c ${head} t="n"><v>${value}</v></c>`), ...same };
  yield { name: '型文', bytes: values((head, value) => `<c ${head} t="str"><v>${value}</v></c>`), ...same };
  yield {
    name: '型内文',
    bytes: values((head, value) => `<c ${head} t="inlineStr"><is><t>${value}</t></is></c>`),
    ...same,
  };
  yield {
    name: '分段内文',
    bytes: values(
      (head, value) =>
        `<c ${head} t="inlineStr"><is>${[...value].map((one) => `<r><rPr><b/></rPr><t>${one}</t></r>`).join('')}<rPh sb="0" eb="1"><t>9</t></rPh></is></c>`,
    ),
    ...same,
  };
  yield { name: '型真假', bytes: values((head, value) => `<c ${head} t="b"><v>${value}</v></c>`), same: false };
  yield { name: '型错', bytes: values((head) => `<c ${head} t="e"><v>#N/A</v></c>`), same: false };
  yield { name: '型日', bytes: values((head) => `<c ${head} t="d"><v>2023-05-29T00:00:00Z</v></c>`), same: false };
  yield {
    name: '无主共式',
    bytes: values((head, value) => `<c ${head}><f t="shared" si="7"/><v>${value}</v></c>`),
    ...same,
  };
  yield {
    name: '数组式',
    bytes: values((head, value) => `<c ${head}><f t="array" ref="A1:B2">1</f><v>${value}</v></c>`),
    ...same,
  };
  yield { name: '值里标签', bytes: values((head, value) => `<c ${head}><v>${value}<b>9</b></v></c>`), same: false };
  yield { name: '两个值', bytes: values((head, value) => `<c ${head}><v>${value}</v><v>9</v></c>`), same: false };
  yield { name: '式在值后', bytes: values((head, value) => `<c ${head}><v>${value}</v><f>1+1</f></c>`), same: false };
  yield {
    name: '扩展在格里',
    bytes: values((head, value) => `<c ${head}><v>${value}</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>`),
    ...same,
  };
  yield {
    name: '两可格',
    bytes: values(
      (head, value) =>
        `<c ${head}><mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="z" xmlns:z="urn:z"><v>999</v></mc:Choice><mc:Fallback><v>${value}</v></mc:Fallback></mc:AlternateContent></c>`,
    ),
    same: false,
  };
  yield {
    name: '别空间格',
    bytes: values((head, value) => `<c ${head}><v>${value}</v><z:v xmlns:z="urn:z">9</z:v></c>`),
    ...same,
  };
  yield {
    name: '换默认空间',
    bytes: values((head, value) => `<c ${head}><v>${value}</v><v xmlns="urn:z">9</v></c>`),
    ...same,
  };
  yield { name: '超前日式', bytes: values((head, value) => `<c ${head}><v>${value}</v></c>`), ...same };
}

function* places(): Generator<OddForm> {
  yield { name: '行无号', bytes: rows((row) => row.replace(/ r="\d+"/, '')), same: true };
  yield { name: '格无号', bytes: rows((row) => row.replace(/<c r="[A-Z]+\d+"/g, '<c')), same: true };
  yield { name: '都无号', bytes: rows((row) => row.replace(/(<row|<c) r="\w+"/g, '$1')), same: true };
  yield {
    name: '格写两次',
    bytes: inSheet((text) =>
      text.replace(/(<c (?:(?!t=)[^>])*>)<v>\d+<\/v><\/c>/g, (all, head) => `${all}${head}<v>9</v></c>`),
    ),
    same: false,
  };
  yield {
    name: '两份数据',
    bytes: inSheet((text) =>
      text.replace(/<sheetData>.*<\/sheetData>/s, (all) => all + all.replace(/<c ([^>]*)><v>(\d+)</g, '<c $1><v>1<')),
    ),
    same: false,
  };
  yield { name: '小写号', bytes: rows((row) => row.replace(/<c r="\w+"/g, (one) => one.toLowerCase())), same: false };
  yield {
    name: '格号差一行',
    bytes: rows((row) => row.replace(/(<c r="[A-Z]+)(\d+)/g, (_, a, n) => `${a}${+n + 1}`)),
    same: false,
  };
  yield {
    name: '行里格倒',
    bytes: rows((row) =>
      row.replace(
        /^(<row[^>]*>)(.*)(<\/row>)$/s,
        (_, a, all: string, b) =>
          a +
          all
            .split(/(?=<c )/)
            .reverse()
            .join('') +
          b,
      ),
    ),
    same: false,
  };
  yield { name: '空白多', bytes: inSheet((text) => text.replace(/></g, '>\n\t <')), same: true };
  yield { name: '单引号', bytes: inSheet((text) => text.replace(/="([^"']*)"/g, "='$1'")), same: true };
  yield {
    name: '属性倒',
    bytes: rows((row) => row.replace(/<c r="(\w+)" s="(\d+)"/g, '<c s="$2" r="$1"')),
    same: true,
  };
  yield {
    name: '属性实体',
    bytes: rows((row) => row.replace(/<c r="([A-Z])/g, (_, one: string) => `<c r="&#${one.charCodeAt(0)};`)),
    same: true,
  };
  yield { name: '行藏', bytes: rows((row) => row.replace('<row ', '<row hidden="1" ')), same: true };
  yield { name: '列藏', bytes: inSheet((text) => text.replace(/<col /g, '<col hidden="1" ')), same: true };
  yield { name: '行高零', bytes: rows((row) => row.replace(/ ht="[^"]*"/, ' ht="0"')), same: true };
  yield {
    name: '维度谎',
    bytes: inSheet((text) => text.replace(/<dimension[^>]*>/, '<dimension ref="A1"/>')),
    same: true,
  };
  yield {
    name: '并数谎',
    bytes: inSheet((text) => text.replace(/<mergeCells[^>]*>/, '<mergeCells count="99999">')),
    same: true,
  };
  yield {
    name: '并倒写',
    bytes: inSheet((text) => text.replace(/<mergeCell ref="(\w+):(\w+)"/g, '<mergeCell ref="$2:$1"')),
    same: false,
  };
  yield {
    name: '并绝对',
    bytes: inSheet((text) =>
      text.replace(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g, '<mergeCell ref="$$$1$$$2:$$$3$$$4"'),
    ),
    same: false,
  };
  yield { name: '并没了', bytes: inSheet((text) => text.replace(/<mergeCells.*<\/mergeCells>/s, '')), same: false };
  yield {
    name: '并下藏数',
    bytes: inSheet((text) => {
      const covered = coveredIn(text);
      return text.replace(/<c r="(\w+)" s="(\d+)"\/>/g, (all, at: string, style) =>
        covered.has(at) ? `<c r="${at}" s="${style}"><v>77</v></c>` : all,
      );
    }),
    same: true,
  };
  yield {
    name: '数据在并后',
    bytes: inSheet((text) => text.replace(/(<sheetData>.*<\/sheetData>)(.*)(<\/mergeCells>)/s, '$2$3$1')),
    same: false,
  };
}

function* parts(): Generator<OddForm> {
  const target = (to: string, more: Record<string, string | null> = {}) =>
    changed({ 'xl/_rels/workbook.xml.rels': relations().replace('worksheets/sheet1.xml', to), ...more });
  const moved = (to: string) => ({ [sheetPart]: null, [to]: sheet() });
  yield { name: '绝对目标', bytes: target('/xl/worksheets/sheet1.xml'), same: true };
  yield { name: '点目标', bytes: target('./worksheets/../worksheets/sheet1.xml'), same: true };
  yield { name: '反斜目标', bytes: target('worksheets\\sheet1.xml'), same: false };
  yield { name: '大写目标', bytes: target('Worksheets/SHEET1.XML'), same: true };
  yield { name: '百分目标', bytes: target('worksheets/%73heet1.xml'), same: false };
  yield { name: '空格目标', bytes: target('worksheets/a b.xml', moved('xl/worksheets/a b.xml')), same: true };
  yield { name: '百分空格目标', bytes: target('worksheets/a%20b.xml', moved('xl/worksheets/a b.xml')), same: false };
  yield { name: '中文目标', bytes: target('worksheets/表.xml', moved('xl/worksheets/表.xml')), same: true };
  yield { name: '根上目标', bytes: target('../表.xml', moved('表.xml')), same: true };
  yield { name: '带锚目标', bytes: target('worksheets/sheet1.xml#a'), same: false };
  yield {
    name: '只有默认类型',
    bytes: changed({
      '[Content_Types].xml': types()
        .replace(/<Override[^>]*worksheet\+xml"\/>/, '')
        .replace('application/xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'),
    }),
    same: true,
  };
  yield {
    name: '无样式',
    bytes: changed({
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': relations().replace(/<Relationship [^>]*styles.xml"\/>/, ''),
    }),
    same: true,
  };
  yield {
    name: '样式空',
    bytes: changed({
      'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }),
    same: true,
  };
  yield {
    name: '字数谎',
    bytes: changed({
      'xl/sharedStrings.xml': partOf('form.xlsx', 'xl/sharedStrings.xml')
        .replace(/ count="\d+"/, ' count="1"')
        .replace(/uniqueCount="\d+"/, 'uniqueCount="99999999"'),
    }),
    same: true,
  };
  yield {
    name: '字前多一',
    bytes: changed({
      'xl/sharedStrings.xml': partOf('form.xlsx', 'xl/sharedStrings.xml').replace(
        /<si>/,
        '<extLst><ext uri="x"><si><t>x</t></si></ext></extLst><si>',
      ),
    }),
    same: false,
  };
  yield {
    name: '前有空表',
    bytes: changed({
      'xl/workbook.xml': book().replace('<sheets>', '<sheets><sheet sheetId="9" name="空" r:id="rIdE"/>'),
      'xl/_rels/workbook.xml.rels': relations().replace(
        '</Relationships>',
        '<Relationship Id="rIdE" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/e.xml"/></Relationships>',
      ),
      'xl/worksheets/e.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }),
    same: true,
  };
  yield {
    name: '藏旧表',
    bytes: changed({
      'xl/workbook.xml': book().replace(
        '<sheets>',
        '<sheets><sheet sheetId="9" name="旧" state="veryHidden" r:id="rIdE"/>',
      ),
      'xl/_rels/workbook.xml.rels': relations().replace(
        '</Relationships>',
        '<Relationship Id="rIdE" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/e.xml"/></Relationships>',
      ),
      'xl/worksheets/e.xml': sheet().replace(/<v>(\d+)<\/v><\/c>/g, (all, n: string) =>
        Number(n) > 60 ? '<v>7</v></c>' : all,
      ),
    }),
    same: false,
  };
  yield {
    name: '修订记录',
    bytes: changed({
      'xl/revisions/revisionHeaders.xml': '<headers/>',
      'xl/revisions/revisionLog1.xml': '<revisions/>',
    }),
    same: true,
  };
  yield {
    name: '签名',
    bytes: changed({ '_xmlsignatures/sig1.xml': '<Signature/>', '_xmlsignatures/origin.sigs': '' }),
    same: true,
  };
  yield {
    name: '自定义部件',
    bytes: changed({
      'customXml/item1.xml': '<a/>',
      'xl/metadata.xml': '<metadata/>',
      'xl/persons/person.xml': '<personList/>',
      'xl/threadedComments/t.xml': '<x/>',
    }),
    same: true,
  };
  yield {
    name: '部件没关系',
    bytes: changed({ 'xl/worksheets/sheet2.xml': sheet().replace(/<v>\d+<\/v>/g, '<v>1</v>') }),
    same: true,
  };
}

/** The parts as they lie in the zip, each as told. */
function packed(
  how: (member: RawMember, n: number) => RawMember,
  options: Parameters<typeof rawZip>[1] = {},
): Uint8Array {
  const all = Object.entries(packageParts('form.xlsx')).filter(([name]) => !name.endsWith('/'));
  return rawZip(
    all.map(([name, content], n) => how({ name, content }, n)),
    options,
  );
}

function* packages(): Generator<OddForm> {
  const described = (content: Uint8Array, size: number) =>
    joinBytes([u32(0x08074b50), u32(crc32(content)), u32(size), u32(content.length)]);
  const wide = (n: number) => joinBytes([u32(n), u32(0)]);
  yield { name: '全存', bytes: packed((one) => ({ ...one, method: 0 })), same: true };
  yield { name: '无标志', bytes: packed((one) => ({ ...one, flags: 0 })), same: true };
  yield {
    name: '后记',
    bytes: packed((one) => ({
      ...one,
      method: 0,
      flags: 0x808,
      behind: described(one.content ?? new Uint8Array(), one.content?.length ?? 0),
    })),
    same: true,
  };
  yield {
    name: '宽数',
    bytes: packed((one) => {
      const n = one.content?.length ?? 0;
      return {
        ...one,
        method: 0,
        size: 0xffffffff,
        packedSize: 0xffffffff,
        extra: joinBytes([u16(1), u16(16), wide(n), wide(n)]),
      };
    }),
    same: true,
  };
  yield {
    name: '反斜杠',
    bytes: packed((one) => ({ ...one, name: String(one.name).replaceAll('/', '\\') })),
    same: false,
  };
  yield { name: '前斜杠', bytes: packed((one) => ({ ...one, name: `/${one.name}` })), same: false };
  yield { name: '大写名', bytes: packed((one) => ({ ...one, name: String(one.name).toUpperCase() })), same: false };
  yield { name: '点名', bytes: packed((one) => ({ ...one, name: `./${one.name}` })), same: false };
  yield { name: '套一夹', bytes: packed((one) => ({ ...one, name: `统计表/${one.name}` })), same: false };
  yield { name: '注释', bytes: packed((one) => one, { comment: bytesOf('汇总') }), same: true };
  yield { name: '前缀', bytes: packed((one) => one, { prefix: bytesOf('#!/bin/sh\nexit\n') }), same: false };
  yield { name: '时间零', bytes: packed((one) => ({ ...one, time: 0 })), same: true };
  yield { name: '时间满', bytes: packed((one) => ({ ...one, time: 0xffffffff })), same: true };
  yield {
    name: '倒序',
    bytes: zip(Object.fromEntries(Object.entries(packageParts('form.xlsx')).reverse())),
    same: true,
  };
  yield { name: '属性夹', bytes: packed((one) => ({ ...one, madeBy: 0x0314, attributes: 0x41ed0010 })), same: true };
  for (const [name, method] of [
    ['缩六四', 9],
    ['码二', 12],
    ['码七', 14],
    ['码九三', 93],
    ['码九五', 95],
  ] as const)
    yield {
      name,
      bytes: packed((one) =>
        String(one.name).includes('sheet1') ? { ...one, method, packed: one.content ?? new Uint8Array() } : one,
      ),
      same: false,
    };
  const aes = joinBytes([u16(0x9901), u16(7), u16(2), bytesOf('AE'), Uint8Array.of(3), u16(8)]);
  yield {
    name: '高级加密',
    bytes: packed((one) => ({
      ...one,
      method: 99,
      packed: new Uint8Array(200).fill(7),
      flags: 0x801,
      crc: 0,
      extra: aes,
    })),
    same: false,
  };
  yield { name: '老加密', bytes: packed((one) => ({ ...one, flags: 0x801 })), same: false };
  yield {
    name: '一件加密',
    bytes: packed((one) => (String(one.name).includes('sheet1') ? { ...one, flags: 0x801 } : one)),
    same: false,
  };
  yield { name: '强加密', bytes: packed((one) => ({ ...one, flags: 0x841 })), same: false };
  yield { name: '补丁数据', bytes: packed((one) => ({ ...one, flags: 0x820 })), same: false };
}

const kinds = { 格: cells, 位: places, 件: parts, 包: packages } as const;

/** All of them, those that are not read as they stand among them. */
export function* oddForms(): Generator<OddForm> {
  for (const [kind, make] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.xlsx`, ...one };
}

export const oddFormMakers = [maker('xlsx: as other programs write it', oddForms)];
