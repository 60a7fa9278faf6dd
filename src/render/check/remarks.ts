import { quote } from '../../findings/words.js';
import type { Finding } from '../../model/finding.js';
import { inLines } from '../lines.js';
import { clean } from '../words.js';
import { groupLines, type Told } from './group-lines.js';
import { type Look, placesOf, titleOf } from './look.js';

/** What was only recorded, a block for each rule; nothing is drawn for it. */
export function remarks(findings: readonly Finding[], file: Told, look: Look): readonly string[] {
  const infos = findings.filter(({ severity }) => severity === 'info');
  return [...new Set(infos.map(({ rule }) => rule))].map((rule) => {
    const alike = infos.filter((finding) => finding.rule === rule);
    const [first] = alike;
    const isList = alike.length > 1 && alike.every(({ found }) => found !== undefined);
    if (first === undefined || !isList) return groupLines({ findings: alike, table: null }, file, look);
    return [titleOf(first, alike.length, look), ...listOf(alike, file.path, look)].join('\n');
  });
}

const lead = '  --> ';

/** Each place with what stood there, and what was made of it, kept on one line: `R6 “10次” → 10`. */
function listOf(findings: readonly Finding[], path: string, { locale, paint, width }: Look): readonly string[] {
  const places = placesOf(findings, path, locale);
  const said = findings.map((finding, n) => {
    const found = `${places[n] ?? ''} ${quote(clean(finding.found ?? ''))}`;
    return finding.rule === 'count/normalised' ? `${found} → ${finding.args.value}` : found;
  });
  const lines = inLines(said, locale === 'zh' ? '、' : ', ', width - lead.length);
  return lines.map((line, n) => `${n === 0 ? paint.dim(lead) : ' '.repeat(lead.length)}${line}`);
}
