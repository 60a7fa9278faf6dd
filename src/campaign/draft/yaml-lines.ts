import { stringify } from 'yaml';
import { harmless } from '../../findings/text.js';

/** A value on one line, as the shipped campaign files write it: `{ id: plan, materials: [plan] }`. */
export function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .replace(/^\{(.+)\}$/su, '{ $1 }');
}

/** Comments, each on a line of its own and never broken by what a form says. */
export function comments(texts: readonly string[], indent = ''): readonly string[] {
  return texts.map((text) => `${indent}# ${harmless(text).replace(/\s+/gu, ' ').trim()}`);
}

/** Lines that take effect once their # is taken away. */
export function commentedOut(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `#${line}`);
}
