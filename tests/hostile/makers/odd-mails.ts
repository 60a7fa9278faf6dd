import { fieldRows, pageForm } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf } from '../raw-zip.js';

const decoy = '9';
const line = '\r\n';
const head = (more = '') =>
  `From: a@example.org${line}To: b@example.org${line}Subject: =?utf-8?B?${Buffer.from('统计表').toString('base64')}?=${line}Date: Thu, 4 May 2023 10:00:00 +0800${line}MIME-Version: 1.0${line}${more}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, `$&${line}`);
const form = () => base64(stranger('form.xlsx'));
const rows = (figure = (text: string) => text) =>
  fieldRows(figure)
    .map((fields) => fields.map((field) => (/[,\n]/.test(field) ? `"${field}"` : field)).join(','))
    .join('\n');
const other = () => base64(bytesOf(rows(() => decoy)));
const multipart = (parts: readonly string[], kind = 'mixed', boundary = 'b') =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"${line}${line}${parts.map((part) => `--${boundary}${line}${part}${line}`).join('')}--${boundary}--${line}`;
const part = (headers: readonly string[], body: string) => `${headers.join(line)}${line}${line}${body}`;
const encoded = 'Content-Transfer-Encoding: base64';
const attached = 'Content-Disposition: attachment; filename="tjb.xlsx"';
const book = (headers: readonly string[] = ['Content-Type: application/octet-stream', attached], body = form()) =>
  part([...headers, encoded], body);
const text = part(['Content-Type: text/plain; charset=utf-8'], '见附件。');
const mail = (body: string, more = '') => bytesOf(head(more) + body);

/** The mail as programs keep it that save more, or other line ends, than was sent. */
function* kept(): Generator<OddForm> {
  const whole = Buffer.from(mail(multipart([text, book()]))).toString();
  yield { name: '头空行', bytes: bytesOf(`\r\n\r\n${whole}`), same: true };
  yield { name: '应答', bytes: bytesOf(`+OK 12345 octets\r\n${whole}\r\n.\r\n`), same: true };
  yield { name: '先写长', bytes: bytesOf(`${whole.length}\n${whole}<?xml version="1.0"?><plist/>`), same: true };
  yield { name: '只回车', bytes: bytesOf(whole.replaceAll('\r\n', '\r')), same: true };
  yield { name: '只换行', bytes: bytesOf(whole.replaceAll('\r\n', '\n')), same: true };
  yield { name: '双回车', bytes: bytesOf(whole.replaceAll('\r\n', '\r\r\n')), same: true };
}

function* attachments(): Generator<OddForm> {
  yield { name: '平', bytes: mail(multipart([text, book()])), same: true };
  yield {
    name: '说是字',
    bytes: mail(multipart([text, book(['Content-Type: text/plain; name="tjb.xlsx"'])])),
    same: true,
  };
  yield {
    name: '说是页',
    bytes: mail(multipart([text, book(['Content-Type: text/html; name="tjb.xlsx"'])])),
    same: true,
  };
  yield {
    name: '内嵌字',
    bytes: mail(
      multipart([text, book(['Content-Type: text/plain', 'Content-Disposition: inline; filename="tjb.xlsx"'])]),
    ),
    same: true,
  };
  yield {
    name: '说是图',
    bytes: mail(multipart([text, book(['Content-Type: image/png; name="tjb.xlsx"'])])),
    same: true,
  };
  yield {
    name: '无型',
    bytes: mail(multipart([text, book(['Content-Disposition: attachment; filename="tjb.xlsx"'])])),
    same: true,
  };
  yield {
    name: '无型名',
    bytes: mail(multipart([text, book(['Content-Disposition: inline; filename="tjb.xlsx"'])])),
    same: true,
  };
  const lines = (headers: readonly string[]) => part([...headers, encoded], base64(bytesOf(rows())));
  yield {
    name: '逗号表内嵌',
    bytes: mail(multipart([text, lines(['Content-Type: text/plain; name="tjb.csv"', 'Content-Disposition: inline'])])),
    same: true,
  };
  yield {
    name: '逗号表',
    bytes: mail(multipart([text, lines(['Content-Type: text/csv; name="tjb.csv"'])])),
    same: true,
  };
  const page = base64(bytesOf(pageForm()));
  yield {
    name: '网页表',
    bytes: mail(
      multipart([
        text,
        part(
          [
            'Content-Type: text/html; charset=utf-8; name="tjb.xls"',
            'Content-Disposition: inline; filename="tjb.xls"',
            encoded,
          ],
          page,
        ),
      ]),
    ),
    same: true,
  };
  yield {
    name: '只有它',
    bytes: mail(book(['Content-Type: text/csv; name="tjb.csv"'], base64(bytesOf(rows())))),
    same: true,
  };
  yield {
    name: '只有字型',
    bytes: mail(
      part(
        ['Content-Type: text/plain; name="tjb.csv"', 'Content-Disposition: inline; filename="tjb.csv"', encoded],
        base64(bytesOf(rows())),
      ),
    ),
    same: true,
  };
  yield { name: '两份', bytes: mail(multipart([text, book(), book()])), same: true };
  yield { name: '两份异', bytes: mail(multipart([text, book(), book(undefined, other())])), same: false };
  yield {
    name: '套邮件',
    bytes: mail(
      multipart([text, part(['Content-Type: message/rfc822'], head() + multipart([text, book()], 'mixed', 'c'))]),
    ),
    same: true,
  };
  yield {
    name: '可选里',
    bytes: mail(multipart([text, part(['Content-Type: text/html'], '<p>见附件'), book()], 'alternative')),
    same: true,
  };
  yield {
    name: '相关里',
    bytes: mail(multipart([part(['Content-Type: text/html'], '<p>见附件'), book()], 'related')),
    same: true,
  };
}

function* coded(): Generator<OddForm> {
  const body = form();
  const with_ = (changed: string) => mail(multipart([text, book(undefined, changed)]));
  yield { name: '杂字', bytes: with_(body.replace(/.{40}/g, '$&*!')), same: false };
  yield { name: '空行', bytes: with_(body.replaceAll(line, line + line)), same: true };
  yield { name: '一行', bytes: with_(body.replaceAll(line, '')), same: true };
  yield { name: '半截', bytes: with_(body.slice(0, body.length / 2)), same: false };
  yield { name: '少一字', bytes: with_(body.slice(0, 500) + body.slice(501)), same: false };
  yield { name: '尾后', bytes: with_(`${body}${line}====${line}`), same: false };
  const lines = (encoding: string, content: string) =>
    mail(
      multipart([
        text,
        part(
          ['Content-Type: text/csv; charset=utf-8; name="tjb.csv"', `Content-Transfer-Encoding: ${encoding}`],
          content,
        ),
      ]),
    );
  yield { name: '原样', bytes: lines('8bit', rows()), same: true };
  yield { name: '可印', bytes: lines('quoted-printable', quoted(rows())), same: true };
  yield {
    name: '大写码',
    bytes: mail(
      multipart([
        text,
        part(['Content-Type: text/csv; name="tjb.csv"', 'Content-Transfer-Encoding: BASE64'], base64(bytesOf(rows()))),
      ]),
    ),
    same: true,
  };
  yield {
    name: '两码',
    bytes: mail(
      multipart([
        text,
        part(
          ['Content-Type: text/csv; name="tjb.csv"', 'Content-Transfer-Encoding: 8bit', encoded],
          base64(bytesOf(rows())),
        ),
      ]),
    ),
    same: false,
  };
  yield {
    name: '怪码',
    bytes: mail(
      multipart([
        text,
        part(
          ['Content-Type: text/csv; name="tjb.csv"', 'Content-Transfer-Encoding: x-uuencode'],
          base64(bytesOf(rows())),
        ),
      ]),
    ),
    same: false,
  };
  const cut = base64(bytesOf(rows()));
  yield {
    name: '逗号表少字',
    bytes: mail(
      multipart([text, part(['Content-Type: text/csv; name="tjb.csv"', encoded], cut.slice(0, cut.length - 150))]),
    ),
    same: false,
  };
}

function* structures(): Generator<OddForm> {
  const two = (first: string, second: string, more: string) =>
    mail(
      `Content-Type: multipart/mixed; boundary="${first}"${line}${more}${line}--a${line}${book(undefined, other())}${line}--a--${line}--b${line}${book()}${line}--b--${line}`.replace(
        '"b"',
        `"${second === '' ? first : first}"`,
      ),
    );
  yield { name: '两个型头', bytes: two('b', '', `Content-Type: multipart/mixed; boundary="a"${line}`), same: false };
  yield {
    name: '两个界',
    bytes: mail(
      `Content-Type: multipart/mixed; boundary="b"; boundary="a"${line}${line}--b${line}${book()}${line}--b--${line}`,
    ),
    same: false,
  };
  yield {
    name: '界前有表',
    bytes: mail(multipart([text, book()]).replace('--b', `${rows(() => decoy)}${line}--b`)),
    same: true,
  };
  yield { name: '界后有表', bytes: mail(`${multipart([text, book()])}${rows(() => decoy)}${line}`), same: true };
  yield {
    name: '内层不闭',
    bytes: mail(multipart([text, multipart([book()], 'mixed', 'c').replace('--c--', '')])),
    same: false,
  };
  yield {
    name: '外部件',
    bytes: mail(
      multipart([
        text,
        book(),
        part(
          ['Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1/x.xlsx"'],
          'Content-Type: application/octet-stream',
        ),
      ]),
    ),
    same: true,
  };
  yield {
    name: '分段信',
    bytes: mail(part(['Content-Type: message/partial; number=1; total=2; id="x"'], multipart([text, book()]))),
    same: false,
  };
  yield {
    name: '正文表',
    bytes: mail(
      multipart([
        part(
          ['Content-Type: text/html; charset=utf-8'],
          pageForm(() => ['', decoy]),
        ),
        book(),
      ]),
    ),
    same: true,
  };
}

function quoted(text: string): string {
  const escaped = [...Buffer.from(text)].map((byte) =>
    byte === 10
      ? line
      : byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
  );
  let length = 0;
  return escaped
    .map((one) => {
      length = one === line ? 0 : length + one.length;
      if (length <= 70) return one;
      length = one.length;
      return `=${line}${one}`;
    })
    .join('');
}

const kinds = { 附: attachments, 码: coded, 构: structures, 存: kept } as const;

/** A mail with the honest form, those whose form is not read as it stands among them. */
export function* oddMailForms(): Generator<OddForm> {
  for (const [kind, make] of Object.entries(kinds))
    for (const { name, ...one } of make()) yield { name: `${kind}${name}统计表.eml`, ...one };
}

export const oddMails = [maker('eml: as other programs write it', oddMailForms)];
