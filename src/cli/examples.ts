import type { Command } from 'commander';
import type { Words } from '../findings/words.js';

export interface Example {
  /** As typed, without `campaign`. */
  readonly line: string;
  readonly words: Words;
}

/** What is shown below the help of each command, by the words behind `campaign`. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  '': [
    { line: 'init', words: { zh: '先建一个工作文件夹', en: 'make a working folder first' } },
    { line: 'aggregate ./inbox', words: { zh: '汇总收件箱里的全部来件', en: 'read everything that came' } },
    { line: 'check 信息统计表.xlsx', words: { zh: '报送前检查一张表', en: 'examine one form before it is sent' } },
  ],
  aggregate: [
    { line: 'aggregate', words: { zh: '汇总 ./inbox，写到 ./reports', en: 'read ./inbox, write into ./reports' } },
    {
      line: 'aggregate ./inbox --as-of 2023-05-20T18:00',
      words: { zh: '只算到5月20日18时收到的', en: 'count what was received by then' },
    },
    {
      line: 'aggregate ./inbox --quiet --json --fail-on never',
      words: { zh: '定时任务用：只输出 JSON，不因问题报错', en: 'unattended: JSON only, exit 0 despite findings' },
    },
    {
      line: 'aggregate --jobs 1',
      words: { zh: '别的程序也在用电脑：只开一个进程', en: 'one process, where the machine has other work' },
    },
  ],
  status: [
    { line: 'status', words: { zh: '现在谁报了、谁没报', en: 'who has reported by now' } },
    {
      line: 'status --as-of 2023-05-10',
      words: { zh: '5月10日那天的情况，按台账重现', en: 'as it stood on that day, from the ledger' },
    },
  ],
  word: [
    {
      line: 'word',
      words: { zh: '各单位的写实表并成一份，写到 ./reports', en: 'one Word document of them all, in ./reports' },
    },
    {
      line: 'word ./inbox --out 上报 --as-of 2023-06-08',
      words: { zh: '只收到6月8日为止的，写到“上报”', en: 'of what was received by then, into a folder of its own' },
    },
  ],
  check: [
    {
      line: 'check 信息统计表.xlsx',
      words: { zh: '哪一格有问题、怎么改', en: 'which cell is wrong, and how to mend it' },
    },
    {
      line: 'check 材料.zip --campaign wanzhang-2023 --roster roster.csv',
      words: { zh: '压缩包里的逐个检查，并核对单位名称', en: 'every file in an archive, and the unit’s name too' },
    },
    {
      line: 'check 信息统计表.xlsx --fix',
      words: { zh: '另存一份修正本，原件不动', en: 'write a corrected copy; the file itself stays as it is' },
    },
    {
      line: 'check 信息统计表.xlsx 写实表.docx --format sarif > check.sarif',
      words: { zh: '给别的程序看：SARIF', en: 'for other programs: SARIF' },
    },
    {
      line: 'check 信息统计表.xlsx --format github',
      words: { zh: '在 GitHub Actions 里逐处标出', en: 'annotations in a run of GitHub Actions' },
    },
  ],
  history: [
    { line: 'history', words: { zh: '每个单位什么时候交了什么', en: 'what each unit sent, and when' } },
    { line: 'history 楚庄村委会', words: { zh: '只看一个单位', en: 'one unit only' } },
  ],
  return: [
    {
      line: 'return',
      words: { zh: '给每个有问题的单位写好标注件和消息，放进 ./退回', en: 'marked copies and messages, in ./退回' },
    },
    {
      line: 'return 楚庄村委会 --by 2023-06-16',
      words: { zh: '只退一个单位，请它6月16日前重报', en: 'to one unit only, to answer by that day' },
    },
  ],
  remind: [
    {
      line: 'remind',
      words: { zh: '下一个工作日前到期的和已经逾期的', en: 'what is overdue, or due by the next workday' },
    },
    {
      line: 'remind --days 3 --deadline final --out 提醒',
      words: {
        zh: '提前3个工作日，只提醒一个时限，每个单位写一份',
        en: 'three workdays ahead, one deadline, one file a unit',
      },
    },
  ],
  decide: [
    {
      line: 'decide assign --file 附件2.xlsx --unit 楚庄村委会 --material statistics --reason 电话确认 --who 王某某',
      words: { zh: '认不出单位的文件，指定是谁的', en: 'say whose file it is' },
    },
    {
      line: 'decide extend --unit 楚庄村委会 --deadline final --value 2023-06-12 --reason 停电 --who 王某某',
      words: { zh: '给一个单位延期', en: 'give one unit more time' },
    },
  ],
  page: [
    {
      line: 'page',
      words: {
        zh: '写“检查页.html”，发到工作群，各单位自己检查',
        en: 'a page for the group chat: units check their own files',
      },
    },
    {
      line: 'page --campaign wanzhang-2023 --roster roster.csv --out 万张检查页.html',
      words: { zh: '指定活动和名册，也核对单位名称', en: 'for this campaign, looking up the units’ names too' },
    },
  ],
  template: [
    {
      line: 'template',
      words: { zh: '给名册上每个单位做一份空表，放进 ./forms', en: 'blank forms for every unit, in ./forms' },
    },
    {
      line: 'template 补发 --unit 楚庄村委会 骆堂村委会',
      words: { zh: '只给两个单位再做一份，放进“补发”', en: 'for two units only, in a folder of its own' },
    },
  ],
  form: [
    { line: 'form init 空表.xlsx', words: { zh: '按明年的空表起草 campaign.yaml', en: 'draft a campaign.yaml' } },
    {
      line: 'form diff wanzhang-2023 campaign.yaml',
      words: { zh: '和去年比有什么不同', en: 'what has changed since' },
    },
  ],
  'form init': [
    {
      line: 'form init 统计表.xlsx 写实表.docx --id wanzhang-2024',
      words: { zh: '统计表和写实表一起起草', en: 'from both blank forms' },
    },
    {
      line: 'form init 去年空表.xlsx --year 2024 --out 明年.yaml',
      words: { zh: '用去年的空表起草下一年的', en: 'next year’s, from this year’s form' },
    },
  ],
  'form diff': [
    {
      line: 'form diff wanzhang-2023 campaign.yaml',
      words: { zh: '指标、时限、材料、规则各有什么不同', en: 'fields, deadlines, materials and rules' },
    },
    {
      line: 'form diff campaign.yaml 新空表.xlsx --json',
      words: { zh: '新空表和现在的表样比，输出 JSON', en: 'a new blank form against the definition, as JSON' },
    },
  ],
  init: [
    { line: 'init', words: { zh: '在当前文件夹里建', en: 'in the current folder' } },
    {
      line: 'init 会员活动日 --campaign binjiang-2021',
      words: { zh: '照另一次活动建', en: 'begin from another campaign' },
    },
  ],
  explain: [
    { line: 'explain count/unreadable', words: { zh: '这条规则是什么意思、怎么改', en: 'what the rule means' } },
  ],
  list: [{ line: 'list', words: { zh: '自带的活动和时限', en: 'the shipped campaigns and their deadlines' } }],
  completion: [
    {
      line: 'completion bash >> ~/.bashrc',
      words: { zh: 'bash：以后按 Tab 补全', en: 'bash: completion by Tab from now on' },
    },
    {
      line: 'completion fish > ~/.config/fish/completions/campaign.fish',
      words: { zh: 'fish：同上', en: 'fish: the same' },
    },
  ],
};

/** Puts the examples below the help of every command. */
export function addExamples(command: Command, path = ''): void {
  const own = examples[path] ?? [];
  const lines = own.map(({ line, words }) => `  $ campaign ${line}\n      ${words.zh} / ${words.en}`);
  if (lines.length > 0) command.addHelpText('after', `\n例子 / Examples:\n${lines.join('\n')}`);
  for (const one of command.commands) addExamples(one, `${path} ${one.name()}`.trim());
}
