import { joinBytes } from '../../../src/model/join-bytes.js';
import { costly, maker } from '../maker.js';
import { stranger, withParts } from '../parts-of.js';
import { bytesOf } from '../raw-zip.js';

const wide = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const page = (body: string, head = '') => bytesOf(`<html><head>${head}</head><body>${body}</body></html>`);
const table = (inside: string) => `<table>${inside}</table>`;

const ods = (rows: string) =>
  withParts('book.ods', {
    'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${rows}</office:spreadsheet></office:body></office:document-content>`,
  });
const odsTable = (rows: string) => ods(`<table:table table:name="表">${rows}</table:table>`);
const odsRow = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;

export const moreTexts = [
  costly('csv: larger than any form', function* () {
    yield { name: '五十兆一行统计表.csv', bytes: new Uint8Array(50 << 20).fill(0x61) };
    yield { name: '五十兆零统计表.csv', bytes: new Uint8Array(50 << 20) };
    yield { name: '五十兆引号统计表.csv', bytes: joinBytes([bytesOf('"'), new Uint8Array(50 << 20).fill(0x61)]) };
    yield { name: '百万列统计表.csv', bytes: bytesOf(`${','.repeat(1_000_000)}\n${'1,'.repeat(20)}`) };
    yield { name: '换行多统计表.csv', bytes: bytesOf('\r'.repeat(2_000_000)) };
    yield { name: '引号换引号统计表.csv', bytes: bytesOf('"a""b"c"\n'.repeat(200_000)) };
  }),
  maker('csv: writings mixed', function* () {
    const rows = '单位,甲村\n宣传活动,1\n';
    yield { name: '宽无标小统计表.csv', bytes: wide(rows) };
    yield { name: '宽无标大统计表.csv', bytes: wide(rows, true) };
    yield { name: '宽标错统计表.csv', bytes: joinBytes([Uint8Array.of(0xfe, 0xff), wide(rows)]) };
    yield { name: '宽奇数统计表.csv', bytes: joinBytes([Uint8Array.of(0xff, 0xfe), wide(rows), Uint8Array.of(1)]) };
    yield { name: '四字节统计表.csv', bytes: joinBytes([Uint8Array.of(0xff, 0xfe, 0, 0), bytesOf(rows)]) };
    yield {
      name: '先八后国标统计表.csv',
      bytes: joinBytes([bytesOf(rows), Uint8Array.of(0xb4, 0xe5, 0x2c, 0x31, 0x0a)]),
    };
    yield { name: '半个字统计表.csv', bytes: joinBytes([bytesOf(rows), Uint8Array.of(0xe6, 0x9d)]) };
    yield { name: '四字节国标统计表.csv', bytes: Uint8Array.of(0x81, 0x30, 0x81, 0x30, 0xff, 0xff, 0x80) };
    yield { name: '分隔符统计表.csv', bytes: bytesOf('sep=;\n单位;甲村\n') };
    yield { name: '制表统计表.csv', bytes: bytesOf('单位\t甲村\t=1+1\n') };
    yield { name: '竖线统计表.csv', bytes: bytesOf('单位|甲村\u2028乙\u0085丙\u000b丁\n') };
    for (const fill of [0x00, 0x20, 0xff, 0x1a, 0x7f])
      yield { name: `全${fill}统计表.csv`, bytes: new Uint8Array(20_000).fill(fill) };
    for (const ending of [
      'xlsx',
      'xls',
      'docx',
      'doc',
      'ods',
      'zip',
      'eml',
      'jpg',
      'png',
      'mp4',
      'pdf',
      'heic',
      'webp',
    ])
      for (const fill of [0x00, 0xff])
        yield { name: `满${fill}统计表.${ending}`, bytes: new Uint8Array(3000).fill(fill) };
  }),
  costly('html: pages that lie', function* () {
    for (const charset of ['utf-16', 'utf-7', 'x-none', 'gb2312', 'iso-2022-jp', '"><script>'])
      yield {
        name: `页${charset.replace(/\W/g, '')}统计表.xls`,
        bytes: page(
          table('<tr><td>宣传活动<td>1'),
          `<meta charset="${charset}"><meta http-equiv="refresh" content="0;url=file:///etc/passwd">`,
        ),
      };
    yield { name: '不闭合统计表.xls', bytes: page('<table><tr><td>1<td>2<tr><td>3'.repeat(3000)) };
    yield { name: '表外格统计表.xls', bytes: page('<td>1</td><tr><td>2</td></tr></table></td></tr>'.repeat(5000)) };
    for (const tag of ['b', 'p', 'font', 'td', 'tbody', 'select', 'svg', 'template', 'x-y'])
      yield { name: `套${tag}统计表.xls`, bytes: page(table(`<tr><td>${`<${tag}>`.repeat(20_000)}1`)) };
    yield {
      name: '跨零统计表.xls',
      bytes: page(table('<tr><td rowspan=0 colspan=0>1<td rowspan=65534 colspan=1000>2<tr><td>3'.repeat(500))),
    };
    yield {
      name: '跨错统计表.xls',
      bytes: page(table(Array.from({ length: 500 }, (_, n) => `<tr><td rowspan=${500 - n}>${n}`).join(''))),
    };
    yield {
      name: '样式统计表.xls',
      bytes: page(table('<tr><td style="display:none">9<td hidden>8<td>1'), `<style>${'a{}'.repeat(200_000)}</style>`),
    };
    yield {
      name: '脚本长统计表.xls',
      bytes: page(`<script>${'<table><tr><td>9'.repeat(50_000)}</script>${table('<tr><td>1')}`),
    };
    yield { name: '文本区统计表.xls', bytes: page(`<textarea>${table('<tr><td>9')}`) };
    yield { name: '多页统计表.xls', bytes: joinBytes([page(table('<tr><td>1')), page(table('<tr><td>2'))]) };
    yield {
      name: '框架统计表.xls',
      bytes: bytesOf(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><frameset><frame src="file:///etc/passwd"><frame src="sheet001.htm"></frameset>',
      ),
    };
  }),
  maker('ods: repeated and covered', function* () {
    const cell = (attributes = '') => `<table:table-cell ${attributes}><text:p>1</text:p></table:table-cell>`;
    for (const count of ['1000000000', '0', '-5', '1.5', '+3', ' 2 ', '0x10', '', '1048577', '16385']) {
      yield {
        name: `列${count.trim()}次统计表.ods`,
        bytes: odsTable(odsRow(cell(`table:number-columns-repeated="${count}"`))),
      };
      yield {
        name: `行${count.trim()}次统计表.ods`,
        bytes: odsTable(odsRow(cell(), `table:number-rows-repeated="${count}"`)),
      };
    }
    yield {
      name: '覆盖统计表.ods',
      bytes: odsTable(odsRow('<table:covered-table-cell table:number-columns-repeated="1000000000"/>'.repeat(500))),
    };
    yield {
      name: '覆盖有值统计表.ods',
      bytes: odsTable(
        odsRow(
          `${cell('table:number-columns-spanned="3"')}<table:covered-table-cell><text:p>藏</text:p></table:covered-table-cell>`,
        ),
      ),
    };
    yield {
      name: '行组统计表.ods',
      bytes: odsTable(
        `${'<table:table-row-group>'.repeat(200)}${odsRow(cell())}${'</table:table-row-group>'.repeat(200)}`,
      ),
    };
    yield {
      name: '段多统计表.ods',
      bytes: odsTable(odsRow(`<table:table-cell>${'<text:p>1</text:p>'.repeat(60_000)}</table:table-cell>`)),
    };
    yield {
      name: '千表统计表.ods',
      bytes: ods(
        Array.from({ length: 4000 }, (_, n) => `<table:table table:name="${n}">${odsRow(cell())}</table:table>`).join(
          '',
        ),
      ),
    };
    yield {
      name: '批注统计表.ods',
      bytes: odsTable(
        odsRow(
          '<table:table-cell><office:annotation><text:p>=cmd|x</text:p></office:annotation><text:p>1</text:p></table:table-cell>',
        ),
      ),
    };
    yield {
      name: '公式统计表.ods',
      bytes: odsTable(
        odsRow(
          '<table:table-cell table:formula="of:=DDE(&quot;soffice&quot;;&quot;/etc/passwd&quot;;1)" office:value-type="float" office:value="7"/>',
        ),
      ),
    };
    yield {
      name: '脚本统计表.ods',
      bytes: withParts('book.ods', {
        'Basic/Standard/Module1.xml': '<x/>',
        'content.xml': `<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`,
      }),
    };
    yield {
      name: '扁平统计表.fods',
      bytes: bytesOf(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
      ),
    };
  }),
  maker('shortcuts, links and other things of a desktop', function* () {
    const link = joinBytes([
      Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46),
      new Uint8Array(200).fill(0xff),
    ]);
    yield { name: '信息统计表.lnk', bytes: link };
    yield { name: '信息统计表.xlsx.lnk', bytes: link };
    yield { name: '快捷冒充统计表.xlsx', bytes: link };
    const texts = {
      '统计表.url': '[InternetShortcut]\r\nURL=javascript:alert(1)\r\nIconFile=\\\\127.0.0.1\\x\r\n',
      '统计表.webloc':
        '<?xml version="1.0"?><!DOCTYPE plist><plist><dict><key>URL</key><string>file:///etc/passwd</string></dict></plist>',
      '统计表.desktop': '[Desktop Entry]\nExec=rm -rf /\n',
      '桌面desktop.ini': '[.ShellClassInfo]\r\nIconResource=\\\\127.0.0.1\\x,0\r\n',
      '自动autorun.inf': '[autorun]\r\nopen=x.exe\r\n',
      '统计表.scf': '[Shell]\r\nIconFile=\\\\127.0.0.1\\x\r\n',
      '统计表.iqy': 'WEB\n1\nhttp://127.0.0.1/\n',
      '统计表.slk': 'ID;P\nC;Y1;X1;E"=cmd|x"\nE\n',
      '统计表.hta': '<script>new ActiveXObject("WScript.Shell")</script>',
      '统计表.js': 'process.exit(1)',
      '统计表.bat': '@del /q *\r\n',
      '统计表.ps1': 'Remove-Item -Recurse C:\\\r\n',
      '统计表.vcf': 'BEGIN:VCARD\nPHOTO;VALUE=uri:file:///etc/passwd\nEND:VCARD\n',
      '统计表.ics': 'BEGIN:VCALENDAR\nATTACH:file:///etc/passwd\nEND:VCALENDAR\n',
      '统计表.part': 'x',
      '统计表.crdownload': 'x',
      '统计表.xlsx.baiduyun.p.downloading': 'x',
      '统计表.qdl2': 'x',
      '统计表.gdoc': '{"url":"https://example.org/"}',
      '统计表.numbers': 'x',
      '统计表.ofd': 'x',
      '统计表.wps': 'x',
    };
    for (const [name, text] of Object.entries(texts)) yield { name, bytes: bytesOf(text) };
    yield { name: '双尾统计表.xlsx.exe', bytes: bytesOf('MZ') };
    yield { name: '空尾统计表.xlsx.', bytes: stranger('form.xlsx') };
    yield { name: '无尾统计表', bytes: stranger('form.xlsx') };
    yield { name: '大尾统计表.XLSX', bytes: stranger('form.xlsx') };
    yield { name: '全尾统计表．xlsx', bytes: stranger('form.xlsx') };
    yield { name: '程序', bytes: joinBytes([Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), new Uint8Array(500)]) };
    yield { name: '数据库.sqlite', bytes: joinBytes([bytesOf('SQLite format 3\u0000'), new Uint8Array(500)]) };
    yield {
      name: '网盘占位.xlsx',
      bytes: bytesOf('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n'),
    };
  }),
];
