import { expect, test } from 'vitest';
import { readStory, reportOn } from './fixture.js';
import { holdToTruth } from './truth.js';

const story = await readStory('wanzhang-2023');
holdToTruth(story);

const inTheEnd = '2023-06-12T09:00:00+08:00';

test('every status and every outcome there is occurs', () => {
  const moments = ['2023-05-06', inTheEnd].map((asOf) => reportOn(story, asOf));
  const statuses = moments.flatMap(({ units }) => units.flatMap((unit) => unit.deadlines.map((one) => one.status)));
  expect(new Set(statuses)).toEqual(new Set(['on-time', 'late', 'incomplete', 'missing', 'pending', 'exempt']));
  expect(Object.entries(moments[1]?.counts ?? {}).filter(([, count]) => count === 0)).toEqual([]);
});

test('the order in which files lie in the folder makes no difference', () => {
  const backwards = { ...story, entries: [...story.entries].reverse() };
  expect(reportOn(backwards, inTheEnd)).toEqual(reportOn(story, inTheEnd));
});

test('the mail’s own time counts, not that of the file it was saved to', () => {
  const mail = reportOn(story, inTheEnd).files.find((file) => file.path.endsWith('.eml'));
  expect(mail?.receipt).toEqual({ at: '2023-05-04T16:20:05+08:00', evidence: 'mail' });
});

test('a file nobody can place is spoken of beside what it might be', () => {
  const { units } = reportOn(story, inTheEnd);
  const missing = units.flatMap(({ findings }) =>
    findings.flatMap((one) => (one.rule === 'deadline/missing' ? [one.args] : [])),
  );
  const last = story.campaign.deadlines.at(-1)?.name;
  const besides = (isLast: boolean) =>
    new Set(missing.filter(({ deadline }) => (deadline === last) === isLast).map(({ unmatched }) => unmatched));
  // 柳湾 is like no name of the roster, so that the form may be anyone’s; the other lies between 顺河东 and 顺河西.
  expect([besides(true), besides(false)]).toEqual([new Set([1]), new Set([0])]);
});
