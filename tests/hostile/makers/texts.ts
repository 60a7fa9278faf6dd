import { honest } from '../honest.js';
import { costly, maker, seeded } from '../maker.js';
import { bytesOf } from '../raw-zip.js';

const random = (length: number, seed: number) => {
  const next = seeded(seed);
  return Uint8Array.from({ length }, () => Math.floor(next() * 256));
};
const page = (body: string) => bytesOf(`<html><body>${body}</body></html>`);

export const texts = [
  costly('csv: one endless line and the like', function* () {
    yield { name: '一行统计表.csv', bytes: bytesOf('1234567890'.repeat(4_800_000)) };
    yield { name: '一行逗号统计表.csv', bytes: bytesOf('1,'.repeat(6_000_000)) };
    yield { name: '引号不完统计表.csv', bytes: bytesOf(`"${'甲,乙\n'.repeat(500_000)}`) };
    yield { name: '引号多统计表.csv', bytes: bytesOf('"'.repeat(2_000_000)) };
    yield { name: '格多统计表.csv', bytes: bytesOf(`${'1,'.repeat(20)}1\n`.repeat(100_001)) };
    yield { name: '空行统计表.csv', bytes: bytesOf('\n'.repeat(3_000_000)) };
    yield {
      name: '长短行统计表.csv',
      bytes: bytesOf(Array.from({ length: 2000 }, (_, n) => '1,'.repeat(n)).join('\n')),
    };
  }),
  maker('csv: bytes that are no text', function* () {
    yield { name: '零字节统计表.csv', bytes: bytesOf('单位,甲村\u0000,1\n\u0000\u0000') };
    yield { name: '全零统计表.csv', bytes: new Uint8Array(100_000) };
    yield {
      name: '混码统计表.csv',
      bytes: Uint8Array.of(...bytesOf('单位,甲村\n'), 0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x31, 0x0a, 0xff, 0xfe, 0xff),
    };
    yield { name: '宽码统计表.csv', bytes: Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x31) };
    yield { name: '只有标记统计表.csv', bytes: Uint8Array.of(0xef, 0xbb, 0xbf) };
    yield {
      name: '公式统计表.csv',
      bytes: bytesOf("=cmd|'/C calc'!A0,@x,+1,-1,＝1\n\u001b[31m红,\u202E倒,<script>alert(1)</script>"),
    };
    for (const seed of [1, 2, 3]) yield { name: `乱${seed}统计表.csv`, bytes: random(60_000, seed) };
    for (const ending of [
      'xlsx',
      'docx',
      'xls',
      'doc',
      'ods',
      'et',
      'zip',
      'eml',
      'jpg',
      'mp4',
      'pdf',
      'png',
      'lnk',
      'url',
      '',
    ]) {
      yield { name: `空${ending}统计表.${ending}`, bytes: new Uint8Array() };
      yield { name: `乱${ending}统计表.${ending}`, bytes: random(3000, ending.length) };
    }
  }),
  costly('html: tables without end', function* () {
    yield { name: '套表统计表.xls', bytes: page('<table><tr><td>'.repeat(10_000)) };
    yield { name: '套盒统计表.xls', bytes: page(`${'<div>'.repeat(100_000)}<table><tr><td>1</table>`) };
    for (const span of ['1000000000', '-1', 'x', '65535'])
      yield {
        name: `跨${span}统计表.xls`,
        bytes: page(`<table>${`<tr><td colspan=${span} rowspan=${span}>1</td></tr>`.repeat(50)}</table>`),
      };
    yield { name: '尖括号统计表.xls', bytes: page(`<table>${'<'.repeat(1_000_000)}`) };
    yield { name: '属性统计表.xls', bytes: page(`<table ${'a=1 '.repeat(300_000)}><tr><td>1</table>`) };
    yield {
      name: '实体统计表.xls',
      bytes: page(`<table><tr><td>${'&amp'.repeat(300_000)}&#0;&#x110000;&#27;[31m</table>`),
    };
    yield { name: '注释统计表.xls', bytes: page(`<table><tr><td>1<!--${'-'.repeat(2_000_000)}`) };
    yield {
      name: '脚本统计表.xls',
      bytes: page(
        '<table><tr><td><script>alert(1)</script><img src="http://127.0.0.1/x" onerror=alert(1)>=cmd|x</table><iframe src="file:///etc/passwd">',
      ),
    };
    yield { name: '多表统计表.xls', bytes: page('<table><tr><td>1</td></tr></table>'.repeat(60_000)) };
  }),
  maker('a thing under another name', function* () {
    const kinds = {
      pdf: bytesOf('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF'),
      exe: bytesOf(`MZ${'\u0000'.repeat(200)}PE\u0000\u0000`),
      rtf: bytesOf('{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE "file:///etc/passwd"}}}'),
      json: bytesOf('{"a":1}'),
      rar: bytesOf('Rar!\u001a\u0007\u0000xxxx'),
      lnk: Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0),
      sh: bytesOf('#!/bin/sh\nrm -rf /\n'),
      url: bytesOf('[InternetShortcut]\nURL=file:///etc/passwd\n'),
      svg: bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      xml: bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    };
    for (const [kind, bytes] of Object.entries(kinds)) yield { name: `${kind}冒充统计表.xlsx`, bytes };
    yield { name: '图片冒充统计表.xlsx', bytes: honest('photo.jpg') };
    yield { name: '表格冒充照片.jpg', bytes: honest('form.xlsx') };
    yield { name: '视频冒充统计表.docx', bytes: honest('video.mp4') };
    yield { name: '邮件冒充统计表.xlsx', bytes: honest('plan.eml') };
  }),
  maker('polyglots', function* () {
    const form = honest('form.xlsx');
    const with_ = (before: Uint8Array, after: Uint8Array = form) => Uint8Array.of(...before, ...after);
    yield { name: '又是统计表.pdf', bytes: with_(bytesOf('%PDF-1.7\n%%EOF\n')) };
    yield { name: '又是照片.jpg', bytes: with_(honest('photo.jpg')) };
    yield {
      name: '又是网页统计表.xls',
      bytes: with_(bytesOf('<html><table><tr><td>宣传活动</td></tr></table></html>')),
    };
    yield { name: '又是程序统计表.xlsx', bytes: with_(bytesOf('MZ\u0000\u0000')) };
    yield { name: '表后带表统计表.xlsx', bytes: with_(form, honest('all.zip')) };
    yield { name: '表后带尾统计表.xlsx', bytes: with_(form, random(500, 9)) };
    yield { name: '邮件带表.eml', bytes: with_(bytesOf('From: a@example.org\nTo: b@example.org\nSubject: x\n\n')) };
  }),
];
