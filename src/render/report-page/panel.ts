import type { Words } from '../../findings/words.js';
import { type Html, html } from './html.js';
import type { Page } from './page.js';

interface Panel {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
  readonly page: Page;
}

/** A sheet that is shown while the address names it, and so needs no script; “#!” names nothing and closes it. */
export function panel({ id, title, body, page: { say } }: Panel): Html {
  return html`
    <div class="panel" id="${id}" role="dialog" aria-labelledby="${id}-h">
      <a class="scrim" href="#!" tabindex="-1" aria-hidden="true"></a>
      <div class="sheet" tabindex="-1">
        <a class="close" href="#!" aria-label="${say(close)}">×</a>
        <h2 id="${id}-h">${title}</h2>
        ${body}
      </div>
    </div>`;
}

const close: Words = { zh: '关闭', en: 'Close' };
