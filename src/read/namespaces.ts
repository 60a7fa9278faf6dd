const SCHEMAS = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';

/** Namespace to the one prefix this stage knows it by; strict and transitional OOXML are alike. */
const PREFIX_OF: Readonly<Record<string, string>> = {
  [`${SCHEMAS}spreadsheetml/2006/main`]: 's:',
  [`${STRICT}spreadsheetml/main`]: 's:',
  [`${SCHEMAS}wordprocessingml/2006/main`]: 'w:',
  [`${STRICT}wordprocessingml/main`]: 'w:',
  [`${SCHEMAS}officeDocument/2006/relationships`]: 'r:',
  [`${STRICT}officeDocument/relationships`]: 'r:',
  [`${SCHEMAS}package/2006/relationships`]: 'rel:',
  [`${SCHEMAS}drawingml/2006/spreadsheetDrawing`]: 'xdr:',
  [`${STRICT}drawingml/spreadsheetDrawing`]: 'xdr:',
  [`${SCHEMAS}drawingml/2006/main`]: 'a:',
  [`${STRICT}drawingml/main`]: 'a:',
  [`${SCHEMAS}markup-compatibility/2006`]: 'mc:',
  [`${SCHEMAS}officeDocument/2006/math`]: 'm:',
  [`${STRICT}officeDocument/math`]: 'm:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss:',
  [`${OASIS}office:1.0`]: 'office:',
  [`${OASIS}table:1.0`]: 'table:',
  [`${OASIS}text:1.0`]: 'text:',
  [`${OASIS}style:1.0`]: 'style:',
  [`${OASIS}drawing:1.0`]: 'draw:',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext:',
  [`${OASIS}manifest:1.0`]: 'manifest:',
};

/** Office programs' own, and those of standards: each has many that say nothing of tables. */
const office = new RegExp(
  `^(?:${[
    'http://schemas\\.(?:openxmlformats\\.org|microsoft\\.com)/',
    'http://purl\\.oclc\\.org/ooxml/',
    'urn:schemas-microsoft-com:',
    'http://www\\.wps\\.cn/',
    'urn:(?:oasis:names:tc:opendocument|org:documentfoundation):',
    'http://openoffice\\.org/',
  ].join('|')})`,
);

/** `ms:` for what office programs know and we have no name for, `?:` for what they do not know either. */
export function prefixOf(namespace: string): string {
  return PREFIX_OF[namespace] ?? (office.test(namespace) ? 'ms:' : '?:');
}
