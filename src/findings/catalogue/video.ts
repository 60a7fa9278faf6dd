import { formatNames, plural, spaced } from '../words.js';
import type { Family } from './entry.js';

export const video: Family<'video'> = {
  'video/missing': {
    severity: 'error',
    title: { zh: '视频不够', en: 'Video missing' },
    message: ({ count, wanted }) => ({
      zh: count === 0 ? `没有合格的视频，至少要${wanted}个` : `视频只有${count}个，至少要${wanted}个`,
      en: `${count === 0 ? 'No acceptable video' : plural(count, 'video')} so far; at least ${wanted} ${wanted === 1 ? 'is' : 'are'} asked for`,
    }),
    remedy: ({ count, wanted }) => ({
      zh: `请再补报${wanted - count}个视频；文件太大发不出的，请压缩后再发`,
      en: `Please send ${plural(wanted - count, 'more video', 'more videos')}, compressed if too large to send`,
    }),
    meaning: {
      zh: '通知规定了视频个数，不够就是缺项。',
      en: 'The notice asks for videos; without them the report is incomplete.',
    },
    example: {
      wrong: { zh: '只报了照片，没有视频', en: 'Photos but no video' },
      right: { zh: '照片之外再报 1 个视频', en: 'Photos and 1 video' },
    },
    sample: { count: 0, wanted: 1 },
  },

  'video/wrong-format': {
    severity: 'error',
    title: { zh: '视频格式不对', en: 'Video of the wrong format' },
    message: ({ format }) => ({
      zh: `作为视频报来的是${spaced(formatNames[format].zh)}，不能用`,
      en: `Sent as a video, but it is ${formatNames[format].en} and cannot be used`,
    }),
    remedy: () => ({
      zh: '请改报 MP4 视频，只改文件名后缀不行',
      en: 'Please send an MP4 video; renaming the file is not enough',
    }),
    meaning: {
      zh: '上级要能直接播放，格式不对的视频放不出来。',
      en: 'The office above must be able to play it.',
    },
    example: {
      wrong: { zh: '活动视频.flv', en: '活动视频.flv' },
      right: { zh: '活动视频.mp4', en: '活动视频.mp4' },
    },
    sample: { format: 'flv' },
  },

  'video/damaged': {
    severity: 'error',
    title: { zh: '视频不完整', en: 'Video incomplete' },
    message: () => ({
      zh: '视频文件缺了后面一截，多半是没有传完，放不出来',
      en: 'The end of the video file is missing, probably cut off in sending, and it will not play properly',
    }),
    remedy: () => ({
      zh: '请找到原视频，先在自己电脑上放一遍，再重新发送；文件太大发不出的，请压缩后再发',
      en: 'Please play the original through once and send it again, compressed if too large to send',
    }),
    meaning: {
      zh: '没有传完的视频不能算数，也没法上报。',
      en: 'A video cut off does not count and cannot be passed on.',
    },
    example: {
      wrong: { zh: '传到一半断了的视频', en: 'A video whose upload broke off' },
      right: { zh: '能从头放到尾的视频', en: 'A video that plays to its end' },
    },
    sample: {},
  },
};
