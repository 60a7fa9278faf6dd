import { formatChoice, formatNames, plural, quote, quotePath, spaced, worthAsking } from '../words.js';
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
      zh: count === 0 ? `没有收到照片，至少要${wanted}张` : `照片只有${count}张，至少要${wanted}张`,
      en: `${count === 0 ? 'No photo' : plural(count, 'photo')} so far; at least ${wanted} are asked for`,
    }),
    remedy: ({ count, wanted }) => ({
      zh: `请再补报${wanted - count}张`,
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
};
