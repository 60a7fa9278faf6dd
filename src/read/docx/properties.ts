import { childNamed, type XmlElement } from '../xml-tree.js';

/** What a property is set to; undefined where it is not stated. */
export function settingOf(properties: XmlElement | undefined, name: string): string | undefined {
  return childNamed(properties, name)?.attributes['w:val'];
}

/** Whether a property is on; undefined where it is not stated. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childNamed(properties, name);
  return property === undefined ? undefined : !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? 'true');
}

/** A whole number that a property is set to, from 0 to `most`. */
export function numberIn(properties: XmlElement | undefined, name: string, otherwise: number, most: number): number {
  const stated = Number(settingOf(properties, name) ?? otherwise);
  return stated >= 0 && stated <= most ? Math.floor(stated) : otherwise;
}
