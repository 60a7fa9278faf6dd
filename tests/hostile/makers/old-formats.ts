import { joinBytes } from '../../../src/model/join-bytes.js';
import { maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';
import { biff, compound, record } from './compound.js';

const form = () => stranger('form.xls');
const xls = (sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  compound({ Workbook: biff(sheet, globals) });
const at = (row: number, column: number) => joinBytes([u16(row), u16(column), u16(0)]);

function patched(file: Uint8Array, ...changes: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const copy = file.slice();
  for (const [offset, bytes] of changes) copy.set(bytes, offset);
  return copy;
}

/** The records of a workbook stream with one kind of them changed. */
function rewritten(file: Uint8Array, id: number, change: (data: Uint8Array) => Uint8Array): Uint8Array {
  const copy = file.slice();
  for (let n = 0x200; n + 4 < copy.length; n += 2) {
    if ((copy[n] ?? 0) + (copy[n + 1] ?? 0) * 256 !== id) continue;
    const length = (copy[n + 2] ?? 0) + (copy[n + 3] ?? 0) * 256;
    if (length < 4 || length > 600) continue;
    copy.set(change(copy.slice(n + 4, n + 4 + length)).subarray(0, length), n + 4);
  }
  return copy;
}

export const oldFormats = [
  maker('ole: sectors that are none', function* () {
    const file = form();
    const directory = (new DataView(file.buffer, file.byteOffset).getInt32(48, true) + 1) * 512;
    for (const sector of [0x7fffffff, 0xffffffff, 0xfffffffe, 0xfffffffc, 0x80000000]) {
      yield { name: `目录在${sector}统计表.xls`, bytes: patched(file, [48, u32(sector)]) };
      yield { name: `小表在${sector}统计表.xls`, bytes: patched(file, [60, u32(sector)], [64, u32(1)]) };
      yield { name: `索引在${sector}统计表.xls`, bytes: patched(file, [68, u32(sector)], [72, u32(1)]) };
      yield { name: `流在${sector}统计表.xls`, bytes: patched(file, [directory + 128 + 116, u32(sector)]) };
    }
    yield {
      name: '索引自环统计表.xls',
      bytes: joinBytes([
        patched(file, [68, u32(0)], [72, u32(0x7fffffff)]).subarray(0, 512),
        ...Array.from({ length: 40 }, () => joinBytes([...Array.from({ length: 127 }, () => u32(0)), u32(0)])),
      ]),
    };
    yield { name: '小流都在根统计表.xls', bytes: patched(file, [56, u32(0x7fffffff)]) };
    yield {
      name: '左右都是自己统计表.xls',
      bytes: patched(
        file,
        ...[0, 1, 2].flatMap((n) => [68, 72, 76].map((field) => [directory + n * 128 + field, u32(n)] as const)),
      ),
    };
    yield { name: '名字长统计表.xls', bytes: patched(file, [directory + 128 + 64, u16(0xffff)]) };
    yield { name: '四版统计表.xls', bytes: patched(file, [26, u16(4)], [30, u16(12)]) };
    yield { name: '只有魔数统计表.xls', bytes: file.subarray(0, 8) };
    yield { name: '魔数后全零统计表.xls', bytes: joinBytes([file.subarray(0, 8), new Uint8Array(5000)]) };
    yield { name: '魔数后全一统计表.xls', bytes: joinBytes([file.subarray(0, 8), new Uint8Array(5000).fill(255)]) };
    yield {
      name: '流多统计表.xls',
      bytes: compound(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`s${n}`, Uint8Array.of(n)]))),
    };
    yield {
      name: '又是表又是文统计表.xls',
      bytes: compound({
        Workbook: biff([]),
        WordDocument: new Uint8Array(5000),
        'PowerPoint Document': new Uint8Array(5000),
      }),
    };
    yield {
      name: '邮件.msg',
      bytes: compound({ '__properties_version1.0': new Uint8Array(500), '__substg1.0_0037001F': bytesOf('x') }),
    };
    yield { name: '安装包.msi', bytes: compound({ SummaryInformation: new Uint8Array(500) }) };
    yield { name: '缩略图Thumbs.db', bytes: compound({ Catalog: new Uint8Array(50) }) };
  }),
  maker('xls: records that go on', function* () {
    const continued = (data: Uint8Array) => record(0x003c, data);
    const strings = (...data: readonly Uint8Array[]) => record(0x00fc, u32(1), u32(1), ...data);
    const one = record(0x00fd, at(0, 0), u32(0));
    yield { name: '续无主统计表.xls', bytes: xls([continued(new Uint8Array(100)), one]) };
    yield {
      name: '续多统计表.xls',
      bytes: xls(
        [one],
        [
          strings(u16(0xffff), Uint8Array.of(0)),
          ...Array.from({ length: 8000 }, () => continued(Uint8Array.of(0, 65))),
        ],
      ),
    };
    yield {
      name: '续改码统计表.xls',
      bytes: xls(
        [one],
        [strings(u16(4), Uint8Array.of(0, 65, 66)), continued(Uint8Array.of(1, 0x51, 0x67, 0x52, 0x67))],
      ),
    };
    yield {
      name: '续断字统计表.xls',
      bytes: xls([one], [strings(u16(2), Uint8Array.of(1, 0x51)), continued(Uint8Array.of(1, 0x67, 0x52, 0x67))]),
    };
    yield {
      name: '格式段谎统计表.xls',
      bytes: xls([one], [strings(u16(1), Uint8Array.of(8), u16(0xffff), Uint8Array.of(65))]),
    };
    yield {
      name: '注音谎统计表.xls',
      bytes: xls([one], [strings(u16(1), Uint8Array.of(4), u32(0x7fffffff), Uint8Array.of(65))]),
    };
    yield { name: '空串统计表.xls', bytes: xls([one], [strings(u16(0), Uint8Array.of(0))]) };
    yield {
      name: '字表多统计表.xls',
      bytes: xls(
        [one],
        Array.from({ length: 3000 }, () => strings(u16(1), Uint8Array.of(0, 65))),
      ),
    };
    yield { name: '表名长统计表.xls', bytes: xls([], [record(0x0085, u32(0), u16(0), Uint8Array.of(255, 1, 65))]) };
    yield {
      name: '千表统计表.xls',
      bytes: xls(
        [],
        Array.from({ length: 5000 }, () => record(0x0085, u32(20), u16(0), Uint8Array.of(1, 0, 65))),
      ),
    };
    for (const id of [0x0203, 0x027e, 0x00bd, 0x0006, 0x00fd, 0x0204, 0x00e5, 0x0208, 0x00be, 0x0205])
      for (const length of [0, 3, 7])
        yield { name: `记录${id}长${length}统计表.xls`, bytes: xls([record(id, new Uint8Array(length).fill(255))]) };
    for (const id of [0x00fd, 0x027e, 0x00fc, 0x0085, 0x00e0, 0x00e5])
      yield { name: `改记录${id}统计表.xls`, bytes: rewritten(form(), id, (data) => data.fill(0xff)) };
  }),
  maker('xls: older than the reader', function* () {
    const begin = (id: number, version: number) => record(id, u16(version), u16(0x10), u32(0));
    const heads = {
      二: [0x0009, 2],
      三: [0x0209, 3],
      四: [0x0409, 4],
      五: [0x0809, 0x0500],
      怪: [0x0809, 0x9999],
    } as const;
    for (const [name, [id, version]] of Object.entries(heads)) {
      const stream = joinBytes([begin(id, version), record(0x0004, u16(0), u16(0), new Uint8Array(4)), record(0x000a)]);
      yield { name: `裸${name}统计表.xls`, bytes: joinBytes([stream, new Uint8Array(600)]) };
      yield { name: `盒${name}统计表.xls`, bytes: compound({ Book: stream }) };
      yield { name: `新盒${name}统计表.xls`, bytes: compound({ Workbook: stream }) };
    }
    yield {
      name: '两本统计表.xls',
      bytes: compound({ Book: biff([]), Workbook: biff([record(0x0203, at(0, 0), new Uint8Array(8))]) }),
    };
    yield { name: 'SYLK统计表.xls', bytes: bytesOf('ID;PWXL;N;E\nC;Y1;X1;K"=cmd|x"\nE\n') };
    yield {
      name: 'DIF统计表.xls',
      bytes: bytesOf('TABLE\n0,1\n"EXCEL"\nDATA\n0,0\n""\n-1,0\nBOT\n0,7\nV\n-1,0\nEOD\n'),
    };
    yield {
      name: '表单2003统计表.xls',
      bytes: bytesOf(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    };
    yield {
      name: '网页单档统计表.xls',
      bytes: bytesOf(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</table>\r\n--b--\r\n',
      ),
    };
  }),
];
