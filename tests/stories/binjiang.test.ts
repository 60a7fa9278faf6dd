import { expect, test } from 'vitest';
import { readStory, reportOn } from './fixture.js';
import { holdToTruth } from './truth.js';

const story = await readStory('binjiang-2021');
holdToTruth(story);

test('lines above the table are read beside the unit', () => {
  const entry = story.entries.find(({ path }) => path === '灰桥社区/信息统计表.xlsx');
  expect(entry?.examination.header).toEqual({ contact: '王某某', phone: '0577-0000000', filledIn: '2021年6月3日' });
});

test('a form without the levels above the community’s is taken as it is', () => {
  const { files } = reportOn(story, '2021-06-09T09:00:00+08:00');
  const ours = files.find(({ path }) => path === '丰汇社区/信息统计表.docx');
  expect(ours?.findings).toEqual([]);
});
