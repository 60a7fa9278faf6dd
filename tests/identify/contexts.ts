import { readFileSync } from 'node:fs';
import { parseCampaign } from '../../src/campaign/parse-campaign.js';
import type { UnitClues } from '../../src/identify/identify-unit.js';
import { knownWords } from '../../src/identify/known-words.js';
import type { Unit } from '../../src/model/campaign.js';
import type { Township } from './townships.js';

const path = new URL('../../templates/wanzhang-2023/campaign.yaml', import.meta.url);
export const campaign = parseCampaign(readFileSync(path, 'utf8'), 'campaign.yaml', []);
export const words = knownWords(campaign);

const noClues: UnitClues = {
  formText: null,
  otherForms: [],
  folders: [],
  archives: [],
  fileName: 'IMG_1.jpg',
  sender: null,
  title: '',
};
export const clues = (some: Partial<UnitClues>): UnitClues => ({ ...noClues, ...some });

/** Where a name stands and what stands round it. */
export interface Context {
  readonly name: string;
  readonly clues: (writing: string, township: Township, unit: Unit) => Partial<UnitClues>;
  /** Not for 楚庄 alone: “楚庄（王某某）” may be the village 楚庄（新）村. */
  readonly fullOnly?: true;
  /** Tells only where the program knows the township. */
  readonly needsRegion?: true;
  /** Tells by the unit's code as well. */
  readonly coded?: true;
}

const seats: readonly (readonly [name: string, (text: string) => Partial<UnitClues>])[] = [
  ['form', (text) => ({ formText: text })],
  ['folder', (text) => ({ folders: ['2023年', text] })],
  ['archive', (text) => ({ archives: [`${text}.zip`] })],
  ['file', (text) => ({ fileName: `${text}.xlsx` })],
];

const files = {
  'name 附件2信息统计表最终版(1)': (name: string) => `${name}附件2信息统计表最终版(1)`,
  '信息统计表（name）': (name: string) => `信息统计表（${name}）`,
  'name 照片3': (name: string) => `${name}照片3`,
  name3: (name: string) => `${name}3`,
  'name-0508': (name: string) => `${name}-0508`,
  name_5月20日写实表: (name: string) => `${name}_5月20日写实表`,
  '5月20日name写实表': (name: string) => `5月20日${name}写实表`,
  '03 name': (name: string) => `03 ${name}`,
  材料0508name: (name: string) => `材料0508${name}`,
  'name5.29报送材料0530': (name: string) => `${name}5.29报送材料0530`,
  '２０２３年name活动总结': (name: string) => `２０２３年　${name}　活动总结`,
  'spaced: n a m e 统计表': (name: string) => `${[...name].join(' ')} 统计表`,
};

export const contexts: readonly Context[] = [
  ...seats.map(([name, at]) => ({ name, clues: at })),
  ...seats.map(([name, at]) => ({ name: `${name}: 计生协`, clues: (text: string) => at(`${text}计生协`) })),
  ...seats.map(([name, at]) => ({ name: `${name}: 计划生育协会`, clues: (text: string) => at(`${text}计划生育协会`) })),
  ...seats.map(([name, at]) => ({ name: `${name}: 党支部`, clues: (text: string) => at(`${text}党支部`) })),
  ...seats.map(([name, at]) => ({ name: `${name}: spaced`, clues: (text: string) => at([...text].join('　')) })),
  { name: 'form: seal', clues: (text) => ({ formText: `${text}（盖章）` }) },
  { name: 'form: 负责人', clues: (text) => ({ formText: `${text} 负责人：王某某` }) },
  { name: 'folder: 01 name（王某某）', clues: (text) => ({ folders: [`01 ${text}（王某某）`] }), fullOnly: true },
  ...Object.entries(files).map(([name, write]) => ({
    name: `file: ${name}`,
    clues: (text: string) => ({ fileName: `${write(text)}.xlsx` }),
  })),
  ...seats.flatMap(([name, at]): Context[] => [
    { name: `${name}: town+`, clues: (text, { name: town }) => at(town + text), needsRegion: true },
    { name: `${name}: county+town+`, clues: (text, t) => at(t.county + t.name + text), needsRegion: true },
    { name: `${name}: county town `, clues: (text, t) => at(`${t.county} ${t.name} ${text}`), needsRegion: true },
    { name: `${name}: town-`, clues: (text, { name: town }) => at(`${town}-${text}`), needsRegion: true },
  ]),
  { name: 'file: code', clues: (_, __, { id }) => ({ fileName: `${id}.xlsx` }), coded: true },
  { name: 'file: code name', clues: (text, _, { id }) => ({ fileName: `${id}${text}统计表.xlsx` }), coded: true },
];
