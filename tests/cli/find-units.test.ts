import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure.js';
import { findUnit } from '../../src/cli/find-units.js';
import { villages, wanzhang } from '../pipeline/inbox.js';

const roster = villages('楚庄村委会', '大黎社区居委会', '大黎村委会', '前李庄村委会', '后李庄村委会');
const named = (name: string) => findUnit(name, roster, wanzhang).name;
const refused = (name: string) => {
  try {
    return named(name);
  } catch (error) {
    return error instanceof Failure ? error.hint?.zh : error;
  }
};

describe('a unit named on the command line', () => {
  it.each([
    ['1', '楚庄村委会'],
    ['楚庄村委会', '楚庄村委会'],
    ['楚庄', '楚庄村委会'],
    ['楚庄村', '楚庄村委会'],
    ['大黎村', '大黎村委会'],
    ['大黎社区', '大黎社区居委会'],
  ])('%s', (name, wanted) => expect(named(name)).toBe(wanted));

  it('is asked about where it may be two, or is none', () => {
    expect(refused('大黎')).toBe('是不是：大黎社区居委会（2）、大黎村委会（3）？');
    expect(refused('李庄')).toBe('是不是：前李庄村委会（4）、后李庄村委会（5）？');
    expect(refused('柳湾')).toBeUndefined();
  });
});
