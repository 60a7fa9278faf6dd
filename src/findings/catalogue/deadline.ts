import { minuteIn } from '../days.js';
import { listOf, plural, quote, type Words } from '../words.js';
import type { Family } from './entry.js';

export const deadline: Family<'deadline'> = {
  'deadline/late': {
    severity: 'warning',
    title: { zh: '迟报', en: 'Late' },
    message: (args) => ({
      zh: `${quote(args.deadline)}迟报${args.days}天`,
      en: `${quote(args.deadline)} came ${plural(args.days, 'day')} late`,
    }),
    remedy: () => ({
      zh: '材料已收到，不用重报；如果时间登记有误，请联系办公室更正',
      en: 'It has been received, nothing more to send; if the time is wrong, please tell the office',
    }),
    meaning: {
      zh: '过了时限当天24时才收到的算迟报。按第一次报来的合格材料计时，以后更正不算迟报。',
      en: 'Received after the end of the due day. The first acceptable version decides; later corrections do not make it late.',
    },
    example: {
      wrong: { zh: '5月10日的时限，5月11日才收到', en: 'Due on 10 May, received on 11 May' },
      right: { zh: '5月10日24时前收到', en: 'Received before the end of 10 May' },
    },
    sample: { deadline: '第一次活动写实', days: 1 },
  },

  'deadline/receipt-uncertain': {
    severity: 'warning',
    title: { zh: '收到时间不确定', en: 'Time of receipt uncertain' },
    message: ({ deadline, from, to }) => ({
      zh: `${quote(deadline)}只知道是在${minuteIn(from)}到${minuteIn(to)}之间收到的，时限正在其中，暂按按时算`,
      en: `${quote(deadline)} came between ${minuteIn(from)} and ${minuteIn(to)}; the due time lies between, so it counts as on time for now`,
    }),
    remedy: () => ({
      zh: '请查邮件或聊天记录里的发送时间，用“收到时间”处理意见登记',
      en: 'Please look up the time in the mail or chat and record it as a decision “received”',
    }),
    meaning: {
      zh: '上次运行时还没有、这次才有的文件，如果文件自己的时间不可信，只能知道是在两次运行之间收到的。拿不准时不判迟报，由人来定。',
      en: 'A file that was absent at one run and there at the next came in between; where its own time cannot be trusted, nothing finer is known. In doubt nobody is called late; a person decides.',
    },
    example: {
      wrong: {
        zh: '5月9日运行后才存入的文件，修改时间却是4月',
        en: 'A file saved after the run of 9 May whose own time is in April',
      },
      right: {
        zh: '每个报送日都运行一次，邮件直接存成 .eml',
        en: 'A run on each reporting day, and mails saved as .eml',
      },
    },
    sample: { deadline: '第一次写实表', from: '2023-05-09T17:00:00+08:00', to: '2023-05-11T09:00:00+08:00' },
  },

  'deadline/missing': {
    severity: 'error',
    title: { zh: '未报', en: 'Nothing received' },
    message: missing,
    remedy: ({ unmatched }) =>
      unmatched === 0
        ? {
            zh: '请尽快补报；已经报过的，请告知发送的时间和方式',
            en: 'Please send it soon; if you have, tell the office when and how',
          }
        : {
            zh: '请先核对认不出单位的来件；不在其中的，请尽快补报',
            en: 'Please look through the files of unknown owner first; if it is not among them, send it soon',
          },
    meaning: {
      zh: '时限已过，没有收到这个单位的材料。认不出单位的来件会一并注明，免得错怪。',
      en: 'The due day has passed and nothing came. Files of unknown owner are mentioned, so that nobody is blamed in error.',
    },
    example: {
      wrong: { zh: '在群里回复“已完成”，但没有发文件', en: '“Done” in the chat group, but no file' },
      right: { zh: '把填好的文件发来', en: 'The completed file' },
    },
    sample: { deadline: '最终报送', unmatched: 2 },
  },

  'deadline/incomplete': {
    severity: 'error',
    title: { zh: '缺项', en: 'Incomplete' },
    message: (args) => ({
      zh: `${quote(args.deadline)}还缺${listOf(args.lacking).zh}`,
      en: `${quote(args.deadline)} still lacks ${listOf(args.lacking).en}`,
    }),
    remedy: ({ lacking }) => ({
      zh: `请补报${listOf(lacking).zh}；已报但被退回的，请按退回的原因改好再报`,
      en: `Please send ${listOf(lacking).en}; mend and resend what was sent back`,
    }),
    meaning: {
      zh: '收到了一部分，但没有报齐，或报来的有错不能用。',
      en: 'Something came, but not all that was asked, or it could not be used.',
    },
    example: {
      wrong: { zh: '只报了统计表和总结', en: 'Only the statistics and the summary' },
      right: { zh: '统计表、总结、照片、视频都报齐', en: 'Statistics, summary, photos and video' },
    },
    sample: { deadline: '最终报送', lacking: ['活动照片', '活动视频'] },
  },
};

function missing({ deadline: name, unmatched }: { readonly deadline: string; readonly unmatched: number }): Words {
  const message: Words = { zh: `${quote(name)}未报`, en: `Nothing received for ${quote(name)}` };
  if (unmatched === 0) return message;
  return {
    zh: `${message.zh}；另有${unmatched}个来件认不出单位，可能在其中`,
    en: `${message.en}; ${plural(unmatched, 'file')} of unknown owner may be it`,
  };
}
