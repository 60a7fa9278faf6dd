import { catalogue, ruleIds } from '../../findings/catalogue.js';
import { explain } from '../../findings/explain.js';
import { likelyWords } from '../../findings/likely.js';
import { inOrder } from '../../findings/order.js';
import { speakCell, speakPlace } from '../../findings/speak.js';
import type { Locale } from '../../model/campaign.js';
import type { CheckedFile } from '../../model/checked-file.js';
import type { Finding, Place, Severity } from '../../model/finding.js';
import type { RuleId } from '../../model/rules.js';
import { clean, sentences, told } from '../words.js';

/** What `--format sarif` writes: of SARIF 2.1.0 the parts we fill in. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly invocations: readonly [{ readonly executionSuccessful: true }];
  readonly language: string;
  readonly results: readonly SarifResult[];
}

interface SarifDriver {
  readonly name: string;
  readonly semanticVersion: string;
  readonly rules: readonly SarifRule[];
}

interface SarifRule {
  readonly id: RuleId;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  readonly help: SarifMessage;
  readonly defaultConfiguration: { readonly level: SarifLevel };
}

interface SarifResult {
  readonly ruleId: RuleId;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly [SarifLocation];
}

interface SarifLocation {
  readonly message?: SarifMessage;
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  readonly logicalLocations?: readonly [{ name: string; fullyQualifiedName: string; kind: string }];
}

interface SarifMessage {
  readonly text: string;
}

type SarifLevel = 'error' | 'warning' | 'note';

const levels: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' };

/** For tools that gather findings of many programs. Rules are those that were broken, in the order of the docs. */
export function checkSarif(results: readonly CheckedFile[], locale: Locale, version: string): SarifLog {
  const broken = new Set(results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules = ruleIds.filter((rule) => broken.has(rule));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'campaign', semanticVersion: version, rules: rules.map((rule) => sarifRule(rule, locale)) },
        },
        invocations: [{ executionSuccessful: true }],
        language: locale === 'zh' ? 'zh-CN' : 'en-US',
        results: results.flatMap((file) =>
          inOrder(file.findings).map((finding) => sarifResult(finding, file, rules, locale)),
        ),
      },
    ],
  };
}

function sarifRule(rule: RuleId, locale: Locale): SarifRule {
  const { title, meaning, severity } = catalogue[rule];
  return {
    id: rule,
    shortDescription: message(title[locale]),
    fullDescription: message(meaning[locale]),
    help: message(explain(rule, locale).join('\n')),
    defaultConfiguration: { level: levels[severity] },
  };
}

function sarifResult(finding: Finding, file: CheckedFile, rules: readonly RuleId[], locale: Locale): SarifResult {
  const { message: wrong, remedy } = told(finding, locale);
  const likely = file.likely?.get(finding);
  const why = likely && clean(likelyWords(likely)[locale]);
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: levels[finding.severity],
    message: message(sentences([wrong, remedy, why ?? ''], locale)),
    locations: [location(file, finding.place, locale)],
    ...(likely === undefined || why === undefined
      ? {}
      : { relatedLocations: [{ message: message(why), ...location(file, likely.place, locale) }] }),
  };
}

/** The file on disk, and where in it: a cell, a table, a member of a container. */
function location({ path, inside = '' }: CheckedFile, place: Place, locale: Locale): SarifLocation {
  const file = path.slice(0, path.length - inside.length);
  const physicalLocation = { artifactLocation: { uri: uriOf(file) } };
  const member = clean(inside.replace(/^!/u, ''));
  if (place.kind === 'file') {
    if (member === '') return { physicalLocation };
    return { physicalLocation, logicalLocations: [{ name: member, fullyQualifiedName: member, kind: 'member' }] };
  }
  const cell = clean(speakCell(place, locale));
  const whole = clean(speakPlace(place, locale));
  const fullyQualifiedName = member === '' ? whole : `${member}!${whole}`;
  const kind = cell === '' ? 'table' : 'cell';
  return { physicalLocation, logicalLocations: [{ name: cell === '' ? whole : cell, fullyQualifiedName, kind }] };
}

/** A path as a URI; a relative one stays relative to the folder the program was called in. */
function uriOf(path: string): string {
  const forward = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/u, '');
  const encoded = forward.split('/').map(encodeURIComponent).join('/');
  if (forward.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//u.test(forward) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

/** Plain text in which braces are doubled, as placeholders begin with one, and nothing looks like a link. */
function message(text: string): SarifMessage {
  return { text: text.replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '] (') };
}
