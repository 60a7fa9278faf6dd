import { gzipSync } from 'node:zlib';
import { joinBytes } from '../../../src/model/join-bytes.js';
import { crc32 } from '../../../src/read/crc32.js';
import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, packedMebibytes, rawZip, u16, u32 } from '../raw-zip.js';

const form = () => ({ name: '信息统计表.xlsx', content: stranger('form.xlsx') });
const u64 = (low: number, high = 0) => joinBytes([u32(low), u32(high)]);
const field = (id: number, content: Uint8Array, length = content.length) => joinBytes([u16(id), u16(length), content]);
const wide = (...values: readonly Uint8Array[]) => field(1, joinBytes(values));

/** The two records of a zip with large numbers, which lie where they like. */
function largeEnd(count: number, length: number, at: number, recordAt = at): Uint8Array {
  const record = [u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0)];
  const locator = [u32(0x07064b50), u32(0), u64(recordAt), u32(1)];
  return joinBytes([...record, u64(count), u64(count), u64(length), u64(at), ...locator]);
}

/** A tar of one member whose header says what it likes. */
function tar(name: string, content: Uint8Array, kind = '0', size = content.length.toString(8).padStart(11, '0')) {
  const header = new Uint8Array(512);
  const put = (text: string, at: number) => header.set(bytesOf(text), at);
  put(name, 0);
  put('0000644\u00000000000\u00000000000\u0000', 100);
  put(`${size}\u000000000000000\u0000        ${kind}/etc/passwd`, 124);
  put('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
  const filling = new Uint8Array((512 - (content.length % 512)) % 512);
  return joinBytes([header, content, filling, new Uint8Array(1024)]);
}

export const archives = [
  maker('zip: large numbers that lie', function* () {
    const { name, content } = form();
    const all = { size: 0xffffffff, packedSize: 0xffffffff };
    const fields = {
      对: wide(u64(content.length), u64(content.length)),
      天大: wide(u64(0xffffffff, 0x7fffffff), u64(0xffffffff, 0x7fffffff)),
      负: wide(u64(0xffffffff, 0xffffffff), u64(0xffffffff, 0xffffffff)),
      半个: field(1, u32(7)),
      空: field(1, new Uint8Array()),
      越界: field(1, u64(content.length), 0xffff),
      两次: joinBytes([wide(u64(1), u64(1)), wide(u64(content.length), u64(content.length))]),
    };
    for (const [what, extra] of Object.entries(fields))
      yield { name: `宽数${what}.zip`, bytes: rawZip([{ name, content, method: 0, ...all, extra }]) };
    const whole = rawZip([form()]);
    const at = whole.length;
    for (const [what, before] of Object.entries({
      指自己: largeEnd(1, 76, at, at),
      指外: largeEnd(1, 76, 0x7ffffff0, 0x7ffffff0),
      亿个: largeEnd(100_000_000, 76, 0),
      只有指针: joinBytes([u32(0x07064b50), u32(0), u64(5), u32(1)]),
    }))
      yield {
        name: `宽尾${what}.zip`,
        bytes: rawZip([form()], { before, count: 0xffff, directoryOffset: 0xffffffff }),
      };
  }),
  maker('zip: sizes behind the data', function* () {
    const { name, content } = form();
    const described = (crc: number, size: number, marked = true) =>
      joinBytes([...(marked ? [u32(0x08074b50)] : []), u32(crc), u32(size), u32(size)]);
    const streamed = { name, content, method: 0, flags: 0x808 };
    yield { name: '后记对.zip', bytes: rawZip([{ ...streamed, behind: described(crc32(content), content.length) }]) };
    yield {
      name: '后记无记号.zip',
      bytes: rawZip([{ ...streamed, behind: described(crc32(content), content.length, false) }]),
    };
    yield { name: '后记谎.zip', bytes: rawZip([{ ...streamed, behind: described(1, 0x7fffffff) }]) };
    yield { name: '没有后记.zip', bytes: rawZip([streamed]) };
    yield { name: '后记在中间.zip', bytes: rawZip([{ ...streamed, content: joinBytes([described(1, 2), content]) }]) };
  }),
  maker('zip: stored with wrong sizes', function* () {
    const { name, content } = form();
    for (const [what, more] of Object.entries({
      短: { size: content.length - 1, packedSize: content.length - 1 },
      长: { size: content.length + 1 },
      两样: { size: 7 },
      零: { size: 0, packedSize: 0 },
    }))
      yield { name: `存${what}.zip`, bytes: rawZip([{ name, content, method: 0, ...more }]) };
    for (const packed of [
      new Uint8Array(),
      Uint8Array.of(7),
      Uint8Array.of(1, 255, 255, 0, 0),
      new Uint8Array(500).fill(255),
    ])
      yield { name: `坏流${packed.length}.zip`, bytes: rawZip([{ name, content, packed }]) };
  }),
  maker('zip: members no folder can hold', function* () {
    const twins = ['é.txt', 'é.txt', 'É.TXT', 'ﬁ.txt', 'fi.txt', '１.txt', '1.txt', '村．txt', '村.txt'];
    const put = (names: readonly string[]) => rawZip(names.map((name, n) => ({ name, content: bytesOf(`${n}`) })));
    yield { name: '孪生名.zip', bytes: put(twins) };
    yield { name: '又是文件又是夹.zip', bytes: put(['a', 'a/b', 'a/b/c', 'a/']) };
    yield { name: '有内容的夹.zip', bytes: put(['夹/', '夹/统计表.xlsx']) };
    yield { name: '深夹.zip', bytes: put([`${'夹/'.repeat(9000)}表.xlsx`]) };
    yield {
      name: '盘符.zip',
      bytes: put(['C:a.txt', '\\\\server\\share\\a.txt', '//server/a.txt', 'a:$DATA', 'con/a.txt']),
    };
    const link = { madeBy: 0x0314, attributes: 0xa1ff << 16 };
    yield {
      name: '符号链接.zip',
      bytes: rawZip([
        { name: '信息统计表.xlsx', content: bytesOf('/etc/passwd'), ...link },
        { name: '信息统计表.xlsx/越界.txt', content: bytesOf('1') },
      ]),
    };
    yield { name: '设备.zip', bytes: rawZip([{ ...form(), madeBy: 0x0314, attributes: 0x21ff << 16 }]) };
  }),
  costly('zip: names without end', function* () {
    const longest = '名'.repeat(21_845);
    const long = (count: number) =>
      rawZip(
        Array.from({ length: count }, (_, n) => ({
          name: `${n}${longest}`.slice(0, 21_840),
          content: new Uint8Array(),
          method: 0,
        })),
      );
    yield { name: '一个长名.zip', bytes: long(1) };
    yield { name: '六十长名.zip', bytes: long(60) };
    yield { name: '七百长名.zip', bytes: long(700) };
    yield { name: '长注释.zip', bytes: rawZip([form()], { comment: new Uint8Array(65_535).fill(0x50) }) };
    const fields = joinBytes(Array.from({ length: 16_000 }, () => field(0x7075, new Uint8Array())));
    yield { name: '字段多.zip', bytes: rawZip([{ ...form(), extra: fields.subarray(0, 65_532) }]) };
    yield {
      name: '字段越界.zip',
      bytes: rawZip([{ ...form(), extra: field(0x7075, Uint8Array.of(1, 0, 0, 0, 0, 255), 9999) }]),
    };
  }),
  maker('zip: something before, between and behind', function* () {
    const whole = rawZip([form()]);
    const program = joinBytes([bytesOf('MZ'), new Uint8Array(3000)]);
    yield { name: '自解压.zip', bytes: joinBytes([program, whole]) };
    yield { name: '自解压.exe', bytes: rawZip([form()], { prefix: program }) };
    yield {
      name: '尾在注释里.zip',
      bytes: rawZip([form()], { comment: rawZip([{ name: 'b.txt', content: bytesOf('二') }]) }),
    };
    yield { name: '目录后有东西.zip', bytes: rawZip([form()], { before: new Uint8Array(4000) }) };
    yield { name: '分卷头.zip', bytes: joinBytes([u32(0x08074b50), whole]) };
    yield { name: '分卷.z01', bytes: whole.subarray(0, whole.length / 2) };
    yield { name: '分卷.zip.001', bytes: whole.subarray(0, whole.length / 2) };
    yield { name: '两份相接.zip', bytes: joinBytes([whole, rawZip([{ ...form(), name: '另一份统计表.xlsx' }])]) };
    yield { name: '前有照片.zip', bytes: joinBytes([honest('photo.jpg'), whole]) };
    yield { name: '后有照片.zip', bytes: joinBytes([whole, honest('photo.jpg')]) };
  }),
  costly('archives of other programs', function* () {
    const bomb = gzipSync(new Uint8Array(64 << 20));
    yield { name: '炸弹.gz', bytes: bomb };
    yield { name: '炸弹统计表.xlsx.gz', bytes: bomb };
    yield { name: '材料.tgz', bytes: gzipSync(tar('信息统计表.xlsx', stranger('form.xlsx'))) };
    yield { name: '材料.tar', bytes: tar('../../越界.xlsx', stranger('form.xlsx')) };
    yield { name: '链接.tar', bytes: tar('信息统计表.xlsx', new Uint8Array(), '2') };
    yield { name: '谎.tar', bytes: tar('信息统计表.xlsx', new Uint8Array(), '0', '77777777777') };
    const heads = {
      '材料.rar': 'Rar!\u001a\u0007\u0001\u0000',
      '材料.7z': '7z\u00bc\u00af\u0027\u001c\u0000\u0004',
      '材料.bz2': 'BZh91AY&SY',
      '材料.xz': '\u00fd7zXZ\u0000',
      '材料.cab': 'MSCF\u0000\u0000\u0000\u0000',
      '材料.arj': '\u0060\u00ea',
      '材料.lzh': '\u0021\u0000-lh5-',
      '材料.zst': '\u0028\u00b5\u002f\u00fd',
      '材料.Z': '\u001f\u009d\u0090',
      '材料.ar': '!<arch>\n',
      '光盘.iso': 'CD001',
    };
    for (const [name, head] of Object.entries(heads)) {
      const bytes = joinBytes([Uint8Array.from(head, (sign) => sign.charCodeAt(0)), new Uint8Array(2000).fill(0xff)]);
      yield { name, bytes };
      yield { name: `${name}.xlsx`, bytes };
      yield { name: `单独${name}`, bytes: bytes.subarray(0, head.length) };
    }
  }),
  maker('zip: packages in one another', function* () {
    const inner = rawZip([form()]);
    yield { name: '表里有包统计表.xlsx', bytes: rawZip([{ name: '信息统计表.xlsx', content: inner }]) };
    yield { name: '包名是表.zip', bytes: stranger('form.xlsx') };
    yield { name: '表名是包统计表.xlsx', bytes: inner };
    yield {
      name: '包里有信.zip',
      bytes: rawZip([{ name: '材料.eml', content: bytesOf('From: a@example.org\r\nSubject: x\r\n\r\n正文') }]),
    };
    yield {
      name: '包里炸弹表.zip',
      bytes: rawZip([{ name: '统计表.xlsx', packed: packedMebibytes(40), size: 40 << 20, crc: 0 }]),
    };
    yield { name: '空名成员.zip', bytes: rawZip([{ name: '', content: stranger('form.xlsx') }, form()]) };
  }),
];
