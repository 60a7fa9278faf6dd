import { joinBytes } from '../../../src/model/join-bytes.js';
import { fieldRows, pageForm } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';
import { bytesOf } from '../raw-zip.js';

const decoy = '9';

interface Writing {
  readonly separator?: string;
  readonly quote?: (field: string) => string;
  readonly line?: string;
  readonly before?: string;
  readonly after?: string;
}

const plain = (field: string) => (/[",;\t\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
const all = (field: string) => `"${field.replaceAll('"', '""')}"`;
const asText = (field: string) => (/^\d+$/.test(field) ? `="${field}"` : plain(field));

function written(figure: (text: string) => string, writing: Writing = {}): string {
  const { separator = ',', quote = plain, line = '\r\n', before = '', after = '' } = writing;
  const lines = fieldRows(figure).map((fields) => fields.map(quote).join(separator));
  return before + lines.join(line) + line + after;
}

const same = (text: string) => text;
const csv = (writing: Writing, figure = same) => bytesOf(written(figure, writing));
const wide = (text: string, big: boolean, marked: boolean) => {
  const bytes = Buffer.from(marked ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

function* separated(): Generator<OddForm> {
  yield { name: '逗号', bytes: csv({}), same: true };
  yield { name: '分号', bytes: csv({ separator: ';' }), same: true };
  yield { name: '制表', bytes: csv({ separator: '\t' }), same: true };
  yield { name: '全引', bytes: csv({ quote: all }), same: true };
  yield { name: '单换行', bytes: csv({ line: '\n' }), same: true };
  yield { name: '单回车', bytes: csv({ line: '\r' }), same: true };
  yield { name: '声明分号', bytes: csv({ separator: ';', before: 'sep=;\r\n' }), same: true };
  yield { name: '声明竖线', bytes: csv({ separator: '|', before: 'sep=|\r\n' }), same: true };
  yield { name: '声明不符', bytes: csv({ before: 'sep=;\r\n' }), same: false };
  yield {
    name: '分号千分',
    bytes: csv({ separator: ';', quote: same }, (text) => Number(text).toLocaleString('en-US')),
    same: true,
  };
  yield {
    name: '制表千分',
    bytes: csv({ separator: '\t', quote: same }, (text) => `${Number(text).toLocaleString('en-US')}`),
    same: true,
  };
  yield { name: '引千分', bytes: csv({}, (text) => Number(text).toLocaleString('en-US')), same: true };
  yield { name: '裸千分', bytes: csv({ quote: same }, (text) => Number(text).toLocaleString('en-US')), same: false };
  yield { name: '等号', bytes: csv({ quote: asText }), same: true };
  yield { name: '等号引', bytes: csv({}, (text) => `="${text}"`), same: true };
  yield { name: '等号二', bytes: csv({}, (text) => `=${text}`), same: false };
  yield {
    name: '引后有字',
    bytes: csv({ quote: (field) => (/^\d+$/.test(field) ? `"${field}"9` : plain(field)) }),
    same: false,
    other: true,
  };
  yield { name: '引不闭', bytes: csv({ after: '"说明' }), same: false };
  yield {
    name: '引前空格',
    bytes: csv({ quote: (field) => (/^\d+$/.test(field) ? ` "${field}"` : plain(field)) }),
    same: false,
  };
  yield { name: '格内换行', bytes: csv({}, (text) => `${text}\n${decoy}`), same: false, other: true };
  yield { name: '空格', bytes: csv({}, (text) => `  ${text} `), same: true };
  yield { name: '括号负', bytes: csv({}, (text) => `(${text})`), same: false };
  yield { name: '后负', bytes: csv({}, (text) => `${text}-`), same: false };
  yield { name: '单引', bytes: csv({}, (text) => `'${text}`), same: false };
  yield { name: '零字节', bytes: csv({}, (text) => `${text}\0${decoy}`), same: false, other: true };
  yield { name: '退格', bytes: csv({}, (text) => `${decoy}\b${text}`), same: false };
  yield { name: '尾列', bytes: csv({ line: ',,,,\r\n' }), same: true };
  yield { name: '两份', bytes: joinBytes([csv({}), csv({}, () => decoy)]), same: false };
}

function* encoded(): Generator<OddForm> {
  const text = written(same);
  yield { name: '标记', bytes: bytesOf(`\ufeff${text}`), same: true };
  yield { name: '两标记', bytes: bytesOf(`\ufeff\ufeff${text}`), same: true };
  for (const big of [false, true])
    for (const marked of [true, false]) yield { name: `宽${big}${marked}`, bytes: wide(text, big, marked), same: true };
  yield { name: '宽制表', bytes: wide(written(same, { separator: '\t' }), false, true), same: true };
  yield { name: '坏一字节', bytes: joinBytes([bytesOf(text), Uint8Array.of(0xff)]), same: false };
}

function* pages(): Generator<OddForm> {
  const page = (write: (text: string) => string, head = '') => bytesOf(pageForm((text) => ['', write(text)], { head }));
  const stated = (attributes: (text: string) => string, content: (text: string) => string = same) =>
    bytesOf(pageForm((text) => [attributes(text), content(text)]));
  yield { name: '平', bytes: page(same), same: true };
  yield { name: '藏段', bytes: page((text) => `${text}<span style="display:none">${decoy}</span>`), same: false };
  yield { name: '藏段二', bytes: page((text) => `${text}<span hidden>${decoy}</span>`), same: false };
  yield {
    name: '看不见',
    bytes: page((text) => `${text}<span style="visibility: hidden">${decoy}</span>`),
    same: false,
  };
  yield {
    name: '类藏',
    bytes: page((text) => `${text}<i class="h">${decoy}</i>`, '<style>.h{display:none}</style>'),
    same: false,
  };
  for (const tag of ['s', 'del', 'strike'])
    yield { name: `划去${tag}`, bytes: page((text) => `<${tag}>${decoy}</${tag}>${text}`), same: false, other: true };
  yield {
    name: '划去样',
    bytes: page((text) => `<span style="text-decoration:line-through">${decoy}</span>${text}`),
    same: false,
    other: true,
  };
  yield { name: '上标', bytes: page((text) => `${text}<sup>2</sup>`), same: false, other: true };
  yield { name: '下标', bytes: page((text) => `${text}<sub>2</sub>`), same: false, other: true };
  yield { name: '注音', bytes: page((text) => `<ruby>${text}<rp>(</rp><rt>${decoy}</rt></ruby>`), same: true };
  yield {
    name: '选项',
    bytes: page((text) => `<select><option>${decoy}</option><option selected>${text}</option></select>`),
    same: false,
  };
  yield {
    name: '两块',
    bytes: page((text) => `<div>${text}</div><section>${decoy}</section>`),
    same: false,
    other: true,
  };
  yield { name: '列表', bytes: page((text) => `${text}<dl><dt>${decoy}</dt></dl>`), same: false, other: true };
  yield { name: '居中块', bytes: page((text) => `${text}<center>${decoy}</center>`), same: false, other: true };
  yield { name: '脚本', bytes: page((text) => `${text}<script>document.write(9)</script>`), same: true };
  yield {
    name: '备用',
    bytes: page((text) => `${text}<iframe>${decoy}</iframe><object>${decoy}</object>`),
    same: false,
  };
  yield { name: '矢量图', bytes: page((text) => `${text}<svg><text>${decoy}</text></svg>`), same: false, other: true };
  yield { name: '格中表', bytes: page((text) => `<table><tr><td>${text}</td></tr></table>`), same: true };
  yield {
    name: '格中表二',
    bytes: page((text) => `${text}<table><tr><td>${decoy}</td></tr></table>`),
    same: false,
    other: true,
  };
  yield { name: '注释', bytes: page((text) => `${text}<!--${decoy}-->`), same: true };
  yield { name: '软断', bytes: page((text) => [...text].join('&shy;')), same: true };
  yield { name: '可断', bytes: page((text) => [...text].join('<wbr>')), same: true };
  yield { name: '实体', bytes: page((text) => [...text].map((one) => `&#${one.charCodeAt(0)};`).join('')), same: true };
  yield { name: '倒写', bytes: page((text) => `<bdo dir=rtl>${[...text].reverse().join('')}</bdo>`), same: false };
  yield { name: '输入框', bytes: page((text) => `<input value="${text}">`), same: false };
  yield { name: '存数', bytes: stated((text) => `x:num="${text}"`), same: true };
  yield {
    name: '存数千分',
    bytes: stated(
      (text) => `x:num="${text}"`,
      (text) => Number(text).toLocaleString('en-US'),
    ),
    same: true,
  };
  yield {
    name: '存数谎',
    bytes: stated(
      (text) => `x:num="${text}"`,
      () => decoy,
    ),
    same: false,
    other: true,
  };
  yield { name: '存数空', bytes: stated(() => 'x:num'), same: true };
  yield {
    name: '存数谎二',
    bytes: stated(
      (text) => `sdval="${text}"`,
      () => decoy,
    ),
    same: false,
    other: true,
  };
  yield {
    name: '行藏',
    bytes: bytesOf(
      pageForm().replace(/<tr>(.*?)<\/tr>/gs, (row) =>
        />\d+<\/td>/.test(row) ? `<tr hidden>${row.slice(4).replace(/>\d+<\/td>/g, `>${decoy}</td>`)}${row}` : row,
      ),
    ),
    same: true,
  };
  yield {
    name: '行透明',
    bytes: bytesOf(
      pageForm().replace(/<tr>(.*?)<\/tr>/gs, (row) =>
        />\d+<\/td>/.test(row)
          ? `<tr style="visibility:collapse">${row.slice(4).replace(/>\d+<\/td>/g, `>${decoy}</td>`)}${row}`
          : row,
      ),
    ),
    same: false,
  };
  yield {
    name: '藏表',
    bytes: bytesOf(pageForm(undefined, { before: `<div style="display:none">${pageForm(() => ['', decoy])}</div>` })),
    same: false,
  };
  yield { name: '两表', bytes: bytesOf(pageForm(undefined, { after: pageForm(() => ['', decoy]) })), same: false };
}

const kinds = { 隔: [separated, 'csv'], 码: [encoded, 'csv'], 页: [pages, 'xls'] } as const;

/** The honest form as lines of fields and as a web page, those that are not read as they stand among them. */
export function* oddTextForms(): Generator<OddForm> {
  for (const [kind, [make, ending]] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.${ending}`, ...one };
}

export const oddTexts = [maker('csv, html: as other programs write it', oddTextForms)];
