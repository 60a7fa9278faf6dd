import { joinBytes } from '../../../src/model/join-bytes.js';
import { zip } from '../../read/build-package.js';
import { honest } from '../honest.js';
import { type HostileFile, maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';
import { compound } from './compound.js';

const line = '\r\n';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, `$&${line}`);
const head = (subject = 'x', more = '') =>
  `From: a@example.org${line}To: b@example.org${line}Subject: ${subject}${line}Date: Thu, 4 May 2023 10:00:00 +0800${line}MIME-Version: 1.0${line}${more}`;
const part = (headers: readonly string[], body: string) => `${headers.join(line)}${line}${line}${body}`;
const multipart = (parts: readonly string[], kind = 'mixed', boundary = 'b') =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"${line}${line}${parts.map((one) => `--${boundary}${line}${one}${line}`).join('')}--${boundary}--${line}`;
const words = part(['Content-Type: text/plain; charset=utf-8'], '见附件。');
const form = () => base64(stranger('form.xlsx'));
const attached = (name: string, body = form(), type = 'application/octet-stream') =>
  part(
    [`Content-Type: ${type}`, `Content-Disposition: attachment; ${name}`, 'Content-Transfer-Encoding: base64'],
    body,
  );
const mail = (body: string, subject?: string, more?: string) => bytesOf(head(subject, more) + body);
const raw = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
/** 统计表 in the writings of China. */
const GBK = '\xcd\xb3\xbc\xc6\xb1\xed';
const BIG5 = '\xb2\xce\xad\x70\xaa\xed';
const UTF8 = Buffer.from('统计表').toString('latin1');

/** As programs of the nineties put a file into the text of a mail. */
function uuencoded(bytes: Uint8Array, name: string): string {
  const sign = (value: number) => (value === 0 ? '`' : String.fromCharCode(value + 32));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const piece = bytes.subarray(at, at + 45);
    let text = sign(piece.length);
    for (let n = 0; n < piece.length; n += 3) {
      const [a = 0, b = 0, c = 0] = piece.subarray(n, n + 3);
      text += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(sign).join('');
    }
    lines.push(text);
  }
  return ['begin 644 ' + name, ...lines, '`', 'end', ''].join(line);
}

function yencoded(bytes: Uint8Array, name: string): Uint8Array {
  const signs = [...bytes].flatMap((byte) => {
    const moved = (byte + 42) & 255;
    return [0, 10, 13, 61].includes(moved) ? [61, (moved + 64) & 255] : [moved];
  });
  const lines: number[] = [];
  for (const [n, sign] of signs.entries()) lines.push(sign, ...(n % 128 === 127 ? [13, 10] : []));
  return joinBytes([
    bytesOf(`=ybegin line=128 size=${bytes.length} name=${name}${line}`),
    Uint8Array.from(lines),
    bytesOf(`${line}=yend size=${bytes.length}${line}`),
  ]);
}

function* inTheText(): Generator<HostileFile> {
  const plain = `Content-Type: text/plain; charset=utf-8${line}`;
  const whole = stranger('form.xlsx');
  yield { name: '文中老码.eml', bytes: mail(`${plain}${line}见附件${line}${uuencoded(whole, '信息统计表.xlsx')}`) };
  yield { name: '文中老码断.eml', bytes: mail(`${plain}${line}${uuencoded(whole, 'a.xlsx').slice(0, 3000)}`) };
  yield { name: '文中老码谎.eml', bytes: mail(`${plain}${line}begin 644 a.xlsx${line}${'M'.repeat(3000)}${line}end`) };
  yield {
    name: '附件老码.eml',
    bytes: mail(
      multipart([
        words,
        part(
          ['Content-Type: application/octet-stream; name="a.xlsx"', 'Content-Transfer-Encoding: x-uuencode'],
          uuencoded(whole, 'a.xlsx'),
        ),
      ]),
    ),
  };
  yield {
    name: '文中新闻码.eml',
    bytes: joinBytes([mail(`${plain}Content-Transfer-Encoding: 8bit${line}${line}`), yencoded(whole, 'a.xlsx')]),
  };
  yield {
    name: '附件新闻码.eml',
    bytes: joinBytes([
      mail(
        `Content-Type: multipart/mixed; boundary="b"${line}${line}--b${line}Content-Type: application/octet-stream; name="a.xlsx"${line}Content-Transfer-Encoding: yenc${line}${line}`,
      ),
      yencoded(whole, 'a.xlsx'),
      bytesOf(`${line}--b--${line}`),
    ]),
  };
  yield { name: '文中编码.eml', bytes: mail(`${plain}${line}${form()}`) };
  yield {
    name: '文中整封.eml',
    bytes: mail(
      `${plain}${line}-----Original Message-----${line}${head()}${multipart([words, attached('filename="信息统计表.xlsx"')])}`,
    ),
  };
  yield {
    name: '苹果码.eml',
    bytes: mail(
      `Content-Type: application/mac-binhex40; name="a.xlsx"${line}${line}(This file must be converted with BinHex 4.0)${line}:$f*TEQKPH#jdH'0c!'3!!!!!!!!:${line}`,
    ),
  };
  yield {
    name: '超大附件.eml',
    bytes: mail(
      `Content-Type: text/html; charset=utf-8${line}${line}<div>从QQ邮箱发来的超大附件</div><a href="http://mail.example.org/cgi-bin/ftnExs_download?k=1">信息统计表.xlsx (9.7KB, 2023年06月11日 18:00 到期)</a>`,
    ),
  };
  yield {
    name: '只有图.eml',
    bytes: mail(
      multipart(
        [
          part(['Content-Type: text/html'], '<img src="cid:1">'),
          part(
            [
              'Content-Type: image/jpeg; name="image001.jpg"',
              'Content-ID: <1>',
              'Content-Disposition: inline',
              'Content-Transfer-Encoding: base64',
            ],
            base64(honest('photo.jpg')),
          ),
        ],
        'related',
      ),
    ),
  };
  yield {
    name: '表在正文.eml',
    bytes: mail(
      `Content-Type: text/html; charset=utf-8${line}${line}<table><tr><td>宣传活动</td><td>3</td></tr></table>`,
    ),
  };
}

/** Names and subjects that say one writing and are in another, or in none. */
function* writings(): Generator<HostileFile> {
  const named = (value: string, subject = 'x') => raw(head(subject) + multipart([words, attached(value)]));
  const word = (charset: string, text: string, how = 'B') =>
    `=?${charset}?${how}?${how === 'B' ? Buffer.from(text, 'latin1').toString('base64') : [...text].map((sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`).join('')}?=`;
  const names: Readonly<Record<string, string>> = {
    裸国标: `filename="${GBK}.xlsx"`,
    裸大五: `filename="${BIG5}.xlsx"`,
    裸八: `filename="${UTF8}.xlsx"`,
    裸混: `filename="${GBK}${UTF8}.xlsx"`,
    裸半: `filename="${GBK.slice(0, 5)}.xlsx"`,
    词国标: `filename="${word('gb2312', GBK)}.xlsx"`,
    词国标说八: `filename="${word('utf-8', GBK)}.xlsx"`,
    词八说国标: `filename="${word('gb18030', UTF8)}.xlsx"`,
    词大五: `filename="${word('big5', BIG5)}.xlsx"`,
    词可印: `filename="${word('gbk', GBK, 'Q')}.xlsx"`,
    词断字: `filename="${word('gb2312', GBK.slice(0, 3))} ${word('gb2312', `${GBK.slice(3)}.xlsx`)}"`,
    词断在八: `filename="${word('utf-8', UTF8.slice(0, 4))}${line} ${word('utf-8', `${UTF8.slice(4)}.xlsx`)}"`,
    词无此码: `filename="${word('x-nothing', GBK)}.xlsx"`,
    词坏码: 'filename="=?utf-8?B?!!!!?=.xlsx"',
    词未完: 'filename="=?utf-8?B?57uf6K6h6KGo.xlsx"',
    词空: 'filename="=?utf-8?B??=.xlsx"',
    续国标: `filename*0*=gb18030''%CD%B3;${line} filename*1*=%BC%C6%B1%ED.xlsx`,
    续断字: `filename*0*=utf-8''%E7%BB;${line} filename*1*=%9F%E8%AE%A1%E8%A1%A8.xlsx`,
    续无头: 'filename*1*=%E7%BB%9F.xlsx',
    续混: `filename*0*=utf-8''%E7%BB%9F;${line} filename*1="表.xlsx"`,
    续万: Array.from({ length: 1200 }, (_, n) => `filename*${n}="a"`).join('; '),
    百分号: "filename*=utf-8''%",
    百分零: "filename*=utf-8''a%00b.xlsx",
    百分转: "filename*=utf-8''%1B%5B31m%E2%80%AE.xlsx",
    百分路径: "filename*=utf-8''..%2F..%2Fetc%2Fpasswd",
    无引号: 'filename=信息 统计表.xlsx',
    单引号: "filename='a.xlsx'",
    两个: 'filename="a.xlsx"; filename="b.xlsx"',
    全空格: 'filename="   "',
    只有点: 'filename="..."',
    只有尾: 'filename=".xlsx"',
    没有: 'size=10',
    分号: 'filename="a;b=c.xlsx"',
    换行: `filename="a${line} b.xlsx"`,
    裸控制: 'filename="a\x07\x1b]0;x\x07.xlsx"',
  };
  for (const [name, value] of Object.entries(names)) yield { name: `附名${name}.eml`, bytes: named(value) };
  for (const [name, subject] of Object.entries({
    裸国标: GBK,
    裸八: UTF8,
    词: word('gb2312', GBK),
    谎: word('utf-8', GBK),
    转: `${word('utf-8', '\x1b[31m\u202e')}`,
    长: word('utf-8', UTF8.repeat(3000)),
  }))
    yield { name: `题${name}.eml`, bytes: named('filename="a.xlsx"', subject) };
  for (const charset of ['gb2312', 'gbk', 'hz-gb-2312', 'iso-2022-cn', 'utf-7', 'utf-16', 'x-unknown', '"', ''])
    yield {
      name: `字集${charset.replace(/\W/g, '')}.eml`,
      bytes: raw(
        `${head()}Content-Type: text/plain; charset=${charset}${line}Content-Disposition: attachment; filename="a.csv"${line}${line}${GBK},1${line}`,
      ),
    };
}

/** Mails in mails, sealed and signed ones, and files that are nearly mails. */
function* sealed(): Generator<HostileFile> {
  const inner = head('里面') + multipart([words, attached('filename="信息统计表.xlsx"')]);
  yield { name: '转发.eml', bytes: mail(multipart([words, part(['Content-Type: message/rfc822'], inner)])) };
  yield {
    name: '转发编码.eml',
    bytes: mail(
      multipart([
        words,
        part(['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'], base64(bytesOf(inner))),
      ]),
    ),
  };
  yield {
    name: '转发改名.eml',
    bytes: mail(multipart([words, attached('filename="原邮件.eml"', base64(bytesOf(inner)))])),
  };
  yield { name: '转发摘要.eml', bytes: mail(multipart([part([], inner), part([], inner)], 'digest')) };
  yield {
    name: '转发压缩.eml',
    bytes: mail(multipart([words, attached('filename="邮件.zip"', base64(zip({ '原邮件.eml': inner })))])),
  };
  yield {
    name: '转发盒子.eml',
    bytes: mail(
      multipart([
        words,
        attached('filename="原邮件.msg"', base64(compound({ '__properties_version1.0': new Uint8Array(64) }))),
      ]),
    ),
  };
  yield {
    name: '部分之一.eml',
    bytes: mail(`Content-Type: message/partial; id="x"; number=1; total=2${line}${line}${inner.slice(0, 3000)}`),
  };
  yield {
    name: '外部.eml',
    bytes: mail(
      multipart([
        words,
        part(
          ['Content-Type: message/external-body; access-type=URL; URL="http://192.0.2.1/a.xlsx"'],
          `Content-Type: application/octet-stream${line}${line}`,
        ),
      ]),
    ),
  };
  yield {
    name: '退信.eml',
    bytes: mail(
      multipart(
        [
          part(['Content-Type: text/plain'], 'Undelivered'),
          part(['Content-Type: message/delivery-status'], 'Status: 5.1.1'),
          part(['Content-Type: message/rfc822'], inner),
        ],
        'report; report-type=delivery-status',
      ),
    ),
  };
  const signature = part(
    ['Content-Type: application/pkcs7-signature; name="smime.p7s"', 'Content-Transfer-Encoding: base64'],
    base64(new Uint8Array(900).fill(0x30)),
  );
  yield {
    name: '签名.eml',
    bytes: mail(
      multipart(
        [multipart([words, attached('filename="信息统计表.xlsx"')], 'mixed', 'c'), signature],
        'signed; protocol="application/pkcs7-signature"',
      ),
    ),
  };
  yield {
    name: '签名包.eml',
    bytes: mail(
      `Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"${line}Content-Transfer-Encoding: base64${line}${line}${base64(new Uint8Array(900).fill(0x30))}`,
    ),
  };
  yield {
    name: '密信附件.eml',
    bytes: mail(
      multipart([
        words,
        attached(
          'filename="smime.p7m"',
          base64(Uint8Array.from({ length: 900 }, (_, n) => (n === 0 ? 0x30 : n % 251))),
        ),
      ]),
    ),
  };
  const armour = `-----BEGIN PGP MESSAGE-----${line}${line}${base64(new Uint8Array(300).fill(0x85))}${line}-----END PGP MESSAGE-----${line}`;
  yield {
    name: '密钥信.eml',
    bytes: mail(
      multipart(
        [
          part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
          part(['Content-Type: application/octet-stream; name="encrypted.asc"'], armour),
        ],
        'encrypted; protocol="application/pgp-encrypted"',
      ),
    ),
  };
  yield { name: '密钥文.eml', bytes: mail(`Content-Type: text/plain${line}${line}${armour}`) };
  yield {
    name: '密钥附件.eml',
    bytes: mail(multipart([words, attached('filename="信息统计表.xlsx.gpg"', base64(new Uint8Array(900).fill(0x85)))])),
  };
  yield { name: '统计表.asc', bytes: bytesOf(armour) };
  const attribute = (id: number, data: Uint8Array, level = 2) =>
    joinBytes([
      Uint8Array.of(level),
      u32(id),
      u32(data.length),
      data,
      u16(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
    ]);
  const tnef = joinBytes([
    u32(0x223e9f78),
    u16(1),
    attribute(0x00069002, new Uint8Array(14)),
    attribute(0x00018010, bytesOf('a.xlsx\0')),
    attribute(0x0006800f, stranger('form.xlsx')),
  ]);
  for (const [name, type] of [
    ['winmail.dat', 'application/ms-tnef'],
    ['winmail.dat', 'application/octet-stream'],
    ['ATT00001.dat', 'application/octet-stream'],
    ['统计表.xlsx', 'application/ms-tnef'],
  ] as const)
    yield {
      name: `打包${type.length}${name}.eml`,
      bytes: mail(multipart([words, attached(`filename="${name}"`, base64(tnef), type)])),
    };
  const whole = bytesOf(inner);
  yield {
    name: '苹果信.emlx',
    bytes: joinBytes([bytesOf(`${whole.length}\n`), whole, bytesOf('<?xml version="1.0"?><plist/>')]),
  };
  yield { name: '头有标记.eml', bytes: joinBytes([Uint8Array.of(0xef, 0xbb, 0xbf), whole]) };
  yield { name: '头有空行.eml', bytes: joinBytes([bytesOf('\r\n\r\n'), whole]) };
  yield {
    name: '宽码信.eml',
    bytes: joinBytes([Uint8Array.of(0xff, 0xfe), new Uint8Array(Buffer.from(inner, 'utf16le'))]),
  };
  yield { name: '收取应答.eml', bytes: joinBytes([bytesOf('+OK 12345 octets\r\n'), whole, bytesOf('\r\n.\r\n')]) };
  yield { name: '点加倍.eml', bytes: bytesOf(inner.replace(/\r\n\./g, '\r\n..')) };
  yield { name: '双回车.eml', bytes: bytesOf(inner.replaceAll('\r\n', '\r\r\n')) };
  yield { name: '只回车.eml', bytes: bytesOf(inner.replaceAll('\r\n', '\r')) };
  yield { name: '行太长.eml', bytes: bytesOf(inner.replace(/([A-Za-z0-9+/=]{76})\r\n/g, '$1')) };
  yield { name: '无空行.eml', bytes: bytesOf(inner.replace('\r\n\r\n', '\r\n')) };
  yield {
    name: '邮箱.mbox',
    bytes: bytesOf(`From a Thu May  4 10:00:00 2023\n${inner}\nFrom b Thu May  4 11:00:00 2023\n${inner}\n`),
  };
  yield {
    name: '模板.oft',
    bytes: compound({ '__properties_version1.0': new Uint8Array(64), '__substg1.0_001A001F': bytesOf('I\0P\0M\0') }),
  };
  yield { name: '邮件夹.pst', bytes: joinBytes([bytesOf('!BDN'), new Uint8Array(2000).fill(3)]) };
  yield { name: '邮件夹.dbx', bytes: joinBytes([Uint8Array.of(0xcf, 0xad, 0x12, 0xfe), new Uint8Array(2000).fill(3)]) };
  yield { name: '邮件.tnef', bytes: tnef };
  yield {
    name: '信说是文.eml',
    bytes: mail(
      `Content-Type: application/octet-stream; name="a.xlsx"${line}Content-Transfer-Encoding: base64${line}Content-Transfer-Encoding: 7bit${line}${line}${form()}`,
    ),
  };
}

export const oddPost = [
  maker('eml: files in the text, in old codes', inTheText),
  maker('eml: writings of names and subjects that lie', writings),
  maker('eml: forwarded, sealed, signed and nearly mails', sealed),
];
