import { describe, expect, it } from 'vitest';
import { problem, read, show } from './show.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** 甲村 in GBK. */
const GBK = '\xbc\xd7\xb4\xe5';

describe('csv', () => {
  it.each([
    ['UTF-8', utf8('甲村,3\n,"a ""b"",\nc"\n')],
    ['UTF-8 with a mark', utf8('\ufeff甲村,3\r\n,"a ""b"",\nc"\r\n')],
    ['UTF-16 with tabs', utf16('甲村\t3\n\t"a ""b"",\nc"\n')],
    ['GB18030 with semicolons', ascii(`${GBK};3\n;"a ""b"",\nc"\n`)],
  ])('reads %s', async (_, bytes) => {
    const { tables } = await read(bytes, 'csv');
    expect(tables.map(({ name }) => name)).toEqual(['csv']);
    expect(show(tables[0])).toEqual(['A1 = "甲村"', 'B1 = "3"', 'B2 = "a \\"b\\",\\nc"']);
  });

  it('reads what others would refuse', async () => {
    expect(show((await read(utf8('a,b\n"open,2\n'), 'csv')).tables[0])).toContain('B2 = "2"');
  });
});

describe('plain text', () => {
  it('gives lines as paragraphs', async () => {
    expect((await read(ascii(`${GBK}\r\n\r\n b\n`), 'text')).paragraphs).toEqual(['甲村', ' b']);
    expect(await problem(ascii('\xff\xff\xff'), 'text')).toBe('encoding');
  });

  it('marks a broken character rather than give up the rest', async () => {
    expect((await read(ascii(`${GBK.repeat(200)}\xff\n`), 'text')).paragraphs).toEqual([`${'甲村'.repeat(200)}\ufffd`]);
  });
});

describe('html', () => {
  it('follows spans, even where tags are not closed', async () => {
    const page = `<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>td{}</style></head>
      <body>${GBK}<table><tr><th colspan=2>${GBK}<td rowspan=2>x&nbsp;y<tr><td>1<td>2<br>3<tr style='display:none'><td>no<tr><td><img src=a><td>  </table>end`;
    const { tables, paragraphs, pictures } = await read(ascii(page), 'html');
    expect(show(tables[0])).toEqual([
      'A1:B1 = "甲村"',
      'C1:C2 = "x y"',
      'A2 = "1"',
      'B2 = "2\\n3"',
      'A3 = empty +1 pictures',
    ]);
    expect(paragraphs).toEqual(['甲村', 'end']);
    expect(pictures).toBe(1);
  });

  it('takes the names of sheets from what Excel notes, and lists nested tables apart', async () => {
    const page = `<!--[if gte mso 9]><xml><x:Name>统计</x:Name><x:Name>旧表</x:Name></xml><![endif]-->
      <table><tr><td>外<table><tr><td>里<td>面</table>外<td>旁</table>`;
    const { tables } = await read(utf16(page), 'html');
    expect(tables.map((table) => [table.name, ...show(table)])).toEqual([
      ['统计', 'A1 = "外\\n外"', 'B1 = "旁"'],
      ['旧表', 'A1 = "里"', 'B1 = "面"'],
    ]);
  });

  it('takes a nested table of one cell for a frame around the text of the cell', async () => {
    const page = '<table><tr><td>人数<table><tr><td>12</table><td>旁</table>';
    const { tables } = await read(utf8(page), 'html');
    expect(tables.map(show)).toEqual([['A1 = "人数\\n12"', 'B1 = "旁"']]);
  });

  it('takes the text of a cell as a browser shows it, its lines and spaces', async () => {
    const page = `<table><tr><td>\n  a <b> b</b>\n c&nbsp;d <p>e</p><div>f</div> <ul><li>g<li>h</ul><script>no</script></table>`;
    expect(show((await read(utf8(page), 'html')).tables[0])).toEqual(['A1 = "a b c d\\ne\\nf\\ng\\nh"']);
  });

  it('reads tables nested a hundred deep, refuses ten thousand open elements, and takes no time for either', async () => {
    const deep = (times: number) => `<html>${'<table><tr><td>y<td>x'.repeat(times)}`;
    const { tables } = await read(utf8(deep(150)), 'html');
    expect(tables).toHaveLength(150);
    expect(show(tables[0])).toEqual(['A1 = "y"', 'B1 = "x"']);
    expect(await problem(utf8(deep(5000)), 'html')).toBe('damaged');
  });
});
