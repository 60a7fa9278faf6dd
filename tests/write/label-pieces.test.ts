import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPieces } from '../../src/write/workbook/label-pieces.js';

const levels = ['县级计生协', '乡镇计生协', '村居社区计生协'];
const media = ['国家级媒体', '省级媒体', '地市级媒体', '县级媒体'];

describe('a label of a narrow column', () => {
  it('is divided before the ending its neighbours share, and behind a comma', () => {
    expect(levels.map((one) => labelPieces(one, levels))).toEqual([
      ['县级', '计生协'],
      ['乡镇', '计生协'],
      ['村居社区', '计生协'],
    ]);
    expect(media.map((one) => labelPieces(one, media)[0])).toEqual(['国家级', '省级', '地市级', '县级']);
    expect(labelPieces('音频、视频稿件', ['文字稿件', '音频、视频稿件'])).toEqual(['音频、', '视频', '稿件']);
  });

  it('stays whole where it has no neighbours or shares nothing with them', () => {
    expect(labelPieces('县级计生协', ['县级计生协'])).toEqual(['县级计生协']);
    expect(labelPieces('官网', ['官网', '微信公众号', '微博'])).toEqual(['官网']);
    expect(labelPieces('', ['官网'])).toEqual(['']);
  });

  it('says the same in pieces, whatever it is, and no piece is blank', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (label, neighbours) => {
        const pieces = labelPieces(label, neighbours);
        expect(pieces.join('')).toBe(label);
        if (label !== '') expect(pieces).not.toContain('');
      }),
    );
  });
});
