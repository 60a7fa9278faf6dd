import { type OpenSheetChanges, openSheet, openTable, openText } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';

const decoy = '9';
const float = (value: string) => `office:value-type="float" office:value="${value}"`;
const digits = (text: string, write: (digit: string) => string) => [...text].map(write).join('');
const figure = (write: (text: string) => readonly [string, string], more: Omit<OpenSheetChanges, 'figure'> = {}) =>
  openSheet({ ...more, figure: write });
const p = (inside: string) => `<text:p>${inside}</text:p>`;
const ones = (write: (text: string) => string) => figure((text) => [float(text), write(text)]);
const texts = (write: (text: string) => string) => figure((text) => ['office:value-type="string"', write(text)]);

function* values(): Generator<OddForm> {
  yield { name: '文字谎', bytes: ones(() => openText(decoy)), same: true };
  yield { name: '无文字', bytes: ones(() => ''), same: true };
  yield { name: '写数', bytes: figure((text) => [float(`${Number(text) / 10}E+1`), openText(text)]), same: true };
  yield {
    name: '货币',
    bytes: figure((text) => [float(text).replace('float', 'currency'), openText(`￥${text}`)]),
    same: true,
  };
  yield { name: '文型', bytes: texts(openText), same: true };
  yield {
    name: '文型谎',
    bytes: figure((text) => [`office:value-type="string" office:string-value="${text}"`, openText(decoy)]),
    same: false,
  };
  yield {
    name: '文型带数',
    bytes: figure((text) => [`office:value-type="string" office:value="${decoy}"`, openText(text)]),
    same: true,
  };
  yield { name: '无型', bytes: figure((text) => ['', openText(text)]), same: true };
  yield { name: '无型带数', bytes: figure((text) => [`office:value="${decoy}"`, openText(text)]), same: false };
  yield {
    name: '怪型',
    bytes: figure((text) => [`office:value-type="x" office:value="${decoy}"`, openText(text)]),
    same: false,
    other: true,
  };
  yield {
    name: '两型',
    bytes: figure((text) => [`${float(text)} calcext:value-type="string"`, openText(decoy)]),
    same: false,
    other: true,
  };
  yield {
    name: '型错',
    bytes: figure((text) => [`${float(text)} calcext:value-type="error"`, openText('#N/A')]),
    same: false,
  };
  for (const [name, value] of [
    ['百分', 'percentage'],
    ['真假', 'boolean'],
    ['日', 'date'],
    ['时', 'time'],
  ] as const)
    yield {
      name,
      bytes: figure((text) => [
        `office:value-type="${value}" office:value="${decoy}" office:boolean-value="true" office:date-value="2023-05-29" office:time-value="PT12H00M00S"`,
        openText(text),
      ]),
      same: false,
      other: true,
    };
  yield {
    name: '坏日',
    bytes: figure((text) => ['office:value-type="date" office:date-value="x"', openText(text)]),
    same: false,
    other: true,
  };
  yield {
    name: '百分本数',
    bytes: figure((text) => [float(text).replace('float', 'percentage'), openText(text)]),
    same: false,
    other: true,
  };
  yield { name: '坏数', bytes: figure((text) => [float('x'), openText(text)]), same: false, other: true };
  yield {
    name: '十六数',
    bytes: figure((text) => [float(`0x${Number(text).toString(16)}`), openText(decoy)]),
    same: false,
    other: true,
  };
  yield {
    name: '缺数',
    bytes: figure((text) => ['office:value-type="float"', openText(text)]),
    same: false,
    other: true,
  };
  yield { name: '空数', bytes: figure((text) => [float(''), openText(text)]), same: false, other: true };
  yield {
    name: '式有果',
    bytes: figure((text) => [`table:formula="of:=[.A1]" ${float(text)}`, openText(text)]),
    same: true,
  };
  yield { name: '式无果', bytes: figure(() => ['table:formula="of:=[.A1]"', '']), same: false };
  yield {
    name: '式数无',
    bytes: figure((text) => ['table:formula="of:=[.A1]" office:value-type="float"', openText(text)]),
    same: false,
  };
}

function* writings(): Generator<OddForm> {
  yield {
    name: '批注',
    bytes: ones((text) => `<office:annotation>${p(decoy)}</office:annotation>${p(text)}`),
    same: true,
  };
  yield {
    name: '批注在文',
    bytes: texts((text) => p(`${text}<office:annotation>${p(decoy)}</office:annotation>`)),
    same: true,
  };
  yield { name: '空格', bytes: texts((text) => p(digits(text, (one) => `${one}<text:s/>`))), same: false };
  yield { name: '空格外', bytes: texts((text) => p(`<text:s text:c="3"/>${text}<text:s/>`)), same: true };
  yield { name: '碎', bytes: texts((text) => p(digits(text, (one) => `<text:span>${one}</text:span>`))), same: true };
  yield { name: '链接', bytes: texts((text) => p(`<text:a>${text}</text:a>`)), same: true };
  yield { name: '两段', bytes: texts((text) => p(text) + p(decoy)), same: false, other: true };
  yield { name: '换行', bytes: texts((text) => p(`${text}<text:line-break/>${decoy}`)), same: false, other: true };
  yield { name: '制表', bytes: texts((text) => p(`${text}<text:tab/>${decoy}`)), same: false };
  yield {
    name: '注音',
    bytes: texts((text) =>
      p(`<text:ruby><text:ruby-base>${text}</text:ruby-base><text:ruby-text>${decoy}</text:ruby-text></text:ruby>`),
    ),
    same: true,
  };
  const styles = (property: string) =>
    `<style:style style:name="X" style:family="text"><style:text-properties ${property}/></style:style>`;
  const span = (property: string, inside = decoy) =>
    figure((text) => ['office:value-type="string"', p(`${text}<text:span text:style-name="X">${inside}</text:span>`)], {
      styles: styles(property),
    });
  yield { name: '上标', bytes: span('style:text-position="super 58%"'), same: false, other: true };
  yield { name: '下标', bytes: span('style:text-position="sub 58%"'), same: false, other: true };
  yield { name: '划去', bytes: span('style:text-line-through-style="solid"'), same: false, other: true };
  yield { name: '不划', bytes: span('style:text-line-through-style="none"', ''), same: true };
  yield {
    name: '删痕',
    bytes: ones((text) => `${p(text)}<draw:frame><draw:text-box>${p(decoy)}</draw:text-box></draw:frame>`),
    same: true,
  };
  yield { name: '别空间字', bytes: texts((text) => p(`${text}<z:x xmlns:z="urn:z">${decoy}</z:x>`)), same: false };
}

function* places(): Generator<OddForm> {
  const row = (change: (row: string) => string) => openSheet({ row: change });
  const again = (text: string) =>
    text.replace(/office:value="\d+"><text:p>\d+/g, `office:value="${decoy}"><text:p>${decoy}`);
  yield {
    name: '行藏',
    bytes: row((one) => one.replace('<table:table-row', '<table:table-row table:visibility="collapse"')),
    same: true,
  };
  yield {
    name: '筛掉行',
    bytes: row((one) =>
      again(one) === one
        ? one
        : one + again(one).replace('<table:table-row', '<table:table-row table:visibility="filter"'),
    ),
    same: false,
  };
  yield {
    name: '行重复',
    bytes: row((one) =>
      again(one) === one ? one : one.replace('<table:table-row', '<table:table-row table:number-rows-repeated="2"'),
    ),
    same: false,
  };
  yield { name: '行组', bytes: row((one) => `<table:table-row-group>${one}</table:table-row-group>`), same: true };
  yield {
    name: '表头行',
    bytes: row((one) => `<table:table-header-rows>${one}</table:table-header-rows>`),
    same: true,
  };
  yield {
    name: '空行重复',
    bytes: row(
      (one) =>
        `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="25"/></table:table-row>${one}`,
    ),
    same: false,
  };
  yield {
    name: '列重复',
    bytes: row((one) =>
      one.replace(
        /<table:covered-table-cell\/><table:covered-table-cell\/>/g,
        '<table:covered-table-cell table:number-columns-repeated="2"/>',
      ),
    ),
    same: true,
  };
  for (const count of ['0', '-1', '1.5', 'x'])
    yield {
      name: `重复${count}`,
      bytes: row((one) =>
        one.replaceAll(
          '<table:covered-table-cell/>',
          `<table:covered-table-cell table:number-columns-repeated="${count}"/>`,
        ),
      ),
      same: false,
    };
  yield {
    name: '盖住的',
    bytes: row((one) =>
      one.replace(
        /(office:value="\d+"><text:p>\d+<\/text:p><\/table:table-cell>)<table:covered-table-cell\/>/g,
        `$1<table:covered-table-cell ${float(decoy)}>${p(decoy)}</table:covered-table-cell>`,
      ),
    ),
    same: false,
  };
  yield {
    name: '子表',
    bytes: ones(
      (text) =>
        `${p(text)}<table:table table:is-sub-table="true"><table:table-row><table:table-cell ${float(decoy)}>${p(decoy)}</table:table-cell></table:table-row></table:table>`,
    ),
    same: false,
  };
  yield {
    name: '末行外',
    bytes: openSheet({
      row: (one) =>
        one.includes('附件2')
          ? `<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>${one}`
          : one,
    }),
    same: false,
    other: true,
  };
}

function* whole(): Generator<OddForm> {
  const other = `<table:table table:name="他"><table:table-row><table:table-cell ${float(decoy)}/></table:table-row></table:table>`;
  const decoyForm = (name: string, inside = '') => {
    const table = openTable({ figure: () => [float(decoy), p(decoy)] });
    return table
      .replace('table:name="表"', `table:name="${name}"`)
      .replace('<table:table-row>', `${inside}<table:table-row>`);
  };
  yield {
    name: '修订',
    bytes: openSheet({
      before: `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell ${float(decoy)}>${p(decoy)}</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>`,
    }),
    same: true,
  };
  yield {
    name: '删行修订',
    bytes: openSheet({
      before: `<table:tracked-changes><table:deletion><table:cut-offs/></table:deletion></table:tracked-changes>`,
    }),
    same: true,
  };
  yield { name: '他表', bytes: openSheet({ after: other }), same: true };
  yield { name: '两表', bytes: openSheet({ after: decoyForm('二') }), same: false };
  yield {
    name: '动态链',
    bytes: openSheet({
      before: `<table:dde-links><table:dde-link><office:dde-source/>${decoyForm('链')}</table:dde-link></table:dde-links>`,
    }),
    same: true,
  };
  yield {
    name: '外表缓存',
    bytes: openSheet({
      before: decoyForm(
        "'file:///tmp/x.ods'#$Sheet1",
        '<table:table-source xmlns:xlink="urn:x" table:table-name="Sheet1"/>',
      ).replace('table:name="\'', 'table:style-name="ta_extref" table:name="\''),
    }),
    same: true,
  };
  yield {
    name: '藏表',
    bytes: openSheet({
      before: decoyForm('藏').replace('<table:table ', '<table:table table:style-name="H" '),
      styles:
        '<style:style style:name="H" style:family="table"><style:table-properties table:display="false"/></style:style>',
    }),
    same: true,
  };
}

const kinds = { 值: values, 写: writings, 位: places, 件: whole } as const;

/** The honest form as an OpenDocument spreadsheet, those that are not read as they stand among them. */
export function* oddOpenSheets(): Generator<OddForm> {
  for (const [kind, make] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.ods`, ...one };
}

export const oddSheets = [maker('ods: as other programs write it', oddOpenSheets)];
