import type { UnitLine } from '../../model/campaign.js';
import type {
  CampaignDraft,
  Doubt,
  ProgressOutline,
  ProposedBlock,
  ProposedGroup,
  ProposedLeaf,
} from '../../model/form-draft.js';
import { commentOf } from './doubts.js';
import { comments, flow } from './yaml-lines.js';

/** The part of a drafted file that describes the forms. */

export function levelLines({ proposal }: CampaignDraft): readonly string[] {
  return [
    '# 从高到低。每行第一个是表上的写法，后面是村里常见的写法；名册的 level 列写这里的 id。',
    'levels:',
    ...proposal.levels.flatMap(({ id, labels, optional, doubts }) => [
      ...doubtLines(doubts, '  '),
      `  - ${flow({ id, ...(optional ? { optional } : {}), labels })}`,
    ]),
    ...doubtLines(proposal.doubts, ''),
    `reportingLevel: ${flow(proposal.reportingLevel)}`,
  ];
}

export function formLines(draft: CampaignDraft): readonly string[] {
  const { outline, proposal } = draft;
  const missing = (what: string) => comments([`请填写：表上没有${what}`], '    ');
  return [
    'forms:',
    '  statistics:',
    ...(outline.title === null ? missing('标题') : []),
    ...(outline.title === null || outline.isTitleSure ? [] : comments(['请核对：这一行当作标题'], '    ')),
    `    title: ${flow(outline.title ?? '信息统计表')}`,
    ...(outline.attachment === null ? missing('“附件几”') : []),
    `    attachment: ${flow(outline.attachment ?? '附件')}`,
    ...unitLines(outline.unit, draft, draft.base.forms.statistics.unit.labels, draft.isSheet),
    ...(proposal.header.length === 0 ? [] : ['    header:']),
    ...proposal.header.flatMap(({ id, labels, doubts }) => [
      ...doubtLines(doubts, '      '),
      `      - ${flow({ id, labels })}`,
    ]),
    '    blocks:',
    ...proposal.blocks.flatMap(blockLines),
    ...noteLines(outline.notes),
    ...(draft.progress === null ? [] : progressLines(draft.progress, draft)),
  ];
}

function blockLines({ labels, groups, rows, doubts }: ProposedBlock): readonly string[] {
  return [
    ...doubtLines(doubts, '      '),
    `      - labels: ${flow(labels)}`,
    ...(typeof groups === 'string'
      ? [`        groups: ${groups}`]
      : ['        groups:', ...groups.flatMap(groupLines)]),
    '        rows:',
    ...rows.flatMap((row) => [
      ...doubtLines(row.doubts, '          '),
      `          - id: ${flow(row.id)}`,
      '            leaves:',
      ...row.leaves.flatMap(leafLines),
    ]),
  ];
}

function groupLines({ doubts, optional, ...group }: ProposedGroup): readonly string[] {
  return [...doubtLines(doubts, '          '), `          - ${flow({ ...group, ...(optional ? { optional } : {}) })}`];
}

function leafLines({ doubts, id, labels, kind, ...rest }: ProposedLeaf): readonly string[] {
  const leaf = { id, labels, ...(kind === 'count' ? {} : { kind }), ...rest };
  return [...doubtLines(doubts, '              '), `              - ${flow(leaf)}`];
}

function unitLines(
  unit: UnitLine | null,
  { unitNamed }: CampaignDraft,
  known: readonly string[],
  isSheet: boolean,
): readonly string[] {
  if (unit === null) {
    const [label = '单位', ...others] = known;
    const line = { labels: [label, ...others], blank: '', inTable: false };
    return [...comments(['请核对：表上没有找到填单位的一行，暂照以前的写'], '    '), `    unit: ${flow(line)}`];
  }
  const labels = [...new Set([...unit.labels, ...known])];
  const filled = unitNamed === null ? [] : [`请核对：表上已经填了单位“${unitNamed}”，没有照抄`];
  const where = unit.inTable ? '在表格里面' : '在表格外面';
  const place = [`请核对：“单位”一行${where}（inTable 只管做空表时画在哪里），不对就改成 ${!unit.inTable}`];
  const [own = ''] = unit.labels;
  const guessed = known.includes(own) ? [] : [`请核对：把“${own}”一行当作填单位的`];
  return [
    ...comments([...guessed, ...filled, ...(isSheet ? place : [])], '    '),
    `    unit: ${flow({ ...unit, labels })}`,
  ];
}

function progressLines(progress: ProgressOutline, draft: CampaignDraft): readonly string[] {
  const known = draft.base.forms.progress;
  const column = (own: string | null, words: readonly string[]) => [...new Set([...(own ? [own] : []), ...words])];
  const columns = {
    unit: column(progress.columns.unit, known?.columns.unit ?? ['单位']),
    content: column(progress.columns.content, known?.columns.content ?? []),
    photos: column(progress.columns.photos, known?.columns.photos ?? ['活动照片']),
  };
  const photos = progress.photos ?? known?.photos ?? { least: 0, most: 9 };
  return [
    '  progress:',
    ...(progress.title === null ? comments(['请填写：表上没有标题'], '    ') : []),
    `    title: ${flow(progress.title ?? '活动进展情况写实表')}`,
    `    attachment: ${flow(progress.attachment ?? '附件')}`,
    ...unitLines(progress.unit, draft, known?.unit.labels ?? ['单位'], false),
    '    columns:',
    ...doubtLines(progress.doubts, '      '),
    ...Object.entries(columns).map(([name, labels]) => `      ${name}: ${flow(labels)}`),
    `    photos: ${flow(photos)}`,
    ...noteLines(progress.notes),
  ];
}

function noteLines(notes: readonly string[]): readonly string[] {
  return notes.length === 0 ? [] : ['    notes:', ...notes.map((note) => `      - ${flow(note)}`)];
}

function doubtLines(doubts: readonly Doubt[], indent: string): readonly string[] {
  return comments(doubts.map(commentOf), indent);
}
