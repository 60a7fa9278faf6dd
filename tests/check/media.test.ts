import { describe, expect, it } from 'vitest';
import { checkMedia, type ProbedMedia } from '../../src/check/check-media.js';
import type { Campaign, Material, MaterialKind } from '../../src/model/campaign.js';
import type { Format } from '../../src/model/rules.js';

const campaign = { period: { from: '2023-05-01', to: '2023-05-31' } } as Campaign;
const material = (kind: MaterialKind, formats: readonly Format[]) => ({ kind, formats }) as Material;
const photos = material('photos', ['jpg']);
const video = material('video', ['mp4', 'mov']);
const photo: NonNullable<ProbedMedia['photo']> = { width: 4000, height: 3000, takenOn: null, damaged: false };
const nothing = { photo: null, video: null };

const rulesOf = (...args: Parameters<typeof checkMedia>) => checkMedia(...args).map((one) => one.rule);
const ofPhoto = (changes: Partial<typeof photo>, format: Format = 'jpg') =>
  checkMedia(format, photos, { ...nothing, photo: { ...photo, ...changes } }, campaign);

describe('a photo', () => {
  it('as asked for is passed over in silence', () => {
    expect(ofPhoto({})).toEqual([]);
    expect(ofPhoto({ takenOn: '2023-05-01' })).toEqual([]);
    expect(ofPhoto({ takenOn: '2023-05-31', width: 300, height: 300 })).toEqual([]);
  });

  it.each(['2022-05-29', '2023-04-30', '2023-06-01'])('taken on %s is asked about', (takenOn) => {
    expect(ofPhoto({ takenOn })).toMatchObject([
      { rule: 'photo/outside-period', severity: 'warning', args: { day: takenOn, ...campaign.period } },
    ]);
  });

  it('that is very small is noted and kept', () => {
    expect(ofPhoto({ width: 96, height: 72 })).toMatchObject([
      { rule: 'photo/too-small', severity: 'info', args: { width: 96, height: 72 } },
    ]);
    expect(ofPhoto({ width: 4000, height: 299 })).toHaveLength(1);
  });

  it('of unknown size is not called small', () => {
    expect(ofPhoto({ width: 0, height: 0 })).toEqual([]);
  });

  it('may be both old and small', () => {
    expect(ofPhoto({ takenOn: '2019-05-29', width: 96, height: 72 }).map((one) => one.rule)).toEqual([
      'photo/outside-period',
      'photo/too-small',
    ]);
  });

  it('that must be sent again anyway is told only why', () => {
    expect(ofPhoto({ damaged: true, width: 96, height: 72 })).toMatchObject([{ rule: 'photo/damaged' }]);
    expect(ofPhoto({ takenOn: '2022-05-29' }, 'heic')).toMatchObject([
      { rule: 'photo/wrong-format', args: { format: 'heic', wanted: ['jpg'] } },
    ]);
  });
});

describe('a video', () => {
  it('as asked for is passed over in silence', () => {
    expect(rulesOf('mp4', video, { ...nothing, video: { damaged: false } }, campaign)).toEqual([]);
  });

  it('cut off, or of another format, is rejected', () => {
    expect(checkMedia('mov', video, { ...nothing, video: { damaged: true } }, campaign)).toMatchObject([
      { rule: 'video/damaged', severity: 'error' },
    ]);
    expect(rulesOf('flv', video, { ...nothing, video: { damaged: false } }, campaign)).toEqual(['video/wrong-format']);
  });
});

it('a photo of the paper form is no form', () => {
  expect(rulesOf('jpg', material('statistics', ['xlsx']), nothing, campaign)).toEqual(['file/wrong-kind']);
});
