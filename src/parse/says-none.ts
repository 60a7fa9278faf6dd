const verb = '(?:开展|举办|组织|进行|举行|安排|实施|发布|刊发|开通|建立|设立|建设|注册)';
const object = '(?:过|此项|该项|这项|相关|此类|任何|宣传|慰问|服务|其他|媒体|活动|工作|内容|项目|稿件|报道|账号|情况)*';
const nothing = `(?:目前|均|都|暂|尚|还)*(?:(?:无|没有)${verb}?|(?:未|没)(?:有)?${verb})${object}`;
const dash = '[-－—–―_~～/／\\\\]+';
const none = new RegExp(`^(?:${nothing}|不涉及|n/?a|none|${dash})(?:\\((?:0|零|${nothing})\\))?[。.;；]?$`, 'iu');
const zero = new RegExp(`^(?:0|零|〇)(?:场|次|人|篇)?\\(${nothing}\\)$`, 'u');

/** Whether the text states that there was nothing: 无, 未开展活动, 没有, －. */
export function saysNone(text: string): boolean {
  return none.test(text);
}

/** “0（无）” says 0 twice. */
export function saysZero(text: string): boolean {
  return zero.test(text);
}
