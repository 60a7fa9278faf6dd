import type { Locale } from '../model/campaign.js';
import { drawing, element } from './element.js';
import * as words from './words.js';

/** What somebody dropped or chose. */
export interface HandedIn {
  readonly files: readonly File[];
  /** Names of folders, which a page may not look into. */
  readonly folders: readonly string[];
}

export interface DropArea {
  readonly view: HTMLElement;
  /** Shows that a file held over the page may be let go. */
  readonly invite: (over: boolean) => void;
}

/** A sheet with a folded corner, and an arrow that goes up. */
const sheetGoingUp = 'M28 5H13a3 3 0 0 0-3 3v32a3 3 0 0 0 3 3h22a3 3 0 0 0 3-3V15zM28 5v10h10M24 36V22M18 28l6-6 6 6';

type Take = (handedIn: HandedIn) => void;

/** The large field: a label around the input, so that mouse, finger and keyboard all open the same dialogue. */
export function dropArea(materials: readonly string[], locale: Locale, take: Take): DropArea {
  const input = element('input', {
    type: 'file',
    multiple: true,
    class: 'file-input',
    'aria-label': words.chooseFiles[locale],
    'aria-describedby': 'handing-in',
  });
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // The same file, mended and saved, may be chosen again.
    input.value = '';
    take({ files, folders: [] });
  });
  const lead = element('span', { class: 'lead with-mouse' }, words.dropHere[locale]);
  const field = element(
    'label',
    { class: 'drop' },
    input,
    drawing(sheetGoingUp, 'drop-sign'),
    lead,
    element('span', { class: 'with-mouse' }, words.orChoose[locale]),
    element('span', { class: 'lead with-finger' }, words.tapHere[locale]),
    element('span', { class: 'with-finger' }, words.severalAtOnce[locale]),
  );
  const notes = element(
    'div',
    { id: 'handing-in', class: 'notes' },
    element('p', { class: 'takes' }, words.takes(materials)[locale]),
    element('p', { class: 'promise' }, words.nothingLeaves[locale]),
  );
  const invite = (over: boolean) => {
    field.classList.toggle('over', over);
    lead.textContent = (over ? words.letGo : words.dropHere)[locale];
  };
  return { view: element('section', { class: 'handing-in' }, field, notes), invite };
}

/** Files may be let go anywhere: beside the field the browser would otherwise leave the page and open them. */
export function takeDrops(take: Take, invite: (over: boolean) => void): void {
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    invite(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) invite(false);
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    invite(false);
    if (event.dataTransfer !== null) take(handedIn(event.dataTransfer));
  });
}

function handedIn({ items, files }: DataTransfer): HandedIn {
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? null);
  const isFolder = (index: number) => entries.length === files.length && entries[index]?.isDirectory === true;
  const all = [...files];
  return {
    files: all.filter((_, index) => !isFolder(index)),
    folders: all.filter((_, index) => isFolder(index)).map(({ name }) => name),
  };
}
