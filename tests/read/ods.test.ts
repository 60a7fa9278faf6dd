import { expect, it } from 'vitest';
import { zip } from './build-package.js';
import { read, show } from './show.js';

const namespace = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;

async function cells(...written: readonly string[]): Promise<string[]> {
  const table = `<table:table table:name="a"><table:table-row>${written.join('')}</table:table-row></table:table>`;
  const body = `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>`;
  const spaces = ['office', 'table', 'text'].map(namespace).join(' ');
  const content = `<office:document-content ${spaces}>${body}</office:document-content>`;
  return show((await read(zip({ 'content.xml': content }), 'ods')).tables[0]);
}

it('a formula without a type gave an empty text where another formula of the workbook has a result', async () => {
  const blank = '<table:table-cell table:formula="of:=IF([.B1]=0;&quot;&quot;;1)"/>';
  const zero = '<table:table-cell table:formula="of:=1-1" office:value-type="float" office:value="0"/>';
  const typed = '<table:table-cell office:value-type="float" office:value="2"/>';
  expect(await cells(blank, zero)).toEqual(['B1 = 0']);
  expect(await cells(blank, typed)).toEqual([expect.stringMatching(/^A1 = formula /), 'B1 = 2']);
});
