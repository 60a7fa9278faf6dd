import { Chance } from '../../scripts/fixtures/random.js';

/** One village of an invented country that is as large and as finely divided as the real one. */
export interface Village {
  /** Counted from 0 through the whole country. */
  readonly index: number;
  /** A 12-digit division code. */
  readonly id: string;
  /** As the roster has it: 青川县龙泉镇李庄村村民委员会. */
  readonly name: string;
  /** From the province to the township. */
  readonly folders: readonly string[];
  /** What the neighbours call it: 李庄村. */
  readonly short: string;
}

/** The divisions of the statistical list of 2023. */
export const whole = { provinces: 31, prefectures: 333, counties: 2844, townships: 41_352, villages: 620_573 } as const;

const provinceCodes = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37]
  .concat([41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54])
  .concat([61, 62, 63, 64, 65]);

const landHeads = [...'青白金石龙凤安永太清云锦秀明景瑞嘉怀昌兴临武德和丰仁义长广玉翠朝银春紫'];
const landTails = [...'山水江溪泉岭峰原阳宁康乐川谷陵泽源浦城关坪津平阴岩梁远定化宾'];
const families = [...'李王刘陈杨赵黄周吴徐孙胡朱高林何郭马罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const places = [...'庄屯楼寨营岗坡湾塘桥河泉岭坪湖铺店集堂'];
const sides = [...'前后东西南北上下大小'];

/**
 * The first villages of the country, the same for one seed whatever their number, so that a small inbox is the
 * beginning of a large one. Names repeat as real ones do: counties differ in the country, townships in their county,
 * villages in their township.
 */
export function* villages(count: number, seed: string): Generator<Village> {
  const chance = new Chance(`${seed}/country`);
  const taken = { province: new Set<string>(), prefecture: new Set<string>(), county: new Set<string>() };
  let folders: string[] = [];
  let before = { province: -1, prefecture: -1, county: -1 };
  let townships = new Set<string>();
  let index = 0;
  for (let township = 0; index < count; township++) {
    const county = share(township, whole.townships, whole.counties);
    const prefecture = share(county, whole.counties, whole.prefectures);
    const province = share(prefecture, whole.prefectures, whole.provinces);
    if (province !== before.province) folders = [landName(chance, taken.province, ['省'])];
    if (prefecture !== before.prefecture)
      folders = [...folders.slice(0, 1), landName(chance, taken.prefecture, ['市'])];
    if (county !== before.county) {
      folders = [...folders.slice(0, 2), landName(chance, taken.county, ['县', '县', '区'])];
      townships = new Set();
    }
    before = { province, prefecture, county };
    folders = [...folders.slice(0, 3), landName(chance, townships, ['镇', '镇', '镇', '乡', '乡', '街道'])];
    const code = codeOf(township, county, prefecture, province);
    const own = new Set<string>();
    for (let n = 0; n < villagesIn(township) && index < count; n++) {
      yield village(index, `${code}${201 + n}`, folders, villageCore(chance, own), chance);
      index++;
    }
  }
}

/** 15 or 16 to a township on average, some with few and some with many. */
function villagesIn(township: number): number {
  const upTo = (n: number) => Math.floor((n * whole.villages) / whole.townships);
  const pair = township - (township % 2);
  const swing = (pair / 2) % 8;
  return upTo(township + 1) - upTo(township) + (township % 2 === 0 ? swing : -swing);
}

/** Which of the greater divisions the n-th of the smaller ones lies in. */
function share(n: number, smaller: number, greater: number): number {
  return Math.floor((n * greater) / smaller);
}

function codeOf(township: number, county: number, prefecture: number, province: number): string {
  const within = (n: number, smaller: number, greater: number, parent: number) =>
    n - Math.ceil((parent * smaller) / greater) + 1;
  const parts = [
    String(provinceCodes[province]),
    String(within(prefecture, whole.prefectures, whole.provinces, province)).padStart(2, '0'),
    String(within(county, whole.counties, whole.prefectures, prefecture)).padStart(2, '0'),
    String(within(township, whole.townships, whole.counties, county)).padStart(3, '0'),
  ];
  return parts.join('');
}

function landName(chance: Chance, taken: Set<string>, kinds: readonly string[]): string {
  const core = fresh(taken, () => {
    const short = chance.pick(landHeads) + chance.pick(landTails);
    return chance.next() < 0.3 ? chance.pick(landHeads) + short : short;
  });
  return core + chance.pick(kinds);
}

function villageCore(chance: Chance, taken: Set<string>): string {
  return fresh(taken, () => {
    const core = chance.pick(families) + chance.pick(places);
    return chance.next() < 0.3 ? chance.pick(sides) + core : core;
  });
}

/** The name without its kind is new among its neighbours, or 李庄村 and 李庄社区 could not be told apart by 李庄. */
function fresh(taken: Set<string>, make: () => string): string {
  for (;;) {
    const name = make();
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function village(index: number, id: string, folders: readonly string[], core: string, chance: Chance): Village {
  const community = chance.next() < 0.15;
  const short = community ? `${core}社区` : `${core}村`;
  const body = chance.pick(community ? ['居民委员会', '居委会'] : ['村民委员会', '委会']);
  const [, , county = '', township = ''] = folders;
  return { index, id, name: `${county}${township}${short}${body}`, folders, short };
}
