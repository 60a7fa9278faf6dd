import type { Doubt } from '../../model/form-draft.js';

/** What a drafted file says at the spots a person must look at. A campaign file is an office's own, so it speaks Chinese. */
export function commentOf(doubt: Doubt): string {
  const words = sentences[doubt.kind] as (one: Doubt) => string;
  return `请核对：${words(doubt)}`;
}

const sentences: { readonly [K in Doubt['kind']]: (doubt: Extract<Doubt, { kind: K }>) => string } = {
  'new-id': ({ label }) => `“${label}”以前没有，编号是临时起的`,
  'new-row': ({ labels }) => `${list(labels)}这一行以前没有，编号是临时起的`,
  'looks-like': ({ id, label }) => `写法像以前的“${label}”，暂用它的编号 ${id}；不是同一项就换一个编号`,
  'known-by-leaves': ({ label, known }) => `“${label}”是按它右边的栏目认作“${known}”的`,
  'new-level': ({ label }) => `“${label}”这一级以前没有，编号是临时起的；名册 roster.csv 的 level 列要用同一个编号`,
  'level-absent': ({ label, blocks }) => `${list(blocks)}没有“${label}”一栏，所以这一级写成可缺（optional）`,
  'no-levels': () => '表上没有分级，当作村居一级填报',
  'reporting-level': ({ label }) => `认不出哪一级是报表单位，暂按最后一级“${label}”`,
  'one-group': ({ label }) => `栏目上面只有“${label}”一格，编号里不写它，任何单位都可以填`,
  'no-block-label': () => '表左边没有项目名称，这个名字是临时起的',
  'part-of': ({ label }) => `这一块在“${label}”里面，程序只认里层的名称`,
  'groups-differ': () => '同一个项目里，上下两行的分级不一样，拆成了两块；程序可能分不清',
  'deep-labels': ({ labels }) => `栏目上面有三层以上，${list(labels)}没有用上`,
  'uneven-leaves': ({ group, labels }) =>
    `“${group}”下面没有${list(labels)}；程序要求每一级下面的栏目相同，读表时会说缺栏目`,
  'label-twice': ({ label }) => `“${label}”在同一级下面出现了不止一次，程序分不清，只认第一个`,
  'total-left-out': ({ label }) => `“${label}”不收，由程序相加`,
  'filled-in': ({ texts }) => `填写格里已有文字：${list(texts)}，当作填写格处理`,
  'text-kind': () => '看名称像是填文字的（kind: text）；要填数就写 kind: count',
  'maybe-of': ({ sessions }) => `如果是前面那个场次的参加人数，加上 of: ${sessions}，程序会核对人数和场次`,
  'content-column': ({ label }) => `把“${label}”当作写活动内容的一列`,
  'photos-column': ({ label }) => `表上没有放照片的一列，暂写“${label}”`,
  'photos-asked': () => '表上没有写每项活动要几张照片',
};

export function list(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join('、');
}
