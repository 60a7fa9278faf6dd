import type { Unit } from '../../src/model/campaign.js';

/** How a village's clerk may write its name, and where: told apart from the program's own idea of it. */
export interface Writing {
  readonly manner: Manner;
  readonly text: string;
}

export type Manner = 'official' | 'short' | 'bare';

const bodies = {
  village: ['村民委员会', '村委会', '村委', '村'],
  community: ['社区居民委员会', '社区居委会', '居民委员会', '居委会', '社区居委', '社区'],
};

/** The official name and the usual short ones: 楚庄村村民委员会 is 楚庄村委会, 楚庄村 and 楚庄. */
export function writingsOf(name: string): readonly Writing[] {
  const { place, kind } = placeOf(name);
  const short =
    kind === 'village'
      ? [`${place}村村民委员会`, `${place}村民委员会`, `${place}村委会`, `${place}村`]
      : kind === 'community'
        ? [`${place}社区居民委员会`, `${place}居民委员会`, `${place}社区居委会`, `${place}居委会`, `${place}社区`]
        : [];
  const writings: Writing[] = [
    { manner: 'official', text: name },
    ...short.filter((text) => text !== name).map((text) => ({ manner: 'short' as const, text })),
  ];
  return [...place].length > 1 && place !== name ? [...writings, { manner: 'bare', text: place }] : writings;
}

export function placeOf(name: string): { place: string; kind: 'village' | 'community' | 'other' } {
  for (const kind of ['village', 'community'] as const) {
    const body = bodies[kind].find((word) => name.endsWith(word) && name.length > word.length);
    if (body === undefined) continue;
    const rest = name.slice(0, -body.length);
    const isTwice = kind === 'village' && body !== '村' && rest.endsWith('村') && rest.length > 1;
    return { place: isTwice ? rest.slice(0, -1) : rest, kind };
  }
  return { place: name, kind: 'other' };
}

export function unit(id: string, name: string, more: Partial<Unit> = {}): Unit {
  const blank = {
    aliases: [],
    contact: '',
    phone: '',
    email: '',
    fills: ['village'],
    level: 'village',
    required: true,
  };
  return { ...blank, id, name, ...more };
}
