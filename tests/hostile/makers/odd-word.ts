import { wordDocument } from '../../read/build-package.js';
import { paragraph, run, wordFile, wordForm } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';

/** What no person sees; joined to a figure it would be another. */
const decoy = '9';
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const deleted = (text: string) => `<w:del w:id="1" w:author="甲"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const control = (inside: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
const box = (inside: string) =>
  `<w:r><w:pict><v:shape style="width:40pt;height:20pt"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const table = (cells: readonly string[]) =>
  `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`;
const digits = (text: string, write: (digit: string, n: number) => string) => [...text].map(write).join('');

function* revised(): Generator<OddForm> {
  const figure = (write: (figure: string) => string) => wordFile({ figure: (text) => p(write(text)) });
  yield { name: '删插', bytes: figure((text) => `${deleted(decoy)}<w:ins w:id="2">${run(text)}</w:ins>`), same: true };
  yield {
    name: '移出移入',
    bytes: figure((text) => `<w:moveFrom>${run(decoy)}</w:moveFrom><w:moveTo>${run(text)}</w:moveTo>`),
    same: true,
  };
  yield {
    name: '删在外',
    bytes: figure((text) => `${run(text)}<w:r><w:delText>${decoy}</w:delText></w:r>`),
    same: true,
  };
  yield { name: '删套插', bytes: figure((text) => `<w:ins>${run(text)}${deleted(decoy)}</w:ins>`), same: true };
  yield {
    name: '旧格式',
    bytes: figure((text) => run(text, '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
    same: true,
  };
  yield {
    name: '旧跨列',
    bytes: wordFile({ properties: '<w:tcPrChange><w:tcPr><w:gridSpan w:val="9"/><w:vMerge/></w:tcPr></w:tcPrChange>' }),
    same: true,
  };
  const rows = (properties: string) =>
    wordForm({}).replace(/<w:tr>.*?<\/w:tr>/g, (row) => {
      const other = row.replace(/(<w:t [^>]*>)\d+</g, `$1${decoy}<`);
      return other === row ? row : row + other.replace('<w:tr>', `<w:tr><w:trPr>${properties}</w:trPr>`);
    });
  yield { name: '删行', bytes: wordDocument(rows('<w:del w:id="3" w:author="甲"/>')), same: true };
  yield { name: '藏行', bytes: wordDocument(rows('<w:hidden/>')), same: false };
  yield { name: '添行', bytes: wordDocument(rows('<w:ins w:id="3" w:author="甲"/>')), same: false };
}

function* unseen(): Generator<OddForm> {
  const figure = (write: (figure: string) => string, inside = {}) =>
    wordFile({ figure: (text) => p(write(text)), inside });
  for (const [name, on] of [
    ['隐', '<w:vanish/>'],
    ['隐真', '<w:vanish w:val="true"/>'],
    ['隐一', '<w:vanish w:val="1"/>'],
  ] as const)
    yield { name, bytes: figure((text) => run(text) + run(decoy, on)), same: true };
  for (const off of ['0', 'false', 'off'])
    yield { name: `不隐${off}`, bytes: figure((text) => run(text, `<w:vanish w:val="${off}"/>`)), same: true };
  const hidden =
    '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>';
  for (const style of ['H', 'I'])
    yield {
      name: `隐样式${style}`,
      bytes: figure((text) => run(text) + run(decoy, `<w:rStyle w:val="${style}"/>`), { styles: hidden }),
      same: true,
    };
  yield {
    name: '隐样式又显',
    bytes: figure((text) => run(text, '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'), { styles: hidden }),
    same: true,
  };
  yield {
    name: '隐段',
    bytes: wordFile({
      figure: (text) => p(run(text)) + p(run(decoy), '<w:pStyle w:val="P"/>'),
      inside: { styles: hidden },
    }),
    same: true,
  };
  yield {
    name: '默认隐',
    bytes: figure((text) => run(text, '<w:vanish w:val="0"/>') + run(decoy), {
      styles: '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>',
    }),
    same: false,
  };
  yield {
    name: '隐行',
    bytes: figure((text) => `${run(text)}<w:r><w:rPr><w:specVanish/><w:vanish/></w:rPr><w:t>${decoy}</w:t></w:r>`),
    same: true,
  };
}

function* fields(): Generator<OddForm> {
  const figure = (write: (figure: string) => string) => wordFile({ figure: (text) => p(write(text)) });
  const field = (inner: string, result: string) =>
    mark('begin') + code(' IF ') + inner + mark('separate') + result + mark('end');
  yield { name: '域果', bytes: figure((text) => field(code('1=1'), run(text))), same: true };
  yield {
    name: '简单域',
    bytes: figure((text) => `<w:fldSimple w:instr="=${decoy}">${run(text)}</w:fldSimple>`),
    same: true,
  };
  yield { name: '域码里字', bytes: figure((text) => field(run(decoy), run(text))), same: true };
  yield { name: '域套域', bytes: figure((text) => field(field(code('x'), run(decoy)), run(text))), same: true };
  yield {
    name: '域无果',
    bytes: figure((text) => run(text) + mark('begin') + code('=9') + run(decoy) + mark('end')),
    same: true,
  };
  yield {
    name: '域跨段',
    bytes: wordFile({
      figure: (text) => p(mark('begin') + code('IF')) + p(run(decoy)) + p(mark('separate') + run(text) + mark('end')),
    }),
    same: true,
  };
  yield {
    name: '下拉',
    bytes: figure(
      (text) =>
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="${decoy}"/><w:listEntry w:val="${text}"/></w:ddList></w:ffData></w:fldChar></w:r>${code(' FORMDROPDOWN ')}${mark('end')}`,
    ),
    same: true,
  };
  yield {
    name: '表单文字',
    bytes: figure(
      (text) =>
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="${decoy}"/></w:textInput></w:ffData></w:fldChar></w:r>${code(' FORMTEXT ')}${mark('separate')}${run(text)}${mark('end')}`,
    ),
    same: true,
  };
  yield {
    name: '域不完',
    bytes: wordFile({ before: p(mark('begin') + code('TOC')) }),
    same: false,
  };
}

function* signs(): Generator<OddForm> {
  const figure = (write: (figure: string) => string) => wordFile({ figure: (text) => p(write(text)) });
  const sym = (digit: string, font: string, base: number) =>
    `<w:r><w:sym w:font="${font}" w:char="${(base + Number(digit)).toString(16).toUpperCase().padStart(4, '0')}"/></w:r>`;
  yield {
    name: '符号字',
    bytes: figure((text) => digits(text, (one) => sym(one, 'Times New Roman', 0x30))),
    same: true,
  };
  yield { name: '符号体', bytes: figure((text) => digits(text, (one) => sym(one, 'Symbol', 0xf030))), same: true };
  yield {
    name: '末位符号',
    bytes: figure((text) => run(text.slice(0, -1)) + sym(text.slice(-1), 'Times New Roman', 0x30)),
    same: true,
  };
  yield {
    name: '符号图',
    bytes: figure((text) => run(text) + sym(decoy, 'Wingdings', 0xf030)),
    same: false,
    other: true,
  };
  yield { name: '划去', bytes: figure((text) => run(decoy, '<w:strike/>') + run(text)), same: false, other: true };
  yield { name: '双划去', bytes: figure((text) => run(decoy, '<w:dstrike/>') + run(text)), same: false, other: true };
  yield { name: '不划', bytes: figure((text) => run(text, '<w:strike w:val="0"/>')), same: true };
  yield {
    name: '上标',
    bytes: figure((text) => run(text) + run('2', '<w:vertAlign w:val="superscript"/>')),
    same: false,
    other: true,
  };
  yield {
    name: '下标',
    bytes: figure((text) => run(text) + run('2', '<w:vertAlign w:val="subscript"/>')),
    same: false,
    other: true,
  };
  yield { name: '平标', bytes: figure((text) => run(text, '<w:vertAlign w:val="baseline"/>')), same: true };
  yield {
    name: '倒写',
    bytes: figure((text) => `<w:bdo w:val="rtl">${run([...text].reverse().join(''))}</w:bdo>`),
    same: false,
  };
  yield {
    name: '注音',
    bytes: figure(
      (text) =>
        `<w:r><w:ruby><w:rubyPr/><w:rt>${run(decoy)}</w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`,
    ),
    same: true,
  };
  yield { name: '脚注', bytes: figure((text) => `${run(text)}<w:r><w:footnoteReference w:id="2"/></w:r>`), same: true };
  yield { name: '碎', bytes: figure((text) => digits(text, (one) => run(one))), same: true };
  yield {
    name: '拼音错',
    bytes: figure((text) =>
      digits(text, (one) => `<w:proofErr w:type="spellStart"/>${run(one)}<w:bookmarkStart w:id="1" w:name="a"/>`),
    ),
    same: true,
  };
  yield {
    name: '软连字',
    bytes: figure((text) => digits(text, (one) => `${run(one)}<w:r><w:softHyphen/></w:r>`)),
    same: true,
  };
  yield {
    name: '智能标',
    bytes: figure(
      (text) =>
        `<w:smartTag w:element="x"><w:smartTagPr><w:attr w:name="x" w:val="9"/></w:smartTagPr>${run(text)}</w:smartTag>`,
    ),
    same: true,
  };
}

const numbering = (format: string, text: string) => ({
  numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
});
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

function* listed(): Generator<OddForm> {
  const figure = (inside: object, properties = numbered) =>
    wordFile({ figure: (text) => p(run(text), properties), inside });
  yield { name: '自动编号', bytes: figure(numbering('decimal', '%1')), same: false, other: true };
  yield { name: '自动点号', bytes: figure(numbering('decimal', '%1.')), same: false, other: true };
  yield { name: '项目符', bytes: figure(numbering('bullet', '')), same: true };
  yield { name: '无编号', bytes: figure(numbering('none', '')), same: true };
  yield {
    name: '取消编号',
    bytes: figure(numbering('decimal', '%1'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    same: true,
  };
  yield {
    name: '样式编号',
    bytes: figure(
      {
        ...numbering('decimal', '%1'),
        styles: `<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
      },
      '<w:pStyle w:val="L"/>',
    ),
    same: false,
    other: true,
  };
  yield {
    name: '标题编号',
    bytes: wordFile({ before: p(run('填表说明'), numbered), inside: numbering('chineseCountingThousand', '%1、') }),
    same: true,
  };
}

function* wrapped(): Generator<OddForm> {
  const figure = (write: (figure: string) => string) => wordFile({ figure: write });
  yield { name: '控件', bytes: figure((text) => control(paragraph(text))), same: true };
  yield { name: '行内控件', bytes: figure((text) => p(control(run(text)))), same: true };
  yield {
    name: '控件下拉',
    bytes: figure((text) =>
      p(
        control(
          run(text),
          `<w:dropDownList><w:listItem w:displayText="${decoy}" w:value="${decoy}"/></w:dropDownList>`,
        ),
      ),
    ),
    same: true,
  };
  yield {
    name: '控件占位',
    bytes: figure((text) =>
      p(control(run(text), `<w:placeholder><w:docPart w:val="x"/></w:placeholder><w:alias w:val="${decoy}"/>`)),
    ),
    same: true,
  };
  const alternatives = (choices: readonly (readonly [requires: string, text: string])[], fallback: string) =>
    `<mc:AlternateContent>${choices.map(([requires, text]) => `<mc:Choice ${requires}>${run(text)}</mc:Choice>`).join('')}<mc:Fallback>${run(fallback)}</mc:Fallback></mc:AlternateContent>`;
  const unknown = 'xmlns:z="urn:z" Requires="z"';
  yield { name: '不懂', bytes: figure((text) => p(alternatives([[unknown, decoy]], text))), same: true };
  yield {
    name: '冒名',
    bytes: figure((text) => p(alternatives([['xmlns:wps="urn:z" Requires="wps"', decoy]], text))),
    same: true,
  };
  yield { name: '懂', bytes: figure((text) => p(alternatives([['Requires="wps"', text]], text))), same: true };
  yield { name: '懂而异', bytes: figure((text) => p(alternatives([['Requires="wps"', text]], decoy))), same: false };
  yield {
    name: '半懂',
    bytes: figure((text) => p(alternatives([['xmlns:z="urn:z" Requires="wps z"', decoy]], text))),
    same: true,
  };
  yield {
    name: '二选',
    bytes: figure((text) =>
      p(
        alternatives(
          [
            [unknown, decoy],
            ['Requires="wps"', text],
          ],
          text,
        ),
      ),
    ),
    same: true,
  };
  yield {
    name: '无名节',
    bytes: figure((text) => p(`${run(text)}<z:r xmlns:z="urn:z">${run(decoy)}</z:r>`)),
    same: true,
  };
  yield {
    name: '别空间字',
    bytes: figure((text) => p(`${run(text)}<w:r><z:t xmlns:z="urn:z">${decoy}</z:t></w:r>`)),
    same: true,
  };
  yield { name: '文本框', bytes: figure((text) => p(run(text) + box(paragraph(decoy)))), same: false, other: true };
  yield { name: '框里数', bytes: figure((text) => p(box(paragraph(text)))), same: true };
  yield { name: '格中表', bytes: figure((text) => `${table([text])}<w:p/>`), same: true };
  yield {
    name: '格中表二',
    bytes: figure((text) => `${paragraph(text)}${table([decoy])}<w:p/>`),
    same: false,
    other: true,
  };
  yield { name: '格中表多', bytes: figure((text) => `${paragraph(text)}${table([decoy, decoy])}<w:p/>`), same: false };
  yield { name: '两段', bytes: figure((text) => paragraph(text) + paragraph(decoy)), same: false, other: true };
  yield { name: '空段', bytes: figure((text) => `<w:p/>${paragraph(text)}<w:p/>`), same: true };
}

function* whole(): Generator<OddForm> {
  const decoyForm = wordForm({ figure: () => paragraph(decoy) });
  yield { name: '两表', bytes: wordFile({ after: decoyForm }), same: false };
  yield { name: '表在删里', bytes: wordFile({ after: `<w:del>${decoyForm}</w:del>` }), same: true };
  yield { name: '嵌件', bytes: wordFile({ after: '<w:altChunk r:id="rId9"/>' }), same: false, other: true };
  yield { name: '子文档', bytes: wordFile({ after: p('<w:subDoc r:id="rId9"/>') }), same: false, other: true };
  yield {
    name: '两体',
    bytes: wordFile({ after: `</w:body><w:body>${decoyForm}` }),
    same: false,
  };
  yield {
    name: '另一件',
    bytes: wordFile({ extra: { 'word/document2.xml': `<w:document>${decoyForm}</w:document>` } }),
    same: true,
  };
  yield { name: '页眉', bytes: wordFile({ extra: { 'word/header1.xml': `<w:hdr>${decoyForm}</w:hdr>` } }), same: true };
}

const kinds = { 订: revised, 藏: unseen, 域: fields, 字: signs, 号: listed, 套: wrapped, 件: whole } as const;

/** The honest form as a Word table, those that are not read as they stand among them. */
export function* oddWordForms(): Generator<OddForm> {
  for (const [kind, make] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.docx`, ...one };
}

export const oddWord = [maker('docx: as other programs write it', oddWordForms)];
