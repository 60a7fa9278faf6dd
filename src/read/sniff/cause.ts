import type { Format, UnreadableReason } from '../../model/rules.js';
import { holds, latin } from '../bytes.js';
import { isCutOff, openCompoundFile } from '../compound-file.js';
import { decodeText } from '../decode-text.js';
import { isLargelyZero } from '../zero-part.js';
import { listZip } from '../zip-directory.js';
import { isServerAnswer } from './server-answer.js';

/** What else tells that a file is of no use; asked where its format leaves that open. */
export function causeOf(bytes: Uint8Array, name: string, format: Format): UnreadableReason | null {
  const looked = new Looked(bytes, name, format);
  return causes.find(([, formats, holds]) => formats.includes(format) && holds(looked))?.[0] ?? null;
}

/** All there is to go by; nothing of it is made out that nobody asks for, as every file is looked at. */
class Looked {
  #head: string | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly name: string,
    readonly format: Format,
  ) {}

  /** The first bytes as characters 0 to 255. */
  get head(): string {
    this.#head ??= latin(this.bytes, 0, headLength);
    return this.#head;
  }

  /** The very first ones as hexadecimal digits. */
  get hex(): string {
    return hexOf(this.bytes);
  }
}

const headLength = 4096;

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const unknown: readonly Format[] = ['unknown'];
const texts: readonly Format[] = ['text', 'csv', 'unknown', 'html'];
const unfinished: readonly Format[] = ['unknown', 'text', 'zip', 'xlsx', 'docx', 'ods', 'ole', 'xls', 'et', 'doc'];

/** In this order: the first that holds is the cause. One line each. */
const causes: readonly (readonly [UnreadableReason, readonly Format[], (looked: Looked) => boolean])[] = [
  ['zeros', unknown, ({ bytes }) => bytes.every((byte) => byte === 0)],
  ['shortcut', unknown, ({ hex }) => /^(?:4c00000001140200|626f6f6b000000006d61726b)/.test(hex)],
  ['web-shortcut', texts, ({ head }) => /^(?:\xef\xbb\xbf)?\s*\[InternetShortcut\]/im.test(head)],
  ['web-shortcut', texts, ({ head }) => /^\[Desktop Entry\]/.test(head) && /^URL=/m.test(head)],
  ['web-shortcut', unknown, ({ head, name }) => /\.webloc$/i.test(name) && /<plist|^bplist/.test(head)],
  ['cloud-placeholder', unknown, ({ head, name }) => /^\..+\.icloud$/i.test(name) && head.startsWith('bplist')],
  ['cloud-placeholder', texts, ({ head }) => /^(?:version https:\/\/git-lfs\.|\S{0,200}\/annex\/objects\/)/.test(head)],
  ['cloud-placeholder', texts, ({ name }) => /\.cloudf?$/i.test(name)],
  ['cloud-link', texts, ({ name }) => /\.(?:gsheet|gdoc|gslides|wpsonlink|kdocs|tdoc|dlink)$/i.test(name)],
  ['cloud-link', texts, ({ bytes }) => bytes.length < headLength && isOnlyALink(bytes)],
  ['half-downloaded', unfinished, isHalfDownloaded],
  ['left-by-system', unknown, isLeftBySystem],
  ['login-page', ['html'], ({ bytes }) => isLoginPage(bytes)],
  ['encoded-text', texts, ({ head }) => encoded.test(head)],
  ['server-answer', texts, isServerAnswer],
  ['sent-as-text', unknown, ({ hex }) => rewritten.test(hex)],
  ['web-archive', unknown, ({ head, name }) => /\.webarchive$/i.test(name) && head.startsWith('bplist')],
  ['uof', ['unknown', 'zip'], ({ head }) => /uof\.org\/cn\/20\d\d\/uof|uof\.xml/.test(head)],
  ['old-open-office', unknown, ({ head }) => head.includes('application/vnd.sun.xml.')],
  ['old-open-office', ['ole'], ({ bytes }) => streams(bytes).some((name) => /^star\w+document$/.test(name))],
  ['exchange-table', texts, ({ head }) => /^(?:ID;P|TABLE\r?\n0,1\r?\n)/.test(head)],
  ['winmail-dat', unknown, ({ head }) => head.startsWith('\x78\x9f\x3e\x22')],
  ['signed-mail', unknown, ({ head, name }) => /\.p7[ms]$/i.test(name) && head.startsWith('\x30')],
  [
    'signed-mail',
    ['eml', 'text'],
    ({ head }) => /^content-type:\s*(?:application\/(?:x-)?pkcs7-mime|multipart\/encrypted)/im.test(head),
  ],
  ['signed-mail', texts, ({ head }) => head.startsWith('-----BEGIN PGP MESSAGE-----')],
  ['mailbox', ['eml'], ({ bytes }) => isMailbox(bytes)],
  ['mailbox', unknown, ({ name }) => /\.(?:pst|ost|dbx|mbx|nsf)$/i.test(name)],
  [
    'rights',
    ['ole'],
    ({ bytes }) => holdsWide(bytes, 'DRMEncryptedDataSpace') || streams(bytes).includes('\tdrmcontent'),
  ],
  ['outlook-mail', ['ole'], ({ bytes }) => streams(bytes).includes('__properties_version1.0')],
  ['works', ['ole'], ({ bytes }) => streams(bytes).includes('matost')],
  ['works', unknown, ({ hex, name }) => /\.(?:wks|wps|wdb)$/i.test(name) && hex.startsWith('ff000200')],
  ['excel-95', unknown, ({ hex }) => /^09(?:00|02|04|08)0[468]00/.test(hex)],
  ['word-95', unknown, ({ hex }) => /^(?:dba5|9ba5|fe370023)/.test(hex)],
  ['split-archive', unknown, ({ name }) => /\.(?:z\d\d|(?:zip|7z|rar)\.\d{3}|r\d\d|0\d\d)$/i.test(name)],
  [
    'packed',
    unknown,
    ({ hex, bytes, name }) => packed.test(hex) || latin(bytes, 257, 5) === 'ustar' || packedName.test(name),
  ],
  ['iwork', ['zip'], ({ bytes }) => isIwork(members(bytes))],
  ['zero-part', unknown, ({ bytes }) => isLargelyZero(bytes)],
];

/** An address and nothing else, or what Google leaves in place of a sheet. */
function isOnlyALink(bytes: Uint8Array): boolean {
  const text = decodeText(bytes)?.trim() ?? '';
  return /^https?:\/\/\S+$/.test(text) || /^\{\s*"(?:url|doc_id)"\s*:/.test(text);
}

/** Browsers and download programs rename a file when they are done. What is whole is read whatever its name. */
function isHalfDownloaded({ bytes, name, format }: Looked): boolean {
  if (!underWay.test(name)) return false;
  return format === 'unknown' || format === 'text' || (isCutOff(bytes) ?? listZip(bytes) === null);
}

const underWay =
  /\.(?:crdownload|part|partial|filepart|download|downloading|opdownload|dltemp|qdl2|tdl?|xltd|aria2|!ut|!qb|bc!|te?mp)$|^\.com\.google\.Chrome\.|_tmp$/i;

/** AppleDouble and folder settings of macOS; who has a document open, as Word and Excel keep it beside it. */
function isLeftBySystem({ bytes, hex }: Looked): boolean {
  if (/^(?:0005160[07]|0000000142756431)/.test(hex)) return true;
  const [letters = 0] = bytes;
  return (
    [162, 165].includes(bytes.length) && letters > 0 && letters <= 54 && !bytes.subarray(1, 1 + letters).includes(0)
  );
}

/** A whole file as base64 or hexadecimal digits: zip, OLE, JPEG, PNG, PDF, GIF. */
const encoded =
  /^(?:\xef\xbb\xbf)?\s*(?:data:[^,]{0,200};base64,|begin(?:-base64)? [0-7]{3} |(?:UEsDB|0M8R4KGx|\/9j\/|iVBORw0K|JVBERi0|R0lGODlh)[\w+/=\s]{100}|(?:504b0304|d0cf11e0|ffd8ff|89504e47)[\da-f\s]{100})/i;

/** The beginnings of OLE, JPEG and PNG with each byte above 127 as the sign it is in Latin, or as the sign for none. */
const rewritten = /^(?:c390c38f11c3a0|c3bfc398c3bf|c289504e47|(?:efbfbd){2}11|(?:efbfbd){3}|efbfbd504e47)/;

const pageHead = 64 * 1024;

function isLoginPage(bytes: Uint8Array): boolean {
  const page = decodeText(bytes.subarray(0, pageHead)) ?? latin(bytes, 0, headLength);
  return (
    /type\s{0,9}=\s{0,9}["']?password/i.test(page) || /<title>[^<]{0,60}(?:登录|登陆|log ?in|sign ?in)/i.test(page)
  );
}

/** Mails one after the other, each behind a line that begins with From; only the first would be read. */
function isMailbox(bytes: Uint8Array): boolean {
  if (latin(bytes, 0, 5) !== 'From ') return false;
  const begins = /\n\r?\nFrom [^\n]{0,200}\d{4}[^\n]{0,40}\r?\n[!-9;-~]+:/;
  for (let at = 0; at < bytes.length; at += mailboxStep)
    if (begins.test(latin(bytes, at, mailboxStep + headLength))) return true;
  return false;
}

const mailboxStep = 32 * 1024;

/** gzip, bzip2, xz, zstd, cab, lha, arj, compress, lzip, InstallShield. */
const packed = /^(?:1f8b|425a68|fd377a585a00|28b52ffd|4d534346|....2d6c68|60ea|1f9d|4c5a4950|49536328)/;

/** What no few bytes tell. */
const packedName =
  /\.(?:tar|t?gz|bz2|t?xz|zst|lz4|lzma|br|cab|arj|lzh|lha|rar|7z|ace|zoo|arc|sitx?|hqx|cpio|iso|img|dmg|deb|rpm|kz|zpaq|alz|egg|uue?|xxe)$/i;

/** Until 2009 it kept one XML, beside which a list of the versions that wrote it tells the file from others. */
function isIwork(paths: readonly string[]): boolean {
  if (paths.some((path) => /^index(?:\.zip|\/document\.iwa|\.apxl(?:\.gz)?|\.xml\.gz)$/.test(path))) return true;
  return paths.includes('index.xml') && paths.includes('buildversionhistory.plist');
}

function streams(bytes: Uint8Array): readonly string[] {
  return openCompoundFile(bytes)?.names.map((name) => name.toLowerCase()) ?? [];
}

function members(bytes: Uint8Array): readonly string[] {
  return listZip(bytes)?.entries.map(({ name }) => name.toLowerCase()) ?? [];
}

/** Whether this ASCII text stands anywhere in UTF-16, as names in compound files do. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  return holds(
    bytes,
    Uint8Array.from({ length: text.length * 2 }, (_, n) => (n % 2 === 0 ? text.charCodeAt(n / 2) : 0)),
  );
}
