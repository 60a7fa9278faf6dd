import { Allowance } from '../../../src/read/allowance.js';
import { openZip } from '../../../src/read/open-zip.js';
import { relationships, workbookParts } from '../../read/build-package.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Three fonts' worth of styles, as any program writes them: 0 plain, 1 with a border, 2 on yellow of its own. */
export const styles = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/></cellXfs></styleSheet>`;

export function parts(
  sheets: readonly string[],
  extra: Record<string, string> = {},
): Record<string, string | Uint8Array> {
  return workbookParts({ sheets, extra: { 'xl/styles.xml': styles, ...extra } });
}

/** A sheet's relationships, where it has notes of its own. */
export const withNotes = {
  'xl/worksheets/_rels/sheet1.xml.rels': relationships(
    ['rId1', 'comments', '../comments1.xml'],
    ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
  ),
  'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>甲</author></authors><commentList><comment ref="B1" authorId="0"><text><t>村里自己的批注</t></text></comment><comment ref="C1" authorId="0"><text><r><t>另一条</t></r></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml':
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1031" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>2</x:Column></x:ClientData></v:shape><br></xml>',
};

/** A package's parts as text, by name. */
export function textsOf(bytes: Uint8Array): Record<string, string> {
  const opened = openZip(bytes, new Allowance());
  const members = opened.ok ? opened.members : [];
  return Object.fromEntries(
    members.map((member) => {
      const content = member.read();
      return [member.path, content.ok ? new TextDecoder().decode(content.bytes) : 'unreadable'];
    }),
  );
}
