import type { Cell } from '../model/document.js';
import { ofText } from '../model/memo.js';
import { isWritten, shownOf, textOf } from './grid.js';

/** Texts around a table that are neither labels nor values: notes, signatures, numbering, units. */

const note =
  /^[(]?(?:填[表报])?(?:注释|注意|备注|附注|注|说明)(?:事项)?\d*[)]?[:.、\s]|^(?:填[表报]说明|说明|备注|注)$/u;
const numbered = /^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[).、]\D.{14,}$/su;
const address = /\/\/|www\.|\.(?:com|cn|net|org)/iu;
const signature = new RegExp(
  '^(?:单位|填[表报]|制表|报送|经办|审核|复核|负责|主要负责|联系|分管|主管|统计|签[字章发名]|电话|手机|日期|时间)[^:\\d]{0,10}:' +
    '|^(?:填[表报]人|制表人|经办人|审核人|复核人|负责人|联系人|联系电话|电话|填[表报]日期|填[表报]时间|日期)$' +
    '|盖章|公章|签[字名章]',
  'u',
);
const dateLine = /^\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?$|^\d*\s*年\s*\d*\s*月\s*\d*\s*日$/u;

/** A note below or above a table, or one of the lines for names and dates. */
export function isNote(cell: Cell): boolean {
  return cell.value.kind === 'text' && saysNote(cell.value.text);
}

const saysNote = ofText((written) => {
  const text = written.normalize('NFKC').trim();
  if (text === '' || address.test(text)) return false;
  return note.test(text) || numbered.test(text) || signature.test(text) || dateLine.test(text);
});

/** A note or a signature among texts that may be long, numbered, and tell of times and seals themselves. */
export function isRemark(cell: Cell): boolean {
  const text = textOf(cell).normalize('NFKC').trim();
  return note.test(text) || /^(?:填[表报]|制表|经办|审核|复核|负责|分管)[^:\d]{0,8}:/u.test(text);
}

/** 一, （1）, 2 and the like in a cell of their own. */
export function isNumbering(cell: Cell): boolean {
  return saysNumber(shownOf(cell));
}

const saysNumber = ofText((text) =>
  /^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)、.]?$/u.test(text.normalize('NFKC')),
);

/** 场 or （人） in a cell of its own, beside or above the number it belongs to. */
export function isUnitWord(cell: Cell): boolean {
  return cell.value.kind === 'text' && saysUnit(cell.value.text);
}

const saysUnit = ofText((text) =>
  /^[(/]?(?:场次?|次|人次?|名|户|篇|条|个|件)[)]?$/u.test(text.normalize('NFKC').trim()),
);

/** 合计 and the like, before or above sums. */
export function isTotal(cell: Cell): boolean {
  return /^(?:合|总|共|小)\s*计$/u.test(shownOf(cell));
}

/** A text that ends as the names of villages and offices do, and may be their signature. */
export function namesBody(cell: Cell): boolean {
  return /(?:村|社区|委会|委员会|街道|办事处)$/u.test(shownOf(cell));
}

/** A number, an answer such as 无, an address, or what a program left where one should be. */
export function isFigure(cell: Cell): boolean {
  return cell.value.kind === 'text' ? saysFigure(cell.value.text) : isWritten(cell);
}

const saysFigure = ofText((written) => {
  const text = written.normalize('NFKC').trim();
  return (
    /\d/u.test(text) ||
    address.test(text) ||
    /^(?:无|没有|暂无|[零一二三四五六七八九十百千两]+|\p{Pd}+|\/)$/u.test(text)
  );
});
