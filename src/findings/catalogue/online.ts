import { labelsOf, quote } from '../words.js';
import type { Family } from './entry.js';

const wechat = '网站和新媒体建设 / 县级计生协 / 微信公众号';

export const online: Family<'online'> = {
  'online/not-filled': {
    severity: 'info',
    title: { zh: '网站和新媒体没有填', en: 'Online row left blank' },
    message: ({ labels }) => {
      const shown = labelsOf(labels);
      return { zh: `${shown.zh}空着没填`, en: `Left blank: ${shown.en}` };
    },
    remedy: () => ({
      zh: '没有的请填“无”；有的请填网址、名称，或贴二维码',
      en: 'Please write 无 if there is none; else the address, the name, or a picture of the QR code',
    }),
    meaning: {
      zh: '表下面的说明要求没有的填“无”，空着看不出是没有还是漏填。',
      en: 'The form asks for 无 where there is none; a blank may also be forgotten.',
    },
    example: {
      wrong: { zh: '微信公众号：（空）', en: '微信公众号: (blank)' },
      right: { zh: '微信公众号：无', en: '微信公众号: 无' },
    },
    sample: { labels: [wechat] },
  },

  'online/not-a-link': {
    severity: 'warning',
    title: { zh: '看不出是哪个网站或账号', en: 'Neither address nor name' },
    message: ({ label }, found) =>
      found === undefined || found.trim() === ''
        ? {
            zh: `${quote(label)}填的内容看不出是哪个网站或账号`,
            en: `What ${quote(label)} holds names no website or account`,
          }
        : {
            zh: `${quote(label)}填的是${quote(found)}，看不出是哪个网站或账号`,
            en: `${quote(label)} says ${quote(found)}, which names no website or account`,
          },
    remedy: () => ({
      zh: '请填网址、账号名称，或贴二维码；没有就填“无”',
      en: 'Please write the address or the account’s name, or paste its QR code; write 无 if there is none',
    }),
    wanted: () => ({ zh: '要填网址、名称或“无”', en: 'an address, a name, or 无' }),
    meaning: {
      zh: '这一栏要能让人找到网站或账号，只写“有”或一个数字找不到。',
      en: 'The row should let a reader find the site or account; “yes” or a number does not.',
    },
    example: {
      wrong: { zh: '微信公众号：有', en: '微信公众号: 有' },
      right: { zh: '微信公众号：万丈计生协', en: '微信公众号: 万丈计生协' },
    },
    sample: { label: wechat },
    sampleFound: '有',
  },
};
