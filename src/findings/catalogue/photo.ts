import type { Day } from '../../model/campaign.js';
import {
  dayOf,
  formatChoice,
  formatNames,
  plural,
  quote,
  quotePath,
  spaced,
  type Words,
  worthAsking,
} from '../words.js';
import type { Family } from './entry.js';

export const photo: Family<'photo'> = {
  'photo/wrong-format': {
    severity: 'error',
    title: { zh: '照片格式不对', en: 'Photo of the wrong format' },
    message: ({ format, wanted }) => {
      const asked = formatChoice(wanted);
      return {
        zh: `照片是${spaced(formatNames[format].zh)}，通知要的是${spaced(asked.zh)}`,
        en: `The photo is ${formatNames[format].en}; the notice asks for ${asked.en}`,
      };
    },
    remedy: ({ format, wanted }) => {
      const asked = formatChoice(worthAsking(wanted));
      return format === 'heic'
        ? {
            zh: `苹果手机拍的 HEIC 照片请转成${spaced(asked.zh)}再报；手机“设置—相机—格式”选“兼容性最佳”，以后拍的就可以直接报`,
            en: `Please convert the iPhone photo to ${asked.en}; with Settings – Camera – Formats on “Most Compatible” later ones are fine as they are`,
          }
        : {
            zh: `请用看图软件另存为${spaced(asked.zh)}再报，只改文件名后缀不行`,
            en: `Please save it as ${asked.en} in a picture program; renaming the file is not enough`,
          };
    },
    meaning: {
      zh: '通知写明了照片格式，其他格式上级用不了。',
      en: 'The notice names the format; the office above cannot use others.',
    },
    example: {
      wrong: { zh: 'IMG_0529.heic', en: 'IMG_0529.heic' },
      right: { zh: '活动照片1.jpg', en: '活动照片1.jpg' },
    },
    sample: { format: 'heic', wanted: ['jpg'] },
  },

  'photo/too-few': {
    severity: 'error',
    title: { zh: '照片不够', en: 'Too few photos' },
    message: ({ count, wanted }) => ({
      zh: count === 0 ? `没有合格的照片，至少要${wanted}张` : `照片只有${count}张，至少要${wanted}张`,
      en: `${count === 0 ? 'No acceptable photo' : plural(count, 'photo')} so far; at least ${wanted} are asked for`,
    }),
    remedy: ({ count, wanted }) => ({
      zh: count === 0 ? `请补报${wanted}张合格的照片` : `请再补报${wanted - count}张`,
      en: `Please send ${wanted - count} more`,
    }),
    meaning: {
      zh: '通知规定了照片的最少张数，不够就是缺项。重复的、打不开的不算数。',
      en: 'The notice sets a least number; fewer is incomplete. Repeated or broken photos do not count.',
    },
    example: {
      wrong: { zh: '只报了 2 张照片', en: '2 photos' },
      right: { zh: '报 3 至 5 张照片', en: '3 to 5 photos' },
    },
    sample: { count: 2, wanted: 3 },
  },

  'photo/too-many': {
    severity: 'warning',
    title: { zh: '照片多了', en: 'Too many photos' },
    message: ({ count, wanted }) => ({
      zh: `照片有${count}张，最多要${wanted}张`,
      en: `${plural(count, 'photo')}; at most ${wanted} are asked for`,
    }),
    remedy: ({ wanted }) => ({
      zh: `请挑出最有代表性的${wanted}张，其余的请撤回`,
      en: `Please choose the best ${wanted} and withdraw the others`,
    }),
    meaning: {
      zh: '通知限定了张数，超出的要有人挑选，最好由拍照的单位自己挑。',
      en: 'The notice sets a limit, and those who took the photos choose best.',
    },
    example: {
      wrong: { zh: '报了 12 张照片', en: '12 photos' },
      right: { zh: '报 3 至 5 张照片', en: '3 to 5 photos' },
    },
    sample: { count: 12, wanted: 5 },
  },

  'photo/damaged': {
    severity: 'error',
    title: { zh: '照片打不开', en: 'Photo damaged' },
    message: () => ({
      zh: '照片打不开，可能没有传完或已损坏',
      en: 'The photo does not open; it may be damaged or incomplete',
    }),
    remedy: () => ({ zh: '请找到原图，重新发送', en: 'Please find the original and send it again' }),
    meaning: {
      zh: '打不开的照片不能算数，也没法上报。',
      en: 'A photo that does not open does not count and cannot be passed on.',
    },
    example: {
      wrong: { zh: '打开后只有上半截的照片', en: 'A photo whose lower half is grey' },
      right: { zh: '完整的原图', en: 'The complete original' },
    },
    sample: {},
  },

  'photo/repeated': {
    severity: 'warning',
    title: { zh: '照片重复', en: 'Photo used before' },
    message: ({ path, unit }) => ({
      zh: `与${quote(unit)}的${quotePath(path)}是同一张照片`,
      en: `The same photo as ${quotePath(path)} from ${quote(unit)}`,
    }),
    remedy: () => ({
      zh: '请换一张本单位本次活动的照片',
      en: 'Please send another photo, of your own activity',
    }),
    meaning: {
      zh: '同一张照片不能当作两张，也不能两个单位共用。',
      en: 'One photo does not count as two, nor for two units.',
    },
    example: {
      wrong: { zh: '用邻村的活动照片充数', en: 'A photo of the next village’s activity' },
      right: { zh: '本村自己拍的照片', en: 'A photo of the village’s own' },
    },
    sample: { path: 'inbox/后李庄村/活动照片1.jpg', unit: '后李庄村委会' },
  },

  'photo/outside-period': {
    severity: 'warning',
    title: { zh: '照片拍摄日期不在活动期内', en: 'Photo taken outside the period' },
    message: ({ day, from, to }) => ({
      zh: `照片拍摄日期是${dated(day).zh}，不在活动期间（${dated(from).zh}至${dated(to).zh}）`,
      en: `The photo was taken on ${dated(day).en}, outside the period of ${dated(from).en} to ${dated(to).en}`,
    }),
    remedy: () => ({
      zh: '请核对是不是这次活动的照片，不是的请换一张；确是这次拍的（多半是相机日期没调准），请说明一声',
      en: 'Please check that it shows this activity and replace it if not; if only the camera’s date is wrong, just tell the office',
    }),
    meaning: {
      zh: '照片里记着拍摄日期，往年的照片有时会混进来。日期也可能是相机没有调准，所以只问一声，照片照收。',
      en: 'The camera notes the date in the photo, and old photos slip in. As its clock may be wrong, we only ask.',
    },
    example: {
      wrong: { zh: '去年活动日拍的照片', en: 'A photo of last year’s event' },
      right: { zh: '今年活动期间拍的照片', en: 'A photo taken during this year’s period' },
    },
    sample: { day: '2022-05-29', from: '2023-05-01', to: '2023-05-31' },
  },

  'photo/too-small': {
    severity: 'info',
    title: { zh: '照片太小', en: 'Photo very small' },
    message: ({ width, height }) => ({
      zh: `照片只有${width}×${height}像素，像是聊天软件里的缩略图`,
      en: `The photo has only ${width} × ${height} pixels, like a preview saved from a chat`,
    }),
    remedy: () => ({
      zh: '有原图的，请选“原图”再发一次；没有也不要紧',
      en: 'If you have the original, please send that too; if not, never mind',
    }),
    meaning: {
      zh: '缩略图放大或印出来都看不清，上级选用照片时要用原图。',
      en: 'A preview is blurred in print, and the office above picks photos to publish.',
    },
    example: {
      wrong: { zh: '从聊天记录里存下的小图', en: 'A preview saved from the chat' },
      right: { zh: '手机相册里的原图', en: 'The original from the phone’s album' },
    },
    sample: { width: 240, height: 180 },
  },
};

/** With its year, which is what most often is wrong. */
function dated(day: Day): Words {
  const year = day.slice(0, 4);
  return { zh: `${year}年${dayOf(day).zh}`, en: `${dayOf(day).en} ${year}` };
}
