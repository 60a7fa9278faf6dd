import { joinBytes } from '../../../src/model/join-bytes.js';
import { costly, maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';

const head = (more = '') =>
  `From: a@example.org\r\nTo: b@example.org\r\nSubject: 材料\r\nDate: Thu, 4 May 2023 10:00:00 +0800\r\nMIME-Version: 1.0\r\n${more}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const part = (headers: string, body: string) => `${headers}\r\n\r\n${body}\r\n`;
const attached = (headers: string, body = base64(stranger('form.xlsx'))) =>
  part(`Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n${headers}`, body);
const multipart = (parts: readonly string[], boundary = 'b') =>
  `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${one}`).join('')}--${boundary}--\r\n`;
const mail = (body: string) => bytesOf(head(body));
const named = (value: string) => attached(`Content-Disposition: attachment; ${value}`);
const form = () => named('filename="信息统计表.xlsx"');

function tnef(): Uint8Array {
  const attribute = (level: number, id: number, data: Uint8Array, length = data.length) =>
    joinBytes([Uint8Array.of(level), u32(id), u32(length), data, u16(0)]);
  return joinBytes([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x89006, u32(0x10000)),
    attribute(2, 0x8800f, bytesOf('x'), 0x7fffffff),
  ]);
}

export const moreMails = [
  maker('eml: boundaries in one another', function* () {
    const inner = multipart([form()], 'bb');
    yield { name: '前缀界.eml', bytes: mail(multipart([inner, form()], 'b')) };
    yield { name: '后缀界.eml', bytes: mail(multipart([multipart([form()], 'b'), form()], 'bb')) };
    yield {
      name: '界在附件里.eml',
      bytes: mail(multipart([attached('Content-Disposition: attachment; filename="a.xlsx"', '--b\r\n\r\n--b--\r\nx')])),
    };
    yield { name: '界带空格.eml', bytes: mail(multipart([form()], 'b').replaceAll('--b\r\n', '--b   \t\r\n')) };
    yield { name: '界只换行.eml', bytes: bytesOf(`${head()}${multipart([form()])}`.replaceAll('\r\n', '\n')) };
    yield { name: '界只回车.eml', bytes: bytesOf(`${head()}${multipart([form()])}`.replaceAll('\r\n', '\r')) };
    yield {
      name: '结界后还有.eml',
      bytes: mail(`${multipart([form()])}${multipart([named('filename="后来.xlsx"')])}`),
    };
    yield {
      name: '两个界.eml',
      bytes: mail(multipart([form()]).replace('boundary="b"', 'boundary="x"; boundary="b"')),
    };
    yield { name: '两个类型.eml', bytes: mail(`Content-Type: text/plain\r\n${multipart([form()])}`) };
    yield {
      name: '界分段.eml',
      bytes: mail(multipart([form()]).replace('boundary="b"', 'boundary*0="b"; boundary*1=""')),
    };
    yield {
      name: '全不闭合.eml',
      bytes: mail(
        Array.from({ length: 30 }, (_, n) => `Content-Type: multipart/mixed; boundary="n${n}"\r\n\r\n--n${n}\r\n`).join(
          '',
        ),
      ),
    };
    yield { name: '空多部分.eml', bytes: mail('Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b--\r\n') };
    yield {
      name: '万个空段.eml',
      bytes: mail(`Content-Type: multipart/mixed; boundary="b"\r\n\r\n${'--b\r\n\r\n\r\n'.repeat(20_000)}--b--`),
    };
  }),
  maker('eml: names in pieces', function* () {
    const pieces = (count: number, write: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => write(n)).join('; ');
    const names = {
      倒序: 'filename*2="x"; filename*1=".xls"; filename*0="表"',
      缺段: 'filename*0="表"; filename*2=".xlsx"',
      重段: 'filename*0="表"; filename*0="乙"; filename*1=".xlsx"',
      大号: 'filename*99999999999="x"; filename*0="表.xlsx"',
      负号: 'filename*-1="x"; filename*0="表.xlsx"',
      两写: `filename="甲.xlsx"; filename*=utf-8''%E4%B9%99.xlsx`,
      坏码: `filename*=utf-8''%E4%B9%.xlsx%`,
      无此码: `filename*=x-none''%E4%B9%99.xlsx`,
      码套码: `filename="=?utf-8?B?PT91dGYtOD9CP1lRPT0/PQ==?=.xlsx"`,
      半引号: 'filename="表.xlsx',
      反斜杠: 'filename="a\\\\..\\\\..\\\\表.xlsx\\',
      路径: 'filename="../../../../tmp/越界.xlsx"',
      绝对: 'filename=/etc/passwd',
      零字: 'filename="a%00.xlsx"',
      空: 'filename=""',
      点: 'filename=".."',
      长: `filename="${'长'.repeat(3000)}.xlsx"`,
      多: pieces(5000, (n) => `filename*${n}="${n % 10}"`),
    };
    for (const [name, value] of Object.entries(names))
      yield { name: `名${name}.eml`, bytes: mail(multipart([named(value)])) };
  }),
  costly('eml: headers without end', function* () {
    yield { name: '十兆标题.eml', bytes: bytesOf(`Subject: ${'x'.repeat(10 << 20)}\r\n${head()}\r\n正文`) };
    yield { name: '十兆无名.eml', bytes: bytesOf(`${head()}${'x'.repeat(10 << 20)}`) };
    yield {
      name: '一兆标题多附件.eml',
      bytes: bytesOf(
        `From: "${'甲'.repeat(200_000)}" <${'a'.repeat(200_000)}@example.org>\r\nSubject: ${'长'.repeat(300_000)}\r\n${multipart(Array.from({ length: 1500 }, (_, n) => attached(`Content-Disposition: attachment; filename="${n}.txt"`, 'YQ==')))}`,
      ),
    };
    yield {
      name: '十万收信.eml',
      bytes: bytesOf(`${'Received: from x by y; Thu, 4 May 2023 10:00:00 +0800\r\n'.repeat(50_000)}${head()}\r\n正文`),
    };
    yield { name: '收信人多.eml', bytes: bytesOf(`To: ${'a@example.org, '.repeat(100_000)}\r\n${head()}\r\n正文`) };
    yield {
      name: '编码词坏.eml',
      bytes: bytesOf(`Subject: ${'=?utf-8?Q?=E6=9D?='.repeat(30_000)}\r\n${head()}\r\n正文`),
    };
    yield { name: '编码词套.eml', bytes: bytesOf(`Subject: ${'=?'.repeat(100_000)}\r\n${head()}\r\n正文`) };
    yield { name: '组地址.eml', bytes: bytesOf(`To: ${'a:'.repeat(50_000)};\r\n${head()}\r\n正文`) };
    for (const depth of [64, 200]) {
      let inside = `${head()}${multipart([form()])}`;
      for (let n = 0; n < depth; n++) inside = `${head()}Content-Type: message/rfc822\r\n\r\n${inside}`;
      yield { name: `直套${depth}封.eml`, bytes: bytesOf(inside) };
    }
  }),
  maker('eml: bodies in odd writings', function* () {
    const encoded = (encoding: string, body: string) =>
      mail(
        multipart([
          part(
            `Content-Type: application/octet-stream; name="信息统计表.xlsx"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}`,
            body,
          ),
        ]),
      );
    yield {
      name: '码中夹杂.eml',
      bytes: encoded('base64', base64(stranger('form.xlsx')).replace(/\r\n/g, '\r\n!<>- \t\u0000')),
    };
    yield { name: '码中等号.eml', bytes: encoded('base64', base64(stranger('form.xlsx')).replace(/A/g, '=')) };
    yield {
      name: '码网址式.eml',
      bytes: encoded('base64', base64(stranger('form.xlsx')).replaceAll('+', '-').replaceAll('/', '_')),
    };
    yield { name: '软换行.eml', bytes: encoded('quoted-printable', '=\r\n'.repeat(60_000)) };
    yield { name: '坏等号.eml', bytes: encoded('quoted-printable', '=ZZ=4=\u0000='.repeat(20_000)) };
    yield { name: '老码.eml', bytes: encoded('x-uuencode', 'begin 644 ../../../x.xlsx\r\nM\r\n`\r\nend') };
    yield {
      name: '正文老码.eml',
      bytes: mail('Content-Type: text/plain\r\n\r\nbegin 644 /etc/passwd\r\n#86)C\r\n`\r\nend\r\n'),
    };
    yield {
      name: '二进制.eml',
      bytes: joinBytes([
        mail('Content-Type: application/octet-stream; name="表.xlsx"\r\nContent-Transfer-Encoding: binary\r\n\r\n'),
        stranger('form.xlsx'),
      ]),
    };
    yield {
      name: 'winmail.eml',
      bytes: mail(
        multipart([
          part(
            'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64',
            base64(tnef()),
          ),
        ]),
      ),
    };
    yield { name: 'winmail.dat', bytes: tnef() };
    for (const type of [
      'application/pkcs7-mime; smime-type=enveloped-data',
      'multipart/encrypted; boundary="b"',
      'multipart/signed; boundary="b"',
      'application/applefile',
      'text/calendar',
      'message/delivery-status',
      'x/y/z',
      ';;;',
    ])
      yield {
        name: `类型${type.replace(/\W/g, '').slice(0, 24)}.eml`,
        bytes: mail(`Content-Type: ${type}\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n`),
      };
    yield {
      name: '正文长.eml',
      bytes: mail(`Content-Type: text/html; charset=gb2312\r\n\r\n${'<div>'.repeat(40_000)}`),
    };
    yield {
      name: '正文实体.eml',
      bytes: mail(`Content-Type: text/html\r\n\r\n${'&lt;&#x0;&#99999999;'.repeat(9000)}`),
    };
  }),
];
