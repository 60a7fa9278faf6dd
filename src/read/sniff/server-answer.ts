import type { Format } from '../../model/rules.js';
import { decodeText } from '../decode-text.js';

const longestAnswer = 64 * 1024;
const longestSentence = 200;

/** What a server sends in the place of a file: an error as JSON, XML or a page, or one that only leads on to another. */
export function isServerAnswer(file: { readonly bytes: Uint8Array; readonly name: string; readonly format: Format }) {
  if (file.bytes.length > longestAnswer) return false;
  const text =
    decodeText(file.bytes)
      ?.replace(/^\ufeff/, '')
      .trim() ?? '';
  if (file.format === 'html') return isAnswerPage(text);
  if (/^HTTP\/\d(?:\.\d)? \d{3}\b/.test(text) || /^(?:<\?xml[^>]*>)?\s*<(?:Error|\w+:Envelope)[\s>]/.test(text))
    return true;
  if (file.format !== 'text') return false;
  if (isDocument.test(file.name) && (isJson(text) || complaint.test(text))) return true;
  return isPackage.test(file.name) && text.length <= longestSentence;
}

const isDocument = /\.(?:xls[xmb]?|doc[xm]?|od[st]|et|wps)$/i;

/** A program's own words on what went wrong in it. */
const complaint = /^(?:[\w.$]+(?:Exception|Error)\b|Traceback |(?:<br ?\/?>\s*)?<b>(?:Warning|Fatal error))/;

/** No office program opens a few words under such a name. */
const isPackage = /\.(?:xls[xmb]|doc[xm]|od[st]|zip|rar|7z|pdf|jpe?g|png|heic|mp4|mov|avi)$/i;

function isAnswerPage(page: string): boolean {
  if (/<t(?:able|d)[\s>]/i.test(page)) return false;
  const [, title = ''] = /<(?:title|h1)[^>]{0,200}>([^<]{0,200})/i.exec(page) ?? [];
  return refusals.test(title) || isOnlyAWay(page);
}

const refusals =
  /\b[45]\d\d\b|not found|forbidden|denied|bad gateway|time-?out|error|expired|出错|错误|不存在|已删除|失效|过期|禁止|无权|没有权限|拒绝|提取码|访问码|验证|认证|跳转|登录/i;

/** Nothing to read in it, and a program or an address that goes on from there. */
function isOnlyAWay(page: string): boolean {
  if (!/<script|http-equiv\s{0,9}=\s{0,9}["']?refresh/i.test(page)) return false;
  return page.replace(/<(script|style|title)\b.*?(?:<\/\1>|$)|<[^>]*>/gis, '').trim() === '';
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
