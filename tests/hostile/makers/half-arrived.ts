import { joinBytes } from '../../../src/model/join-bytes.js';
import { type HonestName, honest, honestNames } from '../honest.js';
import { type HostileFile, maker } from '../maker.js';
import { stranger } from '../parts-of.js';
import { bytesOf, u16, u32 } from '../raw-zip.js';

const endingOf = (name: HonestName) => name.slice(name.lastIndexOf('.'));
/** What is told apart must not count as a village's own. */
const called = (name: HonestName) =>
  `${{ jpg: '照片', mp4: '视频', zip: '材料', doc: '总结' }[name.split('.')[1] ?? ''] ?? '统计表'}${endingOf(name)}`;
const strange = (name: HonestName) => (/\.(?:xlsx?|docx)$/.test(name) ? stranger(name) : honest(name));
const cut = (bytes: Uint8Array, part: number) => bytes.slice(0, Math.floor(bytes.length * part));

/** From here on only zero bytes: a file system kept the size and lost the content. */
function zeroed(bytes: Uint8Array, from: number, to = 1): Uint8Array {
  return bytes.slice().fill(0, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
}

/** What browsers, download programs and chat programs call a file that is still on its way. */
const underway = [
  (name: string) => `${name}.crdownload`,
  (name: string) => `${name}.part`,
  (name: string) => `${name}.partial`,
  (name: string) => `${name}.download`,
  (name: string) => `${name}.opdownload`,
  (name: string) => `${name}.tmp`,
  (name: string) => `${name}.temp`,
  (name: string) => `${name}.td`,
  (name: string) => `${name}.xltd`,
  (name: string) => `${name}.bt.xltd`,
  (name: string) => `${name}.baiduyun.p.downloading`,
  (name: string) => `${name}.baiduyun.uploading.cfg`,
  (name: string) => `${name}.qdl2`,
  (name: string) => `${name}.filepart`,
  (name: string) => `${name}.aria2`,
  (name: string) => `${name}_tmp`,
  (name: string) => `${name}.tdl`,
  (name: string) => `${name}.dltemp`,
  (name: string) => `未确认 123456${name.slice(-4)}.crdownload`,
  (name: string) => `.com.google.Chrome.${name}`,
  (name: string) => `.~tmp${name}`,
];

function* partial(): Generator<HostileFile> {
  for (const [n, renamed] of underway.entries()) {
    const name = honestNames[n % honestNames.length] ?? 'form.xlsx';
    yield { name: renamed(`半${n}${called(name)}`), bytes: cut(strange(name), 0.6) };
    yield { name: renamed(`整${n}统计表.xlsx`), bytes: stranger('form.xlsx') };
  }
}

function* zeros(): Generator<HostileFile> {
  for (const name of honestNames) {
    const [bytes, ending] = [strange(name), called(name)];
    yield { name: `全零${name}${ending}`, bytes: zeroed(bytes, 0) };
    yield { name: `后半零${name}${ending}`, bytes: zeroed(bytes, 0.5) };
    yield { name: `前半零${name}${ending}`, bytes: zeroed(bytes, 0, 0.5) };
    yield { name: `中间零${name}${ending}`, bytes: zeroed(bytes, 0.4, 0.6) };
    yield { name: `尾零${name}${ending}`, bytes: joinBytes([bytes, new Uint8Array(4096)]) };
    yield { name: `簇零${name}${ending}`, bytes: joinBytes([bytes, new Uint8Array(32_768)]) };
    yield { name: `头没了${name}${ending}`, bytes: bytes.slice(512) };
    yield { name: `半截${name}${ending}`, bytes: cut(bytes, 0.5) };
    yield { name: `接了两遍${name}${ending}`, bytes: joinBytes([bytes, bytes]) };
    yield { name: `半截又从头${name}${ending}`, bytes: joinBytes([cut(bytes, 0.5), bytes]) };
  }
}

/** Sent as text, each line end became another, or each byte a sign. */
function* mangled(): Generator<HostileFile> {
  for (const name of honestNames) {
    const [bytes, ending] = [strange(name), called(name)];
    const latin = Buffer.from(bytes).toString('latin1');
    yield { name: `换行变了${name}${ending}`, bytes: Buffer.from(latin.replaceAll('\n', '\r\n'), 'latin1') };
    yield { name: `回车没了${name}${ending}`, bytes: Buffer.from(latin.replaceAll('\r', ''), 'latin1') };
    yield { name: `成了八位码${name}${ending}`, bytes: bytesOf(latin) };
    yield { name: `成了问号${name}${ending}`, bytes: bytesOf(new TextDecoder().decode(bytes)) };
    yield { name: `成了编码${name}${ending}`, bytes: bytesOf(Buffer.from(bytes).toString('base64')) };
    yield {
      name: `成了数据网址${name}${ending}`,
      bytes: bytesOf(`data:;base64,${Buffer.from(bytes).toString('base64')}`),
    };
    yield { name: `成了十六进制${name}${ending}`, bytes: bytesOf(Buffer.from(bytes).toString('hex')) };
    yield { name: `只剩七位${name}${ending}`, bytes: bytes.map((byte) => byte & 0x7f) };
    yield {
      name: `两字一换${name}${ending}`,
      bytes: new Uint8Array(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()),
    };
  }
}

const page = (title: string, body: string) =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** What a server sent in the place of the file. */
const answers: Readonly<Record<string, string>> = {
  找不到: page('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center>'),
  禁止: page('403 Forbidden', '<h1>403 Forbidden</h1>'),
  网关: page('502 Bad Gateway', '<center><h1>502 Bad Gateway</h1></center>'),
  超时: page('504 Gateway Time-out', '<h1>504 Gateway Time-out</h1>'),
  出错: page('出错了', '<p>抱歉，您访问的页面不存在或已删除</p>'),
  链接失效: page('百度网盘-链接不存在', '<div class="share-error">啊哦，链接不存在或已过期</div>'),
  提取码: page('请输入提取码', '<form><input name="pwd" placeholder="请输入提取码"><button>提取文件</button></form>'),
  登录: page('统一身份认证', '<form><input name="u"><input type="password" name="p"></form>'),
  扫码登录: page('微信登录', '<div class="qrcode">请使用微信扫一扫登录</div>'),
  认证网: page('上网认证', '<script>location.href="http://192.0.2.1/portal"</script>'),
  跳转: '<html><head><meta http-equiv="refresh" content="0;url=https://example.org/login"></head></html>',
  验证: page('安全验证', '<p>请完成安全验证后继续访问</p><noscript>请开启 JavaScript</noscript>'),
  文档预览: page('腾讯文档', '<div id="app"></div><script>window.basicClientVars={}</script>'),
  空页: '<html></html>',
  错误: '{"code":401,"msg":"未登录","data":null}',
  错误二: '{"errno":-9,"errmsg":"文件不存在","request_id":1}',
  错误三: '{"errcode":40001,"errmsg":"invalid credential, access_token is invalid"}',
  错误四: '{\n  "error": {\n    "message": "Not Found"\n  }\n}\n',
  数组: '[]',
  空值: 'null',
  真: 'true',
  存储出错:
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
  存储拒绝:
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>AccessDenied</Code>\n  <Message>Request has expired.</Message>\n</Error>',
  肥皂: '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault/></soap:Body></soap:Envelope>',
  一句话: 'Not Found',
  一句中文: '文件不存在',
  头与体: 'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 5\r\n\r\nabcde',
  异常: 'java.lang.NullPointerException: null\r\n\tat com.example.Export.run(Export.java:42)\r\n',
  警告: '<br />\n<b>Warning</b>:  fopen(/data/x.xlsx): failed to open stream in <b>/var/www/x.php</b> on line <b>3</b><br />\n',
};

function* instead(): Generator<HostileFile> {
  for (const ending of ['统计表.xlsx', '总结.docx', '统计表.xls'])
    for (const [name, text] of Object.entries(answers)) yield { name: `${name}${ending}`, bytes: bytesOf(text) };
  for (const ending of ['材料.zip', '照片.jpg', '视频.mp4', '方案.pdf', '统计表.csv'])
    for (const name of ['找不到', '错误', '存储出错', '一句话', '跳转'])
      yield { name: `${name}${ending}`, bytes: bytesOf(answers[name] ?? '') };
}

/** AppleDouble: what macOS keeps beside each file on a foreign disk. */
function appleDouble(): Uint8Array {
  const header = [0x00, 0x05, 0x16, 0x07, 0x00, 0x02, 0x00, 0x00];
  return joinBytes([
    Uint8Array.from(header),
    bytesOf('Mac OS X        '),
    Uint8Array.of(0, 2, 0, 0, 0, 9, 0, 0, 0, 50, 0, 0, 0x0e, 0xb0, 0, 0, 0, 2, 0, 0, 0x0e, 0xe2, 0, 0, 1, 0x1e),
    new Uint8Array(4000),
  ]);
}

function desktopStore(): Uint8Array {
  return joinBytes([Uint8Array.of(0, 0, 0, 1), bytesOf('Bud1'), new Uint8Array(6000)]);
}

const placeholders: Readonly<Record<string, string>> = {
  '大文件占位统计表.xlsx':
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
  '附注占位统计表.xlsx': '/annex/objects/SHA256E-s12345--4d7a214614ab2935c943f9e0ff69d22e.xlsx\n',
  '链接成文统计表.xlsx': '../共享/信息统计表.xlsx',
  '微信缓存统计表.xlsx': 'MMKV',
  '统计表.xlsx.url':
    '[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nIDList=\r\nURL=https://example.org/s/x\r\n',
  '统计表.desktop': '[Desktop Entry]\nType=Link\nName=统计表\nURL=https://example.org/\n',
  '统计表.website': '[InternetShortcut]\r\nURL=https://example.org/\r\n',
  '统计表.library-ms':
    '<?xml version="1.0" encoding="UTF-8"?><libraryDescription xmlns="http://schemas.microsoft.com/windows/2009/library"/>',
  '统计表.kdocs': 'https://example.org/l/abc',
  '统计表.gsheet': '{"":"WARNING! DO NOT EDIT THIS FILE!","doc_id":"x","email":"a@example.org"}',
  '统计表.odrive.cloudf': '{"size":1}',
  '统计表.xlsx.cloud': '{"size":1}',
  '统计表.xlsx.downloading.cfg': '{"url":"https://example.org/"}',
};

function* leftBehind(): Generator<HostileFile> {
  yield { name: '._信息统计表.xlsx', bytes: appleDouble() };
  yield { name: '苹果附属统计表.xlsx', bytes: appleDouble() };
  yield { name: '.DS_Store', bytes: desktopStore() };
  yield { name: 'DS_Store统计表.xlsx', bytes: desktopStore() };
  yield { name: 'Thumbs.db', bytes: new Uint8Array(3000) };
  yield { name: 'ehthumbs.db', bytes: new Uint8Array(3000) };
  yield { name: 'ehthumbs_vista.db', bytes: new Uint8Array(3000) };
  yield { name: 'Icon\r', bytes: new Uint8Array() };
  yield { name: '.Spotlight-V100', bytes: new Uint8Array(10) };
  yield { name: '~WRL0001.tmp', bytes: new Uint8Array(3000) };
  yield { name: '~$信息统计表.xlsx', bytes: joinBytes([Uint8Array.of(5), bytesOf('admin'), new Uint8Array(159)]) };
  yield { name: '锁统计表.xlsx', bytes: joinBytes([Uint8Array.of(5), bytesOf('admin'), new Uint8Array(159)]) };
  yield { name: '.~lock.信息统计表.ods#', bytes: bytesOf(',admin,pc,05.05.2023 10:00,file:///C:/x;') };
  yield { name: '统计表.asd', bytes: stranger('form.xls') };
  yield { name: '统计表.wbk', bytes: stranger('form.xls') };
  yield { name: '统计表.xlk', bytes: stranger('form.xls') };
  yield { name: '统计表.xlsx.bak', bytes: stranger('form.xlsx') };
  yield { name: '统计表.xlsx~', bytes: stranger('form.xlsx') };
  yield { name: '统计表.xlsx.1', bytes: stranger('form.xlsx') };
  yield { name: '统计表.xlsx_', bytes: stranger('form.xlsx') };
  yield { name: '统计表 - 副本.xlsx.txt', bytes: stranger('form.xlsx') };
  yield { name: '统计表.dat', bytes: stranger('form.xlsx') };
  // WeChat keeps pictures with each byte changed by one key.
  yield { name: '微信图.dat', bytes: honest('photo.jpg').map((byte) => byte ^ 0x5a) };
  yield {
    name: '快捷统计表.xlsx.lnk',
    bytes: joinBytes([u32(0x4c), u32(0x00021401), u32(0), u32(0xc0), u32(0x46000000), new Uint8Array(400)]),
  };
  yield { name: '快捷苹果统计表', bytes: joinBytes([bytesOf('book\0\0\0\0mark'), new Uint8Array(600)]) };
  yield {
    name: '注册表统计表.reg',
    bytes: joinBytes([u16(0xfeff), new Uint8Array(Buffer.from('Windows Registry Editor Version 5.00\r\n', 'utf16le'))]),
  };
  for (const [name, text] of Object.entries(placeholders)) yield { name, bytes: bytesOf(text) };
}

export const halfArrived = [
  maker('under way: what is not all there', partial),
  maker('copies that failed: zeros, halves, doubles', zeros),
  maker('sent as text: bytes that became others', mangled),
  maker('answers of a server in the place of a file', instead),
  maker('what systems, locks and clouds leave', leftBehind),
];
