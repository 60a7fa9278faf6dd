import { honest } from '../honest.js';
import { costly, maker } from '../maker.js';
import { bytesOf, overlappingZip, packedMebibytes, type RawMember, rawZip, u32 } from '../raw-zip.js';

const MEBIBYTE = 1 << 20;
const small = bytesOf('材料');

function bomb(mebibytes: number, name = 'a.txt'): RawMember {
  return { name, packed: packedMebibytes(mebibytes), size: mebibytes * MEBIBYTE, crc: 0 };
}

function nested(depth: number, name: string, innermost: Uint8Array): Uint8Array {
  let bytes = innermost;
  for (let n = 0; n < depth; n++) bytes = rawZip([{ name, content: bytes }]);
  return bytes;
}

export const zips = [
  costly('zip: flat bomb', function* () {
    yield { name: '炸弹.zip', bytes: rawZip([bomb(600)]) };
    yield { name: '炸弹多个.zip', bytes: rawZip(Array.from({ length: 40 }, (_, n) => bomb(60, `${n}.txt`))) };
    yield { name: '炸弹表.zip', bytes: rawZip([bomb(600, '信息统计表.xlsx')]) };
  }),
  costly('zip: nested bomb', function* () {
    const one = rawZip([bomb(120)]);
    const ten = rawZip(Array.from({ length: 10 }, (_, n) => ({ name: `${n}.zip`, content: one })));
    yield {
      name: '套娃炸弹.zip',
      bytes: rawZip(Array.from({ length: 10 }, (_, n) => ({ name: `${n}.zip`, content: ten }))),
    };
  }),
  maker('zip: overlapping members', function* () {
    const names = Array.from({ length: 250 }, (_, n) => `${n}.txt`);
    yield { name: '重叠.zip', bytes: overlappingZip(names, packedMebibytes(20), 20 * MEBIBYTE) };
    const same = names.map((name) => ({ name, packed: new Uint8Array(), packedSize: 2000, size: MEBIBYTE, offset: 0 }));
    yield { name: '全重叠.zip', bytes: rawZip([bomb(1, 'a'), ...same]) };
  }),
  maker('zip: lying sizes', function* () {
    const packed = packedMebibytes(300);
    yield { name: '谎报小.zip', bytes: rawZip([{ name: '统计表.xlsx', packed, size: 100, crc: 0 }]) };
    yield { name: '谎报零.zip', bytes: rawZip([{ name: '统计表.xlsx', packed, size: 0, crc: 0 }]) };
    yield { name: '谎报大.zip', bytes: rawZip([{ name: '统计表.xlsx', content: small, size: 0x7fffffff }]) };
    yield { name: '谎报长.zip', bytes: rawZip([{ name: '统计表.xlsx', content: small, packedSize: 0x7fffffff }]) };
    yield {
      name: '谎报六十四位.zip',
      bytes: rawZip([{ name: '统计表.xlsx', content: small, size: 0xffffffff, packedSize: 0xffffffff }]),
    };
  }),
  maker('zip: nested deep', function* () {
    for (const depth of [4, 12, 60]) yield { name: `套${depth}层.zip`, bytes: nested(depth, '材料.zip', small) };
    yield { name: '套自己的名字.zip', bytes: nested(30, '套自己的名字.zip', rawZip([])) };
  }),
  maker('zip: names', function* () {
    const names = [
      '../../../../tmp/越界.txt',
      '/etc/越界.txt',
      'C:\\Windows\\越界.txt',
      '..\\..\\越界.txt',
      'a/../../b/../越界.txt',
    ];
    yield { name: '越界名.zip', bytes: rawZip(names.map((name) => ({ name, content: small }))) };
    const odd = [
      'CON',
      'NUL.xlsx',
      'aux .txt',
      '末尾点...',
      ' 空格 ',
      'a:b.txt',
      'a\u0000b.xlsx',
      'a\nb\r.txt',
      '\u001b[2J\u001b[31m红.txt',
      '\u202Exslx.exe',
      '\u2066甲\u2069.txt',
      `${'长'.repeat(400)}.txt`,
      '',
      '/',
      '.',
      '..',
      '=cmd|x',
      '<img src=x onerror=alert(1)>.txt',
      '\ud800.txt',
    ];
    yield { name: '怪名.zip', bytes: rawZip(odd.map((name) => ({ name, content: small }))) };
    for (const [n, name] of odd.slice(0, 12).entries())
      yield { name: `怪名${n}.zip`, bytes: rawZip([{ name, content: small }]) };
    yield {
      name: '同名.zip',
      bytes: rawZip(['a.txt', 'a.txt', 'A.TXT', './a.txt'].map((name, n) => ({ name, content: bytesOf(`${n}`) }))),
    };
    yield {
      name: '乱码名.zip',
      bytes: rawZip([{ name: Uint8Array.of(0xff, 0xfe, 0x80, 0x2e, 0x78), content: small, flags: 0 }]),
    };
  }),
  costly('zip: very many members', function* () {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ name: `${n}`, content: new Uint8Array(), method: 0 }));
    yield { name: '一万零一个.zip', bytes: rawZip(many(10_001)) };
    yield { name: '六万个.zip', bytes: rawZip(many(60_000), { count: 3 }) };
  }),
  maker('zip: broken directory', function* () {
    const two = [
      { name: 'a.txt', content: small },
      { name: 'b.txt', content: small },
    ];
    const whole = rawZip(two);
    yield { name: '个数不符.zip', bytes: rawZip(two, { count: 1 }) };
    yield { name: '个数太多.zip', bytes: rawZip(two, { count: 60_000 }) };
    yield { name: '目录错位.zip', bytes: rawZip(two, { directoryOffset: 5 }) };
    yield { name: '无目录.zip', bytes: whole.subarray(0, 60) };
    yield { name: '两个结尾.zip', bytes: rawZip(two, { suffix: rawZip([{ name: 'c.txt', content: small }]) }) };
    yield { name: '注释里有结尾.zip', bytes: rawZip(two, { comment: rawZip([]) }) };
    yield { name: '分卷.zip', bytes: rawZip(two, { disk: 2 }) };
    yield { name: '偏移指外.zip', bytes: rawZip([{ name: 'a.txt', content: small, offset: 0x7ffffff0 }]) };
    yield { name: '偏移指目录.zip', bytes: rawZip([{ name: 'a.txt', content: small, offset: whole.length - 60 }]) };
    yield { name: '只有结尾.zip', bytes: rawZip([]) };
    yield { name: '只有头.zip', bytes: u32(0x04034b50) };
  }),
  maker('zip: two headers, two stories', function* () {
    yield {
      name: '名字两样.zip',
      bytes: rawZip([{ name: '总结.docx', localName: '统计表.xlsx', content: honest('form.xlsx') }]),
    };
    yield { name: '错校验.zip', bytes: rawZip([{ name: '信息统计表.xlsx', content: honest('form.xlsx'), crc: 1 }]) };
    for (const method of [1, 9, 12, 14, 93, 95, 99])
      yield { name: `方法${method}.zip`, bytes: rawZip([{ name: 'a.xlsx', content: small, packed: small, method }]) };
    yield { name: '加密.zip', bytes: rawZip([{ name: '信息统计表.xlsx', content: small, flags: 0x801 }]) };
  }),
];
