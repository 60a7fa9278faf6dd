type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with its attributes and content. Text goes in as text: nothing from a file is ever read as markup. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text);
  made.addEventListener('click', press);
  return made;
}

/** A sign that only repeats what the words beside it say. */
export function sign(text: string, look: string): HTMLElement {
  return element('span', { class: look, 'aria-hidden': 'true' }, text);
}

/** A drawing of lines that goes with words. */
export function drawing(path: string, look: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 48 48', class: look, 'aria-hidden': 'true' })) {
    made.setAttribute(name, value);
  }
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}
