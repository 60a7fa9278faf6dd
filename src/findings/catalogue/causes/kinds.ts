import { cause, exported, original, repacked, resaved } from './cause.js';

/** Files in good order, of a kind no figures can be read from. */
export const kinds = {
  unsupported: cause(
    '文件格式太旧或不认识，无法读取',
    'The file is of an old or unfamiliar format and cannot be read',
    resaved,
  ),
  'excel-95': cause('这是 Excel 95 或更早的表格，格式太旧', 'This is a workbook of Excel 95 or earlier', resaved),
  'word-95': cause('这是 Word 95 或更早的文档，格式太旧', 'This is a document of Word 95 or earlier', resaved),
  'binary-workbook': cause('这是 Excel 二进制工作簿（.xlsb）', 'This is a binary workbook (.xlsb)', resaved),
  'rich-text': cause(
    '这是 RTF 文档，里面的表格读不出来',
    'This is rich text (RTF), whose tables cannot be read',
    resaved,
  ),
  'flat-xml': cause(
    '这是整份存成 XML 的表格或文档（如 Office 2003 的 .xml、.fods）',
    'This is a workbook or document saved whole as XML, such as .xml of Office 2003 or .fods',
    resaved,
  ),
  'web-archive': cause(
    '这是存成“单个文件网页”（.mht）的文件',
    'This was saved as a single-file web page (.mht)',
    resaved,
  ),
  rights: cause(
    '文件设了权限保护（IRM），只有指定的人能打开',
    'Rights management (IRM) lets only certain people open this file',
    original,
  ),
  works: cause('这是 Microsoft Works 文件', 'This is a file of Microsoft Works', exported),
  iwork: cause('这是苹果 Numbers 或 Pages 文件', 'This is a file of Apple Numbers or Pages', exported),
  'old-open-office': cause(
    '这是 OpenOffice 1.x 或 StarOffice 的文件，格式太旧',
    'This is a file of OpenOffice.org 1 or StarOffice',
    resaved,
  ),
  uof: cause('这是“标文通”（UOF）文件', 'This is a file in the Uniform Office Format (UOF)', resaved),
  'exchange-table': cause(
    '这是程序之间交换数据用的表格（SYLK 或 DIF）',
    'This is a table written for other programs (SYLK or DIF)',
    resaved,
  ),
  'outlook-mail': cause(
    '这是 Outlook 邮件（.msg），附件还在里面',
    'This is a mail of Outlook (.msg); what hangs on it is still inside',
    {
      zh: '请在 Outlook 里打开它，把附件另存出来再报',
      en: 'Please open it in Outlook, save the attachments and send those',
    },
  ),
  'winmail-dat': cause(
    '这是 Outlook 打包的附件（winmail.dat），别的程序打不开',
    'This is winmail.dat, which only Outlook opens',
    {
      zh: '请对方改用网页邮箱或以“纯文本”格式重新发送附件',
      en: 'Please have it sent again from webmail, or as plain text',
    },
  ),
  'signed-mail': cause('这是加密或签名的邮件（.p7m），打不开', 'This is an encrypted or signed mail (.p7m)', {
    zh: '请把附件直接发来，不要加密',
    en: 'Please send the attachments themselves, not encrypted',
  }),
  mailbox: cause('这是一个邮箱文件，里面有好几封邮件', 'This is a mailbox with several mails in it', {
    zh: '请在邮箱里把要报的邮件逐封另存为 .eml，或直接发送附件',
    en: 'Please save each mail that matters as .eml, or send what hangs on them',
  }),
  packed: cause(
    '这是压缩文件，但不是 zip，打不开',
    'This is an archive, but no zip, and cannot be opened here',
    repacked,
  ),
} as const;
