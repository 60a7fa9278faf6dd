import { type Element, parsed, select, textOf } from './dom.js';

interface Event {
  readonly target: Shown;
  readonly key: string;
  readonly preventDefault: () => void;
}
type Listener = (event: Event) => void;

/** As much of a browser as the script of the page asks for. */
export class Browser {
  focused: Shown | null = null;
  covered = false;
  readonly #root;
  readonly #known = new Map<Element, Shown>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #location: { hash: string };

  constructor(page: string, hash: string) {
    this.#root = parsed(page);
    this.#location = { hash };
  }

  get hash(): string {
    return this.#location.hash;
  }

  run(script: string): void {
    const listen = (name: string, listener: Listener) => {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    };
    const go = (hash: string) => this.#go(hash);
    const location = this.#location;
    const document = {
      querySelector: (selector: string) => this.all(selector)[0] ?? null,
      querySelectorAll: (selector: string) => this.all(selector),
      getElementById: (id: string) => (id === '' ? null : (this.all(`#${id}`)[0] ?? null)),
      addEventListener: listen,
      documentElement: {
        classList: {
          toggle: (_: string, on: boolean) => {
            this.covered = on;
          },
          contains: () => this.covered,
        },
      },
    };
    const address = {
      get hash() {
        return location.hash;
      },
      set hash(value: string) {
        go(value);
      },
    };
    new Function('document', 'window', 'location', script)(document, { addEventListener: listen }, address);
  }

  all(selector: string): Shown[] {
    return select(selector, this.#root).map((element) => this.wrap(element));
  }

  one(selector: string): Shown {
    const [first] = this.all(selector);
    if (first === undefined) throw new Error(`nothing is ${selector}`);
    return first;
  }

  set(selector: string, value: string): void {
    const field = this.one(selector);
    field.value = value;
    field.fire('input');
  }

  press(key: string): void {
    this.tell('keydown', this.one('body'), key);
  }

  click(target: Shown): void {
    this.tell('click', target);
    const href = target.getAttribute('href') ?? '';
    if (href.startsWith('#')) this.#go(href);
  }

  tell(name: string, target: Shown, key = ''): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ target, key, preventDefault: () => undefined });
  }

  wrap(element: Element): Shown {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const made = new Shown(element, this);
    this.#known.set(element, made);
    return made;
  }

  #go(hash: string): void {
    if (this.#location.hash === hash) return;
    this.#location.hash = hash;
    this.tell('hashchange', this.one('body'));
  }
}

/** One element as the script sees it. */
class Shown {
  value: string;
  checked: boolean;
  #text: string | null = null;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #element: Element;
  readonly #browser: Browser;

  constructor(element: Element, browser: Browser) {
    this.#element = element;
    this.#browser = browser;
    this.value = element.attribs.value ?? '';
    this.checked = 'checked' in element.attribs;
  }

  get hidden(): boolean {
    return 'hidden' in this.#element.attribs;
  }

  set hidden(hide: boolean) {
    if (hide) this.#element.attribs.hidden = '';
    else delete this.#element.attribs.hidden;
  }

  get textContent(): string {
    return this.#text ?? textOf(this.#element);
  }

  set textContent(text: string) {
    this.#text = text;
  }

  get classList() {
    return { contains: (name: string) => (this.#element.attribs.class ?? '').split(' ').includes(name) };
  }

  getAttribute(name: string): string | null {
    return this.#element.attribs[name] ?? null;
  }

  hasAttribute(name: string): boolean {
    return name in this.#element.attribs;
  }

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  querySelector(selector: string): Shown | null {
    const [first] = select(selector, this.#element);
    return first === undefined ? null : this.#browser.wrap(first);
  }

  /** Only what the script asks: a link within the page, and a panel. */
  closest(selector: string): Shown | null {
    if (selector.startsWith('a')) return this.getAttribute('href')?.startsWith('#') === true ? this : null;
    for (let up = this.#element.parent; up !== null && 'attribs' in up; up = up.parent) {
      if ((up.attribs.class ?? '') === 'panel') return this.#browser.wrap(up as Element);
    }
    return null;
  }

  focus(): void {
    this.#browser.focused = this;
  }

  check(on: boolean): void {
    this.checked = on;
    this.fire('change');
  }

  click(): void {
    this.fire('click');
    this.#browser.click(this);
  }

  fire(name: string): void {
    for (const listener of this.#listeners.get(name) ?? [])
      listener({ target: this, key: '', preventDefault: () => undefined });
  }
}
