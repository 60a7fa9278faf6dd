import { visibleChildren, type XmlElement } from '../xml-tree.js';

/** Pictures inside an element, tables nested in it included; an old and a new form of one picture count once. */
export function countPictures(element: XmlElement): number {
  return visibleChildren(element).reduce(
    (sum, child) => sum + (isPicture(child) ? 1 : 0) + (isDeleted(child) ? 0 : countPictures(child)),
    0,
  );
}

/** Removed by a tracked change that nobody has confirmed yet: a reader no longer sees it. */
export function isDeleted({ name }: XmlElement): boolean {
  return name === 'w:del' || name === 'w:moveFrom';
}

function isPicture({ name, attributes }: XmlElement): boolean {
  if (name === 'a:blip') return (attributes['r:embed'] ?? attributes['r:link'] ?? '') !== '';
  if (name === 'v:imagedata') return (attributes['r:id'] ?? attributes.src ?? '') !== '';
  return false;
}
