import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { bytesOf } from '../raw-zip.js';

const head = (more = '') =>
  `From: a@example.org\r\nTo: b@example.org\r\nSubject: 材料\r\nDate: Thu, 4 May 2023 10:00:00 +0800\r\nMIME-Version: 1.0\r\n${more}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const attached = (name: string, body: string, more = '') =>
  `Content-Type: application/octet-stream${more}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
const multipart = (parts: readonly string[], boundary = 'b', stated = boundary) =>
  `Content-Type: multipart/mixed; boundary="${stated}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
const mail = (body: string, more = '') => bytesOf(head(more) + body);
const form = () => attached('信息统计表.xlsx', base64(honest('word.doc')));

function nestedParts(depth: number): string {
  let inside = 'Content-Type: text/plain\r\n\r\n底\r\n';
  for (let n = 0; n < depth; n++) inside = multipart([inside], `b${n}`);
  return inside;
}

function nestedMails(depth: number): string {
  let inside = `${head()}${multipart([form()])}`;
  for (let n = 0; n < depth; n++)
    inside = `${head()}${multipart([`Content-Type: message/rfc822\r\n\r\n${inside}`], `m${n}`)}`;
  return inside;
}

export const mails = [
  costly('eml: nested', function* () {
    for (const depth of [50, 300, 1000]) yield { name: `套${depth}层.eml`, bytes: mail(nestedParts(depth)) };
    for (const depth of [3, 12, 40]) yield { name: `转发${depth}次.eml`, bytes: bytesOf(nestedMails(depth)) };
  }),
  costly('eml: boundaries that lie', function* () {
    yield { name: '无此界.eml', bytes: mail(multipart([form()], 'x', 'y')) };
    yield { name: '空界.eml', bytes: mail(multipart([form()], '', '')) };
    yield { name: '界套界.eml', bytes: mail(multipart([multipart([form()], 'bb'), form()], 'b')) };
    yield { name: '同界.eml', bytes: mail(multipart([multipart([form()], 'b'), form()], 'b')) };
    yield { name: '不闭合.eml', bytes: mail(multipart([form(), form()]).replace('--b--\r\n', '')) };
    yield { name: '半截.eml', bytes: mail(multipart([form()]).slice(0, 3000)) };
    yield { name: '长界.eml', bytes: mail(multipart([form()], 'x'.repeat(100_000))) };
    yield {
      name: '界很多.eml',
      bytes: mail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(200_000)}`),
    };
    yield { name: '界中公式.eml', bytes: mail(multipart([form()], '(.*)+$[')) };
  }),
  costly('eml: very many, very long', function* () {
    yield {
      name: '五千附件.eml',
      bytes: mail(multipart(Array.from({ length: 5000 }, (_, n) => attached(`${n}.txt`, 'YQ==')))),
    };
    yield { name: '长标题.eml', bytes: bytesOf(`Subject: ${'长'.repeat(350_000)}\r\n${head()}\r\n正文`) };
    yield { name: '折标题.eml', bytes: bytesOf(`Subject:${'\r\n 折'.repeat(200_000)}\r\n${head()}\r\n正文`) };
    yield {
      name: '十万标题.eml',
      bytes: bytesOf(`${Array.from({ length: 100_000 }, (_, n) => `X-H${n}: 1\r\n`).join('')}${head()}\r\n正文`),
    };
    yield {
      name: '长名.eml',
      bytes: mail(multipart([attached(`${'名'.repeat(50_000)}.xlsx`, base64(honest('word.doc')))])),
    };
    yield {
      name: '续名.eml',
      bytes: mail(
        multipart([
          `Content-Type: application/octet-stream;${Array.from({ length: 20_000 }, (_, n) => ` name*${n}="a";`).join('')}\r\n\r\nx\r\n`,
        ]),
      ),
    };
    yield {
      name: '编码字.eml',
      bytes: bytesOf(`Subject: ${'=?utf-8?B?5p2Q5paZ?= '.repeat(30_000)}\r\n${head()}\r\n正文`),
    };
    yield {
      name: '括号地址.eml',
      bytes: bytesOf(`From: ${'('.repeat(100_000)}\r\nTo: ${'<"'.repeat(100_000)}\r\n${head()}\r\n正文`),
    };
  }),
  maker('eml: bodies that are garbage', function* () {
    yield {
      name: '乱码附件.eml',
      bytes: mail(multipart([attached('信息统计表.xlsx', '!!!!====\u0000@@@@'.repeat(2000))])),
    };
    yield {
      name: '半码附件.eml',
      bytes: mail(multipart([attached('信息统计表.xlsx', base64(honest('word.doc')).slice(0, 4001))])),
    };
    for (const encoding of ['base65', 'x-uuencode', '', 'quoted-printable', '7bit\u0000'])
      yield { name: `传输${encoding.slice(0, 6)}.eml`, bytes: mail(multipart([form().replace('base64', encoding)])) };
    for (const charset of ['x-none', 'utf-7', 'utf-16', '"', 'gb18030', 'iso-2022-cn', '../../x'])
      yield {
        name: `字符集${charset.replace(/\W/g, '')}.eml`,
        bytes: mail(
          `Content-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=FF=FE=00=D8=\r\n`,
        ),
      };
    yield {
      name: '部分邮件.eml',
      bytes: mail('Content-Type: message/partial; id="x"; number=1; total=3\r\n\r\nFrom: x\r\n\r\n半'),
    };
    yield {
      name: '外部邮件.eml',
      bytes: mail('Content-Type: message/external-body; access-type=local-file; name="/etc/passwd"\r\n\r\n'),
    };
    yield {
      name: '网盘.eml',
      bytes: mail('Content-Type: text/html\r\n\r\n<a href="http://127.0.0.1/大附件.zip">超大附件</a>'),
    };
    yield { name: '无正文.eml', bytes: bytesOf(head()) };
    yield {
      name: '信箱.eml',
      bytes: bytesOf(`From x Thu May 4\n${head()}\r\n一\r\n\r\nFrom y Thu May 4\n${head()}\r\n二`),
    };
  }),
  maker('eml: names and senders that lie', function* () {
    const names = [
      '../../../越界.xlsx',
      'C:\\\\x.xlsx',
      '/etc/passwd',
      'a\u0000.xlsx',
      '\u001b[31m.xlsx',
      '\u202Exslx.exe',
      'CON.xlsx',
      '',
      '.',
      '=1+1.xlsx',
    ];
    yield {
      name: '怪附件名.eml',
      bytes: mail(multipart(names.map((name) => attached(name, base64(honest('word.doc')))))),
    };
    yield {
      name: '同附件名.eml',
      bytes: mail(multipart(Array.from({ length: 300 }, () => attached('a.txt', 'YQ==')))),
    };
    yield {
      name: '怪发件.eml',
      bytes: bytesOf(
        'From: "\u001b[31m=cmd|x" <u1@example.org\r\nBcc: x\u0000>\r\nSubject: \u202E材料<script>\r\nDate: x\r\n\r\n正文',
      ),
    };
    yield {
      name: '内嵌图.eml',
      bytes: mail(
        multipart([
          `Content-Type: image/png\r\nContent-Disposition: inline; filename="信息统计表.xlsx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(honest('word.doc'))}\r\n`,
        ]),
      ),
    };
  }),
  maker('eml: forged dates', function* () {
    const dates = [
      'Thu, 1 Jan 9999 00:00:00 +0000',
      'Thu, 1 Jan 1970 00:00:00 +0000',
      '4 May 2023 10:00:00',
      'Thu, 32 May 2023 99:99:99 +9999',
      '1683165600',
      '',
      'tomorrow',
      'Thu, 4 May 2023 10:00:00 (注释(套)) +0800',
      '-271821-04-20',
      `${'9'.repeat(1000)}`,
    ];
    for (const [n, date] of dates.entries()) {
      yield {
        name: `日期${n}.eml`,
        bytes: bytesOf(
          `Date: ${date}\r\nFrom: a@example.org\r\nTo: b@example.org\r\n${multipart([attached('总结.doc', base64(honest('word.doc')))])}`,
        ),
      };
      yield {
        name: `收信${n}.eml`,
        bytes: bytesOf(
          `Received: from x by y; ${date}\r\nReceived: from z; Thu, 4 May 2023 10:00:00 +0800\r\nFrom: a@example.org\r\nTo: b@example.org\r\n${multipart([attached('总结.doc', base64(honest('word.doc')))])}`,
        ),
      };
    }
  }),
];
