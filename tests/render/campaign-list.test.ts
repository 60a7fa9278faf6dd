import { describe, expect, it } from 'vitest';
import { renderCampaignList } from '../../src/render/campaign-list.js';
import { shipped } from '../write/sample-report.js';

const campaigns = ['wanzhang-2023', 'binjiang-2021'].map((id) => shipped(id).campaign);

describe('renderCampaignList', () => {
  it('reads well', () => {
    expect(renderCampaignList(campaigns, { locale: 'zh', colour: false })).toMatchSnapshot();
    expect(renderCampaignList(campaigns, { locale: 'en', colour: false })).toMatchSnapshot();
  });

  it('says when there is nothing to list', () => {
    expect(renderCampaignList([], { locale: 'zh', colour: false })).toBe('没有自带的活动。\n');
  });
});
