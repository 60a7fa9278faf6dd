import { quote } from '../../findings/words.js';
import type { Finding } from '../../model/finding.js';
import { clean } from '../words.js';
import { groupLines, type Told } from './group-lines.js';
import { item, type Look, placesOf, titleOf } from './look.js';

/** What was only recorded, a block for each rule; nothing is drawn for it. */
export function remarks(findings: readonly Finding[], file: Told, look: Look): readonly string[] {
  const infos = findings.filter(({ severity }) => severity === 'info');
  return [...new Set(infos.map(({ rule }) => rule))].map((rule) => {
    const alike = infos.filter((finding) => finding.rule === rule);
    const [first] = alike;
    const isList = alike.length > 1 && alike.every(({ found }) => found !== undefined);
    if (first === undefined || !isList) return groupLines({ findings: alike, table: null }, file, look);
    return [titleOf(first, alike.length, look), item('  --> ', listOf(alike, file.path, look), look)].join('\n');
  });
}

/** Each place with what stood there, and what was made of it: `R6 “10次” → 10`. */
function listOf(findings: readonly Finding[], path: string, { locale }: Look): string {
  const places = placesOf(findings, path, locale);
  const said = findings.map((finding, n) => {
    const found = `${places[n] ?? ''} ${quote(clean(finding.found ?? ''))}`;
    return finding.rule === 'count/normalised' ? `${found} → ${finding.args.value}` : found;
  });
  return said.join(locale === 'zh' ? '、' : ', ');
}
