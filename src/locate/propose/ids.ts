/** Readable placeholders for what no known campaign names. A person confirms or changes them before the first report. */

type Dictionary = readonly (readonly [id: string, words: RegExp])[];

const leafWords: Dictionary = [
  ['sessions', /场次|场数|次数|期数|班次/u],
  ['people', /人数|人次/u],
  ['households', /户数|户次|户$/u],
  ['copies', /份数|资料/u],
  ['articles', /篇数|稿件|文章|报道/u],
  ['amount', /金额|资金|经费|款/u],
  ['wechat', /微信|公众号/u],
  ['weibo', /微博/u],
  ['website', /官网|网站|网址/u],
  ['douyin', /抖音/u],
  ['channels', /视频号/u],
  ['videos', /视频/u],
  ['items', /件数|物品|物资|个数/u],
  ['remarks', /备注|说明/u],
  ['name', /名称|姓名/u],
  ['place', /地点|地址/u],
  ['date', /日期|时间/u],
];

const rowWords: Dictionary = [
  ['training', /培训/u],
  ['lectures', /讲座|课堂|宣讲/u],
  ['clinics', /义诊|体检|诊/u],
  ['advice', /咨询/u],
  ['volunteering', /志愿/u],
  ['shows', /文艺|演出|文化/u],
  ['support', /帮扶|救助|扶助/u],
  ['care', /关爱|关怀/u],
  ['health', /健康|卫生/u],
  ['families', /家庭/u],
  ['members', /会员/u],
  ['visits', /慰问|走访/u],
  ['publicity', /宣传/u],
  ['services', /服务/u],
  ['media', /媒体/u],
  ['online', /网站|网络|线上/u],
];

const groupWords: Dictionary = [
  ['national', /国家|中央|全国/u],
  ['provincial', /省|自治区/u],
  ['village', /村|居|社区/u],
  ['municipal', /地市|地级|市级|^市/u],
  ['county', /县|区/u],
  ['township', /乡|镇|街道/u],
  ['grid', /网格/u],
  ['team', /小组|组/u],
  ['men', /^男/u],
  ['women', /^女/u],
];

const dictionaries = { leaf: leafWords, row: rowWords, group: groupWords };

/** An id for a label, different from those taken: a word of the trade that fits one of the texts, else the kind and a number. */
export function placeholderId(
  texts: readonly string[],
  kind: keyof typeof dictionaries,
  number: number,
  taken: ReadonlySet<string>,
): string {
  const fitting = (text: string) => dictionaries[kind].find(([, words]) => words.test(text))?.[0];
  const word = texts.map(fitting).find((id) => id !== undefined) ?? `${kind}-${number}`;
  if (!taken.has(word)) return word;
  let n = 2;
  while (taken.has(`${word}-${n}`)) n++;
  return `${word}-${n}`;
}

/** A label under which words are written rather than a number. */
export function asksForText(label: string): boolean {
  return /网址|官网|网站|公众号|微博|抖音|二维码|名称|姓名|账号|内容|备注|说明|情况|时间|日期|地点|地址|电话/u.test(
    label,
  );
}
