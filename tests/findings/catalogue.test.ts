import { describe, expect, test } from 'vitest';
import { catalogue, ruleIds } from '../../src/findings/catalogue.js';
import { sampleWords } from '../../src/findings/explain.js';
import { finding } from '../../src/findings/finding.js';
import { speak } from '../../src/findings/speak.js';
import type { Words } from '../../src/findings/words.js';
import type { Finding } from '../../src/model/finding.js';
import type { Format, RuleId, UnreadableReason } from '../../src/model/rules.js';

const label = '宣传活动 / 村居社区计生协 / 宣传人数';
const file = { kind: 'file' } as const;
const tables: readonly Format[] = ['xlsx', 'xls', 'et', 'docx'];
const reasons: readonly UnreadableReason[] = [
  'damaged',
  'not-downloaded',
  'no-permission',
  'no-table',
  'unsupported',
  'link',
];

/** What the samples leave out: the other branches of each message. */
const variants: readonly Finding[] = [
  ...reasons.map((reason) => finding('file/unreadable', { reason }, file)),
  ...(['rar', '7z', 'jpg', 'mp4', 'unknown', 'ole', 'eml'] as const).map((format) =>
    finding('file/wrong-kind', { format, wanted: tables }, file),
  ),
  finding('file/wrong-kind', { format: 'pdf', wanted: ['docx', 'doc'] }, file),
  finding('file/wrong-kind', { format: 'text', wanted: ['jpg', 'png'] }, file),
  finding('file/wrong-kind', { format: 'avi', wanted: ['wmv', 'mov'] }, file),
  finding('file/wrong-kind', { format: 'pptx', wanted: [] }, file),
  finding('file/empty', { what: 'bytes' }, file),
  finding('file/empty', { what: 'text' }, file),
  finding('unit/unknown', { text: '', suggestions: [] }, file),
  finding('unit/unknown', { text: '前李', suggestions: [] }, file),
  finding(
    'unit/conflict',
    {
      claims: [
        { evidence: 'decision', text: '甲村', unit: '甲村' },
        { evidence: 'folder', text: '乙村', unit: '乙村' },
        { evidence: 'archive', text: '丙村', unit: '丙村' },
        { evidence: 'sender', text: 'ding@example.org', unit: '丁村' },
      ],
    },
    file,
  ),
  finding('form/wrong-form', { expected: [] }, file),
  finding('form/wrong-form', { expected: [], texts: ['实施方案', '活动总结'] }, file),
  finding('form/wrong-form', { expected: [], texts: ['活动总结'] }, file),
  finding('form/label-missing', { label }, file),
  finding('count/unreadable', { label }, file),
  finding('count/unreadable', { label, suggestion: 200 }, file, '２百来人\n（估）'),
  finding('count/unreadable', { label }, file, '人'.repeat(60)),
  ...['3～5场', '三四场', '200(含网络)', '2023-05-03', '见附件'].map((found) =>
    finding('count/unreadable', { label }, file, found),
  ),
  finding('count/estimate', { label, value: 200, counted: false }, file, '200余'),
  finding('count/blank', { labels: ['一', '二', '三', '四', '五', '六', '七'] }, file),
  finding('count/implausible', { label, value: 6000, limit: 500, perSession: true }, file),
  finding('online/not-a-link', { label }, file),
  finding('progress/vague', { activity: 1, lacking: ['people', 'content', 'time'] }, file),
  finding('progress/not-cumulative', { missing: 1, earlier: '甲.docx' }, file),
  finding('photo/wrong-format', { format: 'png', wanted: ['jpg'] }, file),
  finding('photo/wrong-format', { format: 'pdf', wanted: ['jpg', 'png'] }, file),
  finding('photo/too-few', { count: 0, wanted: 10 }, file),
  finding('video/missing', { count: 1, wanted: 3 }, file),
  finding('video/wrong-format', { format: 'jpg' }, file),
  finding('deadline/late', { deadline: '方案', days: 3 }, file),
  finding('deadline/missing', { deadline: '方案', unmatched: 0 }, file),
];

describe.each(ruleIds)('%s', (rule) => {
  test('speaks both languages in full', () => {
    for (const words of allWords(rule)) {
      expect(words.zh.trim()).not.toBe('');
      expect(words.en.trim()).not.toBe('');
      expect(`${words.zh}${words.en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('says in Chinese what is wrong and what to do', () => {
    const { title, meaning } = catalogue[rule];
    const { message, remedy } = sampleWords(rule);
    for (const words of [title, meaning, message, remedy]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.zh).not.toMatch(/[一-龥][,;:?!]/u);
    }
  });
});

test.each(variants)('$rule has no hole in any of its forms: $args', (one) => {
  for (const locale of ['zh', 'en'] as const) {
    const { message, remedy } = speak(one, locale);
    expect(message.trim()).not.toBe('');
    expect(remedy.trim()).not.toBe('');
    expect(`${message}${remedy}`).not.toMatch(/undefined|null|NaN|\[object| {2}|“”/);
  }
});

test('all wording', () => {
  const samples = ruleIds.map((rule) => {
    const { message, remedy } = sampleWords(rule);
    const { severity, title } = catalogue[rule];
    return paragraph(rule, `${severity}: ${title.zh} ${title.en}`, message, remedy);
  });
  const others = variants.map((one) => {
    const zh = speak(one, 'zh');
    const en = speak(one, 'en');
    return paragraph(
      one.rule,
      JSON.stringify(one.args),
      { zh: zh.message, en: en.message },
      { zh: zh.remedy, en: en.remedy },
    );
  });
  expect([...samples, ...others].join('\n')).toMatchSnapshot();
});

function allWords(rule: RuleId): readonly Words[] {
  const { title, meaning, example } = catalogue[rule];
  const { message, remedy } = sampleWords(rule);
  return [title, meaning, example.wrong, example.right, message, remedy];
}

function paragraph(rule: RuleId, head: string, message: Words, remedy: Words): string {
  return [`${rule}  ${head}`, message.zh, remedy.zh, message.en, remedy.en, ''].join('\n');
}
