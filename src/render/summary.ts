import { dayIn } from '../findings/days.js';
import type { Words } from '../findings/words.js';
import type { Locale } from '../model/campaign.js';
import type { Report } from '../model/report.js';
import { spokenDate } from './moments.js';
import { chatParagraph } from './summary/chat.js';
import { nextSection } from './summary/next-section.js';
import { problemsSection } from './summary/problems-section.js';
import type { Section } from './summary/section.js';
import { opening, statusSection } from './summary/status-section.js';
import { totalsSection } from './summary/totals-section.js';
import { clean } from './words.js';

/** The bulletin (通报), to be pasted as it is, and below a line a paragraph for the chat group. */
export function renderSummary(report: Report, locale: Locale): string {
  const sections = [
    statusSection(report, locale),
    totalsSection(report, locale),
    problemsSection(report, locale),
    nextSection(report, locale),
  ];
  const lines = [
    titleOf(report)[locale],
    '',
    paragraph(opening(report, locale), locale),
    ...sections.flatMap((section, n) => ['', ...sectionLines(section, n, locale)]),
    '',
    ...signature(report, locale),
    '',
    chatLine[locale],
    '',
    chatParagraph(report, locale),
  ];
  return `${lines.join('\n')}\n`;
}

const chatLine: Words = {
  zh: '──────── 以下可直接发到工作群 ────────',
  en: '──────── For the chat group ────────',
};

const numerals = ['一', '二', '三', '四'];

function titleOf({ campaign }: Report): Words {
  const title = clean(campaign.title);
  return { zh: `关于${title}材料报送情况的通报`, en: `Bulletin: reporting on ${title}` };
}

function sectionLines({ title, lines }: Section, index: number, locale: Locale): string[] {
  const heading = locale === 'zh' ? `${numerals[index] ?? ''}、${title}` : `${index + 1}. ${title}`;
  return [heading, ...lines].map((line) => paragraph(line, locale));
}

/** Chinese paragraphs begin two characters in. */
function paragraph(text: string, locale: Locale): string {
  return locale === 'zh' ? `　　${text}` : text;
}

function signature({ campaign, asOf }: Report, locale: Locale): string[] {
  const indent = locale === 'zh' ? '　'.repeat(16) : '';
  return [clean(campaign.office), spokenDate(dayIn(asOf))[locale]].map((line) => `${indent}${line}`);
}
