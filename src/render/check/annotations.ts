import { catalogue } from '../../findings/catalogue.js';
import { likelyWords } from '../../findings/likely.js';
import { inOrder } from '../../findings/order.js';
import { visible } from '../../findings/text.js';
import type { Locale } from '../../model/campaign.js';
import type { CheckedFile } from '../../model/checked-file.js';
import type { Finding, Severity } from '../../model/finding.js';
import { bracketed, clean, sentences, told } from '../words.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** What `--format github` writes: a workflow command for each finding. */
export function checkAnnotations(results: readonly CheckedFile[], locale: Locale): string {
  return results
    .flatMap((file) => inOrder(file.findings).map((finding) => annotation(finding, file, locale)))
    .map((line) => `${line}\n`)
    .join('');
}

function annotation(finding: Finding, { path, inside = '', likely }: CheckedFile, locale: Locale): string {
  const { place, message, remedy } = told(finding, locale);
  const one = likely?.get(finding);
  const why = one === undefined ? '' : clean(likelyWords(one)[locale]);
  const file = path.slice(0, path.length - inside.length).replaceAll('\\', '/');
  const member = inside.replace(/^!/u, '');
  const where = clean([member, finding.place.kind === 'file' ? '' : place].filter((part) => part !== '').join('!'));
  const title = `${catalogue[finding.rule].title[locale]}${bracketed(finding.rule, locale)}`;
  const text = `${where === '' ? '' : `${where}${locale === 'zh' ? '：' : ': '}`}${sentences([message, remedy, why], locale)}`;
  return `::${commands[finding.severity]} file=${property(file)},title=${property(title)}::${data(text)}`;
}

/** Nothing that could end a command, begin another, or order the terminal that shows the log. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
