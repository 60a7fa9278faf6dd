import { CFB } from '@e965/xlsx';
import { joinBytes } from '../../../src/model/join-bytes.js';
import { honest } from '../honest.js';
import { maker } from '../maker.js';
import { u16, u32 } from '../raw-zip.js';

/** A compound file of these streams. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'array' }));
}

function streamOf(file: Uint8Array, name: string): Uint8Array {
  return Uint8Array.from(CFB.find(CFB.read(file, { type: 'array' }), `/${name}`)?.content ?? []);
}

/** One BIFF record. */
export function record(id: number, ...data: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(data);
  return joinBytes([u16(id), u16(content.length), content]);
}

const begin = (kind: number) => record(0x0809, u16(0x0600), u16(kind), u32(0), u32(0), u32(0));
const end = record(0x000a);

/** A workbook stream of one sheet that holds these records; `globals` stand before the sheets are named. */
export function biff(sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []): Uint8Array {
  const named = (start: number) => record(0x0085, u32(start), u16(0), Uint8Array.of(1, 0, 65));
  const before = joinBytes([begin(5), ...globals]);
  const start = before.length + named(0).length + end.length;
  return joinBytes([before, named(start), end, begin(0x10), ...sheet, end]);
}

const at = (row: number, column: number, style = 0) => [u16(row), u16(column), u16(style)];
const doubled = (value: number) => new Uint8Array(new Float64Array([value]).buffer);
const xls = (sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  compound({ Workbook: biff(sheet, globals) });

function patched(file: Uint8Array, ...changes: readonly (readonly [offset: number, bytes: Uint8Array])[]): Uint8Array {
  const copy = file.slice();
  for (const [offset, bytes] of changes) copy.set(bytes, offset);
  return copy;
}

/** Where the sector table and the directory of an honest file lie. */
function places(file: Uint8Array): { table: number; directory: number } {
  const view = new DataView(file.buffer, file.byteOffset);
  return { table: (view.getInt32(76, true) + 1) * 512, directory: (view.getInt32(48, true) + 1) * 512 };
}

export const compounds = [
  maker('ole: containers that loop and lie', function* () {
    const file = honest('form.xls');
    const { table, directory } = places(file);
    const loop = joinBytes(Array.from({ length: 128 }, (_, n) => u32((n + 1) % 128)));
    yield { name: '环统计表.xls', bytes: patched(file, [table, loop]) };
    yield {
      name: '自环统计表.xls',
      bytes: patched(file, [table, joinBytes(Array.from({ length: 128 }, (_, n) => u32(n)))]),
    };
    yield {
      name: '扇区数统计表.xls',
      bytes: patched(file, [44, u32(0x7fffffff)], [64, u32(0x7fffffff)], [72, u32(0x7fffffff)]),
    };
    yield { name: '索引环统计表.xls', bytes: patched(file, [68, u32(0)], [72, u32(9)]) };
    for (const shift of [0, 7, 12, 31, 0xffff])
      yield { name: `扇区${shift}统计表.xls`, bytes: patched(file, [30, u16(shift)]) };
    yield {
      name: '目录环统计表.xls',
      bytes: patched(
        file,
        [directory + 128 + 68, u32(1)],
        [directory + 128 + 72, u32(1)],
        [directory + 128 + 76, u32(0)],
      ),
    };
    yield { name: '流长统计表.xls', bytes: patched(file, [directory + 128 + 120, u32(0xffffffff)]) };
    yield { name: '无根统计表.xls', bytes: patched(file, [directory + 66, Uint8Array.of(1)]) };
    yield { name: '只有头统计表.xls', bytes: file.subarray(0, 512) };
    yield {
      name: '加密统计表.xlsx',
      bytes: compound({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(100) }),
    };
    yield { name: '幻灯.ppt', bytes: compound({ 'PowerPoint Document': new Uint8Array(5000) }) };
  }),
  maker('xls: records that lie', function* () {
    const number = record(0x0203, ...at(0, 0), doubled(7));
    yield { name: '短数统计表.xls', bytes: xls([record(0x0203, ...at(0, 0))]) };
    yield {
      name: '非数统计表.xls',
      bytes: xls([
        record(0x0203, ...at(0, 0), doubled(Number.NaN)),
        record(0x0203, ...at(0, 1), doubled(Number.POSITIVE_INFINITY)),
      ]),
    };
    yield { name: '无终统计表.xls', bytes: compound({ Workbook: biff([number]).slice(0, -4) }) };
    yield {
      name: '长度谎统计表.xls',
      bytes: compound({ Workbook: joinBytes([biff([number]).slice(0, -4), u16(0x0203), u16(0xffff)]) }),
    };
    yield { name: '套部统计表.xls', bytes: xls(Array.from({ length: 20_000 }, () => begin(0x20))) };
    yield {
      name: '文字数统计表.xls',
      bytes: xls(
        [record(0x00fd, ...at(0, 0), u32(3))],
        [record(0x00fc, u32(0xffffffff), u32(0xffffffff), u16(2), Uint8Array.of(0, 65, 66))],
      ),
    };
    yield { name: '文字越界统计表.xls', bytes: xls([record(0x00fd, ...at(0, 0), u32(0xffffffff))]) };
    yield { name: '文字长统计表.xls', bytes: xls([record(0x0204, ...at(0, 0), u16(0xffff), Uint8Array.of(1, 65))]) };
    yield { name: '多数短统计表.xls', bytes: xls([record(0x00bd, ...at(0, 0).slice(0, 2), u16(0), u32(5))]) };
    yield {
      name: '合并多统计表.xls',
      bytes: xls(
        Array.from({ length: 200 }, () =>
          record(
            0x00e5,
            u16(1027),
            ...Array.from({ length: 1027 }, () => joinBytes([u16(0), u16(0xffff), u16(0), u16(255)])),
          ),
        ),
      ),
    };
    yield { name: '合并短统计表.xls', bytes: xls([record(0x00e5, u16(0xffff), u32(0))]) };
    yield {
      name: '表指自己统计表.xls',
      bytes: compound({
        Workbook: joinBytes([begin(5), record(0x0085, u32(0), u16(0), Uint8Array.of(1, 0, 65)), end]),
      }),
    };
    yield {
      name: '表指外统计表.xls',
      bytes: compound({
        Workbook: joinBytes([begin(5), record(0x0085, u32(0x7fffffff), u16(0), Uint8Array.of(1, 0, 65)), end]),
      }),
    };
    yield { name: '口令统计表.xls', bytes: xls([number], [record(0x002f, u16(0), u32(0))]) };
    yield { name: '旧版统计表.xls', bytes: compound({ Book: record(0x0809, u16(0x0500), u16(5), u32(0)) }) };
    yield {
      name: '画多统计表.xls',
      bytes: xls([
        record(
          0x00ec,
          joinBytes(Array.from({ length: 900 }, () => joinBytes([u16(0x0f), u16(0xf003), u32(0x7fffffff)]))),
        ),
      ]),
    };
  }),
  maker('doc: piece tables that lie', function* () {
    const word = streamOf(honest('word.doc'), 'WordDocument');
    const table = streamOf(honest('word.doc'), '1Table');
    const doc = (changedWord: Uint8Array, changedTable = table) =>
      compound({ WordDocument: changedWord, '1Table': changedTable });
    const clx = new DataView(word.buffer).getUint32(0x1a2, true);
    yield { name: '片表远总结.doc', bytes: doc(patched(word, [0x1a2, u32(0x7fffffff)])) };
    yield { name: '片表长总结.doc', bytes: doc(patched(word, [0x1a6, u32(0x7fffffff)])) };
    yield {
      name: '片表乱总结.doc',
      bytes: doc(word, patched(table, [clx + 5, joinBytes(Array.from({ length: 8 }, () => u32(0xffffffff)))])),
    };
    yield { name: '字数谎总结.doc', bytes: doc(patched(word, [0x4c, u32(0x7fffffff)])) };
    yield { name: '无表流总结.doc', bytes: compound({ WordDocument: word }) };
    yield { name: '半表流总结.doc', bytes: doc(word, table.subarray(0, table.length / 3)) };
    yield { name: '空表流总结.doc', bytes: doc(word, new Uint8Array(table.length)) };
    yield { name: '段属性谎总结.doc', bytes: doc(patched(word, [0x102, u32(0)], [0x106, u32(0x7fffffff)])) };
    yield { name: '口令总结.doc', bytes: doc(patched(word, [11, Uint8Array.of(0xff)])) };
    yield { name: '短流总结.doc', bytes: doc(word.subarray(0, 60)) };
    for (const n of [0x1a2, 0xfa, 0x102, 0x60, 0x20])
      yield { name: `首部${n}总结.doc`, bytes: doc(patched(word, [n, joinBytes([u32(0x80000000), u32(0xffffffff)])])) };
  }),
];
