import type { Words } from '../findings/words.js';
import type { PageData } from '../model/page-data.js';

/** A program or a style with the hash by which the page allows it, as `sha256-…`. */
export interface Allowed {
  readonly text: string;
  readonly hash: string;
}

/** What the build made for the page. */
export interface PageParts {
  readonly script: Allowed;
  readonly style: Allowed;
  /** The notices of the packages in the program. */
  readonly licences: string;
}

/**
 * One file that holds all it needs: it is opened from disk or from a chat and reaches no network. Its policy allows
 * this one program and this one style, and nothing else, whatever a file it checks may contain.
 */
export function checkPage(data: PageData, { script, style, licences }: PageParts): string {
  const { locale, campaign } = data;
  const policy = [
    "default-src 'none'",
    `script-src '${script.hash}'`,
    `style-src '${style.hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title[locale]} · ${campaign.title}`)}</title>
<link rel="icon" href="${icon}">
<style>${style.text}</style>
</head>
<body>
<div id="page"><p class="opening">${escaped(opening[locale])}<br>${escaped(tooOld[locale])}</p></div>
<script type="application/json" id="campaign-data">${embedded(data)}</script>
<script type="text/plain" id="licences">${licences}</script>
<script>${script.text}</script>
</body>
</html>
`;
}

/** What could end a program or a style early, or begin another, where it stands in a page. None is in ours. */
export const breaksOut = /<\/?script|<\/style|<!--/i;

const title: Words = { zh: '报送前检查', en: 'Check before sending' };
const opening: Words = { zh: '正在打开…', en: 'Opening…' };
const tooOld: Words = {
  zh: '如果一直停在这里，请换新一点的浏览器打开：电脑用 Edge、Chrome 或 360 的极速模式，手机用自带的浏览器。',
  en: 'If it stays like this, please open the page in a newer browser, such as Edge, Chrome, Firefox or Safari.',
};

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%2312615b'/%3E%3Cpath d='M8 17l6 6L25 10' fill='none' stroke='white' stroke-width='4'/%3E%3C/svg%3E";

/** JSON that cannot be taken for markup. */
function embedded(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
