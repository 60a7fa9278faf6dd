import type { Locale } from '../model/campaign.js';
import type { PageData } from '../model/page-data.js';
import { recogniser } from '../pipeline/recognise.js';
import { checkJson } from '../render/check-json.js';
import { clean } from '../render/words.js';
import { type Checker, checkHandedIn, type Outcome } from './check-files.js';
import { type DropArea, dropArea, type HandedIn, takeDrops } from './drop-area.js';
import { button, element } from './element.js';
import { resultsView } from './results.js';
import { overallVerdict } from './verdicts.js';
import * as words from './words.js';

/** Works longer than this in one go let the browser draw. */
const breath = 60;

/** The whole page: where files are handed in, and what was found in the last ones. */
export class CheckPage {
  readonly #root: HTMLElement;
  readonly #data: PageData;
  readonly #checker: Checker;
  readonly #status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
  readonly #results = element('section', { class: 'results' });
  #locale: Locale;
  #area: DropArea;
  #outcomes: readonly Outcome[] = [];
  /** Which handing-in is the latest: an earlier one stops where it is. */
  #round = 0;

  constructor(root: HTMLElement, data: PageData) {
    const { campaign, roster, locale } = data;
    this.#root = root;
    this.#data = data;
    this.#locale = locale;
    this.#checker = { campaign, look: roster && recogniser(campaign, roster) };
    this.#area = this.#newArea();
  }

  open(): void {
    this.#draw();
    takeDrops(
      (files) => this.#handIn(files),
      (over) => this.#area.invite(over),
    );
    window.addEventListener('beforeprint', () => {
      for (const remarks of this.#results.querySelectorAll<HTMLDetailsElement>('details.info')) remarks.open = true;
    });
    document.body.dataset.state = 'ready';
  }

  #newArea(): DropArea {
    const materials = this.#data.campaign.materials.map(({ name }) => name);
    return dropArea(materials, this.#locale, (files) => this.#handIn(files));
  }

  #draw(): void {
    const { campaign, version } = this.#data;
    const locale = this.#locale;
    const title = words.pageTitle[locale];
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    document.title = `${title} · ${campaign.title}`;
    const other = button(words.otherLanguage[locale], 'quiet language', () => this.#switchLanguage());
    other.lang = locale === 'zh' ? 'en' : 'zh-CN';
    this.#area = this.#newArea();
    this.#root.replaceChildren(
      element(
        'header',
        { class: 'top' },
        element(
          'div',
          {},
          element('h1', {}, title),
          element('p', { class: 'campaign' }, `${campaign.office}　${campaign.title}`),
        ),
        other,
      ),
      element('main', {}, this.#area.view, this.#status, this.#results),
      element('footer', {}, words.describes(campaign.title, version)[locale]),
    );
    this.#drawResults();
  }

  #switchLanguage(): void {
    this.#locale = this.#locale === 'zh' ? 'en' : 'zh';
    this.#draw();
    this.#root.querySelector<HTMLElement>('.language')?.focus();
  }

  #drawResults(): void {
    const outcomes = this.#outcomes;
    const checked = outcomes.flatMap((one) => (one.kind === 'checked' ? one.files : [])).map((one) => one.checked);
    this.#area.view.classList.toggle('small', this.#round > 0);
    if (outcomes.length === 0) this.#results.replaceChildren();
    else this.#results.replaceChildren(...resultsView(outcomes, this.#locale));
    this.#results.dataset.result = JSON.stringify(checkJson(checked, this.#locale));
  }

  async #handIn({ files, folders }: HandedIn): Promise<void> {
    if (files.length + folders.length === 0) return;
    this.#round++;
    const round = this.#round;
    document.body.dataset.state = 'checking';
    this.#outcomes = [];
    this.#drawResults();
    const outcomes: Outcome[] = folders.map((name) => ({ kind: 'failed', name, why: 'folder', detail: '' }));
    let drawn = 0;
    for (const [done, file] of files.entries()) {
      if (performance.now() - drawn > breath) {
        this.#status.textContent = words.checkingFile(done, files.length, clean(file.name))[this.#locale];
        await nextDrawing();
        drawn = performance.now();
      }
      outcomes.push(await checkHandedIn(file, this.#checker));
      if (round !== this.#round) return;
    }
    this.#outcomes = outcomes;
    this.#drawResults();
    this.#status.textContent = overallVerdict(outcomes, this.#locale);
    document.body.dataset.state = 'done';
    this.#bringIntoView();
  }

  /** Only where the verdict would not be seen. */
  #bringIntoView(): void {
    const { top } = this.#results.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.6) this.#results.scrollIntoView({ block: 'start' });
  }
}

/** Gives the browser time to draw. A hidden page draws nothing, so nobody waits for a frame. */
function nextDrawing(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
